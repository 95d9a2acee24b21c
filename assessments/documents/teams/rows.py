"""The rows of a team's session in a file for spreadsheets."""

from collections.abc import Iterator

from assessments.documents.teams.team import attendant_words
from assessments.documents.texts import Texts
from assessments.questionnaires.teams.reports import (
    AttendanceReport,
    SessionReport,
    SidesReport,
    TeamReport,
)

Row = tuple[str, str, str, object, str]
"""Section, id, name, value, words."""


def attendance_rows(texts: Texts, report: AttendanceReport) -> Iterator[Row]:
    """Yield how far each answer set is filled in."""
    for place, each in enumerate(report.people, start=1):
        words = attendant_words(texts, each, report.questions)
        yield "person", str(place), "", each.answered, words


def pattern_rows(texts: Texts, report: TeamReport) -> Iterator[Row]:
    """Yield the agreement of the whole, and the prompt of each question."""
    words = texts.say("group.agreement")
    yield "result", "agreement", words, report.agreement, ""
    for name, pattern in report.patterns.items():
        title = texts.question(name)
        yield "pattern", name, title, str(pattern), texts.say(f"pattern.{pattern}")


def reason_rows(texts: Texts, report: SessionReport) -> Iterator[Row]:
    """Yield each agreed answer, and each reason."""
    for name in texts.questions:
        title, answer = texts.question(name), report.answers.get(name)
        if answer is not None:
            words = texts.say("answers.na") if answer == "na" else texts.anchor(name, answer)
            yield "agreed", name, title, answer, words
        if name in report.reasons:
            yield "reason", name, title, None, report.reasons[name]


def sides_rows(texts: Texts, report: SidesReport) -> Iterator[Row]:
    """Yield both sides: their results, then each dimension and question."""
    for key, side in (("us", report.us), ("customer", report.customer)):
        title = texts.say(f"sides.{key}")
        yield "side", f"{key}.n", title, side.count, texts.say("measure.n")
        yield "side", f"{key}.overall", title, side.overall, texts.say("measure.overall")
        for band, count in side.bands.items():
            yield "side", f"{key}.band.{band}", title, count, texts.band(band)
    gaps = [(texts.dimension(each.id), each) for each in report.dimensions]
    gaps += [(texts.question(each.id), each) for each in report.questions]
    for title, each in gaps:
        for key, value in (("us", each.us), ("customer", each.customer), ("gap", each.gap)):
            yield "sides", f"{each.id}.{key}", title, value, texts.say(f"sides.{key}")
