"""Official files as they come: read by recipes, compared with the record, and taken in one step."""
