"""A copy of a built site that is opened from a folder, where no server answers."""
