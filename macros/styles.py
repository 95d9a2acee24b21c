"""Join the style sheets of the site into one; paint its pictures in the colours of their tokens."""

import re
from collections.abc import Mapping
from pathlib import Path

IMPORT = re.compile(r'^@import "([\w./-]+)";\n', re.MULTILINE)
COLOUR = re.compile(r"--([\w-]+): var\(--light, (#[0-9a-f]{6})\)")
USE = re.compile(r"var\(--([\w-]+)\)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE = re.compile(r"\n\s*")


def published_styles(sheet: Path) -> str:
    """Return a style sheet with all that it imports, without what only its authors read."""
    return SPACE.sub("\n", COMMENT.sub("", join_styles(sheet))).lstrip()


def join_styles(sheet: Path) -> str:
    """Return a style sheet with the sheets that it imports written out in its place."""
    return IMPORT.sub(lambda match: join_styles(sheet.parent / match[1]), sheet.read_text("utf-8"))


def paint(picture: str, tokens: str) -> str:
    """Return an SVG picture with each var(--name) as the colour that a light page gives it."""
    colours = light_colours(tokens)
    return USE.sub(lambda match: colours[match[1]], picture)


def light_colours(tokens: str) -> Mapping[str, str]:
    """Return the colours of a light page by their names in tokens.css."""
    return dict(COLOUR.findall(tokens))
