"""What a model needs beside its own file: parts of its formulas."""
