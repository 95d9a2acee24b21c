"""The doctor: silent about what `playbook headers` makes, and a sentence for each fault."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.hosting.policy import policies
from macros.hosting.served import Served
from macros.hosting.servers import SERVERS
from tests.browser.nginx import Nginx, free_port, site_for
from tests.nginx import nginx_or_skip

GOOD = [
    "Address", "Types", "Files as built", "Policy", "Other headers", "Compression", "Caching",
    "Languages", "Missing pages",
]  # fmt: skip
COMPRESSED = ("css", "html", "js", "json", "wasm")
FAULTS = {
    ('application/wasm" wasm', 'application/octet-stream" wasm'): (
        r"pyodide\.asm\.wasm comes as application/octet-stream, not as application/wasm\."
    ),
    ('"text/html; charset=utf-8"', '"text/html; charset=gbk"'): (
        r"/ is said to be gbk; it is UTF-8\."
    ),
    ("Content-Security-Policy $playbook_policy", "X-None $playbook_policy"): (
        "comes without Content-Security-Policy: whatever gets in may run"
    ),
    ("script-src 'self' 'sha256", "script-src 'self' 'unsafe-inline' 'sha256"): (
        "The policy lets scripts in by 'unsafe-inline'"
    ),
    ("'sha256-", "'sha256-A"): "The policy stops 3 of the site's own scripts",
    ("img-src 'self' data:", "img-src 'self'"): "stops the site itself: img-src lacks data:",
    (" 'wasm-unsafe-eval'", ""): "No tool can run: the policy of .* lacks 'wasm-unsafe-eval'",
    ("frame-ancestors *", "frame-ancestors 'self'"): "No course can show the pages at embed/",
    ("nosniff", ""): "without the header X-Content-Type-Options: nosniff",
    ('"no-referrer"', '"unsafe-url"'): "Referrer-Policy is unsafe-url",
    ("gzip_static on;", ""): r"\d+ files come uncompressed to whom gzip would do",
    ("gzip_vary on;", ""): "comes compressed without Vary: Accept-Encoding",
    ("public, max-age=31536000, immutable", "no-cache"): "files that never change are asked for",
    ('default "no-cache"', 'default "max-age=86400"'): "meet an old page for 1440 minutes",
    ("error_page 404 $playbook_missing;", ""): "the site's page 404.html does not say so",
    ("error_page 404 $playbook_missing;", "error_page 404 =200 $playbook_missing;"): (
        "does not exist and answers 200, not 404"
    ),
    ("absolute_redirect off;", "server_name_in_redirect on; port_in_redirect off;"): (
        "without its last slash leads to http://127.0.0.1/a/"
    ),
}  # fmt: skip
"""What a host does wrong with what it was told -> what the doctor says."""


WITHOUT_BROTLI = (
    r"  \(may wait\) \d+ files come without Brotli, which makes the engine a quarter smaller\."
)


class Hospital:
    """A site at an address, and servers that come and go there."""

    def __init__(self, built: Path, folder: Path) -> None:
        self.port, self.folder, self.count = free_port(), folder, 0
        self.address = f"http://127.0.0.1:{self.port}/"
        self.site = site_for(self.address, built, folder / "site")
        for pattern in ("*.html", "*.js", "a/*/*.*", "assets/**/*.*"):
            for file in filter(Path.is_file, self.site.glob(pattern)):
                if file.suffix.lstrip(".") in COMPRESSED:
                    twin = file.with_name(f"{file.name}.gz")
                    twin.write_bytes(gzip.compress(file.read_bytes(), compresslevel=1))

    def told(self) -> str:
        served = Served(
            site=self.site,
            address=self.address,
            folder=str(self.site),
            policies=policies(self.site, {}),
            others=("zh",),
            brotli=True,
        )
        return SERVERS["nginx"](served)

    def look(self, find: str, write: str, *more: str) -> int:
        told = self.told()
        assert find in told
        self.count += 1
        nginx = Nginx(self.folder / str(self.count), self.port, told.replace(find, write))
        try:
            return main(["doctor", self.address, *more])
        finally:
            nginx.close()


@pytest.fixture(scope="module")
def hospital(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hospital]:
    nginx_or_skip()
    return Hospital(site, tmp_path_factory.mktemp("hospital"))


def test_what_is_served_as_told_needs_no_change(
    hospital: Hospital, capsys: pytest.CaptureFixture
) -> None:
    assert hospital.look("", "") == 0
    said = capsys.readouterr().out.splitlines()
    assert [line for line in said if line.endswith(": right.")] == [
        f"{name}: right." for name in GOOD if name != "Compression"
    ]
    # The files of this copy have no Brotli twins.
    [may_wait] = [line for line in said if re.match("  [^ ]", line)]
    assert re.fullmatch(WITHOUT_BROTLI, may_wait)
    assert said[-1] == "Nothing must change."


@pytest.mark.parametrize(("fault", "sentence"), FAULTS.items())
def test_each_fault_is_told(
    hospital: Hospital, capsys: pytest.CaptureFixture, fault: tuple[str, str], sentence: str
) -> None:
    assert hospital.look(*fault) == 1
    assert re.search(sentence, capsys.readouterr().out)


def test_a_file_that_was_changed_or_lost_on_its_way_is_told(
    hospital: Hospital, capsys: pytest.CaptureFixture
) -> None:
    [style] = hospital.site.glob("assets/css/site-*.css")
    [engine] = hospital.site.glob("assets/runtime/engine-*.zip")
    kept = style.read_bytes()
    style.unlink()
    style.write_bytes(kept.replace(b"\n", b""))
    engine.rename(engine.with_suffix(".lost"))
    try:
        assert hospital.look("", "") == 1
    finally:
        style.write_bytes(kept)
        engine.with_suffix(".lost").rename(engine)
    said = capsys.readouterr().out
    assert f"{style.name} is not what was built" in said
    assert f"The compressed twin of {hospital.address}assets/css/{style.name} holds" in said
    assert f"{engine.name} answers 404, and a page needs it." in said


def test_a_language_that_was_not_copied_is_told(
    hospital: Hospital, capsys: pytest.CaptureFixture
) -> None:
    (hospital.site / "zh").rename(hospital.site / "aside")
    try:
        assert hospital.look("", "") == 1
    finally:
        (hospital.site / "aside").rename(hospital.site / "zh")
    assert "zh/ answers 404." in capsys.readouterr().out


def test_a_site_built_for_another_address_is_told(
    hospital: Hospital, site: Path, capsys: pytest.CaptureFixture
) -> None:
    assert hospital.look(f"alias {hospital.site}/", f"alias {site}/") == 1
    assert "The site was built for http://127.0.0.1:8000/:" in capsys.readouterr().out


def test_a_login_is_passed_with_a_cookie(hospital: Hospital, capsys: pytest.CaptureFixture) -> None:
    login = (
        'server_tokens off; if ($http_cookie != "in=1") { return 302 https://login.example.org/; }'
    )
    assert hospital.look("server_tokens off;", login) == 2
    assert capsys.readouterr().err == (
        f"playbook: {hospital.address} leads to https://login.example.org/.\n"
        "    Give that address; for a site behind a login, its cookie: --header 'Cookie: …'.\n"
    )
    assert hospital.look("server_tokens off;", login, "--header", "Cookie: in=1") == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["example.org"], "'example.org' is no address of a site."),
        (["ftp://example.org/"], "'ftp://example.org/' is no address of a site."),
        (["http://127.0.0.1:9/"], "http://127.0.0.1:9/ does not answer: "),
        (["http://127.0.0.1/", "--header", "Cookie"], "'Cookie' is no header."),
    ],
)
def test_what_cannot_be_asked_is_told(
    capsys: pytest.CaptureFixture, arguments: list[str], said: str
) -> None:
    assert main(["doctor", *arguments]) == 2
    assert capsys.readouterr().err.startswith(f"playbook: {said}")
