"""Proofs over definitions: by counting every possible result, not by trying a few."""
