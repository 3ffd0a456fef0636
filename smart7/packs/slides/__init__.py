"""A pack as slides that PowerPoint draws itself."""
