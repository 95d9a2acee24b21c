"""Join the style sheets that one names with @import into one file, so that a page loads one."""

import re
from pathlib import Path

IMPORT = re.compile(r'^@import "([\w.-]+)";\n', re.MULTILINE)


def join_styles(sheet: Path) -> str:
    """Return a style sheet with the sheets that it imports written out in its place."""
    return IMPORT.sub(lambda match: join_styles(sheet.parent / match[1]), sheet.read_text("utf-8"))
