"""The marks that authors write in a text, and the text without them."""

import re

LINK = re.compile(r"\[([^\]]+)\]\(([a-z]+:[a-z0-9.#-]+)\)")
"""Words, and a link by kind and id: [trust](m:trust-stages)."""
STRONG = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*")
EMPHASIS = re.compile(r"(?<![\w*])\*(\S(?:[^*]*?\S)?)\*(?![\w*])")
CODE = re.compile(r"`([^`]+)`")


def plain(text: str) -> str:
    """Return text without marks, for descriptions, attributes and downloads."""
    words = LINK.sub(r"\1", text.strip())
    words = CODE.sub(r"\1", EMPHASIS.sub(r"\1", STRONG.sub(r"\1", words)))
    return " ".join(words.split())
