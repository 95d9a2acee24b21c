"""What hypothesis hands to each reader of files: portfolios as bytes, answers as text.

A reader answers in values or in its own words: any other exception is a fault.
"""

import json
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from assessments import EngineError, read_json, score, write_json
from assessments.calculators.formula_parts.account_classes import SCHEMES
from assessments.calculators.formula_parts.portfolio_file import decode, read_portfolio
from macros.answer_files import FORMAT, AnswersError, input_in
from tests.definitions import definition
from tests.strategies import question_ids

TOOL = "relationship-health"
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "latin-1", "utf-32")
ODD = (
    "",
    " ",
    '"',
    '""',
    "'",
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\0",
    "\ufeff",
    "=1+1",
    "，",
    "一",
)
CELLS = (
    *("id", "class", "weight", "minimum", "A", "b", "strategic", "战略", "普通", "1,000", "1.000"),
    *("1e9", "-0", "9" * 60, "0.5", "½", "１２", "NaN", "x" * 200, "é", "e\u0301"),
)


def _pieces() -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(CELLS), st.sampled_from(ODD), st.text(max_size=6))


@st.composite
def portfolio_files(draw: Callable[..., Any]) -> bytes:
    """Draw the bytes of a file: rows of odd cells, or nothing of the kind."""
    if draw(st.integers(0, 9)) == 0:
        return bytes(draw(st.binary(max_size=200)))
    separator = draw(st.sampled_from([",", ";", "\t", ", ", "|"]))
    head = draw(st.sampled_from(["id,class", "class;id;weight", "id\tclass\tminimum", ""]))
    rows = draw(st.lists(st.lists(_pieces(), max_size=5), max_size=12))
    text = "\n".join([head, *(separator.join(row) for row in rows)])
    encoding = draw(st.sampled_from(ENCODINGS))
    content = text.encode(encoding, "replace")
    return content[: draw(st.integers(0, len(content)))]


def _values() -> st.SearchStrategy[object]:
    names = st.one_of(
        st.sampled_from(
            [*question_ids(definition(TOOL)), "answers", "flags", "format", "__proto__", ""]
        ),
        st.text(max_size=5),
    )
    leaves = st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8),
        st.sampled_from(["na", "NA", 0, 3, 4, FORMAT, TOOL, 10**400]),
    )  # fmt: skip
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4), st.dictionaries(names, inner, max_size=6)
        ),
        max_leaves=12,
    )


@st.composite
def answer_files(draw: Callable[..., Any]) -> str:
    """Draw the text of a file of answers: nearly right, damaged, or nothing of the kind."""
    value = draw(_values())
    if draw(st.booleans()):
        record = {"format": FORMAT, "tool": TOOL, "input": {"answers": value}, "version": value}
        value = {**record, "structure": draw(_values()), "hash": draw(_values())}
    text = json.dumps(value, ensure_ascii=draw(st.booleans()))
    if draw(st.integers(0, 3)) == 0:
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(_pieces()) + text[at + draw(st.integers(0, 3)) :]
    return text


def read_a_portfolio(content: bytes) -> None:
    """Read a file as each scheme has it."""
    try:
        text = decode(content)
    except EngineError:
        return
    for scheme in SCHEMES:
        found = read_portfolio(text, scheme)
        assert found.problems or found.accounts
        assert len(found.accounts) == len(found.lines)


def read_answers(text: str) -> None:
    """Read a file of answers and score what it holds."""
    try:
        value, _ = input_in(read_json(text), definition(TOOL))
        write_json(score(definition(TOOL), value).as_data())
    except EngineError as error:
        write_json(error.as_data("zh"))
    except AnswersError:
        pass
