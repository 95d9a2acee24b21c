"""Before a long list: tell Python that what is made now stays."""

import gc

BETWEEN = (200_000, 20, 100)
"""Objects after which Python looks for what nobody needs, and how seldom among the older ones."""


def expect_many() -> None:
    """Look seldom for circles of objects that nobody needs any more.

    What a batch keeps lives until its list is closed, and has no circles: looking through it again
    and again costs a third of the whole time.
    """
    gc.set_threshold(*BETWEEN)
