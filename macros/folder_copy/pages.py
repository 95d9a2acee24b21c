"""A page of the site as it stands in a copy that is opened from a folder.

Elements say in the templates what becomes of them there. `data-served` marks what makes sense only
where a server answers: it goes, and the sentence whose key it names takes its place. `data-copied`
names a sentence that is added at the end of an element.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from macros.browser import FROM_THE_BEGINNING

PAGE = "index.html"
SERVED, COPIED = "data-served", "data-copied"
TAG = re.compile(r"""<([a-z][^\s/>"']*+)((?:[^"'>]++|"[^"]*"|'[^']*')*+)>""")
ATTRIBUTE = re.compile(r"""\s([a-z][a-z-]*)(?:="([^"]*)")?(?=[\s>/]|$)""")
LINK = re.compile(r'(\s(?:href|src))="([^"]+)"')
WORKER = re.compile(r'(\sdata-worker="[^"]+)"')
PAGE_SCRIPT = re.compile(r'<script src="([^"]*)assets/js/playbook-[^"/]+" type="module">')
BODY = re.compile(r"<body\b[^>]*>")
ARTICLE = re.compile(r'<article class="md-content__inner md-typeset">')
KEEPS = re.compile(r"<(?:tool-form|my-results|device-memory)\b")
"""What keeps and shows answers, which some browsers keep apart for each file."""
FOR_MACHINES = re.compile(
    r'<script type="application/ld\+json">.*?</script>|<site-news\b.*?</site-news>', re.DOTALL
)
"""What search engines read, and what is told where a site is renewed."""
POINTERS = ("canonical", "prev", "next", "alternate", "modulepreload", "manifest")
"""Relations of a page that lead to a server, or that only one can serve."""
ICON = "apple-touch-icon"
ABOUT = ("og:", "twitter:")
VOID = ("img", "input", "link", "meta", "br", "hr")


class UnmarkedError(Exception):
    """A page cannot be copied; the message says what is wrong with its template."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copier:
    """What the pages of one language need to stand in a copy."""

    sentences: Mapping[str, str]
    """By the keys that templates name."""
    gap: str
    """What stands between two sentences."""
    unpacking: Mapping[str, str]
    """Tag of a language -> what it says to whoever opens a page inside the zip."""
    script: str
    """Name of the one script of every page, in assets/js/."""

    def copied(self, page: str) -> str:
        """Return a page of the site as it stands in the copy."""
        page = FOR_MACHINES.sub("", page)
        page = self._without_served(page)
        page = BODY.sub(lambda found: found[0] + self._unpacking(), page, count=1)
        if KEEPS.search(page):
            page = ARTICLE.sub(lambda found: found[0] + self._apart(), page, count=1)
        page = PAGE_SCRIPT.sub(rf'<script src="\1assets/js/{self.script}">', page)
        return TAG.sub(_named, page)

    def _unpacking(self) -> str:
        """Return what only a page without its styles shows."""
        return "".join(
            f'<p data-unpacking lang="{tag}">{escape(said)}</p>'
            for tag, said in self.unpacking.items()
        )

    def _apart(self) -> str:
        """Return what the page's script shows in such a browser."""
        said = escape(self._sentence("apart"))
        return f'<div class="notice" data-tone="caution" data-apart hidden><p>{said}</p></div>'

    def _without_served(self, page: str) -> str:
        written, done = [], 0
        for tag in TAG.finditer(page):
            if tag.start() < done or not any(name in tag[2] for name in (SERVED, COPIED)):
                continue
            attributes = dict(ATTRIBUTE.findall(tag[2]))
            end = _end_of(page, tag)
            if SERVED in attributes:
                written += [page[done : tag.start()], self._instead(tag[1], attributes)]
                done = end
            else:
                close = page.rindex("</", 0, end)
                sentence = self._sentence(attributes[COPIED])
                written += [page[done:close], f"{self.gap}{escape(sentence)}"]
                done = close
        return "".join([*written, page[done:]])

    def _instead(self, tag: str, attributes: Mapping[str, str]) -> str:
        """Return the sentence that takes the place of an element; empty where it just goes."""
        key = attributes[SERVED]
        # Markdown writes an attribute without a value with its own name.
        if key in ("", SERVED):
            return ""
        said = escape(self._sentence(key))
        # Where a text goes, a text stands; where a box goes, a note.
        return f"<{tag}>{said}</{tag}>" if tag in ("p", "span") else f'<p class="help">{said}</p>'

    def _sentence(self, key: str) -> str:
        if key not in self.sentences:
            raise UnmarkedError(f"A template names '{key}', but interface.yml has no copy.{key}.")
        return self.sentences[key]


def _end_of(page: str, start: re.Match[str]) -> int:
    """Return where an element ends."""
    if start[1] in VOID:
        return start.end()
    depth = 0
    for tag in re.finditer(rf"<(/?){start[1]}(?=[\s>])[^>]*>", page[start.start() :]):
        depth += -1 if tag[1] else 1
        if not depth:
            return start.start() + tag.end()
    raise UnmarkedError(f"The element {start[0]} has no end.")


def _named(tag: re.Match[str]) -> str:
    """Return a tag with the names of files, or nothing where it is of no use in a folder."""
    name, text = tag[1], tag[0]
    if name == "link" and _relations(text) & {*POINTERS, ICON}:
        return ""
    if name == "meta" and any(f'="{start}' in text for start in ABOUT):
        return ""
    if " data-worker=" in text:
        text = WORKER.sub(rf'\1{FROM_THE_BEGINNING}"', text)
    return LINK.sub(_file_named, text) if name in ("a", "link", "script", "img") else text


def _relations(link: str) -> set[str]:
    found = re.search(r'\srel="([^"]*)"', link)
    return {*found[1].split()} if found else set()


def _file_named(link: re.Match[str]) -> str:
    """Return a link to a page as one to its file: no server looks into the folder."""
    parts = urlsplit(link[2])
    path = parts.path
    if parts.scheme or parts.netloc or not path:
        return link[0]
    if path.endswith(("/", "..")) or path == ".":
        path = f"{path.rstrip('/')}/{PAGE}".removeprefix("./")
    rest = link[2].removeprefix(parts.path)
    return f'{link[1]}="{path}{rest}"'
