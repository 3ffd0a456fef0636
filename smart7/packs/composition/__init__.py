"""How a slide is composed: one grid and three sizes of letters, for the screen, PowerPoint, PDF and paper alike."""
