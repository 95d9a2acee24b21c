"""What an author sees while writing: what was saved at once, the whole site soon after."""
