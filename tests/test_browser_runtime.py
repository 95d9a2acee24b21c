"""The build of the engine for the browser: what it makes, and when it makes it again."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from macros.browser import RuntimeBuildError, build_runtime, read_runtime
from macros.browser.bundles import delete_stale, fingerprint
from macros.browser.runtime import RUNTIME

ROOT = Path(__file__).parent.parent
WORKER_SCRIPTS = Path("docs", "assets", "js")

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the engine, the worker and the pinned packages, and the built runtime."""
    build_runtime(ROOT)
    for folder in ("assessments", WORKER_SCRIPTS, "requirements", "build/runtime"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / RUNTIME.record, tmp_path / RUNTIME.record)
    return tmp_path


def test_a_second_build_makes_nothing(project: Path) -> None:
    times = {file: file.stat().st_mtime_ns for file in (project / "build").rglob("*")}
    runtime = build_runtime(project)
    assert {file: file.stat().st_mtime_ns for file in (project / "build").rglob("*")} == times
    assert runtime == read_runtime(project)


def test_a_changed_engine_is_noticed(project: Path) -> None:
    before = fingerprint(project, RUNTIME)
    (project / "assessments" / "version.py").write_text("VERSION = '9'\n", encoding="utf-8")
    assert fingerprint(project, RUNTIME) != before
    with pytest.raises(RuntimeBuildError) as raised:
        build_runtime(project)
    assert str(raised.value) == (
        "build/node/node_modules/pyodide is missing: run `python tasks.py site`, which installs it"
    )


def test_a_missing_file_is_noticed(project: Path) -> None:
    runtime = build_runtime(project)
    (project / "build" / "runtime" / runtime.worker).unlink()
    assert read_runtime(project) is None


def test_the_library_is_bytecode_of_the_engine_and_little_else(project: Path) -> None:
    runtime = build_runtime(project)
    with zipfile.ZipFile(runtime.folder / runtime.library) as archive:
        names = archive.namelist()
    engine = {
        f"{file.relative_to(ROOT).as_posix()}c"
        for file in (ROOT / "assessments").rglob("*.py")
        if file.name != "__main__.py"
    }
    assert engine <= set(names)
    assert all(name.endswith(".pyc") for name in names)
    assert {"decimal.pyc", "csv.pyc", "encodings/gbk.pyc"} <= set(names)
    assert not {"ssl.pyc", "unittest/__init__.pyc", "tkinter/__init__.pyc"} & set(names)


def test_what_is_no_longer_made_is_deleted(tmp_path: Path) -> None:
    for name in ("kept-1.js", "stale-1.js", "old/stale-2.wasm"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    delete_stale(tmp_path, {"kept-1.js"})
    assert [path.name for path in tmp_path.rglob("*")] == ["kept-1.js"]


def test_the_record_names_no_place_of_this_machine() -> None:
    build_runtime(ROOT)
    record = json.loads((ROOT / RUNTIME.record).read_text(encoding="utf-8"))
    assert str(ROOT) not in json.dumps(record)
