"""The playbooks that tests of pages take: the real one, and a small right one with its words."""

import shutil
from functools import cache
from pathlib import Path

from macros.loading import load_playbook
from macros.playbook import Playbook

ROOT = Path(__file__).parent.parent
SCRIPTS = ROOT / "docs/assets/js"
RIGHT = Path(__file__).parent / "mistakes" / "right"


@cache
def real_playbook() -> Playbook:
    """Return the real playbook in memory, the same to all who ask: nobody changes it."""
    return load_playbook(ROOT)


def make_project(folder: Path) -> Path:
    """Lay out a project of one's own and return its folder."""
    project = folder / "project"
    shutil.copytree(RIGHT, project)
    words = ROOT / "playbook_data" / "interface.yml"
    shutil.copy(words, project / "playbook_data" / "interface.yml")
    # The pages that people write link to modules that the small playbook does not have.
    others = shutil.ignore_patterns("en", "zh", SCRIPTS.name)
    shutil.copytree(ROOT / "docs", project / "docs", dirs_exist_ok=True, ignore=others)
    # Two hundred files that no test changes.
    (project / "docs/assets" / SCRIPTS.name).symlink_to(SCRIPTS)
    return project


def small_playbook(folder: Path) -> Playbook:
    """Return the small playbook in memory."""
    return load_playbook(make_project(folder))
