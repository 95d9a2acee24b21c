"""Whether the content policy is there, is strict, and lets the site's own scripts run."""

import re
from collections.abc import Iterator, Mapping
from html import unescape

from macros.doctor.finding import Finding
from macros.doctor.found import Found
from macros.doctor.visit import Answer, Visit
from macros.hosting.inline import inline_scripts, script_hash
from macros.hosting.policy import COMPANIONS

NAME = "Content-Security-Policy"
META = re.compile(rf'<meta http-equiv="{NAME}" content="([^"]*)">')
NEEDED = {
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:"),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
}
"""Directive -> what the pages cannot do without."""
LOOSE = ("'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:", "data:", "blob:")
"""Sources of scripts that let in what nobody checked."""
ANEW = "Make it anew from the built site: `playbook headers SERVER`."


def directives(policy: str) -> Mapping[str, tuple[str, ...]]:
    """Return the directives of a policy with their sources."""
    parts = [part.split() for part in policy.split(";")]
    return {part[0].lower(): tuple(part[1:]) for part in parts if part}


def check_policy(visit: Visit, found: Found) -> Iterator[Finding]:
    """Yield what is wrong with the policy of pages, of frames and of the worker."""
    page = visit.get(found.page)
    sent = page.headers.get_all(NAME, [])
    meta = META.search(page.text)
    if len(sent) > 1:
        yield Finding(
            f"{page.address} comes with {len(sent)} policies, and a browser obeys all of them.",
            "Let one server send it: the proxy or the one behind it.",
        )
    elif not sent and not meta:
        yield Finding(f"{page.address} comes without {NAME}: whatever gets in may run.")
    elif not sent:
        yield Finding(
            "The pages bring their policy themselves; who may frame them, only a header can say.",
            "Where the host lets you, send the headers: `playbook headers SERVER`.",
            serious=False,
        )
    told = [*map(str, sent), *([unescape(meta[1])] if meta else [])]
    for policy in told:
        yield from _of_page(page, directives(policy))
    if sent:
        yield from _of_frames(visit, found, directives(str(sent[0])))
    if found.worker:
        yield from _of_worker(visit.get(found.worker))


def _of_page(page: Answer, policy: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    usual = policy.get("default-src", ("*",))
    if usual != ("'none'",):
        yield Finding("The policy allows what it does not name: it lacks default-src 'none'.")
    scripts = policy.get("script-src", usual)
    loose = [source for source in scripts if source in LOOSE]
    if loose:
        yield Finding(f"The policy lets scripts in by {' '.join(loose)}.")
    missing = {script_hash(text) for text in inline_scripts(page.text)} - {*scripts}
    if missing and "'unsafe-inline'" not in scripts:
        yield Finding(
            f"The policy stops {len(missing)} of the site's own scripts:"
            " it was made for another edition.",
            ANEW,
        )
    for name, sources in NEEDED.items():
        lacking = [source for source in sources if source not in policy.get(name, usual)]
        if lacking:
            yield Finding(f"The policy stops the site itself: {name} lacks {' '.join(lacking)}.")


def _of_frames(
    visit: Visit, found: Found, policy: Mapping[str, tuple[str, ...]]
) -> Iterator[Finding]:
    if "frame-ancestors" not in policy:
        yield Finding("Any site may show the pages in a frame: frame-ancestors is missing.")
    if not found.framed:
        return
    framed = visit.get(found.framed)
    own = directives(framed.header(NAME)).get("frame-ancestors")
    if own is not None and own == policy.get("frame-ancestors") and "*" not in own:
        yield Finding(
            "No course can show the pages at embed/: their frame-ancestors is that of all pages."
        )
    if own is None and framed.header("X-Frame-Options"):
        yield Finding(
            "No course can show the pages at embed/: X-Frame-Options forbids it.",
            "Send frame-ancestors in its place, which can name who may.",
        )


def _of_worker(worker: Answer) -> Iterator[Finding]:
    policy = directives(worker.header(NAME))
    if not policy:
        return
    usual = policy.get("default-src", ("*",))
    if "'wasm-unsafe-eval'" not in policy.get("script-src", usual):
        yield Finding(
            f"No tool can run: the policy of {worker.address} lacks 'wasm-unsafe-eval'.",
        )
    if not {"'self'", "*"} & {*policy.get("connect-src", usual)}:
        yield Finding(f"No tool can run: the policy of {worker.address} lacks connect-src 'self'.")


def check_companions(visit: Visit, found: Found) -> Iterator[Finding]:
    """Yield the other headers that are missing on a page."""
    page = visit.get(found.page)
    for name, value in COMPANIONS.items():
        sent = page.header(name)
        if not sent:
            shown = value if len(value) < 40 else "…"
            yield Finding(f"Pages come without the header {name}: {shown}.")
        elif name == "Referrer-Policy" and sent.lower() not in {value, "same-origin"}:
            yield Finding(f"Other sites learn where a reader comes from: {name} is {sent}.")
    if page.address.startswith("https:") and not page.header("Strict-Transport-Security"):
        yield Finding(
            "A first visit may still go without encryption: Strict-Transport-Security is missing.",
            "Let the server that holds the certificate send it.",
            serious=False,
        )
