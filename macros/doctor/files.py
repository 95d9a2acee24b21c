"""Whether each file comes as what it is, whole, compressed, and for as long as it holds."""

import gzip
import hashlib
import re
from collections.abc import Iterator

from macros.doctor.finding import HOW, Finding
from macros.doctor.found import Found
from macros.doctor.visit import Answer, Visit
from macros.hosting.policy import HASHED
from macros.hosting.types import TEXTS, TYPES

NAMED_BY_CONTENT = re.compile(r"/assets/(?:js|css|runtime)/[\w-]+-([0-9a-f]{16})\.\w+$")
LONG = 30 * 24 * 3600
"""Seconds: how long a file that never changes should be kept at least."""
SHORT = 600
"""Seconds: how long a page may be kept without a question."""
WORTH_IT = 1000
"""Bytes: smaller files gain nothing by compression."""
ALIKE = {"text/javascript": {"application/javascript"}, "application/xml": {"text/xml"}}
"""Type -> others that browsers take for it."""


def check_types(visit: Visit, found: Found) -> Iterator[Finding]:
    """Yield files that are not there, or come as what they are not."""
    for answer in _answers(visit, found):
        ending = answer.path.rpartition(".")[2]
        if answer.status != 200:
            yield Finding(
                f"{answer.address} answers {answer.status}, and a page needs it.",
                "Copy the whole folder site/ to the host, the new files first.",
            )
            continue
        wanted = "text/html" if answer.path.endswith("/") else TYPES.get(ending, answer.kind)
        if answer.kind not in {wanted, *ALIKE.get(wanted, set())}:
            sent = answer.kind or "nothing"
            yield Finding(f"{answer.address} comes as {sent}, not as {wanted}.")
        charset = answer.header("Content-Type").lower().partition("charset=")[2].strip("\"' ")
        if charset not in {"", "utf-8"} and (ending in TEXTS or wanted == "text/html"):
            yield Finding(f"{answer.address} is said to be {charset}; it is UTF-8.")


def check_hashes(visit: Visit, found: Found) -> Iterator[Finding]:
    """Yield files that are not what their names promise."""
    for answer in _answers(visit, found):
        named = NAMED_BY_CONTENT.search(answer.path)
        whole = hashlib.sha256(answer.content).hexdigest()[:16]
        if answer.status == 200 and named and whole != named[1]:
            yield Finding(
                f"{answer.address} is not what was built: it was changed or cut on its way.",
                "Copy it again; let no proxy minify, rewrite or scan what it passes on.",
            )


def check_compression(visit: Visit, found: Found) -> Iterator[Finding]:
    """Yield what travels larger than it must, or would arrive broken."""
    plain = {"gzip": 0, "br": 0}
    for answer in _answers(visit, found):
        if answer.status != 200 or len(answer.content) < WORTH_IT:
            continue
        if answer.header("Content-Encoding") not in {"", "identity"}:
            yield Finding(f"{answer.address} is compressed for whom it was not asked to be.")
        if answer.path.endswith((".png", ".zip")):
            continue
        for encoding in plain:
            sent = visit.get(answer.address, encoding)
            if sent.header("Content-Encoding") == encoding:
                yield from _of_twin(answer, sent)
            else:
                plain[encoding] += 1
    if plain["gzip"]:
        yield Finding(f"{plain['gzip']} files come uncompressed to whom gzip would do.")
    if plain["br"] and not plain["gzip"]:
        yield Finding(
            f"{plain['br']} files come without Brotli, which makes the engine a quarter smaller.",
            f"The twins are there: they end in .br. {HOW}",
            serious=False,
        )


def _of_twin(answer: Answer, sent: Answer) -> Iterator[Finding]:
    if "accept-encoding" not in sent.header("Vary").lower():
        yield Finding(f"{answer.address} comes compressed without Vary: Accept-Encoding.")
    is_gzip = sent.header("Content-Encoding") == "gzip"
    if is_gzip and gzip.decompress(sent.content) != answer.content:
        yield Finding(
            f"The compressed twin of {answer.address} holds something else.",
            "Copy the file and its twins again, all of one build.",
        )


def check_caching(visit: Visit, found: Found) -> Iterator[Finding]:
    """Yield what is asked for too often, or kept too long."""
    short, long = [], []
    for answer in _answers(visit, found):
        seconds = _kept(answer)
        if re.search(HASHED, answer.path):
            short += [answer] if seconds < LONG else []
        else:
            long += [answer] if seconds > SHORT else []
    if short:
        yield Finding(
            f"{len(short)} files that never change are asked for again, such as {short[0].address}."
        )
    if long:
        yield Finding(
            f"Readers meet an old page for {_kept(long[0]) // 60} minutes after a change:"
            f" {long[0].address} is kept so long without a question."
        )
    if not any(found.home.header(name) for name in ("ETag", "Last-Modified")):
        yield Finding(
            "Each page is sent again and again: it has neither ETag nor Last-Modified.",
            serious=False,
        )


def _kept(answer: Answer) -> int:
    """Return for how many seconds a browser keeps an answer without a question."""
    caching = answer.header("Cache-Control").lower()
    age = re.search(r"max-age=(\d+)", caching)
    return 0 if not age or "no-cache" in caching or "no-store" in caching else int(age[1])


def _answers(visit: Visit, found: Found) -> Iterator[Answer]:
    for address in (found.home.address, found.page, *found.files):
        yield visit.get(address)
