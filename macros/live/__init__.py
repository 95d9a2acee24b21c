"""What an author sees while writing: a saved text on its page at once, the whole site soon after."""
