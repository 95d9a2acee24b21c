"""The look in one place: steps of type, distances and colours are tokens, no side has a name, nothing is dead."""

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import pytest

from macros.styles import paint
from tests.style_sheets import ROOT, Declaration, declarations, parts, read, selectors, sheets

TOKENS = "tokens.css"
STEPS = {"note", "small", "body", "lead", "heading", "title"}
SIZED_OTHERWISE = {
    ("html", "var(--root)"): "the size of 1rem itself",
    (".md-typeset code", "0.86em"): "as large as the letters of the text around it look",
    (".md-typeset details", "inherit"): "the theme makes it smaller",
    (".md-typeset :is(.button, .quiet, .action)", "inherit"): "a button has the font of the page",
    (".md-typeset :is(input[type=\"text\"], input[type=\"date\"], select, textarea)", "inherit"):
        "a control has the font of the page",
}  # fmt: skip
DISTANCES = re.compile(
    r"(margin|padding|scroll-margin|scroll-padding|inset)(-[a-z-]+)?|(row-|column-)?gap|top|bottom"
)
DISTANCE = re.compile(r"0|auto|[12]px|100%|50%|var\(--s[1-7]\)|calc\((?P<inside>.*)\)")
SUM = re.compile(r"(-1 \*|\+|-|/ 2|100%|var\(--(s[1-7]|header|marker)\)|\s)+")
DISTANT_OTHERWISE = {
    ("@page", "margin"): "paper is measured in millimetres",
    (".md-typeset summary::after", "top"): "the sign stands at the first line, whatever its size",
    (".md-typeset details.question-note summary::after", "top"): "the same for a smaller line",
    (".md-typeset .opening li::before", "top"): "the dot stands at the first line",
    (".md-typeset .bar::after", "inset-inline-start"): "the value of the target; without one, out of sight",
}  # fmt: skip
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(")
NAMED_COLOURS = set(
    "black silver gray grey white maroon red purple fuchsia green lime olive yellow navy blue teal aqua orange"
    " brown pink gold crimson tomato coral salmon khaki violet indigo beige ivory cyan magenta".split()
)  # fmt: skip
SIDE = re.compile(r"(^|-)(left|right)(-|$)")
TURNED = re.compile(r":dir\(|\[dir=")
"""A rule for one way of reading may name sides."""
MATERIAL = Path(__import__("material").__file__).parent / "templates"
OF_MARKDOWN = {"headerlink", "no-js"}
"""Classes that neither our files nor the theme's templates name: Markdown and the theme's script set them."""
CLASS = re.compile(r"[a-z][\w-]*(-\*)?|\*-[\w-]+")
"""The star of a class stands for what a template or a script fills in."""
SET_BY_SCRIPTS = {"value", "target", "rise", "columns"}


def listed(findings: Iterable[object]) -> str:
    return "\n".join(sorted({str(each) for each in findings}))


def outside_tokens() -> list[Declaration]:
    return [each for each in declarations() if not each.place.startswith(TOKENS)]


def test_every_size_of_type_is_one_of_six_steps() -> None:
    steps = {each.property[7:] for each in declarations() if each.property.startswith("--text-")}
    assert steps == STEPS
    assert listed(each for each in outside_tokens() if is_other_size(each)) == ""


def is_other_size(found: Declaration) -> bool:
    if found.property not in ("font", "font-size"):
        return False
    value = found.value.removesuffix(" !important")
    if (found.selector, value) in SIZED_OTHERWISE:
        return False
    return found.property == "font" or value not in {f"var(--text-{step})" for step in STEPS}


def test_every_distance_is_of_the_scale() -> None:
    assert listed(each for each in outside_tokens() if is_other_distance(each)) == ""


def is_other_distance(found: Declaration) -> bool:
    if not DISTANCES.fullmatch(found.property):
        return False
    if (found.selector, found.property) in DISTANT_OTHERWISE:
        return False
    return not all(is_distance(part) for part in parts(found.value) if part != "!important")


def is_distance(part: str) -> bool:
    match = DISTANCE.fullmatch(part)
    return match is not None and (match["inside"] is None or SUM.fullmatch(match["inside"]) is not None)


def test_every_colour_is_a_token() -> None:
    assert listed(each for each in outside_tokens() if has_colour(each)) == ""


def has_colour(found: Declaration) -> bool:
    words = set(re.findall(r"(?<![\w-])[a-z]+(?![\w(-])", re.sub(r'"[^"]*"', "", found.value)))
    return bool(COLOUR.search(found.value) or words & NAMED_COLOURS)


def test_templates_scripts_and_drawings_name_no_colour() -> None:
    literal = re.compile(r"""(?:fill|stroke|color|content|style)=["'][^"']*#[0-9a-f]{3}|["']#(?:[0-9a-f]{3}){1,2}["']""")
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in sources()
        for match in literal.finditer(path.read_text("utf-8"))
    ]
    assert listed(found) == ""


