"""What the browser needs to draw charts: one script, loaded when a report shows one."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from macros.browser.bundles import Recipe, Record, build, names, read, scripts_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Charts:
    """More files to publish under `assets/runtime/` of the site."""

    folder: Path
    """Holds exactly these files."""
    script: str
    """Name of the script, relative to the folder; pages name it in `data-charts`."""
    files: tuple[str, ...]
    """Names relative to the folder, each with a hash of its content."""


def build_charts(root: Path) -> Charts:
    """Build the charts of the project at *root*, or return what is already right."""
    return _as_charts(root, build(root, CHARTS))


def read_charts(root: Path) -> Charts | None:
    """Return the charts built last, or None when there are none."""
    record = read(root, CHARTS)
    return None if record is None else _as_charts(root, record)


def _as_charts(root: Path, record: Record) -> Charts:
    return Charts(folder=root / CHARTS.folder, script=str(record["script"]), files=names(record))


CHARTS = Recipe(
    script="make_charts.mjs",
    folder=Path("build/charts"),
    package="echarts",
    inputs=partial(scripts_in, name="pictures/charts"),
)
