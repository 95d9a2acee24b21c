"""Files of answers, as the page and the terminal both write them: answers and what they answer."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from assessments import read_json, write_json
from assessments.border.fingerprint import fingerprint
from macros.values import Data

FORMAT = "playbook-answers/1"
MARKS = ("version", "hash", "structure")
"""What of a definition's fingerprint stands in a file, under the same names."""


class AnswersError(Exception):
    """A file of answers that does not belong to a tool, or no longer."""


def input_in(given: object, definition: Data) -> tuple[object, str]:
    """Return what a tool can score in a value that was read, and a caution or an empty text.

    A value that is no file of answers is itself the input.
    """
    if not isinstance(given, Mapping) or given.get("format") != FORMAT:
        return given, ""
    mark = fingerprint(definition)
    if given.get("tool") != definition["id"]:
        raise AnswersError(f"The answers belong to the tool '{given.get('tool')}'.")
    if given.get("structure") != mark["structure"]:
        raise AnswersError(
            f"The answers belong to version {given.get('version')}, which asked other questions "
            f"than version {mark['version']}."
        )
    same = given.get("hash") == mark["hash"]
    old, new = given.get("version"), mark["version"]
    caution = f"The answers were given under version {old} and are scored under version {new}."
    return given.get("input"), "" if same else caution


def read_answers(path: Path, definition: Data) -> tuple[dict[str, object], str]:
    """Return the answers kept in a file and whom they are about; nothing where there is no file."""
    if not path.is_file():
        return {"answers": {}}, ""
    record = read_json(path.read_text(encoding="utf-8-sig"))
    given, _ = input_in(record, definition)
    if not isinstance(given, dict) or not isinstance(given.get("answers"), dict):
        raise AnswersError("It holds no answers to an assessment.")
    subject = record.get("subject") if isinstance(record, dict) else None
    return given, subject if isinstance(subject, str) else ""


def write_answers(path: Path, definition: Data, given: object, subject: str) -> None:
    """Keep answers in a file that this command and the page can read."""
    mark = fingerprint(definition)
    record = {
        "format": FORMAT,
        "tool": definition["id"],
        **{name: mark[name] for name in MARKS},
        "subject": subject,
        "saved": datetime.now().astimezone().isoformat(timespec="seconds"),
        "input": given,
        "notes": {},
        "scored": False,
        "report": None,
    }
    path.write_text(write_json(record), encoding="utf-8", newline="\n")
