"""playbook new: a file to start from, listed where the site will find it."""

import argparse
import re
from collections.abc import Mapping
from dataclasses import dataclass

from assessments.calculators.formula import Formula
from assessments.calculators.formulas import FORMULAS
from macros.checking.modules import answer_marks
from macros.commands.misuse import MisuseError
from macros.files import read_files
from macros.formula_scaffolds import TO_WRITE
from macros.listing import add_to_list
from macros.project import FOLDER
from macros.published.ids import Ids, collect_ids
from macros.scaffolds import marks_of, scaffold
from macros.schema.forms import ID
from macros.values import did_you_mean, quoted

HELP = "make the file of a new module, assessment, calculator or course"
EXAMPLES = (
    "playbook new module account-review --area run",
    "playbook new assessment account-review-check --module account-review",
    "playbook new calculator visit-budget --module account-review",
    "playbook new course account-planning --module account-review",
    f"playbook new calculator visit-check --formula {next(iter(FORMULAS))}",
)
KINDS = ("module", "assessment", "calculator", "course")
LONGEST_ID = 60
"""Characters: it is the name of a file and of an address."""


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("id", metavar="ID", help=f"{ID.name}, for example {ID.example}")
    parser.add_argument("--area", help="of a module: the area that lists it (default: the first)")
    parser.add_argument(
        "--module", help="of a tool: its home module; of a course: one it uses (default: the first)"
    )
    parser.add_argument("--formula", help="of a calculator: a formula that the engine has already")


def run(options: argparse.Namespace) -> int:
    """Write the file, list its id in playbook.yml, and say what to do next."""
    files = read_files(options.root)
    ids = collect_ids(files)
    _refuse_id(options, ids)
    formula = _formula(options)
    start = STARTS.get(options.kind, _tool)(options, ids)
    file = f"{FOLDER}/{start.folder}/{options.id}.yml"
    path = options.root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    given = {"id": options.id, **start.given}
    text = scaffold(options.kind, given, marks_of(files), formula, answer_marks(files))
    path.write_text(text, encoding="utf-8", newline="\n")
    add_to_list(options.root / FOLDER / "playbook.yml", start.listed_in, options.id)
    print(f"{file} is made, and listed in {FOLDER}/playbook.yml.")
    print("Next: playbook check lists what is still to be written, texts before numbers.")
    if options.kind == "calculator" and formula is None:
        print(
            f"Its formula is still to be made: {FORMULA_FOLDER}/{options.id.replace('-', '_')}.py,"
        )
        print(f'which ends in FORMULA = Formula(name="{options.id}", …) as its neighbours do.')
        print("No list names it; the row says which inputs, results and sentences the file needs.")
    return 0


def _formula(options: argparse.Namespace) -> Formula | None:
    """Return the formula that a new calculator uses; None where it is still to be made."""
    if options.formula is None:
        return None
    if options.kind != "calculator":
        message = f"The option --formula is for a calculator, not for a new {options.kind}."
        raise MisuseError(message, "Leave it out.")
    return FORMULAS[_chosen(options.formula, tuple(FORMULAS), "formula")]


def _refuse_id(options: argparse.Namespace, ids: Ids) -> None:
    """Refuse an id that is not one, or that is taken."""
    if len(options.id) > LONGEST_ID:
        message = f"The id has {len(options.id)} characters, and may have at most {LONGEST_ID}."
        raise MisuseError(message, f"Write a shorter one, like '{ID.example}'.")
    if not re.fullmatch(ID.pattern, options.id):
        message = f"The value must be {ID.name}, not {quoted(options.id)}."
        raise MisuseError(message, f"Write it like this: '{ID.example}'.")
    kind = options.kind if options.kind in STARTS else "tool"
    if ids.find(kind, options.id):
        raise MisuseError(f"There is a {kind} '{options.id}' already.", "Choose another id.")


FORMULA_FOLDER = "assessments/calculators/formulas"


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Where a new file stands, where it is listed, and what it says from the start."""

    folder: str
    listed_in: tuple[str, ...]
    given: Mapping[str, object]


def _module(options: argparse.Namespace, ids: Ids) -> Start:
    area = _chosen(options.area, ids.names("area"), "area")
    role = _chosen(None, ids.names("role"), "role")
    return Start(
        folder=f"modules/{area}",
        listed_in=("areas", area, "modules"),
        given={"roles": [role], "owner": role, "steps.who": [role]},
    )


def _tool(options: argparse.Namespace, ids: Ids) -> Start:
    home = _chosen(options.module, ids.names("module"), "module")
    # The last source is the one that stands for what the authors add themselves.
    given: dict[str, object] = {
        "module": home,
        "dimensions.action.module": home,
        "sources": list(ids.names("source")[-1:]) or [TO_WRITE],
    }
    if options.kind == "calculator":
        given["model"] = options.id
    folder = f"{options.kind}s"
    return Start(folder=folder, listed_in=("tools", folder), given=given)


def _course(options: argparse.Namespace, ids: Ids) -> Start:
    used = _chosen(options.module, ids.names("module"), "module")
    role = _chosen(None, ids.names("role"), "role")
    given = {"owner": role, "sessions.items.uses": f"m:{used}", "check.questions.uses": f"m:{used}"}
    return Start(folder="courses", listed_in=("courses",), given=given)


STARTS = {"module": _module, "course": _course}
"""Kind -> what a file of it says from the start; tools are all alike."""


def _chosen(name: str | None, names: tuple[str, ...], kind: str) -> str:
    if name is None and names:
        return names[0]
    if name not in names:
        raise MisuseError(f"There is no {kind} '{name}'.", did_you_mean(name or "", names))
    return str(name)
