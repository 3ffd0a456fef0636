"""What offices write: numbers, days and letters as they stand in their tables, read without guessing."""
