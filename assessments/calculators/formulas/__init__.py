"""The formula of each calculator: one file each."""
