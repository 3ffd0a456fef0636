"""The page that signs in."""
