"""Texts that mean harm, and which of them an author could put into a field of a playbook."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from macros.checks import PAGE_RULES, find_problems
from macros.files import read_files
from macros.plain_text import plain
from macros.problems import Problem, written
from macros.project import FOLDER
from macros.source.writing import to_yaml
from macros.yaml_source import read_yaml

LANGUAGES = ("en", "zh")
ELSEWHERE = "https://elsewhere.example/"
TRIP = "trip()"
"""What each script calls; the tests define it as what tells that it ran."""

SCRIPTS = (
    "<script>{trip}</script>", "</script><script>{trip}</script>", "<script src={else}x.js>",
    "<img src=x onerror={trip}>", "<svg onload={trip}>", "<svg/onload={trip}//", "<b>bold</b>",
    "<a href='javascript:{trip}'>a</a>", "<iframe src={else}></iframe>",
    "<style>*{{display:none}}", "</title><img src=x onerror={trip}>",
    "</textarea><img src=x onerror={trip}>", "<!-- {trip}", "--><img src=x onerror={trip}>",
    "]]><img src=x onerror={trip}>", "<details open ontoggle={trip}",
    "<math><mi xlink:href='javascript:{trip}'>",
    "<template><img src=x onerror={trip}></template>", "\" onfocus={trip} autofocus \"",
    "' onmouseover={trip} '", "\" style=\"position:fixed\" x=\"",
    "`\" onfocus={trip} autofocus tabindex=0", "javascript:{trip}", "<?php {trip} ?>", "<x",
    "<base href={else}>", "<meta http-equiv=refresh content='0;url={else}'>",
    "<link rel=icon {else}>", "<form action={else}><button>go", "<object data={else}></object>",
    "< script >{trip}< /script >", "<SCRIPT\n>{trip}</SCRIPT>", "<scr<script>ipt>{trip}</script>",
    "<div markdown>**x**</div>",
)  # fmt: skip
MARKUP = (
    "{{: onfocus={trip} tabindex=0 autofocus }}", "*x*{{: onclick={trip} }}", "x {{#id .red}}",
    "**x**{{ .hidden }}", "{{: style=display:none }}", "[x](javascript:{trip})", "[x]({else})",
    "[a [b]](javascript:{trip})", "[a](<javascript:{trip}>)", "![x]({else}x.png)", "![x][y]",
    "[x][y]", "[x]", "[x]: {else}", "*[HTML]: {else}", "[^1]", "[^1]: note", "<{else}>", "{else}",
    "<mailto:a@b.example>", "`x", "``x` `<b>`` ", "`<img src=x onerror={trip}>`", "**x", "__x__",
    "_x_", "~~x~~", "^x^", "x | y | z", "# x", "## x {{ #y }}", "> x", "- x", "1. x", "+ x",
    "* x", "---", "===", "***", "* * *", ": x", "    code", "```x```", "\\*x\\*", "\\<b\\>",
    "\\[x\\](y)", "[x](m:trust)", "[x](m:nowhere)", "[x](m:trust \"t\")", "[x] (y)",
    "[[x]](m:trust)", "x  \ny", "\n\n> x", "\n\n: x", "\n: x", "x | y\n--- | ---\n1 | 2",
    "\n\n    code", "\n\n# x", "\n=", "\n\n***", "\n\n<div>\n\nx", "\n\n[x]: {else}",
    "\n\n*[x]: {else}", "\n\n~~~\nx", "\n\n!!! note",
)  # fmt: skip
TEMPLATES = (
    "{{{{ 7 * 7 }}}}", "{{% raw %}}", "{{# x #}}", "{{{{ ''.__class__.__mro__ }}}}", "{{nope}}",
    "{{", "}}", "{{0}}", "{{number.__class__}}", "{{x:a|b}}", "${{{trip}}}", "#{{x}}",
    "%s %d %(x)s", "{{% include '/etc/passwd' %}}", "{{{{ config }}}}", "{{}}", "{{!x}}",
)  # fmt: skip
ENTITIES = (
    "&lt;script&gt;{trip}&lt;/script&gt;", "&#60;b&#62;", "&#x3c;img src=x onerror={trip}&#x3e;",
    "&amp;lt;b&amp;gt;", "&quot; onfocus={trip}", "&nbsp;", "&copy", "&copy;", "& x;", "&#0;",
    "R&D;", "&ampamp;", "&NotEqualTilde;", "a&b=c", "&#106;avascript:{trip}", "&lt",
)  # fmt: skip
TRICKS = (
    "＜script＞{trip}＜/script＞", "\u202ekcab", "a\u200bb", "a\u2066b", "a\u200db", "\ufeffx",
    "\x00x", "\x1b[31mred", "e\u0301" * 20, "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "ﷺ" * 10, "ſcript", "\u2028{trip}", "ı İ ß ǆ", "\ud7ff", "\U000e0041", "\u3164", "x" * 3000,
    "[" * 200, "(" * 200 + "]", "*" * 500, "`" * 501, "<" * 300, "&" * 300, "{{" * 100, "一" * 500,
    "\\" * 99, "'" * 99, '"' * 99, "a\u0300\u0316" * 30, "__proto__", "constructor", "null", "-0",
    "1e999", "../../../etc/passwd", "%00", "\r\nx", "x\ny", "=cmd|' /C calc'!A0", "＝1+1",
    "\ufffc", "\u061c؟", "שלום",
)  # fmt: skip
KINDS = (SCRIPTS, MARKUP, TEMPLATES, ENTITIES, TRICKS)


def hostile_texts(number: int, seed: int = 8) -> list[str]:
    """Return each harmful text, then mixtures of them, always the same for a seed."""
    chance = Random(seed)
    alone = [_filled(text) for kind in KINDS for text in kind]
    chance.shuffle(alone)
    while len(alone) < number:
        parts = [_filled(chance.choice(chance.choice(KINDS))) for _ in range(chance.randint(2, 4))]
        alone.append(chance.choice(("", " ", "x", "“")).join(parts))
    return alone[:number]


def _filled(text: str) -> str:
    return text.format_map({"trip": TRIP, "else": ELSEWHERE, "x": "x"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A text of a playbook, which is planted in all its languages at once."""

    file: str
    """In playbook_data."""
    path: tuple[str | int, ...]
    texts: tuple[tuple[str, str], ...]
    """Language and what stands there before; a language is empty where a text has one for all."""


