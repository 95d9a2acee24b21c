"""The content of a page in a frame, at embed/ below the page: its links lead one folder up.

Pages that can be framed as well stay in the frame; any other page opens beside the course.
"""

import re
from functools import partial
from posixpath import join, normpath

from macros.courses.packages.contents import FRAME
from macros.page_table import PAGE_KINDS

FOLDER = FRAME
TAG = re.compile(r"<[a-z][\w-]*\s[^<>]*>")
ADDRESS = re.compile(r"\s(href|src|data-definition|data-worker|data-module-url)=\"([^\"]*)\"")
ELSEWHERE = re.compile(r"[a-z]+:|/|#", re.IGNORECASE)
ANEW = ' target="_blank" rel="noopener"'


def embedded(content: str, address: str) -> str:
    """Return the HTML of the page at an address as it stands in the folder below."""
    return TAG.sub(lambda found: _moved(found[0], address), content)


def _moved(tag: str, page: str) -> str:
    found = ADDRESS.search(tag)
    if not found:
        return tag
    moved = ADDRESS.sub(partial(_one_up, page=page), tag)
    is_link = tag.startswith("<a ") and " download" not in tag
    return moved[:-1] + ANEW + ">" if is_link and _leaves(found[2], page) else moved


def _one_up(found: re.Match[str], page: str) -> str:
    name, address = found.groups()
    if not address or ELSEWHERE.match(address):
        return found[0]
    path, mark, place = address.partition("#")
    frame = FOLDER if _can_be_framed(_within(path, page)) else ""
    return f' {name}="../{path}{frame}{mark}{place}"'


def _leaves(address: str, page: str) -> bool:
    """Whether a link leads to a page that is not for frames."""
    path = address.partition("#")[0]
    if not ELSEWHERE.match(address):
        return not _can_be_framed(_within(path, page))
    return not address.startswith("#")


def _within(path: str, page: str) -> str:
    return normpath(join(page, path)) + ("/" if path.endswith("/") else "")


def _can_be_framed(address: str) -> bool:
    return FRAMED.fullmatch(address) is not None


FRAMED = re.compile(
    "|".join(
        re.escape(kind.address.removesuffix(".md")).replace(r"\{id\}", "[^/]+") + "/"
        for kind in PAGE_KINDS
        if kind.embeds and kind.link != "page"
    )
)
