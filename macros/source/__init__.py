"""One YAML file as text: its characters, its syntax, its values with their places, and back."""
