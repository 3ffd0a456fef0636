"""The page of meetings: their agendas, one of them as a deck, what edits it, its documents."""
