"""What a host is told: the policy of what really ships, in the words of each server."""

import re
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.hosting.in_pages import bring_policy
from macros.hosting.inline import inline_scripts, refused, script_hash, scripts_of_templates
from macros.hosting.policy import Policies, headers_of, policies, policies_for
from macros.hosting.served import Served
from macros.hosting.servers import SERVERS
from macros.hosting.types import TYPES
from tests.conftest import Golden
from tests.site_playbook import make_project

ROOT = Path(__file__).parent.parent
LISTED = {"frame_origins": ["https://lms.example.org", "https://*.example.edu"]}
HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"></head>'
FILES = {
    "index.html": f"{HEAD}<script>go()</script>",
    "404.html": HEAD,
    "a/readiness/index.html": HEAD,
    "a/readiness/embed/index.html": HEAD,
    "a/readiness/definition-0123456789abcdef.json": "{}",
    "a/survey/index.html": HEAD,
    "zh/404.html": HEAD,
    "zh/index.html": HEAD,
    "zh/a/readiness/index.html": HEAD,
    "zh/a/readiness/embed/index.html": HEAD,
    "modules.json": "{}",
    "offline-worker.js": "",
    "assets/images/mark.svg": "<svg/>",
    "assets/css/site-0123456789abcdef.css": "",
    "assets/css/site-0123456789abcdef.css.br": "",
    "assets/stylesheets/main.01234567.min.css": "",
    "assets/runtime/worker-0123456789abcdef.js": "",
    "assets/runtime/pyodide-0123456789abcdef/pyodide.asm.wasm": "",
}
ACTS = (
    '<p style="color: red">', "<b onclick=go()>", '<img src="x" onerror="go()">',
    "<style>p { color: red }</style>", '<a href=" javascript:go()">', "<script>bad()</script>",
    '<script type="module">bad()</script>',
)  # fmt: skip
"""What no page may hold."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site of few files."""
    for name, text in FILES.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return tmp_path / "site"


def served(site: Path, address: str = "https://playbook.example.org/") -> Served:
    return Served(
        site=site,
        address=address,
        folder="/var/www/playbook",
        policies=policies(site, LISTED),
        others=("zh",),
    )


def test_each_kind_of_path_has_the_policy_that_it_needs_and_no_more(site: Path) -> None:
    # printf 'go()' | openssl sha256 -binary | base64
    own = "'self' 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='"
    common = (
        f"default-src 'none'; script-src {own}; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
    )
    assert policies(site, LISTED) == Policies(
        page=f"{common}; frame-ancestors 'self'",
        framed=f"{common}; frame-ancestors 'self' https://lms.example.org https://*.example.edu",
        worker="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
        in_pages=common,
    )


def test_a_site_that_can_be_installed_may_read_its_manifest(site: Path) -> None:
    (site / "playbook.webmanifest").write_text("{}")
    assert "; manifest-src 'self'; " in policies(site, {}).page


def test_the_list_of_those_who_may_frame_concerns_pages_for_frames_alone() -> None:
    allowed = policies_for((), LISTED)
    for path, ending in {
        "/a/x/embed/": "https://*.example.edu",
        "/guides/zh/a/x/embed/index.html": "https://*.example.edu",
        "/a/x/": "frame-ancestors 'self'",
        "/a/embed/x/": "frame-ancestors 'self'",
        "/assets/runtime/worker-0123456789abcdef.js": "connect-src 'self'",
        "/assets/js/worker-0123456789abcdef.js": "frame-ancestors 'self'",
    }.items():
        assert headers_of(path, allowed)["Content-Security-Policy"].endswith(ending), path


def test_only_what_changes_its_name_with_its_content_is_kept_without_a_question() -> None:
    allowed = policies_for((), {})
    kept = {
        name
        for name in FILES
        if headers_of(f"/guides/{name}", allowed)["Cache-Control"] != "no-cache"
    }
    assert kept == {
        name for name in FILES if re.search("01234567", name) and not name.endswith(".br")
    } | {"assets/css/site-0123456789abcdef.css.br"}
    assert "Access-Control-Allow-Origin" not in headers_of("/m/x/", allowed)


def test_data_in_a_page_is_no_script() -> None:
    page = (
        '<script type="application/ld+json">{}</script><script src="x.js"></script>'
        '<script type="module" src="y.js"></script><script>go()</script>'
        "<script type=module>m</script>"
    )
    assert list(inline_scripts(page)) == ["go()", "m"]


