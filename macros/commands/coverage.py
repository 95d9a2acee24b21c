"""playbook coverage: which element of the sources no module covers yet."""

import argparse

from macros.checking.coverage import coverage_of
from macros.files import read_files

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
    return 1 if coverage.missing else 0