def fields(folder: Path) -> Iterator[Field]:
    """Yield every text for readers in a project's playbook, but for the engine's sentences.

    Those are built into the engine, which hands them to pages as it does what readers type.
    """
    for path in sorted((folder / FOLDER).rglob("*.yml")):
        name = path.relative_to(folder / FOLDER).as_posix()
        value = read_yaml(path.read_bytes(), name).value
        if name.startswith("languages/") and isinstance(value, dict):
            yield Field(file=name, path=("name",), texts=(("", value["name"]),))
        elif not name.startswith(("words/", "search", "elements")):
            for place, texts in _texts(value, ()):
                yield Field(file=name, path=place, texts=texts)


def _texts(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[Any, Any]]:
    if isinstance(value, Mapping):
        if value and set(value) <= set(LANGUAGES):
            if all(isinstance(text, str) for text in value.values()):
                yield path, tuple(value.items())
            return
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A harmful text in a field, between two words that find it again on a page."""

    number: int
    field: Field
    text: str

    def written(self, before: str) -> str:
        """Return what stands in the field; what stood there keeps the gaps of a sentence."""
        return f"Zq{self.number}a {self.text} Zq{self.number}z {before}"

    @property
    def seen(self) -> str:
        """Return what readers see between the two words; a name has no marks."""
        return self.text if self.field.file.startswith("languages/") else plain(self.text)


def plant(folder: Path, texts: Sequence[str], places: Sequence[Field]) -> list[Planted]:
    """Write a text into each field, take back what `check` refuses, and return what is left."""
    planted = [
        Planted(number=number, field=field, text=texts[number % len(texts)])
        for number, field in enumerate(places)
    ]
    while True:
        _write(folder, places, planted)
        problems = find_problems(read_files(folder), PAGE_RULES)
        if not problems:
            return planted
        refused = {(each.file, each.path) for each in problems if each.path}
        lines = [_line(folder, each) for each in problems if not each.path]
        kept = [
            each
            for each in planted
            if not refused.intersection(_paths(each.field))
            and not any(f"Zq{each.number}a" in line for line in lines)
        ]
        assert len(kept) < len(planted), problems[:3]
        planted = kept


def _paths(field: Field) -> Iterator[tuple[str, str]]:
    for language, _ in field.texts:
        yield f"{FOLDER}/{field.file}", written((*field.path, language) if language else field.path)


def _line(folder: Path, problem: Problem) -> str:
    """Return the line of a problem that belongs to no value, such as an invisible character."""
    return (folder / problem.file).read_text("utf-8").split("\n")[problem.line - 1]


def _write(folder: Path, places: Sequence[Field], planted: Sequence[Planted]) -> None:
    harm = {each.field: each for each in planted}
    for name in {place.file for place in places}:
        path = folder / FOLDER / name
        value: Any = read_yaml(path.read_bytes(), name).value
        for place in places:
            if place.file == name:
                _put(value, place, harm.get(place))
        path.write_text(to_yaml(value), encoding="utf-8")


def _put(value: Any, place: Field, harm: Planted | None) -> None:
    for language, before in place.texts:
        steps = (*place.path, language) if language else place.path
        record = value
        for step in steps[:-1]:
            record = record[step]
        record[steps[-1]] = harm.written(before) if harm else before
