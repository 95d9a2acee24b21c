"""playbook diff: what readers, links and saved answers will notice between two versions."""

import argparse
from pathlib import Path

from macros.commands.misuse import MisuseError
from macros.files import Files, read_files
from macros.problems import count_of
from macros.project import FOLDER
from macros.published.differences import differences

HELP = "tell what readers, links and saved answers will notice between two versions"
EXAMPLES = (
    "playbook diff ../released .",
    "git worktree add ../released v1 && playbook diff ../released/playbook_data playbook_data",
)


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("old", type=Path, metavar="OLD", help=f"a project, or its {FOLDER}")
    parser.add_argument("new", type=Path, metavar="NEW", help="the same of the later version")


def run(options: argparse.Namespace) -> int:
    """Print each difference and what follows from it."""
    found = list(differences(_files(options.old), _files(options.new)))
    for difference in found:
        print(f"{difference.subject}  {difference.what}")
        for detail in difference.details:
            print(f"    {detail}")
    print(f"{count_of(len(found), 'difference')}.")
    return 0


def _files(path: Path) -> Files:
    root = path.resolve()
    root = root.parent if root.name == FOLDER else root
    if not (root / FOLDER).is_dir():
        raise MisuseError(f"The folder {path} holds no folder {FOLDER}.")
    return read_files(root)
