"""What people decide on with a scored list: what moved, its concentration, overrides, one page."""
