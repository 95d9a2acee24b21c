"""Tables that people keep in files: CSV and Excel in, rows of text out, CSV and Excel again."""
