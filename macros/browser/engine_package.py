"""The engine as a package that any Pyodide or JupyterLite loads: a wheel and a lock file with it.

pyodide-build writes the lock file, as whoever builds packages for Pyodide would. It needs Python
3.13 and stays in an environment of its own; without it the site is the same but for this package.
"""

import base64
import hashlib
import json
import os
import subprocess
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.browser.bundles import LOCKED, NODE_MODULES, RuntimeBuildError

FOLDER = Path("build/packages")
RECORD = Path("build/packages.json")
NAME, PACKAGE = "trust-playbook-engine", "assessments"
LOCK = "pyodide-lock.json"
TOOL = "Scripts/pyodide.exe" if os.name == "nt" else "bin/pyodide"
OLDEST_DATE = (1980, 1, 1, 0, 0, 0)
"""Of each file in the wheel, so that two builds are alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnginePackage:
    """The files to publish under `assets/engine/` of the site."""

    folder: Path
    files: tuple[str, ...]
    """The wheel and the lock file, relative to the folder."""


def build_engine_package(root: Path, environment: Path) -> EnginePackage:
    """Build for the project at *root* with the pyodide-build of an environment.

    Returns what is already right where nothing changed. Raises RuntimeBuildError.
    """
    ready = read_engine_package(root)
    if ready is not None:
        return ready
    stock = root / NODE_MODULES / "pyodide" / LOCK
    if not stock.is_file():
        raise RuntimeBuildError(
            f"{stock} is missing: run `python tasks.py site`, which installs it"
        )
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    wheel = write_wheel(root, folder)
    base = folder / "stock.json"
    base.write_text(json.dumps(json.loads(stock.read_text("utf-8")) | {"packages": {}}), "utf-8")
    _add_to_lock(environment, base, wheel)
    base.unlink()
    files = sorted(file.name for file in folder.iterdir())
    record = {"inputs": _fingerprint(root), "files": files}
    (root / RECORD).write_text(json.dumps(record, indent=2), "utf-8")
    return EnginePackage(folder=folder, files=tuple(files))


def read_engine_package(root: Path) -> EnginePackage | None:
    """Return the package of the engine as it is now; None where none was built from it."""
    try:
        record = json.loads((root / RECORD).read_text("utf-8"))
    except FileNotFoundError:
        return None
    files = tuple(record["files"])
    whole = all((root / FOLDER / name).is_file() for name in files)
    if not whole or record["inputs"] != _fingerprint(root):
        return None
    return EnginePackage(folder=root / FOLDER, files=files)


def _add_to_lock(environment: Path, base: Path, wheel: Path) -> None:
    """Let pyodide-build write the lock file that names the wheel, beside it."""
    target = wheel.with_name(LOCK)
    done = subprocess.run(  # noqa: S603 (our own command)
        [
            *(environment / TOOL, "lockfile", "add-wheels", wheel),
            *("--input", base, "--output", target, "--base-path", wheel.parent),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode or not target.is_file():
        raise RuntimeBuildError(f"pyodide lockfile failed:\n{done.stderr or done.stdout}")


def write_wheel(root: Path, folder: Path) -> Path:
    """Write the engine as a wheel into a folder and return its path; the same bytes each time."""
    version = _version(root)
    stem = f"{NAME.replace('-', '_')}-{version}"
    about = f"{stem}.dist-info"
    contents = dict(_sources(root))
    contents[f"{about}/METADATA"] = _metadata(version)
    contents[f"{about}/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: trust-playbook\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    )
    contents[f"{about}/licenses/LICENSE"] = (root / "LICENSE").read_bytes()
    contents[f"{about}/RECORD"] = _record(contents, f"{about}/RECORD")
    path = folder / f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in contents.items():
            info = zipfile.ZipInfo(name, OLDEST_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            # Readable by everybody once it is unpacked.
            info.external_attr = 0o100644 << 16
            archive.writestr(info, content)
    return path


def _sources(root: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted((root / PACKAGE).rglob("*.py")):
        yield file.relative_to(root).as_posix(), file.read_bytes()


def _metadata(version: str) -> bytes:
    return (
        f"Metadata-Version: 2.4\nName: {NAME}\nVersion: {version}\n"
        "Summary: The assessments and calculators of the trust playbook: answers in, reports out\n"
        "License-Expression: MIT\nLicense-File: LICENSE\nRequires-Python: >=3.11\n"
    ).encode()


def _record(contents: Mapping[str, bytes], own: str) -> bytes:
    """Return the list of all files with their hashes, and of itself without one."""
    lines = [
        f"{name},sha256={_digest(content)},{len(content)}\n" for name, content in contents.items()
    ]
    return "".join((*lines, f"{own},,\n")).encode()


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")


def _version(root: Path) -> str:
    settings = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    return str(settings["project"]["version"])


def _fingerprint(root: Path) -> str:
    """Hash of everything that the package is made from."""
    summary = hashlib.sha256(_version(root).encode())
    for name, content in _sources(root):
        summary.update(f"{name}\0".encode() + hashlib.sha256(content).digest())
    for file in (root / LOCKED, root / "LICENSE", Path(__file__)):
        summary.update(hashlib.sha256(file.read_bytes()).digest())
    return summary.hexdigest()
