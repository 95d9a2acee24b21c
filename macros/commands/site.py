"""playbook site: check everything and build the site of every language into site/."""

import argparse

from macros.building import BuildError, build_site
from macros.commands.choices import MisuseError

HELP = "check everything and build the site into site/"
EXAMPLES = ("playbook site", "playbook site --address https://playbook.example.org/")


def options(parser: argparse.ArgumentParser) -> None:
    """Declare where the site will be served."""
    parser.add_argument("--address", help="where the site will be served (default: mkdocs.yml)")


def run(options: argparse.Namespace) -> int:
    """Build the site."""
    try:
        build_site(options.root, options.address, compressed=True)
    except BuildError as error:
        raise MisuseError(str(error)) from None
    print("The site is in site/.")
    return 0
