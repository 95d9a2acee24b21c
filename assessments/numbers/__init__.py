"""Exact values, rounding and intervals: what every number of the engine stands on."""
