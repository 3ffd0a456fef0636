"""What people do on pages: who may, and what came of it."""
