"""A pack as PDF, for people and screen readers alike."""
