"""The engine as a package: whole, the same each time, and loaded by a stock Pyodide."""

import base64
import csv
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

import tasks
from assessments import read_json, score, write_json
from macros import machine
from macros.browser import EnginePackage, RuntimeBuildError, read_engine_package
from macros.browser.bundles import NODE_MODULES
from macros.browser.engine_package import build_engine_package, write_wheel
from macros.browser.node import node
from macros.staging import STAGED
from tests.definitions import definition

ROOT = Path(__file__).parent.parent
TOOL = "relationship-health"
ANSWERS = {"answers": {"access.1": 3, "access.2": 1}}
HERE = "import json, sys; from assessments import *; d, a = json.load(sys.stdin);"
SCORE = "print(write_json(score(read_json(d), read_json(a)).as_data()))"


def given() -> str:
    """Return a definition and answers, each as text."""
    return json.dumps([write_json(definition(TOOL)), json.dumps(ANSWERS)])


def expected() -> object:
    tool = read_json(write_json(definition(TOOL)))
    return json.loads(write_json(score(tool, read_json(json.dumps(ANSWERS))).as_data()))


def test_the_wheel_is_the_same_each_time_and_lists_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    wheel, again = write_wheel(ROOT, tmp_path), write_wheel(ROOT, tmp_path / "again")
    assert wheel.read_bytes() == again.read_bytes()
    with zipfile.ZipFile(wheel) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    [record] = [name for name in contents if name.endswith("/RECORD")]
    rows = list(csv.reader(io.StringIO(contents[record].decode())))
    assert [name for name, *_ in rows] == [*contents]
    for name, digest, size in rows[:-1]:
        made = base64.urlsafe_b64encode(hashlib.sha256(contents[name]).digest()).rstrip(b"=")
        assert (digest, int(size)) == (f"sha256={made.decode()}", len(contents[name]))
    sources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "assessments").rglob("*.py")}
    assert {name for name in contents if not name.startswith("trust_")} == sources


def test_the_wheel_needs_nothing_but_python(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-S", "-c", HERE + SCORE],
        input=given(),
        env={"PYTHONPATH": str(write_wheel(ROOT, tmp_path)), "PYTHONSAFEPATH": "1"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == expected()


@pytest.fixture(scope="module")
def package() -> EnginePackage:
    """What `python tasks.py packages` made of the engine as it is."""
    made = read_engine_package(ROOT)
    if made is None:
        pytest.skip("`python tasks.py packages` was not run on this engine, or has no Python 3.13")
    return made


class Open(SimpleHTTPRequestHandler):
    """A folder that scripts of all sites may read."""

    def log_message(self, *_arguments: object) -> None:
        """Stay silent."""


@pytest.fixture
def address(package: EnginePackage) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Open, directory=str(package.folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.slow
@pytest.mark.parametrize("way", ["lock", "wheel"])
def test_a_stock_pyodide_loads_it_and_answers_the_same(address: str, way: str) -> None:
    done = subprocess.run(
        [node(), ROOT / "tests/stock_pyodide.mjs", ROOT / NODE_MODULES, way, address],
        input=given(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout) == expected()


def test_the_lock_names_the_wheel_beside_it_and_no_other_address(package: EnginePackage) -> None:
    lock = json.loads((package.folder / "pyodide-lock.json").read_text("utf-8"))
    [wheel] = [name for name in package.files if name.endswith(".whl")]
    content = (package.folder / wheel).read_bytes()
    assert set(lock["packages"]) == {"trust-playbook-engine"}
    told = lock["packages"]["trust-playbook-engine"]
    assert told["file_name"] == wheel
    assert told["sha256"] == hashlib.sha256(content).hexdigest()
    assert (told["depends"], told["imports"]) == ([], ["assessments"])
    stock = json.loads((ROOT / NODE_MODULES / "pyodide/pyodide-lock.json").read_text("utf-8"))
    assert lock["info"] == stock["info"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A project with an engine, and a stand-in for pyodide-build."""
    for name in ("assessments", "requirements"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("LICENSE", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    stock = tmp_path / NODE_MODULES / "pyodide"
    stock.mkdir(parents=True)
    (stock / "pyodide-lock.json").write_text('{"info": {}, "packages": {"numpy": {}}}')
    tool = tmp_path / "tools/bin/pyodide"
    tool.parent.mkdir(parents=True)
    tool.write_text('#!/bin/sh\n[ -n "$FAULT" ] && echo "no luck" >&2 && exit 1\ncp "$5" "$7"\n')
    tool.chmod(0o755)
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script of the shell")
def test_a_package_of_another_engine_is_not_published(copy: Path) -> None:
    assert read_engine_package(copy) is None
    made = build_engine_package(copy, copy / "tools")
    assert [name.rpartition(".")[2] for name in made.files] == ["json", "whl"]
    assert json.loads((made.folder / "pyodide-lock.json").read_text()) == {
        "info": {},
        "packages": {},
    }
    assert read_engine_package(copy) == made
    with (copy / "assessments/scoring.py").open("a") as engine:
        engine.write("# Changed.\n")
    assert read_engine_package(copy) is None


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a script of the shell")
def test_a_failure_of_pyodide_build_is_told(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAULT", "1")
    with pytest.raises(RuntimeBuildError, match="pyodide lockfile failed:\nno luck"):
        build_engine_package(copy, copy / "tools")
    assert read_engine_package(copy) is None


def test_what_is_missing_is_said_where_no_python_is_new_enough(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(machine, "pythons", lambda: [Path("/nowhere/python3")])
    tasks.make_packages()
    assert capsys.readouterr().out == (
        "The engine is not made a package for Pyodide and JupyterLite: that needs Python 3.13 or"
        " newer, and none is found on the path or among the versions of pyenv, asdf or uv.\n"
    )


def test_the_site_publishes_the_package(package: EnginePackage) -> None:
    published = ROOT / STAGED / "en/assets/engine"
    if not published.is_dir():
        pytest.skip("the pages were staged before the package was made")
    assert {path.name for path in published.iterdir()} == set(package.files)
