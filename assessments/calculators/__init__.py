"""Calculators: a definition and inputs in, a report out. Knows nothing of questionnaires."""
