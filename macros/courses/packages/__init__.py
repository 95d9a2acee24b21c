"""Packages that both the command and the page can make: a file for each format, and their table."""
