"""Every address and place on a page that was published still answers, in every language.

`playbook accept` adds what is new to addresses.lock. A page or place that goes away is named under
`retired` of playbook.yml: the page stays, or the place becomes a line that names the successor.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.addresses import address_of
from macros.embedding import FOLDER
from macros.playbook import Playbook
from macros.problems import PlaybookError, Problem
from macros.published.lock_files import ADDRESSES, right_lines, write_addresses
from macros.retired import retired_addresses

Pages = Mapping[str, Mapping[str, str]]
"""Language -> staged file -> its Markdown."""

HEADING = re.compile(r"^#{1,6} .*\{ ?#([^\s}]+)", re.MULTILINE)
ELEMENT = re.compile(
    r"<(?:h[1-6]|summary|details|section|fieldset|div|li|tr)(?=\s)[^<>]*\sid=\"([^\"]+)\""
)
"""What a reader can link to; lists for fields, fields and parts of drawings are no places."""
EMBEDS = re.compile(r"\A---\n(?:.+\n)*embed: true\n")
PASSING = re.compile(r"\.words\.|\.slide\.|\.questions\.\d+$|^glossary\.letter\.|^licences\.")
"""Numbered by position, or there only while something else is: promised to nobody. So many slides
as a text needs in one language, it may not need in another."""


def addresses_in(pages: Pages) -> frozenset[str]:
    """Return every address and place that all languages have: m/x/ and m/x/#x.steps."""
    in_each = [
        {found for path, text in written.items() for found in _answering(address_of(path), text)}
        for written in pages.values()
    ]
    return frozenset(f"/{each}" for each in set.intersection(*in_each))


def _answering(address: str, text: str) -> Iterator[str]:
    yield address
    if EMBEDS.search(text):
        yield f"{address}{FOLDER}"
    for pattern in (HEADING, ELEMENT):
        for place in pattern.findall(text):
            if not PASSING.search(place):
                yield f"{address}#{place}"


def keep_addresses(root: Path, playbook: Playbook, pages: Pages) -> None:
    """Raise PlaybookError where a published address or place answers no more."""
    problems = tuple(broken_promises(root, playbook, pages))
    if problems:
        raise PlaybookError(problems)


def broken_promises(root: Path, playbook: Playbook, pages: Pages) -> Iterator[Problem]:
    """Yield a problem for each line of addresses.lock that leads nowhere."""
    present = addresses_in(pages)
    retired = {f"/{address}" for address in retired_addresses(playbook)}
    for line, address in right_lines(root, ADDRESSES):
        page, _, place = address.partition("#")
        if address in present or page in retired or (place and page not in present):
            continue  # Of a page that is gone, one line is enough.
        what = f"The place '{place}' on {page}" if place else f"The page {page}"
        yield Problem(
            file=ADDRESSES.file,
            line=line,
            message=f"{what} was published and answers no more.",
            hint="Bring it back, or name its successor under retired: in playbook.yml.",
        )


def accept_addresses(root: Path, pages: Pages) -> int:
    """Add what is new to addresses.lock; return how much that is."""
    known = {address for _, address in right_lines(root, ADDRESSES)}
    new = addresses_in(pages) - known
    write_addresses(root, known | new)
    return len(new)
