"""The scoring models and formulas: one file each, the formula in its docstring."""
