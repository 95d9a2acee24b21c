"""The door for the command line: a compiled definition and an input in, a report out.

python -m assessments score definition.json < input.json
python -m assessments score definition.json answers.json --format markdown --language zh
python -m assessments score definition.json group.json --group
python -m assessments prove definition.json
python -m assessments compare old.json new.json
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from assessments.border.comparing import compare
from assessments.border.problems import EngineError, Problem, internal
from assessments.border.quoting import quote
from assessments.border.reading import LONGEST_TEXT, read_json, write_json
from assessments.exports import EXPORTS
from assessments.questionnaires.group import aggregate, distribution
from assessments.questionnaires.prove import prove
from assessments.scoring import score
from assessments.words import FIRST_LANGUAGE, LANGUAGES, Phrase

BAD_INPUT = 2
"""Exit code when the input or the definition cannot be used."""

STANDARD_INPUT = "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 for an answer, 2 for something that cannot be used."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], str] = options.command
    try:
        _write(sys.stdout, command(options))
    except EngineError as error:
        refused = error
    except Exception as error:
        # A definition is checked where it is compiled; changed since, it may break any rule.
        refused = internal(error)
    else:
        return 0
    _write(sys.stderr, write_json(refused.as_data(options.language)))
    return BAD_INPUT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m assessments",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(language=FIRST_LANGUAGE)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    scoring = commands.add_parser("score", help="score an input with a definition")
    scoring.add_argument("definition", help="a compiled definition: definition.json")
    scoring.add_argument("input", nargs="?", default=STANDARD_INPUT, help="default: stdin")
    scoring.add_argument("--group", action="store_true", help="the mean of many answer sets")
    scoring.add_argument(
        "--distribution", action="store_true", help="how many answer sets give which result"
    )
    scoring.add_argument("--format", choices=EXPORTS, default="json")
    scoring.add_argument("--language", choices=LANGUAGES, default=FIRST_LANGUAGE)
    scoring.set_defaults(command=_score)
    proving = commands.add_parser("prove", help="look for rules that can have no effect")
    proving.add_argument("definition")
    proving.add_argument("--language", choices=LANGUAGES, default=FIRST_LANGUAGE)
    proving.set_defaults(command=_prove)
    comparing = commands.add_parser("compare", help="what a change does to old answers")
    comparing.add_argument("old")
    comparing.add_argument("new")
    comparing.set_defaults(command=_compare)
    return parser


def _score(options: argparse.Namespace) -> str:
    definition = _read_definition(options.definition)
    given = read_json(_read(options.input))
    chosen = distribution if options.distribution else aggregate if options.group else score
    report = chosen(definition, given)
    return EXPORTS[options.format].write(definition, report, options.language)


def _prove(options: argparse.Namespace) -> str:
    problems = prove(_read_definition(options.definition))
    if problems:
        raise EngineError(problems)
    return write_json({"problems": []})


def _compare(options: argparse.Namespace) -> str:
    return write_json(compare(_read_definition(options.old), _read_definition(options.new)))


def _read_definition(path: str) -> Mapping[str, object]:
    value = read_json(_read(path))
    if isinstance(value, Mapping):
        return value
    rule = Phrase("rule.object")
    values = {"path": path, "rule": rule, "found": quote(value)}
    raise EngineError([Problem("E_DEFINITION", "", values)])


def _read(path: str) -> str:
    """Return the text of a file, or of standard input; no more of it than is allowed."""
    most = 4 * LONGEST_TEXT + 4
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read(most).decode()
        with Path(path).open("rb") as file:
            return file.read(most).decode()
    except FileNotFoundError:
        raise _unreadable(path, "not_found") from None
    except UnicodeDecodeError:
        raise _unreadable(path, "not_utf8") from None
    except (OSError, ValueError):
        raise _unreadable(path, "not_readable") from None


def _unreadable(path: str, reason: str) -> EngineError:
    name = Phrase("name.standard_input") if path == STANDARD_INPUT else quote(path)
    values = {"name": name, "reason": Phrase(f"reason.{reason}")}
    return EngineError([Problem("E_FILE", "", values)])


def _write(stream: TextIO, text: str) -> None:
    """Write bytes: the same on every platform, whatever its locale."""
    stream.buffer.write(text.encode())
    stream.flush()


if __name__ == "__main__":
    sys.exit(main())
