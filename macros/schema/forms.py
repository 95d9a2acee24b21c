"""The ways in which ids, versions, dates, citations and addresses are written."""

import re

from macros.schema.shapes import Form

_SLUG = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
_LINES = r"L[1-9][0-9]*(–[1-9][0-9]*)?"
_COUNT = "(0|[1-9][0-9]*)"


def _rises(citation: str) -> bool:
    """Whether the lines that a citation spans begin before they end."""
    spans = re.findall("([0-9]+)–([0-9]+)", citation)
    return all(int(first) < int(last) for first, last in spans)


ID = Form("an id of lower-case letters, digits and hyphens", _SLUG, "trust-stages")
NAME = Form("a name of letters, digits, _ and -", r"[A-Za-z][A-Za-z0-9_-]*", "half_life")
QUESTION = Form("the dimension's id, a full stop and a number", rf"{_SLUG}\.[0-9]+", "perception.1")
CODE = Form("a code of capital letters, digits and _", r"[A-Z][A-Z0-9_]*", "TB_VETO")
VERSION = Form("a version of three numbers", rf"{_COUNT}\.{_COUNT}\.{_COUNT}", "1.0.0")
DATE = Form("a date", r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", "2026-11-22")
DAY_OR_MONTH = Form(
    "a day or a month",
    r"[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?",
    "2026-11",
)
LANGUAGE = Form("a language code", r"[a-z]{2,3}(-[A-Z][A-Za-z]+|-[0-9]{3})?", "zh")
SENTENCE = Form(
    "the name of a sentence: words with full stops between them",
    r"[A-Za-z]\w*(\.-?\w+)*",
    "notice.capped",
)
TAG = Form("a language tag of BCP 47", r"[a-z]{2,3}(-[A-Za-z0-9]+)*", "zh-Hans")
PLACEHOLDER = Form("a mark in angle brackets", r"<[^<>]+>", "<to write>")
DECIMAL_MARK = Form("the mark before decimals, a point, a comma or ٫", "[.,٫]", ".")
GROUP_MARK = Form(
    "the mark between groups of digits (a comma, a point, an apostrophe, a space, ٬) or nothing",
    "[.,٬'’ \u00a0\u202f]?",
    ",",
)
ADDRESS = Form(
    "an address that begins with https:// and ends with /",
    r"(https://|http://(127\.0\.0\.1|localhost)[:/])[^\s\"'<>\\{}]*/",
    "https://example.org/playbook/",
)
ORIGIN = Form(
    "an origin: https:// and a host, *. before it for every host below, nothing after it",
    r"https://(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9][0-9]*)?"
    r"|http://(127\.0\.0\.1|localhost)(:[1-9][0-9]*)?",
    "https://lms.example.org",
)
CITATION = Form(
    "a source's id, with the lines where there are lines",
    rf"{_SLUG}( {_LINES}(, {_LINES})*)?",
    "wu-2019 L101–161, L165",
    _rises,
)
SEED = Form("the three digits of a seed", r"[0-9]{3}", "000")
CONCERNED = Form(
    "a link to a module, a tool or a course: m:, a: or c: and the id",
    rf"(m|a|c):{_SLUG}",
    "m:trust-stages",
)
LINK_ID = Form(
    "a link: the kind, a colon and the id",
    rf"(m|a|c|term|source|company):{_SLUG}(#[A-Za-z0-9._-]+)?",
    "m:trust-stages#perception",
)
