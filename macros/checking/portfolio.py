"""Rules about portfolio.yml: what it cuts exists, and a higher answer needs a better value."""

from collections.abc import Iterator

from assessments import EngineError
from assessments.border.record import record, records
from assessments.portfolio.cuts import read_cut
from macros.files import Files, Rule
from macros.problems import Problem
from macros.values import did_you_mean


def cuts_name_questions_and_values(files: Files) -> Iterator[Problem]:
    """Each cut names a question of its tool and a value of the file."""
    for file in files.of("portfolio"):
        values = [str(each["id"]) for _, each in file.each("values", "*")]
        for path, cut in file.each("cuts", "*"):
            questions = _questions(files, str(cut["tool"]))
            for key, known in (("question", questions), ("value", values)):
                if known and cut[key] not in known:
                    hint = did_you_mean(str(cut[key]), known)
                    message = f"There is no {key} '{cut[key]}'."
                    yield file.source.problem((*path, key), message, hint)


def cuts_go_one_way(files: Files) -> Iterator[Problem]:
    """The limits of a cut rise, or all fall."""
    for file in files.of("portfolio"):
        for path, cut in file.each("cuts", "*"):
            if "limits" not in cut:
                continue
            try:
                read_cut(record(cut), {})
            except EngineError:
                message = "The limits do not go one way from answer 1 to answer 3."
                hint = "Let from and above rise, or up-to fall."
                yield file.source.problem((*path, "limits"), message, hint)


def facts_are_flags(files: Files) -> Iterator[Problem]:
    """Each fact is a flag of an assessment."""
    flags = {
        str(flag.get("id"))
        for file in files.of("assessment")
        for _, flag in file.each("flags", "*")
    }
    for file in files.of("portfolio"):
        for path, fact in file.each("facts", "*"):
            if fact["id"] not in flags:
                hint = did_you_mean(str(fact["id"]), tuple(sorted(flags)))
                yield file.source.problem(
                    (*path, "id"), f"No assessment has a flag '{fact['id']}'.", hint
                )


def _questions(files: Files, tool: str) -> list[str]:
    """Return the ids of a tool's questions; none where there is no such tool."""
    file = files.stems["assessment"].get(tool)
    raw = record(file.source.value) if file else {}
    return [
        str(question.get("id"))
        for dimension in records(raw.get("dimensions"))
        for question in records(dimension.get("questions"))
    ]


PORTFOLIO_RULES: tuple[Rule, ...] = (
    cuts_name_questions_and_values,
    cuts_go_one_way,
    facts_are_flags,
)
