"""Whose work the site ships: the licence of each part, for a page and for machines."""
