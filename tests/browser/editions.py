"""Another edition of the built site: the same pages, under other hashes, as after a deploy."""

import re
import shutil
from pathlib import Path

HASH = re.compile(r"-([0-9a-f]{16})(?![0-9a-f])")
TEXTS = {".html", ".js", ".xml"}
LEFT_OUT = shutil.ignore_patterns("*.br", "*.gz", "c", "method", "glossary", "sources", "*.xlsx")


def other_edition(site: Path, target: Path) -> Path:
    """Copy a site and give each file that its hash names another name, wherever it is named."""
    shutil.copytree(site, target, ignore=LEFT_OUT)
    for path in sorted(target.rglob("*"), reverse=True):
        if path.is_file() and path.suffix in TEXTS:
            text = path.read_text("utf-8")
            path.write_text(HASH.sub(renamed, text), "utf-8")
        name = HASH.sub(renamed, f"{path.name}/").removesuffix("/")
        if name != path.name:
            path.rename(path.with_name(name))
    return target


def renamed(match: re.Match[str]) -> str:
    """Return a hash that no file of the first edition has."""
    return f"-{match[1][::-1]}"
