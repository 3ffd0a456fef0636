"""Charts and maps drawn on the server, as SVG and as pixels."""
