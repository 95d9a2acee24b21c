"""What the site uses of the theme's styles: the rules that can match something on its pages.

The theme brings styles for everything that it can do. A rule stays where each class that its
selector asks for is one that the site has; of the properties that it names for its rules, those
that are read. CLASSES is held by a test in a browser: nothing on a page may lose a rule.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

CLASSES = frozenset(
    word
    for line in (
        "card cards example headerlink js keys no-js note question",
        "md-container md-content md-content__inner md-dialog md-dialog__inner md-ellipsis md-grid",
        "md-footer md-footer-meta md-footer-meta__inner md-footer__inner md-icon md-logo",
        "md-header md-header__button md-header__ellipsis md-header__inner md-header__option",
        "md-header__title md-header__title--active md-header__topic md-main md-main__inner",
        "md-nav md-nav--lifted md-nav--primary md-nav--secondary md-nav__button",
        "md-nav__container md-nav__icon md-nav__item md-nav__item--active md-nav__item--nested",
        "md-nav__item--section md-nav__link md-nav__link--active md-nav__link--passed",
        "md-nav__list md-nav__title md-nav__toggle md-option md-overlay md-sidebar",
        "md-sidebar--primary md-sidebar--secondary md-sidebar__inner md-sidebar__scrollwrap",
        "md-skip md-tabs md-tabs__item md-tabs__item--active md-tabs__link md-tabs__list",
        "md-toggle md-typeset md-typeset__scrollwrap md-typeset__table",
    )
    for word in line.split()
)
"""Classes that the theme's styles name and pages of the site have, or get from its scripts."""
VALUES = {"data-md-color-primary": "custom", "data-md-color-accent": "custom"}
"""Attribute -> the only value that it has on this site."""
NESTED = ("@media", "@supports", "@layer", "@container")
TOKEN = re.compile(
    r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)"']*\)|[^{}"'u;]|u)+|[{};]""", re.DOTALL
)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BRACKET = re.compile(r"\[([\w-]+)[~|^$*]?=?[\"']?([^\"'\]]*)[\"']?\]")
GROUP = r"\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
SELECTOR = re.compile(rf"(?:[^,()\[\]]|\[[^\]]*\]|{GROUP})+")
DECLARATION = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)"']*\)|[^;"'])+""")
CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
READ = re.compile(r"var\((--[\w-]+)")
POLYFILLED = re.compile(r"\.focus-visible(?![\w-])")
"""What old browsers get from a script of the theme, every browser knows by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule with its selector, or an at-rule, with what stands in it."""

    prelude: str
    body: str
    """Declarations; empty for an at-rule that holds rules."""
    rules: tuple["Rule", ...] = ()

    def __str__(self) -> str:
        """Write it as a style sheet."""
        return f"{self.prelude}{{{self.body}{''.join(map(str, self.rules))}}}"


def theme_styles(sheets: Iterable[Path], site: str) -> str:
    """Return what a site, whose own styles are *site*, uses of the theme's style sheets."""
    text = POLYFILLED.sub(":focus-visible", "".join(each.read_text("utf-8") for each in sheets))
    rules = tuple(_used(_read(text.replace('@charset "UTF-8";', ""))))
    while True:
        read = {*READ.findall("".join(map(str, rules))), *READ.findall(site)}
        kept = tuple(_with_read(rules, read))
        if kept == rules:
            break
        rules = kept
    return "".join(map(str, _with_moving(rules)))


def _read(text: str) -> Iterator[Rule]:
    """Yield the rules of a style sheet."""
    tokens = [each[0] for each in TOKEN.finditer(COMMENT.sub("", text))]
    rules, end = _rules(tokens, 0)
    assert end == len(tokens), "A brace of the theme's styles has no other."
    yield from rules


def _rules(tokens: Sequence[str], at: int) -> tuple[tuple[Rule, ...], int]:
    """Return the rules from a token on, and where the block ends that they stand in."""
    found: list[Rule] = []
    prelude = ""
    while at < len(tokens) and tokens[at] != "}":
        piece = tokens[at]
        at += 1
        if piece not in "{;":
            prelude += piece
        elif piece == ";":
            prelude = ""
        elif prelude.startswith(NESTED):
            rules, end = _rules(tokens, at)
            found.append(Rule(prelude=prelude, body="", rules=rules))
            prelude, at = "", end + 1
        else:
            end = _end(tokens, at)
            found.append(Rule(prelude=prelude, body="".join(tokens[at:end])))
            prelude, at = "", end + 1
    return tuple(found), at


def _end(tokens: Sequence[str], at: int) -> int:
    """Return where the block ends that begins at a token."""
    depth = 1
    while depth:
        depth += {"{": 1, "}": -1}.get(tokens[at], 0)
        at += 1
    return at - 1


def _used(rules: Iterable[Rule]) -> Iterator[Rule]:
    for rule in rules:
        if rule.rules:
            inner = tuple(_used(rule.rules))
            if inner:
                yield Rule(prelude=rule.prelude, body="", rules=inner)
        elif rule.prelude.startswith("@"):
            yield rule
        else:
            kept = [each for each in selectors(rule.prelude) if can_match(each)]
            if kept and rule.body:
                yield Rule(prelude=",".join(kept), body=rule.body)


def selectors(prelude: str) -> list[str]:
    """Split a list of selectors at its commas, but not inside brackets."""
    return SELECTOR.findall(prelude)


def can_match(selector: str) -> bool:
    """Return whether something on the site can be what a selector asks for."""
    asked = _without(selector, "not")
    for inside in _inside(asked):
        if not any(can_match(each) for each in selectors(inside)):
            return False
    bare = _without(asked, "is", "where", "has")
    for name, value in BRACKET.findall(bare):
        if value and VALUES.get(name, value) != value:
            return False
    return CLASSES.issuperset(CLASS.findall(BRACKET.sub("", bare)))


def _without(selector: str, *names: str) -> str:
    return re.sub(rf":(?:{'|'.join(names)}){GROUP}", "", selector)


def _inside(selector: str) -> list[str]:
    return [each[1:-1] for each in re.findall(rf":(?:is|where|has)({GROUP})", selector)]


def _with_read(rules: Iterable[Rule], read: set[str]) -> Iterator[Rule]:
    """Yield the rules without the properties that nobody reads."""
    for rule in rules:
        if rule.rules:
            inner = tuple(_with_read(rule.rules, read))
            if inner:
                yield Rule(prelude=rule.prelude, body="", rules=inner)
            continue
        lines = [each for each in _declarations(rule.body) if each]
        kept = [each for each in lines if each[:2] != "--" or each.partition(":")[0] in read]
        if kept:
            yield Rule(prelude=rule.prelude, body=";".join(kept))


def _declarations(body: str) -> list[str]:
    """Split declarations at their semicolons, but not inside strings and addresses."""
    if "{" in body:
        return [body]
    return DECLARATION.findall(body)


def _with_moving(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Yield the rules without movements that none of them names."""
    text = "".join(str(each) for each in rules if not each.prelude.startswith("@keyframes"))
    for rule in rules:
        name = rule.prelude.partition(" ")[2] if rule.prelude.startswith("@keyframes") else ""
        if not name or re.search(rf"animation(-name)?:[^;}}]*\b{re.escape(name)}\b", text):
            yield rule
