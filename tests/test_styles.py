"""The look comes from one place: type, distances and colours are tokens, and no side has a name."""

import re
from collections.abc import Callable

import pytest

from macros.styles import paint
from tests.style_sheets import ROOT, SOURCES, Declaration, declarations, listed, parts, read

TOKENS = "css/tokens.css"
STEPS = {"note", "small", "body", "lead", "heading", "title"}
SIZED_OTHERWISE = {
    ("html", "var(--root)"): "the size of 1rem itself",
    (".md-typeset code", "0.86em"): "looks as large as the letters around it",
    (".md-typeset details", "inherit"): "the theme makes it smaller",
    ("[dir] .md-typeset .slide-face .slide-lines li", "inherit"): "the list has the size",
    (".md-typeset :is(.button, .quiet, .action)", "inherit"): "a button has the font of the page",
    (
        '.md-typeset :is(input[type="text"], input[type="date"], select, textarea)',
        "inherit",
    ): "a control has the font of the page",
}
DISTANCES = re.compile(
    r"(margin|padding|scroll-margin|scroll-padding|inset)(-[a-z-]+)?|(row-|column-)?gap|top|bottom"
)
DISTANCE = re.compile(
    r"0|auto|[12]px|100%|50%|var\(--(s[1-7]|below-bars|above-bars)\)|calc\((?P<inside>.*)\)"
)
ON_A_SLIDE = re.compile(r"css/slide(s|-face)\.css:"), "var(--u)"
"""The sheets, and the unit in them: a slide grows as a whole, in points of the slide."""
SUM = re.compile(r"(-1 \*|\+|-|/ 2|100%|var\(--(s[1-7]|header|marker)\)|\s)+")
DISTANT_OTHERWISE = {
    ("@page", "margin"): "paper is measured in millimetres",
    (".md-typeset summary::after", "top"): "the sign stands at the first line, whatever its size",
    (".md-typeset details.question-note summary::after", "top"): "the same for a smaller line",
    (".md-typeset :is(.about-tool, .tool-options) > summary::after", "top"): "the same again",
    (".md-typeset .brief li::before", "top"): "the dot stands at the first line",
    ("[dir] .md-typeset .cut-cards > .cut-card", "margin-block-end"): "cards share a line to cut",
    ("[dir] .md-typeset .cut-cards > .cut-card", "margin-inline-end"): "the same beside each other",
    (".md-typeset .bar::after", "inset-inline-start"): "the target; without one, out of sight",
}
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(")
NAMED_COLOURS = {
    "black", "silver", "gray", "grey", "white", "maroon", "red", "purple", "fuchsia", "green",
    "lime", "olive", "yellow", "navy", "blue", "teal", "aqua", "orange", "brown", "pink", "gold",
    "crimson", "tomato", "coral", "salmon", "khaki", "violet", "indigo", "beige", "ivory", "cyan",
    "magenta",
}  # fmt: skip
LITERAL = re.compile(
    r"""(?:fill|stroke|color|content|style)=["'][^"']*#[0-9a-f]{3}"""
    r"""|["']#(?:[0-9a-f]{3}){1,2}["']"""
)
VALUE = r"(?:#[0-9a-f]{6}|rgb\([^()]+\))"
PAIR = re.compile(rf"var\(--light, {VALUE}\) var\(--dark, {VALUE}\)")
SIDES = {"left", "right"}
SIDE = re.compile(r"(^|-)(left|right)(-|$)")
TURNED = re.compile(r":dir\(|\[dir=")
"""A rule for one way of reading may name sides."""
PLACED = {
    *("text-align", "float", "clear", "caption-side"),
    *("background-position", "object-position", "transform-origin"),
}
FOUR_SIDED = {"margin", "padding", "inset", "border-width", "border-style", "border-color"}
MOVED = re.compile(r"translateX?\((?!-50%|0)|scaleX\((?!var\(--forward\))")
SLOPING = re.compile(r"gradient\((to (left|right)|90deg|270deg)")


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
    if (found.selector, value) in SIZED_OTHERWISE or is_of_a_slide(found):
        return False
    return found.property == "font" or value not in {f"var(--text-{step})" for step in STEPS}


def is_of_a_slide(found: Declaration) -> bool:
    sheets, unit = ON_A_SLIDE
    return bool(sheets.match(found.place)) and unit in found.value


def test_every_distance_is_of_the_scale() -> None:
    assert listed(each for each in outside_tokens() if is_other_distance(each)) == ""


def is_other_distance(found: Declaration) -> bool:
    if not DISTANCES.fullmatch(found.property):
        return False
    if (found.selector, found.property) in DISTANT_OTHERWISE or is_of_a_slide(found):
        return False
    return not all(is_distance(part) for part in parts(found.value) if part != "!important")


def is_distance(part: str) -> bool:
    match = DISTANCE.fullmatch(part)
    return match is not None and (not match["inside"] or bool(SUM.fullmatch(match["inside"])))


def test_every_colour_is_a_token() -> None:
    assert listed(each for each in outside_tokens() if has_colour(each)) == ""


def has_colour(found: Declaration) -> bool:
    bare = re.sub(r'"[^"]*"', "", found.value)
    words = set(re.findall(r"(?<![\w-])[a-z]+(?![\w(-])", bare))
    return bool(COLOUR.search(found.value) or words & NAMED_COLOURS)


def test_templates_scripts_and_drawings_name_no_colour() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in SOURCES
        for match in LITERAL.finditer(path.read_text("utf-8"))
    ]
    assert listed(found) == ""


