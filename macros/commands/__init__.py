"""The tasks of the command line, one file each: what it is for, its options, what it does."""
