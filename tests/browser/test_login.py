"""Behind single sign-on: nginx with docs/deployment/login.conf, and a stand-in for its proxy."""

import http.server
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, expect

from macros.hosting.policy import policies
from macros.hosting.served import Served
from macros.hosting.servers import SERVERS
from tests.browser.conftest import PATIENCE, ROOT
from tests.browser.nginx import Nginx, free_port, site_for
from tests.browser.tool_page import TRUST, TRUST_ANSWERS, address, answer_all, see_result
from tests.nginx import nginx_or_skip

LOGIN = ROOT / "docs/deployment/login.conf"
IN = "_oauth2_proxy=in"


class OAuthProxy(http.server.BaseHTTPRequestHandler):
    """Answers as oauth2-proxy does: who has its cookie is in; at start it gives one."""

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        if asked.path == "/oauth2/auth":
            self.send_response(202 if IN in self.headers.get("Cookie", "") else 401)
        else:
            self.send_response(302)
            self.send_header("Set-Cookie", f"{IN}; Path=/; HttpOnly")
            self.send_header("Location", parse_qs(asked.query)["rd"][0])
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def home(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that asks who its reader is."""
    nginx_or_skip()
    proxy = http.server.ThreadingHTTPServer(("127.0.0.1", 0), OAuthProxy)
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    folder, port = tmp_path_factory.mktemp("login"), free_port()
    home = f"http://127.0.0.1:{port}/"
    copy = site_for(home, site, folder / "site")
    served = Served(
        site=copy, address=home, folder=str(copy), policies=policies(copy, {}), others=("zh",)
    )
    own = LOGIN.read_text("utf-8")
    assert "127.0.0.1:4180" in own
    own = own.replace("127.0.0.1:4180", f"127.0.0.1:{proxy.server_port}")
    nginx = Nginx(folder / "nginx", port, SERVERS["nginx"](served), own)
    yield home
    nginx.close()
    proxy.shutdown()
    proxy.server_close()


def test_a_reader_signs_in_and_comes_back_to_the_page_with_its_policy(
    chromium: Browser, home: str
) -> None:
    context = chromium.new_context(base_url=home)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    stopped: list[str] = []
    page.on("console", lambda said: stopped.append(said.text))
    answer = page.goto(address(TRUST, "zh"))
    assert answer is not None
    assert page.url == home + address(TRUST, "zh")[1:]
    assert "default-src 'none'" in (answer.header_value("content-security-policy") or "")
    answer_all(page, TRUST_ANSWERS)
    see_result(page)
    assert stopped == []
    page.goto("zh/nothing/")
    expect(page.locator("h1")).to_have_text("没有这个页面")
    context.close()


@pytest.mark.parametrize("path", ["", "modules.json", "assets/images/mark.svg", "nothing/"])
def test_who_is_not_signed_in_gets_nothing(home: str, path: str) -> None:
    asked = {"Sec-Fetch-Mode": "cors"}
    request = urllib.request.Request(home + path, headers=asked)  # noqa: S310
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request)
    with refused.value as answer:
        assert (answer.status, b"playbook" in answer.read().lower()) == (401, False)
