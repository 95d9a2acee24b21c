"""playbook coverage: which element of the sources no module covers yet."""

import argparse

from macros.coverage import coverage_of
from macros.loading import load_playbook

HELP = "list the elements of the sources that no module covers"
EXAMPLES = ("playbook coverage", "playbook coverage --all")


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--all", action="store_true", help="every element and where it stands")


def run(options: argparse.Namespace) -> int:
    """Print the missing elements; 1 when there are any."""
    playbook = load_playbook(options.root)
    coverage = coverage_of(playbook)
    if options.all:
        for element, places in coverage.places.items():
            print(f"{element}: {', '.join(places) or 'nowhere'}")
    for element in coverage.missing:
        record = playbook.elements[element]
        print(f"{element}: {record['title']['en']} ({', '.join(record['source'])})")
    print(f"{coverage.covered} of {len(coverage.places)} elements are covered.")
    return 1 if coverage.missing else 0
