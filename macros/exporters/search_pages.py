"""What search reads on a page that stands as Markdown: its title, its headings, its text."""

import json
import re
from dataclasses import dataclass
from html import unescape

from macros.plain_text import plain

SAID = re.compile(r"^(title|description): (.*)$", re.MULTILINE)
HEADING = re.compile(r"^##+ (?P<text>.*?) *\{ *#(?P<anchor>[\w.-]+)[^}]*\}$", re.MULTILINE)
TAG = re.compile(r"<[^>]+>|\{[^}]*\}|<!--.*?-->")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """One page as a reader meets it."""

    title: str
    description: str
    headings: tuple[tuple[str, str], ...]
    """Anchor and text of each."""
    text: tuple[str, ...]
    """The paragraphs of a page that people wrote; nothing of one that is made."""


def read_page(markdown: str) -> PageText:
    """Return what stands in the Markdown of a staged page."""
    _, front, text = markdown.split("---\n", 2)
    said = {key: _said(value) for key, value in SAID.findall(front)}
    headings = tuple(
        (match["anchor"], unescape(plain(TAG.sub("", match["text"]))))
        for match in HEADING.finditer(text)
    )
    made = "<!-- Made from" in text
    paragraphs = () if made else tuple(map(plain, TAG.sub(" ", text).split("\n\n")))
    return PageText(
        title=said.get("title", ""),
        description=said.get("description", ""),
        headings=headings,
        text=tuple(paragraph for paragraph in paragraphs if paragraph),
    )


def _said(value: str) -> str:
    """Return a value of the front matter; a page that is made has it in quotation marks."""
    return str(json.loads(value)) if value.startswith('"') else value
