"""What a host sends with a built site: the content policy, types, caching, compression."""
