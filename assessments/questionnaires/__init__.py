"""Questionnaires: a definition and answers in, a report out. Knows nothing of calculators."""
