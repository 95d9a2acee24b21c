"""Of the theme's styles the site has the rules that can match something, and what these read."""

from pathlib import Path

import pytest

from macros.theme_styles import can_match, selectors, theme_styles

CASES = {
    ".md-nav{color:red}.md-search{color:blue}": ".md-nav{color:red}",
    ".md-nav,.md-search{color:red}": ".md-nav{color:red}",
    ".md-nav:not(.md-search){color:red}": ".md-nav:not(.md-search){color:red}",
    ":is(.md-search,.md-nav) a{color:red}": ":is(.md-search,.md-nav) a{color:red}",
    ":is(.md-search,.md-tag) a{color:red}": "",
    "@media print{.md-search{color:red}}": "",
    "@media print{.md-search{color:red}a{top:0}}": "@media print{a{top:0}}",
    "[data-md-color-primary=red]{top:0}": "",
    "[data-md-color-primary=custom]{top:0}": "[data-md-color-primary=custom]{top:0}",
    ":root{--a:1;--b:url('x;y}z')}a{top:var(--b)}": ":root{--b:url('x;y}z')}a{top:var(--b)}",
    ":root{--a:1;--b:var(--a);--c:2}a{top:var(--b)}": ":root{--a:1;--b:var(--a)}a{top:var(--b)}",
    ":root{--ours:1}": ":root{--ours:1}",
    "@keyframes x{to{top:0}}@keyframes y{to{top:0}}a{animation:x 1s}": (
        "@keyframes x{to{top:0}}a{animation:x 1s}"
    ),
    "a.focus-visible{top:0}": "a:focus-visible{top:0}",
    ".md-option.focus-visible+label{top:0}": ".md-option:focus-visible+label{top:0}",
}
"""A style sheet of a theme -> what a site takes that reads --ours."""


@pytest.mark.parametrize("sheet", CASES)
def test_what_is_taken(sheet: str, tmp_path: Path) -> None:
    file = tmp_path / "theme.css"
    file.write_text(sheet, "utf-8")
    assert theme_styles([file], "p { top: var(--ours) }") == CASES[sheet]


def test_a_property_goes_with_the_last_that_read_it(tmp_path: Path) -> None:
    file = tmp_path / "theme.css"
    file.write_text(":root{--a:1;--b:var(--a)}.md-search{top:var(--b)}a{top:0}", "utf-8")
    assert theme_styles([file], "") == "a{top:0}"


def test_selectors_are_split_outside_brackets() -> None:
    assert selectors("a:is(b,c:not(d,e)),[f='g,h'] i") == ["a:is(b,c:not(d,e))", "[f='g,h'] i"]


def test_an_unknown_class_matches_nothing() -> None:
    assert can_match(".md-typeset h1::before")
    assert not can_match(".md-typeset .nonsuch")