def test_a_token_has_its_light_and_its_dark_value_in_one_line() -> None:
    tokens = [each for each in declarations() if each.place.startswith(TOKENS) and has_colour(each)]
    pair = re.compile(r"var\(--light, (#[0-9a-f]{6}|rgb\([^()]+\))\) var\(--dark, (#[0-9a-f]{6}|rgb\([^()]+\))\)")
    on_paper = {each.property for each in tokens if each.around.startswith("@media print")}
    pairs = [each.property for each in tokens if pair.fullmatch(each.value)]
    assert sorted(pairs) == sorted({each.property for each in tokens})
    assert on_paper < set(pairs)


def test_no_rule_names_a_side() -> None:
    assert listed(each for each in declarations() if names_side(each)) == ""


def names_side(found: Declaration) -> bool:
    if found.property.startswith("--") or TURNED.search(found.around):
        return False
    if SIDE.search(found.property) or SIDE.search(found.selector.removeprefix("@")):
        return found.selector.startswith("@") or SIDE.search(found.property) is not None
    return names_side_in_value(found.property, found.value)


def names_side_in_value(name: str, value: str) -> bool:
    if name in ("text-align", "float", "clear", "background-position", "object-position", "transform-origin", "caption-side"):
        return bool({"left", "right"} & set(value.split()))
    if name in ("margin", "padding", "inset", "border-width", "border-style", "border-color"):
        four = parts(value.removesuffix(" !important"))
        return len(four) == 4 and four[1] != four[3]
    if name == "border-radius":
        corners = parts(value)
        return len(corners) > 1 and (len(corners) != 4 or corners[0] != corners[1] or corners[2] != corners[3])
    if name in ("box-shadow", "text-shadow"):
        return any(shadow_has_side(each) for each in re.split(r",(?![^(]*\))", value))
    if name in ("transform", "translate"):
        return bool(re.search(r"translateX?\((?!-50%|0)|scaleX\((?!var\(--forward\))", value))
    return "gradient(to left" in value or "gradient(to right" in value or "gradient(90deg" in value


def shadow_has_side(shadow: str) -> bool:
    lengths = [part for part in parts(shadow) if re.match(r"-?[\d.]|calc\(", part)]
    return bool(lengths) and lengths[0] != "0" and "var(--forward)" not in lengths[0]


def test_every_custom_property_is_used_and_every_used_one_exists() -> None:
    text = "".join(path.read_text("utf-8") for path in (ROOT / "docs/assets").rglob("*.css"))
    scripts = "".join(path.read_text("utf-8") for path in sources())
    theme = "".join(path.read_text("utf-8") for path in MATERIAL.rglob("assets/**/*.*s") if path.suffix in (".css", ".js"))
    defined = set(re.findall(r"(?<![\w-])--([\w-]+):", text))
    used = set(re.findall(r"var\(--([\w-]+)", text + scripts))
    used_by_theme = set(re.findall(r"var\(--(md-[\w-]+)", theme))
    assert defined - used - used_by_theme == set()
    assert used - defined == SET_BY_SCRIPTS


def test_every_selector_can_match_something() -> None:
    dead = [
        f"{place}: {name}"
        for place, selector in selectors()
        for name in names(selector)
        if not is_produced(name)
    ]
    assert listed(dead) == ""


def names(selector: str) -> set[str]:
    """Return what a selector needs: .class, #id, [attribute], "value", custom-element."""
    bare = re.sub(r":(?!is|not|has|where)[a-z-]+(\([^()]*\))?", "", selector)
    found = {*re.findall(r"[.#][\w-]+", re.sub(r'"[^"]*"', "", bare))}
    for attribute, value in re.findall(r"\[([\w-]+)(?:[~|^$*]?=\"?([^\"\]]*)\"?)?\]", bare):
        found |= {f"[{attribute}]"} | ({f'"{value}"'} if value else set())
    return found | set(re.findall(r"(?<![\w.#\[:\"-])[a-z]+-[a-z-]+(?![\w\]=\"])", re.sub(r"\[[^\]]*\]", "", bare)))


@cache
def is_produced(name: str) -> bool:
    """Tell whether our templates, scripts and drawings, or the theme, can make what a selector names."""
    word = name.strip(".#[]\"")
    if name.startswith("."):
        return word in OF_MARKDOWN | classes() | theme_classes() or any(fnmatchcase(word, each) for each in classes() if "*" in each)
    return word in all_words()


