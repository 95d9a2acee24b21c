"""playbook ask: fill in an assessment in the terminal, and read the report at the end."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assessments import EngineError, score
from assessments.border.problems import said_problem
from assessments.exports import EXPORTS
from assessments.questionnaires.confidence.levels import FAIRLY_SURE, GUESS, SURE
from assessments.words import say
from macros.answer_files import AnswersError, read_answers, write_answers
from macros.commands.choices import add_language, chosen_language, chosen_tool
from macros.commands.misuse import MisuseError
from macros.values import Data

HELP = "fill in an assessment in the terminal"
EXAMPLES = (
    "playbook ask relationship-health",
    "playbook ask relationship-health --language zh --file yunhe.json   # stops and goes on",
)
LEVELS = ("0", "1", "2", "3")
NOT_APPLICABLE = "na"
SURENESS = {"s": SURE, "f": FAIRLY_SURE, "g": GUESS}
"""Letters that may follow a level: how sure the reader is of it, as on the page."""
SURE_LEVELS = tuple(level + letter for level in LEVELS for letter in SURENESS)
BACK, ON, STOP = -1, 1, 0
"""Where to go after a key."""


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("tool", metavar="TOOL", help="id of an assessment")
    parser.add_argument(
        "--file", type=Path, help="keep the answers here (default: TOOL.answers.json)"
    )
    parser.add_argument("--subject", default="", help="whom the answers are about: an alias")
    add_language(parser)


@dataclass(slots=True)
class Sheet:
    """The answers so far, and where they are kept."""

    definition: Data
    language: str
    file: Path
    subject: str
    given: dict[str, Any]

    def keep(self) -> None:
        """Write the answers to their file."""
        write_answers(self.file, self.definition, self.given, self.subject)

    def say(self, key: str, **values: object) -> None:
        """Print a sentence."""
        print(say(f"ask.{key}", self.language, values))


Step = Callable[[Sheet], int]
"""Asks one thing and returns BACK, ON or STOP."""


def run(options: argparse.Namespace) -> int:
    """Ask what is not answered yet, keep every answer, print the report."""
    language = chosen_language(options)
    definition = chosen_tool(options.root, options.tool, whole=True)
    if definition["kind"] != "assessment":
        message = f"The tool '{options.tool}' is a calculator and asks no questions."
        raise MisuseError(message, f"Give its input as JSON: playbook score {options.tool}.")
    file = options.file or Path(f"{options.tool}.answers.json")
    try:
        given, subject = read_answers(file, definition)
    except (AnswersError, EngineError, OSError, UnicodeDecodeError) as error:
        message = f"The file {file} cannot be used: {_reason(error)}"
        raise MisuseError(message, "Name another file with --file.") from None
    sheet = Sheet(definition, language, file, options.subject or subject, given)
    if _ask_all(sheet):
        print(EXPORTS["markdown"].write(definition, score(definition, given), language))
    sheet.say("saved", file=file)
    return 0


def _reason(error: Exception) -> str:
    """Say why a file of answers cannot be read."""
    if isinstance(error, EngineError):
        problem = error.problems[0]
        return str(said_problem(problem, "en", {})["message"])
    if isinstance(error, OSError):
        return f"{error.strerror}."
    return "It is not UTF-8 text." if isinstance(error, UnicodeDecodeError) else str(error)


def _ask_all(sheet: Sheet) -> bool:
    """Go through the questions and flags; False when the reader stopped."""
    steps = [*_questions(sheet), *_flags(sheet)]
    answers = sheet.given["answers"]
    questions = _question_ids(sheet.definition)
    open_places = [place for place, name in enumerate(questions) if name not in answers]
    if answers:
        done = len(questions) - len(open_places)
        sheet.say("resumed", file=sheet.file, done=done, count=len(questions))
    sheet.say("how_sure")
    place = open_places[0] if open_places else len(questions)
    while place < len(steps):
        move = steps[place](sheet)
        if move == STOP:
            return False
        sheet.keep()
        place = max(0, place + move)
    return True


def _question_ids(definition: Data) -> list[str]:
    return [question["id"] for each in definition["dimensions"] for question in each["questions"]]


def _questions(sheet: Sheet) -> list[Step]:
    dimensions = sheet.definition["dimensions"]
    pairs = [
        (dimension, question) for dimension in dimensions for question in dimension["questions"]
    ]
    return [
        _question_step(dimension, question, number, len(pairs))
        for number, (dimension, question) in enumerate(pairs, start=1)
    ]


def _question_step(dimension: Data, question: Data, number: int, count: int) -> Step:
    def ask(sheet: Sheet) -> int:
        language, answers = sheet.language, sheet.given["answers"]
        place = say("ask.place", language, {"number": number, "count": count})
        print(f"\n{dimension['title'][language]} · {place}\n{question['text'][language]}")
        for level, anchor in zip(LEVELS, question["anchors"], strict=True):
            print(f"  {level}  {anchor[language]}")
        _say_given(sheet, question["id"])
        key = _key(sheet, "keys", (*LEVELS, "n", "s", "b", "q"), SURE_LEVELS)
        if key[0] in LEVELS:
            answers[question["id"]] = int(key[0])
        elif key in ("n", "s"):
            answers[question["id"]] = NOT_APPLICABLE if key == "n" else None
        # As on the page, another level without a letter leaves it as it was.
        if key[1:] or key in ("n", "s"):
            _mark(sheet, question["id"], SURENESS.get(key[1:]))
        return {"b": BACK, "q": STOP}.get(key, ON)

    return ask


def _say_given(sheet: Sheet, question: str) -> None:
    answer = sheet.given["answers"].get(question)
    sure = _marks(sheet).get(question)
    if answer is not None and sure in SURENESS.values():
        sheet.say("given_sure", answer=answer, sure=say(f"confidence.{sure}", sheet.language))
    elif answer is not None:
        sheet.say("given", answer=answer)


def _mark(sheet: Sheet, question: str, sure: str | None) -> None:
    """Keep how sure the reader is of an answer; of none can anybody be sure."""
    marks = {**_marks(sheet), question: sure}
    if sure is None:
        del marks[question]
    sheet.given["confidence"] = marks
    if not marks:
        del sheet.given["confidence"]


def _marks(sheet: Sheet) -> Mapping[str, Any]:
    marks = sheet.given.get("confidence")
    return marks if isinstance(marks, Mapping) else {}


def _flags(sheet: Sheet) -> list[Step]:
    return [_flag_step(flag) for flag in sheet.definition.get("flags", ())]


def _flag_step(flag: Data) -> Step:
    def ask(sheet: Sheet) -> int:
        print(f"\n{say('ask.flag', sheet.language)}\n{flag['label'][sheet.language]}")
        key = _key(sheet, "yes_no", ("y", "n", "b", "q"))
        flags = [name for name in sheet.given.get("flags", ()) if name != flag["id"]]
        if key in ("y", "n"):
            sheet.given["flags"] = [*flags, flag["id"]] if key == "y" else flags
        return {"b": BACK, "q": STOP}.get(key, ON)

    return ask


def _key(sheet: Sheet, prompt: str, keys: tuple[str, ...], more: tuple[str, ...] = ()) -> str:
    """Return the key that the reader types; the end of the input means stop."""
    while True:
        sheet.say(prompt)
        try:
            typed = input("> ").strip().lower()
        except EOFError:
            return "q"
        if typed in (*keys, *more):
            return typed
        sheet.say("again", keys=" ".join(keys))
