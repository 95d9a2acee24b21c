"""A report in words: blocks of text, tables and bars that a page and an export lay out."""
