"""The build of the engine for the browser: what it makes, and when it makes it again."""

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from macros.browser import FROM_THE_BEGINNING, RuntimeBuildError, build_runtime, read_runtime
from macros.browser.bundles import NODE_MODULES, SCRIPTS, delete_stale, fingerprint
from macros.browser.node import bundled_node, node
from macros.browser.runtime import LENT, ROOMS, RUNTIME

ROOT = Path(__file__).parent.parent
WORKER_SCRIPTS = Path("docs", "assets", "js")

pytestmark = pytest.mark.slow


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the engine, the worker and the pinned packages, and the built runtime."""
    build_runtime(ROOT)
    for folder in (*ROOMS, WORKER_SCRIPTS, "requirements", "build/runtime"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for file in LENT:
        shutil.copy(ROOT / file, tmp_path / file)
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


def test_what_memory_lacks_is_read_again_when_it_is_asked_for() -> None:
    runtime = build_runtime(ROOT)
    [rest] = [name for name in runtime.going_on if name.startswith("rest-")]
    with zipfile.ZipFile(runtime.folder / rest) as archive:
        lacking = {
            name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")
            for name in archive.namelist()
        }
    files = (runtime.folder / runtime.library, runtime.folder / rest, SCRIPTS / "engine_at_rest.py")
    pyodide = ROOT / NODE_MODULES / "pyodide"
    command = [node(), ROOT / "tests" / "rest_of_memory.mjs", pyodide, *files]
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert {*told["whole"]} == lacking
    assert told["fetched"] == 1
    assert {"asyncio", "assessments.portfolio.browser", "encodings.gbk", "zipfile"} <= lacking
    assert not {"assessments.browser", "dataclasses", "re"} & lacking


def test_what_only_the_composer_needs_is_in_no_file_of_other_pages(project: Path) -> None:
    runtime = build_runtime(project)
    with zipfile.ZipFile(runtime.folder / runtime.library) as archive:
        engine = {*archive.namelist()}
    with zipfile.ZipFile(runtime.folder / runtime.courses) as archive:
        courses = {*archive.namelist()}
    room = {f"{file.relative_to(ROOT).as_posix()}c" for file in (ROOT / ROOMS[1]).rglob("*.py")}
    ours = {name for name in courses if name.startswith(("macros/", "assessments/"))}
    assert ours == room | {f"{file}c" for file in LENT}
    assert "xml/etree/ElementTree.pyc" in courses
    assert not courses & engine
    assert not [name for name in engine if name.startswith("macros/")]
    memory = (runtime.folder / runtime.memory).read_bytes()
    assert b"macros.courses" not in memory


def test_two_builds_are_alike_to_the_bit(tmp_path: Path) -> None:
    # The memory of an engine that has started would tell when, where, in which language and Node.
    built = build_runtime(ROOT)
    elsewhere = {
        "TZ": "Asia/Shanghai",
        "LANG": "zh_CN.UTF-8",
        "HOME": "/",
        "PATH": os.environ["PATH"],
    }
    command = [
        bundled_node() or node(),
        SCRIPTS / RUNTIME.script,
        ROOT,
        ROOT / NODE_MODULES,
        tmp_path / "made",
    ]
    subprocess.run(command, cwd=tmp_path, env=elsewhere, check=True, capture_output=True)
    folder = tmp_path / "made"
    made = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert made == {*built.files}
    for name in built.files:
        assert (folder / name).read_bytes() == (built.folder / name).read_bytes(), name


def test_pyodide_hands_out_few_names() -> None:
    runtime = build_runtime(ROOT)
    modules = [name for name in runtime.files if name.endswith("/pyodide.asm.wasm")]
    made = "new WebAssembly.Module(fs.readFileSync(process.argv[1]))"
    command = [node(), "-p", f"WebAssembly.Module.exports({made}).length"]
    for module in modules:
        done = subprocess.run([*command, runtime.folder / module], capture_output=True, check=True)
        assert int(done.stdout) < 1000


def test_an_engine_that_goes_on_asks_for_little_more_than_the_functions_that_are_called() -> None:
    runtime = build_runtime(ROOT)
    modules = [name for name in runtime.files if name.endswith(".asm.wasm")]
    [primary] = [name for name in modules if name in runtime.going_on]
    [whole] = [name for name in modules if name != primary]
    size, all_of_it = ((runtime.folder / name).stat().st_size for name in (primary, whole))
    assert size < 0.65 * all_of_it


def test_the_module_of_another_pyodide_is_not_split() -> None:
    script = (SCRIPTS / "split_module.mjs").as_uri()
    split = f'import {{ splitModule }} from "{script}"; splitModule(0, "", {{ module: "0" }});'
    command = [node(), "--input-type=module", "--eval", split]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "run `python tasks.py bench called_functions`" in done.stderr


def test_page_and_packages_say_alike_that_an_engine_starts_from_the_beginning() -> None:
    script = ROOT / WORKER_SCRIPTS / "engine" / "memory.js"
    assert f'FROM_THE_BEGINNING = "{FROM_THE_BEGINNING}";' in script.read_text("utf-8")


def test_the_memory_holds_the_engine_and_no_place_of_this_machine(project: Path) -> None:
    runtime = build_runtime(project)
    memory = (runtime.folder / runtime.memory).read_bytes()
    assert b"assessments.browser" in memory
    assert b"questionnaires/models" in memory
    assert str(ROOT).encode() not in memory


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
