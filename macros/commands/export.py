"""playbook export: a page, a course, an area or the whole as a package for learning systems."""

import argparse
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from macros.commands.choices import add_language, chosen_address, chosen_language
from macros.commands.misuse import MisuseError, tell
from macros.courses.packages.contents import Contents
from macros.courses.packages.identifiers import PackageError
from macros.courses.plans.faults import PlanError
from macros.exporters.packages.contents import every_content, named
from macros.exporters.packages.format import Format, Order
from macros.exporters.packages.planned import plan_order
from macros.exporters.packages.table import FORMATS
from macros.loading import load_playbook
from macros.values import did_you_mean
from macros.views import Book

HELP = "take a part of the playbook along as a package for a learning system"
EXAMPLES = (
    "playbook export trust-stages --format cc11 --address https://playbook.example.org/",
    "playbook export relationship-health --format moodle-xml --language zh",
    "playbook export relationship-health --format scorm12 --out health.zip",
    "playbook export one-day --format gift --language zh",
    "playbook export deepen --format ics --start 2027-01-11T09:00",
    "playbook export a:relationship-depth --format markdown --out -    # to standard output",
    "playbook export plan.json --format scorm12    # a plan saved on the page of the composer",
)


PLAN = ".json"
PLAN_HINT = "Save it again on the page of the composer, teach/compose/."


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "id",
        metavar="ID",
        help="of a module, tool, course, area or the playbook; m:ID, a:ID; or a plan, FILE.json",
    )
    parser.add_argument("--format", choices=tuple(FORMATS), required=True)
    add_language(parser)
    parser.add_argument("--out", metavar="FILE", help="default: its usual name, here; - to print")
    parser.add_argument("--address", help="where the site is served (default: playbook.yml)")
    parser.add_argument(
        "--start", type=_moment, metavar="TIME", help="of a calendar: its beginning"
    )


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"there is no moment '{text}'; write it like 2027-01-11T09:00"
        ) from None


def run(options: argparse.Namespace) -> int:
    """Write the package."""
    kind = FORMATS[options.format]
    order = _planned(options) if options.id.endswith(PLAN) else _named(options, kind)
    contents = order.contents
    if contents.kind not in kind.kinds:
        raise _unfit(options.id, contents, kind)
    try:
        made = kind.make(order)
    except PackageError as error:
        raise MisuseError(str(error)) from None
    if options.out == "-":
        sys.stdout.buffer.write(made)
        return 0
    file = Path(options.out or kind.file_name(contents, order.book.language))
    file.write_bytes(made)
    tell(f"{file} holds {len(contents.entries)} of the site's pages, {len(made):,} bytes.")
    return 0


def _named(options: argparse.Namespace, kind: Format) -> Order:
    """Return what an id asks for."""
    book = Book(load_playbook(options.root), chosen_language(options))
    address = chosen_address(options) or str(book.site["site_url"])
    return Order(
        contents=_chosen(book, address, options.id, kind),
        book=book,
        root=options.root,
        address=address,
        start=options.start,
        written=_now(),
    )


def _planned(options: argparse.Namespace) -> Order:
    """Return what the file of a plan asks for; tell what is wrong in it, which stops nothing."""
    playbook = load_playbook(options.root)
    address = chosen_address(options) or str(playbook.settings["site_url"])
    language = chosen_language(options) if options.language else ""
    try:
        text = Path(options.id).read_text("utf-8")
        order, told = plan_order(playbook, text, options.root, address, language)
    except UnicodeDecodeError:
        raise MisuseError(f"The file {options.id} is no text in UTF-8.", PLAN_HINT) from None
    except PlanError as error:
        message = f"The file {options.id} cannot be read as a plan ({error.code})."
        raise MisuseError(message, PLAN_HINT) from None
    for sentence in told:
        tell(sentence)
    return replace(order, start=options.start or order.start, written=_now())


def _now() -> datetime:
    """Return the moment; SOURCE_DATE_EPOCH, in seconds, stands for it where bytes must be equal."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(said), UTC) if said else datetime.now(UTC)


def _chosen(book: Book, address: str, name: str, kind: Format) -> Contents:
    """Return what is meant, or say why there is no such package."""
    found = named(book, address, name)
    if not found:
        known = {each.id for each in every_content(book, address)}
        hint = did_you_mean(name, sorted(known), "The pages of the site have their ids as address.")
        raise MisuseError(f"There is nothing to export with the id '{name}'.", hint)
    fitting = [each for each in found if each.kind in kind.kinds]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        links = " or ".join(each.link for each in fitting)
        raise MisuseError(f"More than one thing has the id '{name}'.", f"Say which: {links}.")
    raise _unfit(name, found[0], kind)


def _unfit(name: str, contents: Contents, kind: Format) -> MisuseError:
    formats = [each.name for each in FORMATS.values() if contents.kind in each.kinds]
    return MisuseError(
        f"'{name}' is of the kind {contents.kind} and cannot be had as {kind.name}.",
        f"It can be had as {', '.join(formats)}.",
    )
