"""The nginx of Debian, from the machine or unpacked into build/nginx; nothing is installed."""

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
UNPACKED = ROOT / "build" / "nginx"
PACKAGES = ("nginx", "libnginx-mod-http-brotli-static", "libbrotli1")
MODULE = "usr/lib/nginx/modules/ngx_http_brotli_static_module.so"


class NoNginxError(Exception):
    """There is no nginx here and none can be had; the message says why."""


@cache
def nginx_root() -> Path:
    """Return the folder below which usr/sbin/nginx and its module for Brotli stand."""
    for root in (Path("/"), UNPACKED):
        if (root / "usr/sbin/nginx").exists() and (root / MODULE).exists():
            return root
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        raise NoNginxError("nginx is missing, and this machine has no apt-get to bring it")
    UNPACKED.parent.mkdir(exist_ok=True)
    # Several runs of tests may want it at once: each unpacks aside, and the first one stays.
    with tempfile.TemporaryDirectory(dir=UNPACKED.parent) as aside:
        folder = Path(aside, "nginx")
        folder.mkdir()
        if not download(folder) and not (is_root() and update() and download(folder)):
            raise NoNginxError(f"apt-get does not bring {', '.join(PACKAGES)}")
        for package in folder.glob("*.deb"):
            subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
        if not UNPACKED.exists():
            folder.rename(UNPACKED)
    return UNPACKED


def nginx_or_skip() -> Path:
    """Return the folder of nginx; the test is left out where none can be had, and says why."""
    try:
        return nginx_root()
    except NoNginxError as error:
        pytest.skip(str(error))


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def update() -> bool:
    return not subprocess.run(["apt-get", "update", "-qq"], check=False).returncode


def download(folder: Path) -> bool:
    command = ["apt-get", "download", "-qq", *PACKAGES]
    return not subprocess.run(command, cwd=folder, check=False, capture_output=True).returncode