@cache
def sources() -> tuple[Path, ...]:
    """Return what makes the pages: templates, overrides, drawings, scripts, hand-written pages."""
    folders = (("macros/templates", "*.jinja"), ("macros/drawing", "*.py"), ("macros", "texts.py"), ("docs/overrides", "*.html"),
               ("docs/assets/js", "*.js"), ("docs", "*.md"))  # fmt: skip
    return tuple(sorted(path for folder, names in folders for path in (ROOT / folder).rglob(names)))


@cache
def classes() -> frozenset[str]:
    """Return every class that the sources can give; what a template or a script fills in is a star."""
    found: set[str] = set()
    for path in sources():
        text = path.read_text("utf-8")
        if path.suffix in (".js", ".py"):
            texts = re.findall(r'"([^"\n]*)"|\'([^\'\n]*)\'|`([^`]*)`', text)
            given = [re.sub(r"\$?\{[^}]*\}", "*", "".join(each)) for each in texts]
        else:
            found |= set(re.findall(r'css="([\w-]+)"', text))
            text = re.sub(r"\{\{.*?\}\}", "*", re.sub(r"\{%.*?%\}", " ", re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)))
            given = re.findall(r'class="([^"]*)"', text) + re.findall(r"\{[^}]*?\.([\w-]+)[^}]*\}", text)
        found |= {word for each in given for word in each.replace('"', " ").replace("=", " ").split()}
    return frozenset(word for word in found if CLASS.fullmatch(word))


@cache
def all_words() -> frozenset[str]:
    """Return every word of the sources and of what the engine says to them."""
    more = [path for folder in ("assessments", "macros", "playbook_data") for path in (ROOT / folder).rglob("*.*") if path.suffix in (".py", ".yml")]
    more.append(ROOT / "mkdocs.yml")
    text = "".join(path.read_text("utf-8") for path in (*sources(), *more))
    data = {f"data-{dashed(name)}" for name in re.findall(r"dataset\.(\w+)", text)}
    return frozenset(re.findall(r"[\w-]+", text)) | data | theme_words()


def dashed(name: str) -> str:
    """Return a name as an attribute has it: shownAt is shown-at."""
    return re.sub(r"[A-Z]", lambda match: "-" + match[0].lower(), name)


@cache
def theme_classes() -> frozenset[str]:
    """Return the classes of the theme: they begin with md-."""
    return frozenset(word for word in theme_words() if word.startswith("md-"))


@cache
def theme_words() -> frozenset[str]:
    """Return every word of the theme's templates and scripts."""
    files = [*MATERIAL.rglob("*.html"), *(MATERIAL / "assets" / "javascripts").glob("bundle*.js")]
    return frozenset(re.findall(r"[\w-]+", "".join(path.read_text("utf-8") for path in files)))


@pytest.mark.parametrize(
    ("rule", "finds"),
    [
        (".a { font-size: 0.9rem; }", is_other_size),
        (".a { font: 1rem/1.4 serif; }", is_other_size),
        (".a { margin: 0 auto 3px; }", is_other_distance),
        (".a { gap: calc(var(--s1) + 5px); }", is_other_distance),
        (".a { color: #fff; }", has_colour),
        (".a { border: 1px solid white; }", has_colour),
        (".a { background: rgb(0 0 0 / 4%); }", has_colour),
        (".a { margin-left: 0; }", names_side),
        (".a { padding: 0 1px 0 2px; }", names_side),
        (".a { border-radius: 0 4px 4px 0; }", names_side),
        (".a { text-align: right; }", names_side),
        (".a { box-shadow: inset 3px 0 0 var(--teal); }", names_side),
        (".a { transform: translateX(4px); }", names_side),
        ("@page { @bottom-right { content: none; } }", names_side),
    ],
)
def test_each_rule_of_the_look_finds_its_breach(rule, finds) -> None:  # noqa: ANN001
    assert [finds(each) for each in read(rule, "x.css")] == [True]


def test_an_invented_name_is_dead() -> None:
    invented = '.md-typeset .nonsuch:is(.cards, #nosuch-id)[data-nosuch="never-said"] > no-such'
    assert {name for name in names(invented) if not is_produced(name)} == {
        ".nonsuch", "#nosuch-id", "[data-nosuch]", '"never-said"', "no-such",
    }  # fmt: skip


def test_a_picture_that_knows_no_page_has_the_colours_of_the_tokens() -> None:
    tokens = (ROOT / "docs/assets/css/tokens.css").read_text("utf-8")
    assert paint('<path fill="var(--teal)"/>', "--teal: var(--light, #0b5c5e) var(--dark, #7dcfc9);") == '<path fill="#0b5c5e"/>'
    for picture in (ROOT / "docs/assets/images").glob("*.svg"):
        text = picture.read_text("utf-8")
        assert not COLOUR.search(text)
        assert "var(" not in paint(text, tokens)