def test_a_colour_has_its_light_and_its_dark_value_in_one_line() -> None:
    coloured = [each for each in declarations() if has_colour(each)]
    pairs = [each.property for each in coloured if PAIR.fullmatch(each.value)]
    others = [each for each in coloured if not PAIR.fullmatch(each.value)]
    assert len(pairs) == len(set(pairs))
    assert {each.around.split(" :root")[0] for each in others} == {"@media print"}
    assert {each.property for each in others} < set(pairs)


def test_no_rule_names_a_side() -> None:
    assert listed(each for each in declarations() if names_side(each)) == ""


def names_side(found: Declaration) -> bool:
    if found.property.startswith("--") or TURNED.search(found.around):
        return False
    if found.selector.startswith("@") and SIDE.search(found.selector.removeprefix("@")):
        return True
    return bool(SIDE.search(found.property)) or value_names_side(found.property, found.value)


def value_names_side(name: str, value: str) -> bool:
    words = parts(value.removesuffix(" !important"))
    if name in PLACED:
        return bool(SIDES & set(words))
    if name in FOUR_SIDED:
        return len(words) == 4 and words[1] != words[3]
    if name == "border-radius":
        return len(words) > 1 and (len(words) < 4 or words[0] != words[1] or words[2] != words[3])
    if name in ("box-shadow", "text-shadow"):
        return any(shadow_has_side(each) for each in re.split(r",(?![^(]*\))", value))
    return bool(MOVED.search(value) or SLOPING.search(value))


def shadow_has_side(shadow: str) -> bool:
    lengths = [part for part in parts(shadow) if re.match(r"-?[\d.]|calc\(", part)]
    return bool(lengths) and lengths[0] != "0" and "var(--forward)" not in lengths[0]


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
def test_each_rule_finds_its_breach(rule: str, finds: Callable[[Declaration], bool]) -> None:
    assert [finds(each) for each in read(rule, "x.css")] == [True]


def test_a_picture_that_knows_no_page_has_the_colours_of_the_tokens() -> None:
    tokens = "--teal: var(--light, #0b5c5e) var(--dark, #7dcfc9);"
    assert paint('<path fill="var(--teal)"/>', tokens) == '<path fill="#0b5c5e"/>'
    for picture in (ROOT / "docs/assets/images").glob("*.svg"):
        text = picture.read_text("utf-8")
        assert not COLOUR.search(text)
        assert "var(" not in paint(text, (ROOT / "docs/assets" / TOKENS).read_text("utf-8"))
