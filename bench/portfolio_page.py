"""What the page of lists takes for a long one, in Chromium, once the engine is ready.

python bench/portfolio_page.py [--rows 10000 100000] [--tools ID ...] [--rounds 3]

The rows are those of bench/portfolio.py, and the site is the built one. A file is read, its rows
are scored, explained and told how sure, and the table stands in the page; then the table is
scrolled from its first row to its last, and sorted by account. Told are the seconds by the clock
and those of a processor that all processes of the browser took, their ratio to the same work of
this Python in the same round, the longest task of the page meanwhile, in time of a processor and by
the clock, and how far apart frames were while scrolling. Where others use the machine, only times
of a processor and the ratio mean something.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assessments.border.reading import read_json, write_json  # noqa: E402
from assessments.portfolio.browser import answer  # noqa: E402
from assessments.questionnaires.definition_reader import read_questionnaire  # noqa: E402
from bench.portfolio import TOOLS, list_text  # noqa: E402
from bench.start import work  # noqa: E402
from macros.loading import load_tool  # noqa: E402
from tests.browser.conftest import QUIET, chromium_path  # noqa: E402
from tests.browser.server import SiteServer  # noqa: E402

PATIENCE = 600_000
"""Milliseconds; a list of a hundred thousand takes a while where others use the machine."""
OPENED = "() => !document.querySelector('[data-shown=opened]').hidden"
SCORED = "() => document.activeElement?.id === 'portfolio.results'"
PRESS = '(act) => document.querySelector(`portfolio-list [data-act="${act}"]`).click()'
SORT = """async () => {
  const start = performance.now(), sorted = "[data-key=account][aria-sort]";
  document.querySelector("[data-sort=account]").click();
  while (!document.querySelector(sorted)) await new Promise(requestAnimationFrame);
  return performance.now() - start;
}"""
SCROLL = """async () => {
  const frame = document.querySelector("[data-rows]"), frames = [];
  const end = frame.scrollHeight - frame.clientHeight;
  let last = await new Promise(requestAnimationFrame);
  for (let step = 1; step <= 120; step += 1) {
    frame.scrollTop = end * step / 120;
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  return frames.sort((one, other) => one - other)[114];
}"""
"""The time between frames that nineteen of twenty keep."""

GOES_ON = ('{"begun"', '{"part"', '{"read"')
"""How an answer begins after which there is more to come."""
PHASES = ("scoring", "scrolling", "sorting")
MEASURED = ("seconds", "work", "ratio", "frame", "sorted",
            *(f"{phase}, {how}" for phase in PHASES for how in ("task", "clock")))  # fmt: skip
TASK, PAGE = "RunTask", "CrRendererMain"
"""How a trace of Chromium names what a thread does at once, and the thread of a page."""


def main() -> None:
    """Print a row for each tool and length."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=(10_000, 100_000))
    parser.add_argument("--tools", nargs="+", default=TOOLS)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    server = SiteServer(ROOT / "site")
    with sync_playwright() as playwright, TemporaryDirectory(prefix="playbook-bench-") as folder:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        for tool in options.tools:
            for rows in options.rows:
                file = Path(folder) / "accounts.csv"
                content = list_text(read_questionnaire(defined(tool)), rows)
                file.write_text(content, encoding="utf-8", newline="")
                rounds = [measured(browser, server, tool, file) for _ in range(options.rounds)]
                found = {name: median(each[name] for each in rounds) for name in MEASURED}
                print(f"{tool}, {rows:,} accounts, median of {options.rounds}", *told(found),
                      sep="\n  ", flush=True)  # fmt: skip
        browser.close()
    server.close()


def told(found: dict[str, float]) -> Iterator[str]:
    """Yield what was found in sentences."""
    yield (
        f"read and scored in {found['seconds']:.2f} s, {found['work']:.2f} s of a processor,"
        f" {found['ratio']:.1f} times this Python"
    )
    yield f"scrolling: a frame every {found['frame']:.0f} ms"
    yield f"sorted by account in {found['sorted']:.0f} ms"
    for phase in PHASES:
        task, clock = found[f"{phase}, task"], found[f"{phase}, clock"]
        yield f"longest task, {phase}: {task:.0f} ms of a processor, {clock:.0f} ms by the clock"


def defined(tool: str) -> dict[str, Any]:
    """Return the record of a tool."""
    found = load_tool(ROOT, tool)
    if found is None:
        sys.exit(f"There is no tool {tool}.")
    return dict(found[0])


def measured(browser: Browser, server: SiteServer, tool: str, file: Path) -> dict[str, float]:
    """Take a list into the page of a browser without a past, and the same into this Python."""
    here = in_this_python(tool, file.read_bytes())
    context = browser.new_context(base_url=server.address, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto("/portfolio/")
    page.locator("portfolio-list[data-started]").wait_for()
    page.locator("[data-tool]").select_option(tool)
    # The engine starts with the first list.
    page.evaluate(PRESS, "sample")
    page.wait_for_function(OPENED)
    page.evaluate(PRESS, "score")
    page.wait_for_function(SCORED)
    page.evaluate(PRESS, "clear")
    page.wait_for_function(f"() => !({OPENED})()")
    system = browser.new_browser_cdp_session()
    before = work(system)
    found: dict[str, float] = {}
    with tasks(browser, page, "scoring", found):
        found["seconds"] = taken(page, file)
        found["work"] = work(system) - before
    found["ratio"] = found["work"] / here
    with tasks(browser, page, "scrolling", found):
        found["frame"] = page.evaluate(SCROLL)
    with tasks(browser, page, "sorting", found):
        found["sorted"] = page.evaluate(SORT)
    context.close()
    return found


@contextmanager
def tasks(browser: Browser, page: Page, phase: str, found: dict[str, float]) -> Iterator[None]:
    """Trace the page meanwhile, and note its longest task in milliseconds."""
    client = browser.new_browser_cdp_session()
    events: list[dict[str, Any]] = []
    ended: dict[str, object] = {}
    client.on("Tracing.dataCollected", lambda told: events.extend(told["value"]))
    client.on("Tracing.tracingComplete", lambda told: ended.update(told or {}, now=True))
    categories = {"includedCategories": ["toplevel"]}
    client.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": categories})
    yield
    client.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(20)
    names = [each for each in events if each["name"] == "thread_name"]
    pages = {(e["pid"], e["tid"]) for e in names if e["args"]["name"] == PAGE}
    own = [e for e in events if (e["pid"], e["tid"]) in pages and e["name"].endswith(TASK)]
    found[f"{phase}, task"] = max(each.get("tdur", 0) for each in own) / 1000
    found[f"{phase}, clock"] = max(each.get("dur", 0) for each in own) / 1000


def taken(page: Page, file: Path) -> float:
    """Take a file in and score it; return the seconds, without those of whoever chooses a file."""
    with page.expect_file_chooser() as chooser:
        page.evaluate(PRESS, "file")
    start = time.perf_counter()
    chooser.value.set_files(file)
    page.wait_for_function(OPENED)
    page.evaluate(PRESS, "score")
    page.wait_for_function(SCORED)
    return time.perf_counter() - start


def in_this_python(tool: str, content: bytes) -> float:
    """Return the seconds of a processor that the page's door takes here for the same list."""
    common = {"list": "one", "language": "en"}
    start = time.process_time()
    opening = {"act": "open", "definition": write_json(defined(tool)), "guide": {}, **common}
    look: Any = read_json(answer(write_json(opening), content))
    chosen = {**look["map"], "account": "Account ID"}
    requests: list[dict[str, object]] = [{"act": "score", "map": chosen, "today": ""}]
    while requests:
        said = answer(write_json({**requests.pop(), **common}))
        if said.startswith(GOES_ON):
            requests.append({"act": "go_on"})
    return time.process_time() - start


if __name__ == "__main__":
    main()
