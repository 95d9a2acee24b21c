"""A first view of each kind of page: bytes as they travel, what is used of them, and busy times.

python bench/pages.py [--lighthouse] [--rounds 3] [PAGE …]

The site of site/ is served with its Brotli twins to a Chromium without a past, the window that of
a phone. Bytes are exact: everything that comes until the page has started and nothing more is
asked for, a tool's definition included; the engine, which a tool begins to load beside it, is
counted apart, and so is what a browser keeps for times without a network. Times are medians of
rounds on a processor four times slower, and a busy machine spoils them. Lighthouse judges the same
addresses with its own phone:
medians of the scores of so many rounds.
"""

import argparse
import re
import statistics
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.views.lighthouse import CATEGORIES, judged  # noqa: E402
from bench.views.looking import Used, busy, usage  # noqa: E402
from bench.views.served import BrotliSite  # noqa: E402
from tests.browser.conftest import QUIET, chromium_path  # noqa: E402

KINDS = {
    "home": "",
    "module": "m/trust-stages/",
    "tool": "a/trust-stage-diagnostic/",
    "calculator": "a/resource-allocation/",
    "my results": "me/",
    "portfolio": "portfolio/",
    "course": "c/two-days/",
}
"""Kind of page -> the address of its example in the first language."""
LANGUAGES = ("", "zh/")
LIMIT = 100_000
"""Bytes that a first view may have."""
ENGINE = re.compile(r"/assets/runtime/")
"""What every tool computes with."""
TYPES = {".css": "styles", ".js": "scripts", ".json": "definition"}
MEASURED = ("first paint", "largest paint", "blocked", "shift", "machine")
COLUMNS = ("page", "styles", "scripts", "definition", "other")


def main(pages: Sequence[str], rounds: int, *, lighthouse: bool) -> None:
    """Print a table of bytes, one of what is used, and the scores where they are wanted."""
    site = BrotliSite(ROOT / "site", pages)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        print(f"{datetime.now(UTC):%d %B %Y}, Chromium {browser.version}, {rounds} rounds\n")
        used = show_views(browser, site, pages, rounds)
        show_usage(used)
        browser.close()
    if lighthouse:
        show_scores(site, pages, rounds)
    site.close()


def show_views(
    browser: Browser, site: BrotliSite, pages: Sequence[str], rounds: int
) -> Mapping[str, Mapping[str, Used]]:
    """Print the bytes and the busy times of each page; return path of a page -> what it used."""
    print(f"| page | first view | {' | '.join(COLUMNS)} | engine | longest task | of scripts |")
    print("| --- " + "| ---: " * (len(COLUMNS) + 4) + "|")
    found: dict[str, Mapping[str, Used]] = {}
    for page in pages:
        address = f"{site.address}{page}"
        site.sent.clear()
        found[page] = usage(browser, address)
        view, engine = parts_of(site.sent, page)
        measured = [busy(browser, address) for _ in range(rounds)]
        longest = statistics.median(each.longest for each in measured)
        scripts = statistics.median(each.scripts for each in measured)
        total = sum(view.values())
        cells = [f"{view[name] / 1000:.1f}" for name in COLUMNS]
        print(
            f"| /{page} | {total / 1000:.1f} kB{' (!)' if total > LIMIT else ''}"
            f" | {' | '.join(cells)} | {engine / 1000:.0f}"
            f" | {longest:.0f} ms | {scripts:.0f} ms |",
            flush=True,
        )
    return found


def parts_of(sent: Mapping[str, int], page: str) -> tuple[dict[str, int], int]:
    """Return the bytes of a first view by what they are, and those of the engine beside it."""
    view = dict.fromkeys(COLUMNS, 0)
    engine = 0
    for path, size in sent.items():
        if ENGINE.search(path):
            engine += size
        elif path == f"/{page}":
            view["page"] += size
        else:
            view[TYPES.get(Path(path).suffix, "other")] += size
    return view, engine


def show_usage(found: Mapping[str, Mapping[str, Used]]) -> None:
    """Print how much of each style sheet and script the pages use."""
    print("\n| file | characters | " + " | ".join(f"/{page}" for page in found) + " |")
    print("| --- | ---: " + "| ---: " * len(found) + "|")
    for file in sorted({file for used in found.values() for file in used}):
        each = [used.get(file) for used in found.values()]
        size = max(one.all for one in each if one)
        cells = [f"{100 * one.used / one.all:.0f} %" if one else "" for one in each]
        print(f"| {Path(file).name} | {size} | {' | '.join(cells)} |")


def show_scores(site: BrotliSite, pages: Sequence[str], rounds: int) -> None:
    """Print the medians of what Lighthouse says of each page."""
    print(f"\n| page | {' | '.join(CATEGORIES)} | {' | '.join(MEASURED)} |")
    print("| --- " + "| ---: " * (len(CATEGORIES) + len(MEASURED)) + "|")
    for page in pages:
        row = judged(f"{site.address}{page}", rounds)
        print(f"| /{page} | {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("pages", nargs="*", help="addresses below the site; all kinds otherwise")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--lighthouse", action="store_true", help="installs it the first time")
    given = parser.parse_args()
    every = [f"{language}{page}" for page in KINDS.values() for language in LANGUAGES]
    main(given.pages or every, given.rounds, lighthouse=given.lighthouse)
