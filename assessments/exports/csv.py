"""A report as CSV for a spreadsheet: one row for each number, the same in every locale.

The byte order mark tells a spreadsheet that the file is UTF-8; a text that begins like a formula
gets an apostrophe, so that no spreadsheet runs it.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from io import StringIO
from typing import Any

from assessments.border.record import record
from assessments.border.report import Report
from assessments.border.spreadsheets import harmless
from assessments.border.version import VERSION
from assessments.calculators.report import CalculatorReport
from assessments.change import ChangedAnswer, ChangeReport
from assessments.documents.about_result import AboutResult, answer_rows
from assessments.documents.blocks import shown
from assessments.documents.calculator_texts import CalculatorTexts
from assessments.documents.changes import answer_words, asked, name_of, texts_for
from assessments.documents.confidence.rows import changed_rows, confidence_rows, question_rows
from assessments.documents.export import Export
from assessments.documents.notices import caution_words, counted_words, note_words
from assessments.documents.scores import gap_words
from assessments.documents.teams.rows import attendance_rows, pattern_rows, reason_rows, sides_rows
from assessments.documents.texts import Texts
from assessments.questionnaires.evaluation import OK
from assessments.questionnaires.group_report import (
    DistributionReport,
    GroupDimension,
    GroupReport,
    QuestionCounts,
)
from assessments.questionnaires.report import Identity, PersonReport
from assessments.questionnaires.teams.reports import (
    AttendanceReport,
    SessionReport,
    SidesReport,
    TeamReport,
)
from assessments.questionnaires.telling import Holds, Result

Row = tuple[str, str, str, object, str]
"""Section, id, name in the reader's language, value, words in the reader's language."""

COLUMNS = ("section", "id", "name", "value", "text")

BAND = Result(key="band", holds=Holds.BAND)


def write(
    definition: Mapping[str, object],
    report: Report,
    language: str,
    about: AboutResult | None = None,
) -> str:
    """Return one row for each number, flag, action, step and answer; first the label, if any."""
    texts, told = Texts(definition, language), about or AboutResult()
    rows = ROWS[type(report)](texts, report)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in (*_label(told), *rows, *_answers(texts, told)):
        writer.writerow([_cell(value) for value in row])
    return "\ufeff" + text.getvalue()


def _label(about: AboutResult) -> Iterator[Row]:
    if about.title:
        yield "label", "", "", None, about.title


def _answers(texts: Texts, about: AboutResult) -> Iterator[Row]:
    for name, answer, words, note in answer_rows(texts, about):
        question = texts.question(name)
        if answer is not None:
            yield "answer", name, question, answer, words
        if note:
            yield "answer_note", name, question, None, note


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "" if value is None else shown(value)
    return text if isinstance(value, (int, Decimal)) else harmless(text)


def _person_rows(texts: Texts, report: PersonReport) -> Iterator[Row]:
    yield from _identity(texts, report.identity)
    yield _status(texts, report.status)
    for result in report.model.telling.results:
        if result.key in report.results:
            yield _result(texts, result, report.results[result.key])
    for each in report.dimensions:
        words = texts.say(f"scores.{each.status}") if each.score is None else ""
        yield "dimension", each.id, texts.dimension(each.id), each.score, words
    for target in report.targets:
        name = target.dimension
        words = gap_words(texts, target)
        yield "target", name, texts.dimension(name), target.points, words
    found = report.next_step.found
    for step in found.improve if found else ():
        words = texts.anchor(step.question, step.new)
        yield "next_step", step.question, texts.question(step.question), step.new, words
    for action in report.actions:
        name = action.dimension
        yield "action", name, texts.dimension(name), action.module, texts.action(name)
    for flag in report.flags:
        yield "flag", flag.code, "", None, caution_words(texts, flag)
    for gate in report.gates or ():
        yield "gate", gate.code, "", None, caution_words(texts, gate)
    for note in report.notes:
        yield "note", note.as_data(), "", None, note_words(texts, note)
    yield from confidence_rows(texts, report)


def _group_rows(texts: Texts, report: GroupReport) -> Iterator[Row]:
    yield from _group_head(texts, report)
    yield "result", "overall", texts.say("measure.overall"), report.overall, ""
    yield _result(texts, BAND, report.band)
    yield from _group_dimensions(texts, report.dimensions)
    yield from _questions(texts, report.questions)
    for flag in report.flags:
        yield "flag", flag.code, "", None, caution_words(texts, flag)
    for gate in report.gates or ():
        words = counted_words(texts, gate, report.count)
        yield "gate", gate.caution.code, "", gate.count, words


def _distribution_rows(texts: Texts, report: DistributionReport) -> Iterator[Row]:
    yield from _group_head(texts, report)
    for name, count in report.bands.items():
        yield "band", name, texts.band(name), count, ""
    yield from _group_dimensions(texts, report.dimensions)
    yield from _questions(texts, report.questions)
    for flag in report.flags:
        words = counted_words(texts, flag, report.count)
        yield "flag", flag.caution.code, "", flag.count, words


def _identity(texts: Texts, identity: Identity) -> Iterator[Row]:
    yield from _about(texts, identity.tool, identity.definition, identity.engine)


def _about(
    texts: Texts, tool: object, definition: Mapping[str, object], engine: object
) -> Iterator[Row]:
    yield "tool", str(tool), texts.title(), definition["version"], ""
    yield "definition", "hash", "", definition["hash"], ""
    yield "engine", "version", "", engine, ""


def _status(texts: Texts, status: str) -> Row:
    return "result", "status", texts.say("measure.status"), status, texts.say(f"status.{status}")


def _result(texts: Texts, result: Result, value: object) -> Row:
    words = ""
    if value in result.options:
        words = texts.say(f"{result.words}.{value}")
    elif value is not None and result.holds in WORDS:
        words = WORDS[result.holds](texts, value)
    return "result", result.key, texts.say(f"measure.{result.key}"), value, words


WORDS: Mapping[Holds, Callable[[Texts, object], str]] = {
    Holds.WORD: lambda _, value: str(value),
    Holds.BAND: Texts.band,
    Holds.DIMENSION: Texts.dimension,
}
"""Result that is an id or a word -> how it is told."""


def _group_head(texts: Texts, report: GroupReport | DistributionReport) -> Iterator[Row]:
    yield from _identity(texts, report.identity)
    yield _status(texts, OK)
    yield "result", "n", texts.say("measure.n"), report.count, ""
    yield "result", "excluded", texts.say("measure.excluded"), report.excluded, ""


def _group_dimensions(texts: Texts, dimensions: Iterable[GroupDimension]) -> Iterator[Row]:
    for each in dimensions:
        title = texts.dimension(each.id)
        for key, number in each.figures.items():
            yield "dimension", f"{each.id}.{key}", title, number, texts.say(f"scores.{key}")
        if not each.figures:
            yield "dimension", each.id, title, None, texts.say(f"scores.{each.status}")


def _questions(texts: Texts, questions: Iterable[QuestionCounts]) -> Iterator[Row]:
    for each in questions:
        title = texts.question(each.id)
        for level, count in enumerate(each.counts):
            yield "question", f"{each.id}.{level}", title, count, texts.anchor(each.id, level)
        if each.few:
            yield "question", each.id, title, None, texts.say("scores.few")
        else:
            words = texts.say("group.agreement")
            yield "question", f"{each.id}.agreement", title, each.agreement, words
        yield from question_rows(texts, each)


def _calculator_rows(texts: Texts, report: CalculatorReport) -> Iterator[Row]:
    definition = report.definition
    told = CalculatorTexts(definition, texts.language, report.money)
    yield from _about(texts, definition.id, definition.fingerprint, VERSION)
    for output in report.shown:
        for path, value in _leaves(output.id, report.outputs[output.id]):
            words = told.option(output, value) or told.money.of(output.id) or told.unit(output)
            yield "result", path, told.of(output.label), value, words
    if "band" in report.outputs:
        words = told.band(report.band) if report.band else ""
        yield "result", "band", told.say("measure.band"), report.band, words
    for flag in report.flags:
        yield "flag", flag, "", None, told.caution(report, flag)
    for note in report.notes:
        yield "note", note, "", None, told.caution(report, note)


def _change_rows(texts: Texts, report: ChangeReport) -> Iterator[Row]:
    told, data = texts_for(texts, report), report.now.as_data()
    definition = record(data["definition"])
    yield from _about(texts, data["tool"], definition, data["engine"])
    for when, band in zip(("then", "now"), report.bands, strict=True):
        if band is not None:
            yield "result", f"band.{when}", texts.say(f"change.{when}"), band, texts.band(band)
    for each in report.figures:
        values = {"then": each.then, "now": each.now, "difference": each.change}
        for when, value in values.items():
            words = texts.say(f"change.{when}")
            yield "figure", f"{each.id}.{when}", name_of(told, each.id), value, words
    for answer in report.answers:
        yield from _changed_answer(told, answer)
    yield from changed_rows(told, report.confidence)


def _changed_answer(texts: Texts, answer: ChangedAnswer) -> Iterator[Row]:
    for when, given in (("then", answer.then), ("now", answer.now)):
        words = answer_words(texts, answer, given)
        value = given if isinstance(given, (int, str, Decimal)) else None
        yield "answer", f"{answer.id}.{when}", asked(texts, answer), value, words


def _team_rows(texts: Texts, report: TeamReport) -> Iterator[Row]:
    yield from ROWS[type(report.group)](texts, report.group)
    yield from pattern_rows(texts, report)


def _with_identity(rows: Callable[[Texts, Any], Iterator[Row]]) -> Callable[..., Iterator[Row]]:
    """Return what yields the names of the tool before the rows of its report."""

    def named(texts: Texts, report: AttendanceReport | SidesReport) -> Iterator[Row]:
        yield from _identity(texts, report.identity)
        yield from rows(texts, report)

    return named


def _session_rows(texts: Texts, report: SessionReport) -> Iterator[Row]:
    yield from (
        _identity(texts, report.identity) if report.team is None else _team_rows(texts, report.team)
    )
    if report.agreed is not None:
        for key, value in report.agreed.results.items():
            yield "agreed", key, texts.say(f"measure.{key}"), value, ""
    yield from reason_rows(texts, report)
    if report.sides is not None:
        yield from sides_rows(texts, report.sides)


def _leaves(path: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _leaves(f"{path}.{key}", each)
    elif isinstance(value, (list, tuple)):
        for place, each in enumerate(value, start=1):
            yield from _leaves(f"{path}.{place}", each)
    else:
        yield path, value


ROWS: Mapping[type, Callable[[Texts, Any], Iterator[Row]]] = {
    PersonReport: _person_rows,
    GroupReport: _group_rows,
    DistributionReport: _distribution_rows,
    CalculatorReport: _calculator_rows,
    ChangeReport: _change_rows,
    AttendanceReport: _with_identity(attendance_rows),
    TeamReport: _team_rows,
    SidesReport: _with_identity(sides_rows),
    SessionReport: _session_rows,
}
"""Type of a report -> its rows."""

EXPORT = Export(name="csv", extension="csv", media_type="text/csv", write=write)
