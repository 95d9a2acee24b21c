"""Turn the Markdown of authors into Markdown or HTML of a page: links by id, terms, escaping."""

import re
from collections.abc import Mapping
from html import escape

from macros.addresses import relative_address, relative_file

LINK = re.compile(r"\[([^\]]+)\]\(((?:m|a|c|term|source|page|area):[a-z0-9.#-]+)\)")
# Authors write no HTML; a less-than sign is one. An entity keeps Markdown from reading it as a tag.
TAG = re.compile(r"<(?=[A-Za-z/!?])")
STRONG = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*")
EMPHASIS = re.compile(r"(?<![\w*])\*(\S(?:[^*]*?\S)?)\*(?![\w*])")
CODE = re.compile(r"`([^`]+)`")

Definitions = Mapping[str, str]
"""Id of a term -> its definition as plain text."""


def markdown(text: str, page: str, definitions: Definitions) -> str:
    """Return block Markdown for the page at a staged path."""

    def linked(match: re.Match[str]) -> str:
        words, link = match.groups()
        if link.startswith("term:"):
            return _term(escape(words, quote=False), link, page, definitions)
        return f"[{words}]({relative_file(link, page)})"

    return LINK.sub(linked, TAG.sub("&lt;", text.strip()))


def inline(text: str, page: str, definitions: Definitions) -> str:
    """Return HTML for a cell, a label or a line: links, emphasis and code, nothing else."""

    def linked(match: re.Match[str]) -> str:
        words, link = match.groups()
        if link.startswith("term:"):
            return _term(words, link, page, definitions)
        return f'<a href="{escape(relative_address(link, page))}">{words}</a>'

    html = escape(text.strip(), quote=False)
    html = CODE.sub(r"<code>\1</code>", html)
    html = EMPHASIS.sub(r"<em>\1</em>", STRONG.sub(r"<strong>\1</strong>", html))
    return LINK.sub(linked, html).replace("\n\n", "<br><br>").replace("\n", "<br>")


def plain(text: str) -> str:
    """Return text without marks, for descriptions, attributes and downloads."""
    words = LINK.sub(r"\1", text.strip())
    words = CODE.sub(r"\1", EMPHASIS.sub(r"\1", STRONG.sub(r"\1", words)))
    return " ".join(words.split())


def _term(words: str, link: str, page: str, definitions: Definitions) -> str:
    definition = definitions.get(link.removeprefix("term:"), "")
    explained = f' data-definition="{escape(definition)}"' if definition else ""
    return f'<a class="term" href="{escape(relative_address(link, page))}"{explained}>{words}</a>'
