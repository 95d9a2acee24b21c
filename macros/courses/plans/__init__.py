"""Plans that a trainer composes: their form, what is wrong with one, and what packages hold."""
