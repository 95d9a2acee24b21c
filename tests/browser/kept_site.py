"""A site that a browser may keep: its own copy of the built one, at an address of its own."""

import shutil
from pathlib import Path

from playwright.sync_api import Page

from macros.browser import build_offline_workers
from macros.offline.writing import FOLDER, WORKER, write_removal, write_worker
from tests.browser.conftest import ROOT
from tests.browser.editions import other_edition
from tests.browser.nginx import site_for
from tests.browser.server import SiteServer
from tests.browser.tool_page import LANGUAGES, TRUST
from tests.browser.waiting import until

MANY = "[acm]/*"
FEW = ("trust-stages", TRUST)
STATE = """(async () => {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const said = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data); });
  active.postMessage({ ask: "state" }, [port2]);
  return Object.fromEntries(((await said).parts ?? []).map(({ name, state }) => [name, state]));
})()"""
"""Part -> whether the newest worker has it."""
CACHES = "caches.keys().then(names => names.filter(name => name.startsWith('playbook-pages ')))"
REGISTERED = "navigator.serviceWorker.getRegistrations().then(all => all.length)"


class KeptSite:
    """Serves a copy of the site, and other editions of it."""

    def __init__(self, site: Path, folder: Path, *, whole: bool) -> None:
        """Serve a copy in a folder; one that is not whole has few pages and is kept sooner."""
        self.folder = folder
        (folder / "nothing").mkdir(parents=True)
        self.server = SiteServer(folder / "nothing")
        self.server.lets_keep = True
        self.site = site_for(self.address, site, folder / "first")
        for each in () if whole else [*self.site.glob(MANY), *self.site.glob(f"zh/{MANY}")]:
            if each.is_dir() and each.name not in FEW:
                shutil.rmtree(each)
        self.server.folder = with_worker(self.site)

    @property
    def address(self) -> str:
        return self.server.address

    def renew(self) -> None:
        """Publish another edition in the place of the first."""
        self.server.folder = with_worker(other_edition(self.site, self.folder / "second"))

    def publish_without(self) -> None:
        """Publish a site that browsers are not to keep."""
        # The copy shares its files with the built site.
        (self.site / WORKER).unlink()
        write_removal(self.site, build_offline_workers(ROOT))


def with_worker(site: Path) -> Path:
    """Write the list of what a site holds, and the worker, and return the site."""
    for old in (site / FOLDER).glob("*.json"):
        old.unlink()
    (site / WORKER).unlink(missing_ok=True)
    write_worker(site, LANGUAGES, build_offline_workers(ROOT))
    return site


def wait_for(page: Page, part: str, state: str = "kept") -> None:
    """Wait until the worker has a part of the site."""
    until(page, f"([part, state]) => {STATE}.then((has) => has[part] === state)", [part, state])
