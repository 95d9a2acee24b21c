"""What crosses the border of the engine, and how it is told: JSON, quotes, problems, places."""
