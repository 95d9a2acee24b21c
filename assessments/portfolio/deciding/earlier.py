"""An earlier file of results: read as it was written, and compared with the list of today.

What an account was told then is what the file says, even where the tool has other weights or
limits today; its answers stand beside it and tell why an account moved.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assessments.border.problems import EngineError, Problem
from assessments.border.quoting import quote
from assessments.documents.texts import Texts
from assessments.portfolio.batch import Batch
from assessments.portfolio.exporting import ACCOUNT, FACT_WORDS, WORDS
from assessments.portfolio.layout import Layout, Source, told_apart
from assessments.portfolio.lists import List
from assessments.portfolio.moves import BAND, Change, Move, Since, Standing, standings
from assessments.questionnaires.definition import Definition
from assessments.tables.csv_writing import csv_lines
from assessments.tables.table import Table

MOST_LISTED = 200
"""Accounts of a kind that a page lists; all are counted, and the file has all of them."""

MOVE_COLUMNS = ("account", "change", "before", "now", "answers")
MOVED, NEW, GONE = "moved", "new", "gone"


class Earlier:
    """The results of an earlier file."""

    def __init__(self, definition: Definition, table: Table) -> None:
        """Raise EngineError for a file that holds no results of this questionnaire."""
        self._definition = definition
        self._layout = _layout(definition, table)
        self._band = self._layout.header.index(BAND)
        self._list = List(table=table, layout=self._layout, batch=Batch(definition))
        self.standings: list[Standing] = []
        self.refused = 0
        """Lines without an account of their own."""

    def steps(self, every: int) -> Iterator[None]:
        """Read the file in steps of so many rows. Raises EngineError where it is spoilt."""
        for part in self._list.steps(every):
            if part is not None:
                self.refused += len(part.refused)
                bands = part.columns[self._band]
                for each in standings(part):
                    band = self._told(bands[each.place].strip(), part.lines[each.place])
                    self.standings.append(replace(each, band=band))
            yield

    def _told(self, band: str, line: int) -> str | None:
        """Return the band that a line tells, None where it tells none."""
        names = [each.id for each in self._definition.bands]
        if band and band not in names:
            values = {"line": line, "found": quote(band), "names": ", ".join(names)}
            raise EngineError([Problem("E_EARLIER", f"lines[{line}].band", values, BAND)])
        return band or None


def _layout(definition: Definition, table: Table) -> Layout:
    """Return where a file of results has its columns: by the names that it was written with."""
    header = told_apart(table.header)
    answers = {
        name: Source(column=header.index(name)) for name in definition.questions if name in header
    }
    lacking = [name for name in (ACCOUNT, BAND) if name not in header]
    if lacking:
        raise EngineError([Problem("E_EARLIER", "", {"names": ", ".join(lacking)}, "columns")])
    if not answers:
        raise EngineError([Problem("E_EARLIER", "", {}, "tool")])
    return Layout(
        header=header,
        account=header.index(ACCOUNT),
        answers=answers,
        facts={name: header.index(name) for name in definition.flags if name in header},
    )


def since_data(since: Since, earlier: Earlier, texts: Texts) -> dict[str, object]:
    """Return a comparison as a page shows it: counted in full, and the first of each listed."""
    return {
        "moved": len(since.moves),
        "moves": [_told_move(each, texts) for each in since.moves[:MOST_LISTED]],
        "ways": [[before, now, number] for (before, now), number in since.ways.most_common()],
        "new": since.new[:MOST_LISTED],
        "added": len(since.new),
        "gone": since.gone[:MOST_LISTED],
        "left": len(since.gone),
        "same": since.same,
        "refused": earlier.refused,
    }


def _told_move(move: Move, texts: Texts) -> list[object]:
    answers = [[texts.question(name), *_words(WORDS, *codes)] for name, *codes in move.answers]
    facts = [[texts.flag(name), *_words(FACT_WORDS, *codes)] for name, *codes in move.facts]
    return [move.account, move.before, move.now, [*answers, *facts]]


def _words(words: Mapping[int, str], *codes: int) -> list[str]:
    return [words.get(code, str(code)) for code in codes]


def moves_lines(since: Since) -> str:
    """Return who moved, is new and is gone as lines of CSV under MOVE_COLUMNS."""
    rows: list[Sequence[object]] = [
        (each.account, MOVED, each.before, each.now, _reasons(each)) for each in since.moves
    ]
    rows += [(name, NEW, None, None, "") for name in since.new]
    rows += [(name, GONE, None, None, "") for name in since.gone]
    return csv_lines(rows)


def _reasons(move: Move) -> str:
    return "; ".join([*_codes(WORDS, move.answers), *_codes(FACT_WORDS, move.facts)])


def _codes(words: Mapping[int, str], changes: Sequence[Change]) -> Iterator[str]:
    for name, *codes in changes:
        before, now = (each or "-" for each in _words(words, *codes))
        yield f"{name}: {before} > {now}"
