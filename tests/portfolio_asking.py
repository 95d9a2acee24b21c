"""Asks the door of lists as a page does: bytes in, JSON out, in steps."""

import base64
import json
from collections.abc import Iterator
from typing import Any

from assessments.border.reading import write_json
from assessments.portfolio import browser
from tests.answering import questionnaire
from tests.definitions import definition, read_data

TIERS = "customer-value-tiering"
QUESTIONS = questionnaire(TIERS).questions
GUIDE = json.loads(write_json(read_data("portfolio.yml")))
BEST, LOW = "3" * 12, "1" * 12
LIST = [("A", BEST), ("乙", BEST[:-1] + "x"), ("C", LOW), ("a", BEST), ("D", "2222 2222 22--")]
MAP = {"account": "客户编号", "answers": {name: name for name in QUESTIONS}}


def csv(accounts: list[tuple[str, str]], separator: str = ",") -> str:
    """Return a list as a file: each account with its answers, - for a blank."""
    rows = [["客户编号", *QUESTIONS]]
    rows += [[name, *levels.replace(" ", "").replace("-", " ")] for name, levels in accounts]
    return "\n".join(separator.join(row) for row in rows) + "\n"


def ask(act: str, content: bytes | None = None, **more: object) -> dict[str, Any]:
    request = {"act": act, "list": "one", "language": "en", **more}
    found = json.loads(browser.answer(json.dumps(request), content))
    assert isinstance(found, dict)
    return found


def opened(content: bytes, **more: object) -> dict[str, Any]:
    asked = {"definition": write_json(definition(TIERS)), "guide": GUIDE, **more}
    return ask("open", content, **asked)


def steps(act: str, **more: object) -> Iterator[dict[str, Any]]:
    """Yield every step of some work."""
    assert ask(act, **more) == {"begun": True}
    while True:
        step = ask("go_on")
        yield step
        if "done" in step or "error" in step:
            return


def scored(given: object = MAP) -> list[dict[str, Any]]:
    return [step["part"] for step in steps("score", map=given) if "part" in step]


def made(act: str, **more: object) -> bytes:
    *_, last = steps(act, **more)
    return base64.b64decode(last["content"])
