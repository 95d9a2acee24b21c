"""Read the style sheets of the site as rules and declarations, with the line of each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
ASSETS = ROOT / "docs" / "assets"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SOURCES = tuple(
    sorted(
        path
        for folder, files in {
            "macros/templates": "*.jinja",
            "macros/drawing": "*.py",
            "macros": "texts.py",
            "docs/overrides": "*.html",
            "docs/assets/js": "*.js",
            "docs": "*.md",
        }.items()
        for path in (ROOT / folder).rglob(files)
    )
)
"""What makes the pages: templates, drawings, overrides, scripts, hand-written pages."""
PIECE = re.compile(
    r"""(?:"[^"]*"|'[^']*'|\([^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*\)|[^{};"'(])+|[{};]"""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """One property with its value, and where it stands."""

    place: str
    """File and line, as an editor links them."""
    around: str
    """The at-rules and the selector that it stands in: "@media print .lead"."""
    selector: str
    property: str
    value: str

    def __str__(self) -> str:
        """Say it as a finding of a test: where, in which rule, what."""
        return f"{self.place}: {self.selector} {{ {self.property}: {self.value} }}"


@cache
def sheets() -> tuple[Path, ...]:
    """Return every style sheet that people write."""
    return tuple(sorted((ROOT / "docs" / "assets").rglob("*.css")))


@cache
def declarations() -> tuple[Declaration, ...]:
    """Return every declaration of every sheet."""
    return tuple(
        found
        for sheet in sheets()
        for found in read(sheet.read_text("utf-8"), str(sheet.relative_to(ASSETS)))
    )


def read(text: str, name: str) -> Iterator[Declaration]:
    """Return the declarations of one sheet."""
    bare = COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    open_rules: list[str] = []
    before = ""
    for piece in PIECE.finditer(bare):
        if piece[0] == "{":
            open_rules.append(" ".join(before.split()))
        elif piece[0] in ";}":
            if open_rules and ":" in before:
                yield _declaration(before, open_rules, f"{name}:{_line(bare, piece.start())}")
            if piece[0] == "}":
                open_rules.pop()
        before = "" if piece[0] in "{};" else piece[0]


def _declaration(text: str, rules: list[str], place: str) -> Declaration:
    property_, _, value = text.partition(":")
    return Declaration(
        place=place,
        around=" ".join(rules),
        selector=rules[-1],
        property=property_.strip(),
        value=" ".join(value.split()),
    )


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def selectors() -> Iterator[tuple[str, str]]:
    """Return each selector of a rule, apart from at-rules, with its place."""
    for found in declarations():
        if not found.selector.startswith("@"):
            yield found.place, found.selector


def parts(value: str) -> list[str]:
    """Split a value at its spaces, but not inside brackets."""
    return re.findall(r"(?:[^\s(),]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+", value)


def listed(findings: Iterable[object]) -> str:
    """Return findings as a text that a failing test shows whole."""
    return "\n".join(sorted({str(each) for each in findings}))
