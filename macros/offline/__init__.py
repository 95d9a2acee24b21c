"""What a browser keeps of a built site, so that it works without a network."""
