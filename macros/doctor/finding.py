"""One thing that a host should change."""

from dataclasses import dataclass

HOW = "`playbook headers SERVER` writes what the server needs."


@dataclass(frozen=True, slots=True)
class Finding:
    """What is not as it should be, and what to do."""

    sentence: str
    remedy: str = HOW
    serious: bool = True
    """Whether something is broken or open; if not, it is only slower or less tidy."""
