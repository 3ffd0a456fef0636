"""The page of the map: what is drawn, what is chosen, its legend, tables, minutes and picture."""
