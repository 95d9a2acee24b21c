"""playbook accept: write the present ids, addresses and texts into the locks."""

import argparse

from macros.checks import PAGE_RULES, find_problems
from macros.files import read_files
from macros.kept_addresses import accept_addresses
from macros.loading import join
from macros.page_texts import pages_of
from macros.problems import PlaybookError, count_of
from macros.published.lock_files import read_hashes, read_ids, write_hashes, write_ids
from macros.published.locks import hashes, published_ids, stale

HELP = "confirm texts that changed in one language only, and publish new ids"
EXAMPLES = (
    "playbook accept",
    "playbook accept module/trust-stages/title   # only this text",
    "playbook accept module/trust-stages         # only the texts of this module",
)


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "names", nargs="*", metavar="TEXT", help="as playbook check names it (default: all)"
    )


def run(options: argparse.Namespace) -> int:
    """Write ids.lock and translations.lock, and say what is new in them."""
    files = read_files(options.root)
    problems = find_problems(files, PAGE_RULES)
    if problems:
        raise PlaybookError(problems)
    before, now = read_hashes(files.root), hashes(files)
    waiting = {name for _, name, _, _ in stale(files) if not _named(name, options.names)}
    confirmed = {name for _, name, _, _ in stale(files)} - waiting
    write_hashes(files.root, now | {name: before[name] for name in waiting})
    ids = published_ids(files)
    new = ids - set(read_ids(files.root))
    write_ids(files.root, ids | set(read_ids(files.root)))
    addresses = accept_addresses(options.root, pages_of(join(files), options.root))
    for name in sorted(confirmed):
        print(f"confirmed: {name}")
    print(f"{count_of(len(new), 'new id')}, {count_of(addresses, 'new place')}; ", end="")
    print(f"{count_of(len(confirmed), 'text')} confirmed", end="")
    print(f", {len(waiting)} left." if waiting else ".")
    return 0


def _named(name: str, names: list[str]) -> bool:
    return not names or any(name == each or name.startswith(f"{each}/") for each in names)
