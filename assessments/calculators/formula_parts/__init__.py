"""What single formulas are built of, where one file would not hold it."""
