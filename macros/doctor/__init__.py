"""What a served site looks like from outside, and what its host should change."""
