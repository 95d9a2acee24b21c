"""Long lists of accounts in a database that runs inside the command: DuckDB."""
