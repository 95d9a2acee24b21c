"""Pages that bring their policy with them, for hosts that send no headers of the site's own."""

from pathlib import Path

from macros.hosting.inline import pages_of
from macros.hosting.servers.meta import policy_element

FIRST = '<meta charset="utf-8">'
"""What the theme writes first; a policy holds for what comes after it."""


def bring_policy(site: Path, policy: str) -> int:
    """Write a policy into each page of a built site and return how many pages there are."""
    element = policy_element(policy)
    pages = list(pages_of(site))
    for page in pages:
        start, first, rest = page.read_text("utf-8").partition(FIRST)
        assert first, f"{page} does not say its charset"
        page.write_bytes(f"{start}{first}{element}{rest}".encode())
    return len(pages)
