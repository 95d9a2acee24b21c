"""How each model of a questionnaire scores: one file each, ending in its row."""
