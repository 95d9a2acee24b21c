"""playbook site: check everything and build the site of every language into site/."""

import argparse

from macros.building import BuildError, build_site
from macros.commands.choices import chosen_address
from macros.commands.misuse import MisuseError

HELP = "check everything and build the site into site/"
EXAMPLES = (
    "playbook site",
    "playbook site --address https://playbook.example.org/",
    "playbook site --plain",
    "playbook site --policy-in-pages",
)


def options(parser: argparse.ArgumentParser) -> None:
    """Declare where the site will be served, and how it travels there."""
    parser.add_argument("--address", help="where the site will be served (default: mkdocs.yml)")
    parser.add_argument(
        "--plain", action="store_true", help="leave out the compressed twins: done sooner"
    )
    parser.add_argument(
        "--policy-in-pages",
        action="store_true",
        help="each page brings its content policy, for hosts that send no headers of yours",
    )


def run(options: argparse.Namespace) -> int:
    """Build the site."""
    try:
        build_site(
            options.root,
            chosen_address(options),
            compressed=not options.plain,
            policy_in_pages=options.policy_in_pages,
        )
    except BuildError as error:
        raise MisuseError(str(error)) from None
    print("The site is in site/.")
    return 0
