"""A slide show as a file for PowerPoint."""
