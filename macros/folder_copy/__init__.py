"""A copy of a built site that is opened from a folder, by a double click, where no server answers."""
