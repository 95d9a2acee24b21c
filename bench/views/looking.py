"""What a browser does with a page: which rules and functions it uses, and how long it is busy."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75}
"""As Lighthouse has it."""
SLOWER = 4
"""By which a phone is slower than this machine, as Lighthouse has it."""
SETTLED = 1500
"""Milliseconds without a request after which a first view is whole."""
STARTED = "document.documentElement.dataset.playbook === 'ready'"
SCRIPTED = {"EvaluateScript", "FunctionCall", "RunMicrotasks", "TimerFire", "FireAnimationFrame"}
TRACED = ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """How much of a file a first view uses, in characters."""

    all: int
    used: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Busy:
    """What the page's own thread did, in milliseconds of a phone."""

    longest: float
    """The longest task of all."""
    scripts: float
    """The longest time that scripts took in one task."""


def usage(browser: Browser, address: str) -> Mapping[str, Used]:
    """Return path of each style sheet and script -> what a first view uses of it."""
    page, devtools = opened(browser)
    styles: dict[str, tuple[str, int]] = {}
    devtools.on(
        "CSS.styleSheetAdded",
        lambda event: styles.update(
            {
                event["header"]["styleSheetId"]: (
                    event["header"]["sourceURL"],
                    event["header"]["length"],
                )
            }
        ),
    )
    for method in ("DOM.enable", "CSS.enable", "CSS.startRuleUsageTracking", "Profiler.enable"):
        devtools.send(method)
    exact = {"callCount": True, "detailed": True}
    devtools.send("Profiler.startPreciseCoverage", exact)
    visit(page, address)
    rules = devtools.send("CSS.stopRuleUsageTracking")["ruleUsage"]
    scripts = devtools.send("Profiler.takePreciseCoverage")["result"]
    found: dict[str, Used] = {}
    for key, (url, length) in styles.items():
        ranges = [
            (each["startOffset"], each["endOffset"])
            for each in rules
            if each["styleSheetId"] == key and each["used"]
        ]
        if path := path_of(url, address):
            found[path] = Used(all=length, used=covered(ranges))
    for script in scripts:
        if path := path_of(script["url"], address):
            found[path] = used_of(script["functions"])
    page.context.close()
    return found


def busy(browser: Browser, address: str) -> Busy:
    """Return the longest task of a first view on a phone."""
    page, devtools = opened(browser)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    browser.start_tracing(page=page, categories=TRACED)
    visit(page, address)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    page.context.close()
    return busy_in(events)


def opened(browser: Browser) -> tuple[Page, CDPSession]:
    """Return an empty page of a browser without a past, that keeps nothing for later."""
    context = browser.new_context(**PHONE, service_workers="block", is_mobile=True)  # type: ignore[arg-type]
    page = context.new_page()
    return page, context.new_cdp_session(page)


def visit(page: Page, address: str) -> None:
    """Open an address and wait until nothing more comes."""
    page.goto(address)
    page.wait_for_function(STARTED)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLED)


def path_of(url: str, address: str) -> str:
    """Return the path of a file of the site; empty for what is none."""
    origin = "/".join(address.split("/")[:3])
    is_file = url.startswith(origin) and url.endswith((".css", ".js"))
    return url.removeprefix(origin) if is_file else ""


def covered(ranges: Sequence[tuple[int, int]]) -> int:
    """Return how many characters at least one range holds."""
    total = end = 0
    for begins, ends in sorted(ranges):
        total += max(0, ends - max(begins, end))
        end = max(end, ends)
    return total


def used_of(functions: Sequence[Mapping[str, Any]]) -> Used:
    """Return what ran of a script: the innermost range of a place says whether it did."""
    ranges = [each for function in functions for each in function["ranges"]]
    ranges.sort(key=lambda each: (each["startOffset"], -each["endOffset"]))
    length = max((each["endOffset"] for each in ranges), default=0)
    ran = bytearray(length)
    for each in ranges:
        begins, ends = each["startOffset"], each["endOffset"]
        ran[begins:ends] = (b"\1" if each["count"] else b"\0") * (ends - begins)
    return Used(all=length, used=sum(ran))


def busy_in(events: Sequence[Mapping[str, Any]]) -> Busy:
    """Return the longest task of the thread that drew most of the page, and its scripts'."""
    drawing = [event for event in events if event["name"] == "Layout"]
    threads = [(event["pid"], event["tid"]) for event in drawing]
    main = max(set(threads), key=threads.count)
    own = [event for event in events if (event["pid"], event["tid"]) == main and "dur" in event]
    tasks = [event for event in own if event["name"].endswith("RunTask")]
    longest = max(event["dur"] for event in tasks) / 1000
    return Busy(longest=longest, scripts=max(scripted(tasks, own), default=0) / 1000)


def scripted(
    tasks: Sequence[Mapping[str, Any]], events: Sequence[Mapping[str, Any]]
) -> Iterator[float]:
    """Yield for each task the microseconds of the scripts in it."""
    scripts = [
        (event["ts"], event["ts"] + event["dur"]) for event in events if event["name"] in SCRIPTED
    ]
    scripts.sort()
    for task in tasks:
        begins, ends = task["ts"], task["ts"] + task["dur"]
        inside = [each for each in scripts if begins <= each[0] < ends]
        yield covered([(int(first), int(last)) for first, last in inside])
