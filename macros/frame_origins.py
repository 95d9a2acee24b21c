"""Which sites may show the pages for frames: one list, for the page's own check and for a header.

Without `frame_origins` in playbook.yml every site may; with it, those that it lists and this one.
"""

from collections.abc import Sequence

from macros.values import Data

ANYBODY = "*"
OWN = "'self'"


def frame_origins(settings: Data) -> Sequence[str]:
    """Return the origins that playbook.yml lists: https://lms.example.org, https://*.example.org."""
    return tuple(settings.get("frame_origins", ()))


def frame_ancestors(settings: Data) -> str:
    """Return the directive of a Content-Security-Policy for the pages at embed/."""
    origins = frame_origins(settings)
    return " ".join(("frame-ancestors", *((OWN, *origins) if origins else (ANYBODY,))))
