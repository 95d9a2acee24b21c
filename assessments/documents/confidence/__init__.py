"""How sure answers are, in words and in rows of a file."""
