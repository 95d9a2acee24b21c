"""playbook new: a file to start from, listed where the site will find it."""

import argparse
import re

from macros.commands.choices import MisuseError
from macros.files import FOLDER, read_files
from macros.forms import ID
from macros.ids import collect_ids
from macros.listing import add_to_list
from macros.scaffolds import scaffold
from macros.values import did_you_mean

HELP = "make the file of a new module, assessment or calculator"
EXAMPLES = (
    "playbook new module account-review --area run",
    "playbook new assessment account-review-check --module account-review",
    "playbook new calculator visit-budget --module account-review",
)
KINDS = ("module", "assessment", "calculator")


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("id", metavar="ID", help=f"{ID.name}, for example {ID.example}")
    parser.add_argument("--area", help="of a module: the area that lists it (default: the first)")
    parser.add_argument("--module", help="of a tool: its home module (default: the first)")


def run(options: argparse.Namespace) -> int:
    """Write the file, list its id in playbook.yml, and say what to do next."""
    if not re.fullmatch(ID.pattern, options.id):
        raise MisuseError(f"'{options.id}' must be {ID.name}, for example {ID.example}")
    files = read_files(options.root)
    ids = collect_ids(files)
    kind = "module" if options.kind == "module" else "tool"
    if ids.find(kind, options.id):
        raise MisuseError(f"there is a {kind} '{options.id}' already")
    given: dict[str, object] = {"id": options.id}
    if kind == "module":
        home = _chosen(options.area, ids.names("area"), "area")
        role = _chosen(None, ids.names("role"), "role")
        given |= {"roles": [role], "owner": role, "steps.who": [role]}
        where: tuple[str, ...] = ("areas", home, "modules")
        folder = f"modules/{home}"
    else:
        home = _chosen(options.module, ids.names("module"), "module")
        given |= {"module": home, "dimensions.action.module": home}
        given |= {"model": options.id} if options.kind == "calculator" else {}
        where = ("tools", f"{options.kind}s")
        folder = f"{options.kind}s"
    path = options.root / FOLDER / folder / f"{options.id}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(scaffold(options.kind, given, files.languages), encoding="utf-8", newline="\n")
    add_to_list(options.root / FOLDER / "playbook.yml", where, options.id)
    print(
        f"{path.relative_to(options.root).as_posix()} is made, and listed in {FOLDER}/playbook.yml."
    )
    print("playbook check lists the texts that are still to be written.")
    if options.kind == "calculator":
        formula = f"assessments/models/{options.id.replace('-', '_')}.py"
        print(f"Its formula belongs in {formula}, and a line of it in assessments/calculating.py.")
    return 0


def _chosen(name: str | None, names: tuple[str, ...], kind: str) -> str:
    if name is None and names:
        return names[0]
    if name not in names:
        raise MisuseError(
            f"there is no {kind} '{name}'\n    {did_you_mean(name or '', names)}".rstrip()
        )
    return str(name)
