"""playbook headers: what a host must send with the site, in the words of its server."""

import argparse
from pathlib import Path

from macros.building import SITE
from macros.commands.misuse import MisuseError
from macros.files import languages_of
from macros.hosting.policy import policies
from macros.hosting.served import Served
from macros.hosting.servers import SERVERS
from macros.loading import load_playbook

HELP = "write what a server must send with the built site: policy, types, caching, compression"
EXAMPLES = (
    "playbook headers nginx --address https://playbook.example.org/",
    "playbook headers nginx --folder /srv/playbook --brotli",
    "playbook headers caddy --address https://intranet.example.org/guides/trust/",
    "playbook headers apache > site/.htaccess",
    "playbook headers netlify > site/_headers",
    "playbook headers json",
)
FOLDER = "/var/www/playbook"


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the server and the place of the site."""
    parser.add_argument("server", choices=tuple(SERVERS))
    parser.add_argument(
        "--site", type=Path, metavar="FOLDER", help="the built site (default: site)"
    )
    parser.add_argument("--address", help="where it will be read (default: playbook.yml)")
    parser.add_argument(
        "--folder", default=FOLDER, help=f"where its files stand on the host (default: {FOLDER})"
    )
    parser.add_argument(
        "--brotli", action="store_true", help="nginx has the module that sends Brotli twins"
    )


def run(options: argparse.Namespace) -> int:
    """Print the configuration."""
    site = options.site or options.root / SITE
    if not (site / "index.html").is_file():
        raise MisuseError(
            f"The folder {site} holds no built site.",
            "Build it first: playbook site. The policy names the scripts that it really ships.",
        )
    settings = load_playbook(options.root).settings
    _, *others = languages_of(options.root)
    address = options.address or str(settings["site_url"])
    served = Served(
        site=site,
        address=address if address.endswith("/") else f"{address}/",
        folder=options.folder,
        policies=policies(site, settings),
        others=tuple(others),
        brotli=options.brotli,
    )
    print(SERVERS[options.server](served), end="")
    return 0
