"""Scores by Lighthouse, as pinned beside this file, for its own idea of a phone."""

import json
import os
import shutil
import statistics
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.browser.node import node
from tasks import npm_command
from tests.browser.conftest import QUIET, chromium_path

ROOT = Path(__file__).parent.parent.parent
HERE = Path(__file__).parent
INSTALLED = ROOT / "build" / "lighthouse"
PINNED = ("package.json", "package-lock.json")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")
SHIFT = "cumulative-layout-shift"


def judged(address: str, rounds: int) -> Sequence[str]:
    """Return the cells of a row: median scores, times, the page's shift, and the machine's index.

    The index is Lighthouse's own: it takes a machine of 1,500 for granted when it slows it down
    four times to be a phone. One that others use has less, and then times and performance are
    those of a slower phone.
    """
    install()
    reports = [report(address) for _ in range(rounds)]
    scores = [
        statistics.median(each["categories"][name]["score"] for each in reports)
        for name in CATEGORIES
    ]
    audits = [each["audits"] for each in reports]
    times = [statistics.median(each[name]["numericValue"] for each in audits) for name in TIMES]
    shift = statistics.median(each[SHIFT]["numericValue"] for each in audits)
    return (
        *(f"{100 * score:.0f}" for score in scores),
        *(f"{milliseconds / 1000:.2f} s" for milliseconds in times),
        f"{shift:.3f}",
        f"{statistics.median(each['environment']['benchmarkIndex'] for each in reports):.0f}",
    )


def report(address: str) -> dict[str, Any]:
    """Return what Lighthouse says of an address, in a browser without a past."""
    script = INSTALLED / "node_modules" / "lighthouse" / "cli" / "index.js"
    with TemporaryDirectory() as folder:
        flags = " ".join([*QUIET, "--headless=new"])
        done = subprocess.run(
            [
                *(node(), str(script), address, "--output=json", "--quiet"),
                *(f"--output-path={folder}/report.json", f"--chrome-flags={flags}"),
                f"--only-categories={','.join(CATEGORIES)}",
            ],
            env=os.environ | {"CHROME_PATH": chromium_path() or ""},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"Lighthouse failed:\n{done.stderr or done.stdout}")
        found: dict[str, Any] = json.loads(Path(folder, "report.json").read_text("utf-8"))
        return found


def install() -> None:
    """Install Lighthouse as pinned; nothing is done twice."""
    if all((INSTALLED / name).exists() for name in PINNED) and all(
        (INSTALLED / name).read_bytes() == (HERE / name).read_bytes() for name in PINNED
    ):
        return
    INSTALLED.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "requirements" / ".npmrc", INSTALLED)
    shutil.copy(HERE / PINNED[0], INSTALLED)
    shutil.copy(HERE / PINNED[1], INSTALLED)
    subprocess.run([*npm_command(), "ci", "--prefix", str(INSTALLED)], check=True)
