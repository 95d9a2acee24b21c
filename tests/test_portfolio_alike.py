"""A page gives for a list what the command line gives, and what this Python gives."""

import base64
import json
import subprocess
from pathlib import Path

import pytest

from assessments.border.reading import write_json
from assessments.portfolio import browser
from assessments.portfolio.desk import STEP
from assessments.portfolio.lists import PART
from macros.__main__ import main
from macros.browser import build_runtime
from macros.browser.node import node
from tests.definitions import definition
from tests.portfolio_asking import BEST, GUIDE, LIST, MAP, TIERS, csv, made, opened, scored

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent


def test_files_have_the_bytes_of_the_command_line(tmp_path: Path) -> None:
    many = [(f"K{n}", f"{n % 4}{n // 4 % 4}" + "2" * 10) for n in range(PART + STEP + 7)]
    many[4_321] = ("K9", BEST)
    many[PART + 3] = ("Wrong", "9" * 12)
    file = tmp_path / "accounts.csv"
    file.write_text(csv(many), "utf-8")
    opened(file.read_bytes())
    assert sum(len(part["account"]) for part in scored()) == len(many) - 1
    for ending in (".csv", ".xlsx"):
        out = tmp_path / f"scored{ending}"
        arguments = ["portfolio", str(file), "--model", TIERS, "--out", str(out)]
        assert main(["--root", str(ROOT), *arguments]) == 0
        assert made("write", ending=ending) == out.read_bytes()
    assert made("problems") == (tmp_path / "scored.errors.csv").read_bytes()


def test_the_worker_of_pages_answers_as_this_python_does() -> None:
    runtime = build_runtime(ROOT)
    program = [
        node(),
        str(ROOT / "tests" / "score_lines.mjs"),
        str(runtime.folder / runtime.worker),
    ]
    content = csv(LIST).encode("gb18030")
    common = {"list": "one", "language": "zh"}
    opening = {"act": "open", "definition": write_json(definition(TIERS)), "guide": GUIDE, **common}
    requests: list[dict[str, object]] = [opening, {"act": "score", "map": MAP, **common}]
    requests += [{"act": "go_on", **common}] * 3
    requests += [{"act": "write", "ending": ".csv", **common}]
    requests += [{"act": "go_on", **common}] * 2
    lines = [{"text": json.dumps(each), "door": "portfolio"} for each in requests]
    lines[0]["file"] = base64.b64encode(content).decode()
    given = "".join(f"{json.dumps(line)}\n" for line in lines)
    done = subprocess.run(program, input=given, capture_output=True, text=True, check=True)
    expected = [
        browser.answer(json.dumps(each), content if each["act"] == "open" else None)
        for each in requests
    ]
    assert [json.loads(line) for line in done.stdout.splitlines()] == expected
