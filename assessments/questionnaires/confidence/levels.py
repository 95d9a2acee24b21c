"""How sure somebody may say to be of an answer."""

from collections.abc import Mapping

SURE = "sure"
"""There is evidence at hand."""
FAIRLY_SURE = "fairly_sure"
"""Somebody said so, or it was seen once."""
GUESS = "guess"
"""It is still to be checked."""

CONFIDENCE = (SURE, FAIRLY_SURE, GUESS)
"""From the surest to the least sure, as inputs write them."""

UNSAID = "unsaid"
"""Of an answer of which nobody said how sure it is; never written in an input."""

Said = Mapping[str, str]
"""Question -> one of CONFIDENCE; a question of which nobody said it is left out."""
