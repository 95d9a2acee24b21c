"""The inline scripts that the pages of a built site hold, and what no strict policy lets pass.

A hash in the policy lets a script run wherever it stands, so only scripts that a template of the
theme writes get one: what an author's text could bring in is refused, not hashed.
"""

import base64
import hashlib
import re
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from macros.licences.shipped import THEME

OVERRIDES = Path("docs/overrides")
SCRIPT = re.compile(r"<script(?P<about>[^>]*)>(?P<text>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
KIND = re.compile(r"\stype\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)
SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
RUNS = {"", "module", "text/javascript"}
"""Types of scripts that a browser runs; all others are data, which no policy concerns."""
REFUSED = re.compile(
    r"""<style[\s>]|<[a-z][^<>]*\s(?:style|on[a-z]+)\s*=\s*["'\w]"""
    r"""|<[a-z][^<>]*\s(?:href|src|action|formaction)\s*=\s*["']?\s*javascript:""",
    re.IGNORECASE,
)

TAG = re.compile(r"""<[a-z][^\s/>"']*((?:[^"'>]|"[^"]*"|'[^']*')*)>""", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([^\s"'=/>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")


def pages_of(site: Path) -> Iterator[Path]:
    """Yield every page of a built site, in order."""
    yield from sorted(site.rglob("*.html"))


def inline_scripts(page: str) -> Iterator[str]:
    """Yield the text of each inline script that a browser would run."""
    for found in SCRIPT.finditer(page):
        about = found["about"]
        kind = KIND.search(about)
        if not SOURCE.search(about) and (kind[1].lower() if kind else "") in RUNS:
            yield found["text"]


def scripts_of_templates(root: Path) -> frozenset[str]:
    """Return the inline scripts that the theme's templates and ours write, word for word."""
    theme = Path(str(distribution(THEME).locate_file("material/templates")))
    return frozenset(
        text
        for folder in (root / OVERRIDES, theme, theme / "partials")
        # Beside its templates the theme has a folder of ten thousand icons.
        for template in folder.glob("**/*.html" if folder != theme else "*.html")
        for text in inline_scripts(template.read_text("utf-8"))
        if "{{" not in text and "{%" not in text
    )


def shipped_scripts(site: Path) -> frozenset[str]:
    """Return the inline scripts of all pages of a built site."""
    return frozenset(
        text for page in pages_of(site) for text in inline_scripts(page.read_text("utf-8"))
    )


def script_hash(text: str) -> str:
    """Return the source expression that lets an inline script run: 'sha256-…'."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def refused(root: Path, site: Path) -> Iterator[str]:
    """Yield, page by page, what the policy of this site would refuse: the page and the place."""
    known = scripts_of_templates(root)
    for page in pages_of(site):
        text = page.read_text("utf-8")
        strange = next((each for each in inline_scripts(text) if each not in known), None)
        if strange is not None:
            yield f"{page.relative_to(site).as_posix()}: <script>{strange.strip()[:60]}"
        rest = SCRIPT.sub("", text)
        found = next(
            (each for each in REFUSED.finditer(rest) if is_markup(rest, each.start())), None
        )
        if found:
            yield f"{page.relative_to(site).as_posix()}: {found[0][-80:]}"


def is_markup(text: str, start: int) -> bool:
    """Return whether a tag has what is refused, and does not only speak of it."""
    tag = TAG.match(text, start)
    if tag is None or tag[0][:6].lower() == "<style":
        return True
    return any(
        name.lower() == "style"
        or name.lower().startswith("on")
        or value.strip("\"' \t\n").lower().startswith("javascript:")
        for name, value in ATTRIBUTE.findall(tag[1])
        if value
    )
