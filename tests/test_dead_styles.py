"""Nothing in the style sheets is dead: every name that they use or define has another end."""

import re
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import material

from tests.style_sheets import ROOT, SOURCES, listed, selectors

THEME = Path(material.__file__).parent / "templates"
OF_THE_THEME = {
    "headerlink", "no-js", "md-container", "md-content", "md-content__inner", "md-dialog",
    "md-footer", "md-footer-meta", "md-footer-meta__inner", "md-footer__inner", "md-grid",
    "md-header", "md-header__button", "md-header__inner", "md-header__option", "md-header__title",
    "md-header__topic", "md-logo", "md-main__inner", "md-nav", "md-nav--lifted",
    "md-nav--primary", "md-nav--secondary", "md-nav__container", "md-nav__item",
    "md-nav__item--active", "md-nav__item--nested", "md-nav__item--pruned", "md-nav__link",
    "md-nav__link--active", "md-nav__list", "md-nav__title", "md-nav__toggle", "md-option",
    "md-sidebar", "md-sidebar--primary", "md-sidebar--secondary", "md-sidebar__scrollwrap",
    "md-skip", "md-tabs", "md-tabs__item", "md-tabs__item--active", "md-tabs__link",
    "md-tabs__list", "md-typeset",
}  # fmt: skip
"""What the theme and Markdown put on the pages of this site; the theme knows many more."""
CLASS = re.compile(r"[a-z][\w-]*(-\*)?|\*-[\w-]+")
"""The star of a class stands for what a template or a script fills in."""
SET_BY_SCRIPTS = {"value", "target", "rise", "columns", "sheet-zoom"}
OUTSIDE_NAMES = re.compile(r":(?!is|not|has|where)[a-z-]+(\([^()]*\))?")
ATTRIBUTE = re.compile(r"\[([\w-]+)(?:[~|^$*]?=\"?([^\"\]]*)\"?)?\]")
ELEMENT = re.compile(r"(?<![\w.#-])[a-z]+-[a-z-]+(?![\w])")
STRING = re.compile(r""""([^"\n]*)"|'([^'\n]*)'|`([^`]*)`""")
CONTENT = ("assessments", "macros", "playbook_data")
"""What fills the templates and the scripts in."""


def test_every_custom_property_is_used_and_every_used_one_exists() -> None:
    ours = [path.read_text("utf-8") for path in (ROOT / "docs/assets").rglob("*.css")]
    theme = [
        path.read_text("utf-8")
        for path in (THEME / "assets").rglob("*.*")
        if path.suffix in (".css", ".js")
    ]
    defined = set(re.findall(r"(?<![\w-])--([\w-]+):", "".join(ours)))
    uses = "".join([*ours, *(path.read_text("utf-8") for path in SOURCES)])
    used = set(re.findall(r"var\(--([\w-]+)", uses))
    assert defined - used - set(re.findall(r"var\(--(md-[\w-]+)", "".join(theme))) == set()
    assert used - defined == SET_BY_SCRIPTS


def test_every_selector_can_match_something() -> None:
    dead = [
        f"{place}: {name}"
        for place, selector in selectors()
        for name in names(selector)
        if not is_produced(name)
    ]
    assert listed(dead) == ""


def test_an_invented_name_is_dead() -> None:
    invented = '.md-typeset .nonsuch:is(.cards, #nosuch-id)[data-nosuch="never-said"] > no-such'
    assert {name for name in names(invented) if not is_produced(name)} == {
        *(".nonsuch", "#nosuch-id", "[data-nosuch]", '"never-said"', "no-such"),
    }


def names(selector: str) -> set[str]:
    """Return what a selector needs: .class, #id, [attribute], "value", custom-element."""
    bare = OUTSIDE_NAMES.sub("", selector)
    without = ATTRIBUTE.sub("", bare)
    found = set(re.findall(r"[.#][\w-]+", without)) | set(ELEMENT.findall(without))
    for attribute, value in ATTRIBUTE.findall(bare):
        found |= {f"[{attribute}]", f'"{value}"'} if value else {f"[{attribute}]"}
    return found


@cache
def is_produced(name: str) -> bool:
    """Tell whether our sources or the theme can make what a selector names."""
    word = name.strip('.#[]"')
    if not name.startswith("."):
        return word in every_word()
    given = OF_THE_THEME | classes()
    return word in given or any(fnmatchcase(word, each) for each in given if "*" in each)


@cache
def classes() -> frozenset[str]:
    """Return every class that the sources can give."""
    given: list[str] = []
    for path in SOURCES:
        text = path.read_text("utf-8")
        if path.suffix in (".js", ".py"):
            strings = ("".join(each) for each in STRING.findall(text))
            given += [re.sub(r"\$?\{[^}]*\}", "*", each) for each in strings]
        else:
            given += re.findall(r'css="([\w-]+)"', text)
            text = re.sub(r"\{\{.*?\}\}", "*", re.sub(r"\{[%#].*?[%#]\}", " ", text))
            given += re.findall(r'class="([^"]*)"', text)
    words = (word for each in given for word in each.replace('"', " ").replace("=", " ").split())
    return frozenset(word for word in words if CLASS.fullmatch(word))


@cache
def every_word() -> frozenset[str]:
    """Return every word of the sources, of what fills them in, and of the theme."""
    content = [path for folder in CONTENT for path in (ROOT / folder).rglob("*.*")]
    scripts = (THEME / "assets" / "javascripts").glob("bundle*.js")
    files = [
        *SOURCES,
        *(path for path in content if path.suffix in (".py", ".yml")),
        *(ROOT / "mkdocs.yml", *THEME.rglob("*.html"), *scripts),
    ]
    text = "\n".join(path.read_text("utf-8") for path in files)
    data = {f"data-{dashed(name)}" for name in re.findall(r"dataset\.(\w+)", text)}
    return frozenset(re.findall(r"[\w-]+", text)) | data


def dashed(name: str) -> str:
    """Return a name as an attribute has it: shownAt is shown-at."""
    return re.sub(r"[A-Z]", lambda match: "-" + match[0].lower(), name)
