"""Many accounts at once: columns of answers in, columns of results out."""
