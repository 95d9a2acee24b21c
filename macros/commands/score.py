"""playbook score: one JSON object in, one report out."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assessments import EngineError, Report, read_json, score, write_json
from assessments.border.problems import Problem
from assessments.border.quoting import quote
from assessments.exports import EXPORTS
from assessments.questionnaires.group import aggregate, distribution
from assessments.words import Phrase
from macros.answer_files import AnswersError, input_in
from macros.commands.choices import add_language, chosen_language, chosen_tool
from macros.commands.misuse import MisuseError, tell
from macros.values import Data

HELP = "score answers or calculate: JSON in, a report out"
EXAMPLES = (
    "playbook score trust-stage-diagnostic < answers.json",
    "playbook score resource-allocation portfolio.json --format markdown --language zh",
    "playbook score four-pain-points --group < everyone.json    # a list of answer sets",
    "playbook score customer-value-tiering --distribution < everyone.json",
    """echo '{"answers": {"perception.1": 3}}' | playbook score trust-stage-diagnostic""",
)
BAD_INPUT = 2


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("tool", metavar="TOOL", help="id of an assessment or a calculator")
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="default: standard input"
    )
    parser.add_argument(
        "--group", action="store_true", help="a list of answer sets, one per person"
    )
    parser.add_argument(
        "--distribution", action="store_true", help="of a group: how often each answer and result"
    )
    parser.add_argument("--format", choices=tuple(EXPORTS), default="json", help="default: json")
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print the report; 2 and the error as JSON where the input is refused."""
    language = chosen_language(options)
    definition = chosen_tool(options.root, options.tool)
    try:
        given = read_json(_text(options.file))
        if options.group or options.distribution:
            report = _group_report(definition, given, options)
        else:
            report = _report(definition, given)
        sys.stdout.write(EXPORTS[options.format].write(definition, report, language))
    except EngineError as error:
        _refuse(error.as_data(language))
        return BAD_INPUT
    except AnswersError as error:
        raise MisuseError(str(error)) from None
    return 0


def _refuse(told: Mapping[str, Any]) -> None:
    """Say what is wrong: to a program as JSON, to a person at a terminal line by line."""
    if not sys.stderr.isatty():
        sys.stderr.write(write_json(told))
        return
    for problem in told["error"]["problems"]:
        tell(problem["message"], problem["hint"])


def _report(definition: Data, given: object) -> Report:
    value, caution = input_in(given, definition)
    if caution:
        tell(caution)
    return score(definition, value)


def _group_report(definition: Data, given: object, options: argparse.Namespace) -> Report:
    if isinstance(given, list):
        given = [input_in(person, definition)[0] for person in given]
    return distribution(definition, given) if options.distribution else aggregate(definition, given)


def _text(file: Path | None) -> str:
    try:
        content = file.read_bytes() if file else sys.stdin.buffer.read()
        return content.decode("utf-8-sig")
    except FileNotFoundError:
        raise _unreadable(file, "not_found") from None
    except UnicodeDecodeError:
        raise _unreadable(file, "not_utf8") from None
    except OSError:
        raise _unreadable(file, "not_readable") from None


def _unreadable(file: Path | None, reason: str) -> EngineError:
    name = quote(str(file)) if file else Phrase("name.standard_input")
    return EngineError(
        [Problem("E_FILE", "", {"name": name, "reason": Phrase(f"reason.{reason}")})]
    )
