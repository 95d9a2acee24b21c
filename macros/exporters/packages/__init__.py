"""Packages for learning systems: what goes in, a file for each format, and their table."""
