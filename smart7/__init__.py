"""Khon Kaen 7 Smart: indicators of a smart city, from their sources to the page."""
