"""Cells as the statement reads them: every way of writing an answer becomes the one it knows."""

from collections.abc import Iterator, Mapping

from assessments.portfolio.batch import Batch
from assessments.portfolio.cells import MALFORMED, Reader, answer_code, fact_code
from assessments.portfolio.layout import Layout
from assessments.questionnaires.answers import NOT_APPLICABLE, OPEN
from macros.long_lists.database import Database, text
from macros.long_lists.reading import RAW
from macros.sql.expressions import column

UNREAD = "?"
"""Stands for a cell that is no answer; the statement takes it for malformed."""
ANSWERS = {OPEN: "", NOT_APPLICABLE: "na", **{level: str(level) for level in range(4)}}
FACTS = {0: "0", 1: "1"}


def codes(rows: Database, batch: Batch, layout: Layout) -> dict[str, str]:
    """Return for each question and fact, by its column in the statement, what gives its cell.

    The different cells of a column are looked through once; Python says what they mean. A column
    that is written as the statement reads it is left as it is.
    """
    found = dict.fromkeys(map(column, (*batch.definition.questions, *batch.definition.flags)), "''")
    for question, source in layout.answers.items():
        found[column(question)] = _code(rows, f"c{source.column}", answer_code, ANSWERS)
    for flag, place in layout.facts.items():
        found[column(flag)] = _code(rows, f"c{place}", fact_code, FACTS)
    return found


def _code(rows: Database, cell: str, read: Reader, known: Mapping[int, str]) -> str:
    means: dict[str, list[str]] = {}
    wrong = False
    for each in _different(rows, cell):
        code = read(each)
        if code == MALFORMED:
            wrong = True
        else:
            means.setdefault(known[code], []).append(each)
    if not wrong and all(cells == [word] for word, cells in means.items()):
        return cell
    whens = [
        f"WHEN {cell} IN ({', '.join(map(text, cells))}) THEN {text(word)}"
        for word, cells in means.items()
    ]
    return f"CASE {' '.join(whens)} ELSE '{UNREAD}' END" if whens else f"'{UNREAD}'"


def _different(rows: Database, cell: str) -> Iterator[str]:
    # An answer is a short text however it is written; a remark is none, and there may be many.
    short = f"CASE WHEN length({cell}) < 100 THEN {cell} ELSE '{UNREAD}' END"
    for row in rows.rows(f"SELECT DISTINCT {short} FROM {RAW}"):
        yield str(row[0])
