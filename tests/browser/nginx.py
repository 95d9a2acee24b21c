"""Serve a site with a real nginx that was told nothing but what `playbook headers nginx` says."""

import os
import shutil
import socket
import subprocess
from pathlib import Path

from tests.browser.server import BUILT_FOR, NAMES_ADDRESS
from tests.nginx import MODULE, is_root, nginx_root

AROUND = """
load_module {module};
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{}}
http {{
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/playbook.conf;
}}
"""
OWN = "/etc/nginx/playbook.d"


class Nginx:
    """A running nginx; what it sends stands in its folder."""

    def __init__(self, folder: Path, port: int, configuration: str, own: str = "") -> None:
        """Serve with a configuration, beside which *own* stands what a host adds itself."""
        root = nginx_root()
        (folder / "playbook.d").mkdir(parents=True)
        (folder / "playbook.d" / "own.conf").write_text(own, "utf-8")
        told = configuration.replace(OWN, f"{folder}/playbook.d")
        assert "listen 80;" in told
        told = told.replace("listen 80;", f"listen 127.0.0.1:{port};")
        (folder / "playbook.conf").write_text(told, "utf-8")
        user = "user root;" if is_root() else ""
        around = AROUND.format(module=root / MODULE, user=user, folder=folder)
        (folder / "nginx.conf").write_text(around, "utf-8")
        self.folder = folder
        command = [root / "usr/sbin/nginx", "-p", folder, "-c", folder / "nginx.conf"]
        with (folder / "said.txt").open("w") as said:
            self.process = subprocess.Popen(command, stderr=said)
        self._wait(port)

    def _wait(self, port: int) -> None:
        while self.process.poll() is None:
            with socket.socket() as attempt:
                if attempt.connect_ex(("127.0.0.1", port)) == 0:
                    return
        raise AssertionError((self.folder / "said.txt").read_text("utf-8"))

    def close(self) -> None:
        """Stop serving."""
        self.process.terminate()
        self.process.wait()


def free_port() -> int:
    """Return a port that nobody serves at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def site_for(address: str, site: Path, target: Path) -> Path:
    """Return a copy of a built site that believes it was built for an address; without twins."""
    for file in site.rglob("*"):
        copy = target / file.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix in NAMES_ADDRESS:
            copy.write_bytes(file.read_bytes().replace(BUILT_FOR, address.encode()))
        elif file.is_file() and file.suffix not in {".br", ".gz"}:
            link(file, copy)
    return target


def link(file: Path, copy: Path) -> None:
    """Let a file have a second name, or a copy where that is on another disk."""
    try:
        os.link(file, copy)
    except OSError:
        shutil.copy(file, copy)
