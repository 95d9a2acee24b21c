"""playbook coverage: which element of the sources no module covers yet, which module lacks what."""

import argparse
from collections.abc import Sequence

from macros.checking.coverage import coverage_of
from macros.files import Files, read_files, stem

HELP = "list the elements of the sources that no module covers"
EXAMPLES = ("playbook coverage", "playbook coverage --all")


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--all", action="store_true", help="every element and where it stands")


def run(options: argparse.Namespace) -> int:
    """Print the missing elements; 1 when there are any."""
    files = read_files(options.root)
    coverage = coverage_of(files)
    if options.all:
        for element, places in coverage.places.items():
            print(f"{element}: {', '.join(places) or 'nowhere'}")
    first = files.languages[0]
    elements = [record for file in files.of("elements") for _, record in file.each("elements", "*")]
    for record in elements:
        if record["id"] in coverage.missing:
            print(f"{record['id']}: {record['title'][first]} ({', '.join(record['source'])})")
    print(f"{coverage.covered} of {len(coverage.places)} elements are covered.")
    print(those_with(files, ("facilitator", "guide"), "a facilitator guide"))
    print(those_with(files, ("judgement",), "a case to judge"))
    return 1 if coverage.missing else 0


def those_with(files: Files, keys: Sequence[str], what: str) -> str:
    """Say how many modules hold what stands under the keys, and name the others."""
    modules = files.of("module")
    without = [stem(module) for module in modules if not list(module.each(*keys))]
    said = f"{len(modules) - len(without)} of {len(modules)} modules have {what}"
    return f"{said}; without: {', '.join(without)}." if without else f"{said}."
