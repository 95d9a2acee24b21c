"""A built page without the site around it: for a frame, and for a package that stands alone."""

from collections.abc import Callable, Mapping
from html import escape
from html.parser import HTMLParser

Attributes = Mapping[str, str | None]
Change = Callable[[str, Attributes], Attributes]
"""Tag and attributes -> the attributes that it has from now on."""

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
AROUND = frozenset(
    ("md-header", "md-footer", "md-sidebar", "md-toggle", "md-overlay", "md-dialog", "md-skip")
)
"""Classes of what the theme puts around a page."""
ON_THE_SITE = frozenset(("reading-path", "site-news"))
"""Elements that make sense on the site alone: what comes next, another edition."""
PANEL = "in-course"
"""Class of what says how a course takes the page along."""
FOR_MACHINES = "application/ld+json"
"""A script that tells search engines what the page is."""
POINTERS = frozenset(("canonical", "prev", "next", "alternate", "manifest", "apple-touch-icon"))
"""Relations of a page to others and to the site that is installed, which a copy does not have."""


def without_chrome(page: str, change: Change = lambda _tag, attributes: attributes) -> str:
    """Return a page without header, navigation, footer and the scripts of the theme."""
    rewriter = _Rewriter(change)
    rewriter.feed(page)
    rewriter.close()
    return "".join(rewriter.written)


def is_chrome(tag: str, attributes: Attributes) -> bool:
    """Return whether an element belongs to the site around a page."""
    classes = {*(attributes.get("class") or "").split()}
    if AROUND & classes or PANEL in classes or tag in ON_THE_SITE:
        return True
    if tag == "script":
        is_config = attributes.get("id") == "__config" or attributes.get("type") == FOR_MACHINES
        return is_config or "javascripts/" in (attributes.get("src") or "")
    if tag == "meta":
        return (attributes.get("property") or "").startswith("og:")
    return tag == "link" and not POINTERS.isdisjoint((attributes.get("rel") or "").split())


class _Rewriter(HTMLParser):
    """Writes what it reads, as it stood, but for what is left out and what is changed."""

    def __init__(self, change: Change) -> None:
        super().__init__(convert_charrefs=False)
        self.written: list[str] = []
        self._change = change
        self._depth = 0
        """How many elements deep we are in one that is left out."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write a tag, or begin to leave an element out."""
        if self._depth:
            self._depth += tag not in VOID
        elif is_chrome(tag, dict(attrs)):
            self._depth = int(tag not in VOID)
        else:
            self._write_tag(tag, dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write a tag that ends where it begins."""
        if not self._depth and not is_chrome(tag, dict(attrs)):
            self._write_tag(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """Write the end of an element, or end leaving one out."""
        if self._depth:
            self._depth -= tag not in VOID
        else:
            self.written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Write text."""
        self._write(data)

    def handle_entityref(self, name: str) -> None:
        """Write a named character."""
        self._write(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Write a numbered character."""
        self._write(f"&#{name};")

    def handle_decl(self, decl: str) -> None:
        """Write the kind of document."""
        self._write(f"<!{decl}>")

    def _write(self, text: str) -> None:
        if not self._depth:
            self.written.append(text)

    def _write_tag(self, tag: str, attributes: Attributes) -> None:
        changed = self._change(tag, attributes)
        if changed == attributes:
            self.written.append(self.get_starttag_text() or "")
            return
        said = (
            f" {name}" if value is None else f' {name}="{escape(value)}"'
            for name, value in changed.items()
        )
        self.written.append(f"<{tag}{''.join(said)}>")
