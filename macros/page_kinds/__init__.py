"""One file for each kind of page; each ends in the row KIND, and table.py gathers the rows."""
