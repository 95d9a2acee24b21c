"""What was published: its ids and texts, and what changed since."""
