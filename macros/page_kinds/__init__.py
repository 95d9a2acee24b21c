"""One file for each kind of page; each ends in the row KIND, and page_table.py gathers the rows."""
