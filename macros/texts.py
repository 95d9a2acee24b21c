"""Turn the Markdown of authors into Markdown or HTML of a page: links by id, terms, escaping."""

import re
from collections.abc import Mapping
from html import escape

from macros.addresses import relative_address, relative_file
from macros.plain_text import CODE, EMPHASIS, LINK, STRONG

# Authors write no HTML; a less-than sign is one. An entity keeps Markdown from reading it as a tag.
# In code Markdown does so itself.
CODE_OR_TAG = re.compile(r"(`[^`]*`)|<(?=[A-Za-z/!?])")

Definitions = Mapping[str, str]
"""Id of a term -> its definition as plain text."""


def markdown(text: str, page: str, definitions: Definitions) -> str:
    """Return block Markdown for the page at a staged path."""
    escaped = CODE_OR_TAG.sub(lambda found: found[1] or "&lt;", text.strip())
    return linked(escaped, page, definitions)


def linked(text: str, page: str, definitions: Definitions) -> str:
    """Return Markdown, which may hold HTML, with its links by id as links to files."""

    def link_of(match: re.Match[str]) -> str:
        words, link = match.groups()
        if link.startswith("term:"):
            return _term(escape(words, quote=False), link, page, definitions)
        return f"[{words}]({relative_file(link, page)})"

    return LINK.sub(link_of, text)


def inline(text: str, page: str, definitions: Definitions) -> str:
    """Return HTML for a cell, a label or a line: links, emphasis and code, nothing else."""

    def link_of(match: re.Match[str]) -> str:
        words, link = match.groups()
        if link.startswith("term:"):
            return _term(words, link, page, definitions)
        return f'<a href="{escape(relative_address(link, page))}">{words}</a>'

    html = escape(text.strip(), quote=False)
    html = CODE.sub(r"<code>\1</code>", html)
    html = EMPHASIS.sub(r"<em>\1</em>", STRONG.sub(r"<strong>\1</strong>", html))
    return LINK.sub(link_of, html).replace("\n\n", "<br><br>").replace("\n", "<br>")


def _term(words: str, link: str, page: str, definitions: Definitions) -> str:
    definition = definitions.get(link.removeprefix("term:"), "")
    explained = f' data-definition="{escape(definition)}"' if definition else ""
    return f'<a class="term" href="{escape(relative_address(link, page))}"{explained}>{words}</a>'