def test_the_templates_write_the_scripts_that_pages_hold() -> None:
    known = scripts_of_templates(ROOT)
    base = (ROOT / "docs/overrides/partials/javascripts/base.html").read_text("utf-8")
    assert set(inline_scripts(base)) < known
    assert any("__palette" in text for text in known)


@pytest.mark.parametrize("act", ACTS)
def test_a_page_that_holds_what_the_policy_forbids_is_refused(site: Path, act: str) -> None:
    (site / "index.html").write_text(HEAD, "utf-8")
    assert list(refused(ROOT, site)) == []
    (site / "zh/index.html").write_text(HEAD + act, "utf-8")
    [place] = refused(ROOT, site)
    assert place.startswith("zh/index.html: <")


def test_words_about_scripts_are_no_scripts(site: Path) -> None:
    label = 'aria-label="8. &lt;b onclick=x style=y"'
    said = f"<p {label}>style=x, on line=1, javascript: &lt;style></p>"
    (site / "index.html").write_text(HEAD + said, "utf-8")
    assert list(refused(ROOT, site)) == []


def test_pages_bring_a_policy_before_anything_else(site: Path) -> None:
    assert bring_policy(site, policies(site, {}).in_pages) == 9
    page = (site / "index.html").read_text("utf-8")
    start = '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src'
    assert start in page
    assert script_hash("go()") in page
    assert "frame-ancestors" not in page


@pytest.mark.parametrize("server", SERVERS)
def test_each_server_is_told_in_its_own_words(site: Path, server: str, golden: Golden) -> None:
    golden(f"headers/{server}.txt", SERVERS[server](served(site)))


@pytest.mark.parametrize("server", ["nginx", "caddy", "apache", "netlify"])
def test_a_path_below_a_host_stands_in_every_place(site: Path, server: str) -> None:
    told = SERVERS[server](served(site, "https://example.org/guides/trust/"))
    assert "/guides/trust/" in told
    assert "playbook.example.org" not in told


def test_no_path_is_met_by_two_policies(site: Path) -> None:
    rules = [
        (re.compile(re.sub(r":id", "[^/]+", re.escape(path).replace(r"\*", ".*"))), block)
        for path, block in blocks(SERVERS["netlify"](served(site)))
    ]
    for name in FILES:
        path = f"/{name.removesuffix('index.html')}"
        fitting = [block for pattern, block in rules if pattern.fullmatch(path)]
        for header in ("Content-Security-Policy", "Cache-Control"):
            sent = [value for block in fitting for key, value in block if key == header]
            expected = headers_of(path, policies(site, LISTED))[header]
            assert sent in ([], [expected]), path
        if name.endswith("index.html"):
            assert any(key == "Content-Security-Policy" for each in fitting for key, _ in each)


def blocks(told: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return path and headers of each rule of a file _headers."""
    found: list[tuple[str, list[tuple[str, str]]]] = []
    for line in told.splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[-1][1].append((name, value))
        elif not line.startswith("#"):
            found.append((line, []))
    return found


def test_every_kind_of_file_that_is_staged_has_a_type() -> None:
    staged = {path.suffix.lstrip(".") for path in (ROOT / "docs/assets").rglob("*.*")}
    assert staged - TYPES.keys() <= {"json", "ts"}


def test_without_a_site_nobody_knows_its_scripts(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    project = make_project(tmp_path)
    assert main(["--root", str(project), "headers", "nginx"]) == 2
    assert capsys.readouterr().err == (
        f"playbook: The folder {project / 'site'} holds no built site.\n"
        "    Build it first: playbook site. The policy names the scripts that it really ships.\n"
    )


def test_the_command_reads_playbook_yml(
    tmp_path: Path, site: Path, capsys: pytest.CaptureFixture
) -> None:
    project = make_project(tmp_path)
    with (project / "playbook_data/playbook.yml").open("a", encoding="utf-8") as settings:
        settings.write('frame_origins: ["https://lms.example.org"]\n')
    asked = ["headers", "caddy", "--site", str(site), "--address", "https://example.org/guides"]
    assert main(["--root", str(project), *asked]) == 0
    told = capsys.readouterr().out
    assert "frame-ancestors 'self' https://lms.example.org`" in told
    assert "handle_path /guides/* {" in told
    assert "\nexample.org {" in told
