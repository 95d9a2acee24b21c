"""What harmful texts do that `playbook check` lets pass: 300 of them, each in every text field.

python bench/authoring.py [first last]

A round plants one text in each field of a small playbook, all of them others than in the round
before; after 300 rounds each text has stood in each field. What `check` refuses is taken back, the
rest is built and every page opened in a real Chromium, where a script that runs, an address of
another host and a text that does not stand there as it was written are told. The status is 1 when
there is any.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import QUIET, chromium_path  # noqa: E402
from tests.browser.hostile_site import faults_of  # noqa: E402
from tests.hostile_texts import LANGUAGES, fields, hostile_texts  # noqa: E402
from tests.other_languages import make_project  # noqa: E402

NUMBER = 300
STRIDE = 7
"""How far the texts move between two rounds; it has no divisor in common with their number."""


def main(first_round: int, last_round: int) -> int:
    """Print what each of these rounds planted and found, and the sums."""
    texts = hostile_texts(NUMBER)
    tried = shown = wrong = 0
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        project = make_project(Path(folder), LANGUAGES, small=True)
        places = list(fields(project))
        for number in range(first_round, last_round + 1):
            started = monotonic()
            first = (number - 1) * STRIDE % NUMBER
            planted, faults = faults_of(project, texts[first:] + texts[:first], places, browser)
            tried += len(places)
            shown += len(planted)
            wrong += len(faults)
            took = monotonic() - started
            print(f"round {number}: {len(planted)} of {len(places)} pass, {took:.0f} s")
            print("".join(f"    {fault[:200]}\n" for fault in faults), end="", flush=True)
        browser.close()
    print(f"{tried} texts in fields, {shown} accepted by check, {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:] or (1, NUMBER))))
