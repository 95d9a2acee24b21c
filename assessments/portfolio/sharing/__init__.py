"""Results of many accounts of any model: those of the same shape share what was worked out."""
