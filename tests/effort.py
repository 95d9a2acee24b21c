"""How many examples the laws are tried on: all of them, or a few where a person waits."""

import os

from hypothesis import HealthCheck, settings

QUICK = os.environ.get("PLAYBOOK_TESTS") == "quick"
"""Set by `python tasks.py test --quick`."""

SHARE_IN_QUICK = 3
FEWEST = 3


def tries(count: int) -> settings:
    """Return the settings of a law: the same examples each time, without a clock."""
    return settings(
        max_examples=max(FEWEST, count // SHARE_IN_QUICK) if QUICK else count,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
