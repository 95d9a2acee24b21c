"""The columns of a scored list, from those of the statement: the same names, each with its kind."""

from collections.abc import Iterator, Mapping

from assessments.portfolio.batch import Batch
from assessments.portfolio.coded import MALFORMED_WORD
from assessments.portfolio.exporting import Exporter
from assessments.portfolio.layout import Layout
from macros.long_lists.cells import UNREAD
from macros.long_lists.database import name, text
from macros.long_lists.kinds import DECIMAL, WHOLE, kinds_of
from macros.long_lists.marks import harmless, shown_id
from macros.long_lists.parquet import typed_names
from macros.sql.expressions import case, column, either, total
from macros.sql.measuring import MALFORMED, dimensions_of
from macros.sql.models import MODELS
from macros.sql.step import Columns

LEFT_OUT = ("lowest.", "highest.", "ask", "sure")
"""What hangs on answers that are not given yet, or on other weights: no statement tells it."""
OWN = "own_"
"""Begins the name of what a dimension has of its own, though another holds a wrong cell."""
CELL = "cell_"
"""Begins the name of a cell as the statement reads it, in its result."""
OPEN = "open_questions"


def left_out(result: str) -> bool:
    """Tell whether a column of results is of the other engine alone."""
    return result.startswith(LEFT_OUT)


def also(batch: Batch) -> Columns:
    """Return further results of the statement: what each dimension has, and open questions."""
    found: dict[str, str] = {}
    unanswered = []
    for each in dimensions_of(batch.definition):
        wrong = either(f"{question} = {MALFORMED}" for question in each.questions)
        state = [(wrong, text(MALFORMED_WORD))]
        found[f"{OWN}{each.name}_state"] = case(state, f"{each.name}_state")
        found[f"{OWN}{each.tenths}"] = case([(wrong, "NULL")], each.tenths)
        given = f"{each.name}_na - {each.name}_answered"
        unanswered.append(f"{len(each.questions)} - {given}")
    return {**found, OPEN: case([("malformed_cells = 0", total(unanswered))])}


def selected(exporter: Exporter, layout: Layout) -> dict[str, str]:
    """Return the columns of the file: name -> what gives it, from a row of the statement."""
    batch, kinds = exporter.batch, kinds_of(exporter.batch)
    names = dict(zip(exporter.header, typed_names(exporter), strict=True))
    found = {"account": f"nullif({shown_id('account')}, '')"}
    kept = exporter.header[1 : 1 + len(exporter.header) - len(exporter.own)]
    for each in kept:
        found[names[each]] = f"nullif({harmless(f'c{layout.header.index(each)}')}, '')"
    for question in batch.definition.questions:
        found[question] = f"nullif({CELL}{column(question)}, '')"
    for flag in layout.facts:
        whens = [f"WHEN '1' THEN 'yes' WHEN '{UNREAD}' THEN '{UNREAD}'"]
        found[flag] = f"CASE {CELL}{column(flag)} {whens[0]} ELSE 'no' END"
    for result, value in _results(batch):
        found[result] = _typed(value, kinds[result])
    return found


def _results(batch: Batch) -> Iterator[tuple[str, str]]:
    """Yield each result with the column that holds it; dimensions have their own."""
    for result, found in statement_columns(batch):
        first = result.partition(".")[0]
        yield result, f"{OWN}{found}" if first in ("state", "score") else found


def statement_columns(batch: Batch) -> Iterator[tuple[str, str]]:
    """Yield each result of a list with the column of the statement that holds it."""
    numbers = kinds_of(batch)
    model = MODELS[batch.definition.model]
    for result in batch.results.names:
        first, _, rest = result.partition(".")
        if left_out(result):
            continue
        if first == "state":
            yield result, f"{column(rest)}_state"
        elif first == "score":
            yield result, f"{column(rest)}_tenths"
        elif first == "distance":
            yield result, f"distance_{column(model.limit(rest))}_tenths"
        elif result == "open":
            yield result, OPEN
        else:
            end = "_tenths" if numbers[result] == DECIMAL else ""
            yield result, model.alike.get(result, f"{column(result)}{end}")


def _typed(value: str, kind: str) -> str:
    if kind == DECIMAL:
        return f"CAST(CAST({value} AS INTEGER) * CAST(0.1 AS DECIMAL(2,1)) AS {DECIMAL})"
    return f"CAST({value} AS {WHOLE})" if kind == WHOLE else f"nullif({value}, '')"


def listed(columns: Mapping[str, str]) -> str:
    """Return columns as a SELECT lists them."""
    return ", ".join(f"{value} AS {name(each)}" for each, value in columns.items())
