"""playbook doctor: look at a served site from outside and say what its host should change."""

import argparse
from urllib.parse import urljoin, urlsplit

from macros.commands.misuse import MisuseError
from macros.doctor.found import look_around
from macros.doctor.table import CHECKS
from macros.doctor.visit import Visit, VisitError

HELP = "look at a served site from outside and say what its host should change"
EXAMPLES = (
    "playbook doctor https://playbook.example.org/",
    "playbook doctor http://127.0.0.1:8000/guides/trust/",
    "playbook doctor https://playbook.example.org/ --header 'Cookie: _oauth2_proxy=…'",
)
TO_CHANGE = 1


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the address, and what a login asks for."""
    parser.add_argument("address", metavar="URL", help="of the home page")
    parser.add_argument(
        "--header",
        action="append",
        default=[],
        metavar="NAME: VALUE",
        help="sent with each request, for a site behind a login",
    )


def run(options: argparse.Namespace) -> int:
    """Print what is right and what is not; 1 when something is broken or open."""
    visit = Visit(_address(options.address), dict(map(_header, options.header)))
    try:
        home = visit.get(visit.home)
        if 300 <= home.status < 400:
            target = urljoin(visit.home, home.header("Location"))
            raise MisuseError(
                f"{visit.home} leads to {target}.",
                "Give that address; for a site behind a login, its cookie: --header 'Cookie: …'.",
            )
        if home.status != 200 or 'name="theme-scope"' not in home.text:
            raise MisuseError(
                f"{visit.home} is no home page of a playbook (it answers {home.status}).",
                "Give the address at which the home page stands, with its path.",
            )
        return _look(visit)
    except VisitError as error:
        raise MisuseError(str(error), "Is the address right, and the server started?") from None


def _look(visit: Visit) -> int:
    found = look_around(visit)
    serious = 0
    for title, check in CHECKS.items():
        findings = list(check(visit, found))
        serious += sum(each.serious for each in findings)
        print(f"{title}: {'right.' if not findings else ''}".rstrip())
        for each in findings:
            print(f"  {'-' if each.serious else '(may wait)'} {each.sentence}")
            print(f"      {each.remedy}")
    print("Nothing must change." if not serious else f"{serious} to change.")
    return TO_CHANGE if serious else 0


def _address(given: str) -> str:
    parts = urlsplit(given)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise MisuseError(
            f"'{given}' is no address of a site.", "It begins with https:// or http://."
        )
    return given if given.endswith("/") else f"{given}/"


def _header(given: str) -> tuple[str, str]:
    name, colon, value = given.partition(":")
    if not colon or not name.strip() or "\n" in given or "\r" in given:
        raise MisuseError(f"'{given}' is no header.", "Write it as NAME: VALUE.")
    return name.strip(), value.strip()
