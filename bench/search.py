"""What search finds, what it loads and how soon it answers, beside two others on the same pages.

python bench/search.py [--rounds 5] [--only own material pagefind] [--misses]

own: the search of the site. material: the theme's own, with jieba for Chinese. pagefind: Pagefind
on the built pages; without `npm install --prefix build/bench pagefind@1.6.0` it is left out. All in
one real Chromium. Recall at 5: of the pages that tests/cases/search.yml wants for a query, the
share among the first five shown. A first answer: an empty cache, the page at rest, the first key;
the engines take turns, and the server stands on the same machine.
"""

import argparse
import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser.conftest import QUIET, chromium_path  # noqa: E402
from tests.browser.server import SiteServer  # noqa: E402
from tests.golden_queries import FIRST, HOMES, Query, read_queries  # noqa: E402

FOLDER = ROOT / "build" / "bench"
PAGEFIND = FOLDER / "node_modules" / ".bin" / "pagefind"
TIMED = {"en": "customer does not pay", "zh": "客户不付款怎么办"}
SEPARATOR = r"[\s\u200b\u3000\-/,.;:()&、。，．？！；：“”《》（）]+"

# Each types into the page as a reader would and waits until the answer stands still.
OWN = """async (typed) => {
  const box = document.querySelector("site-search"), input = box.querySelector("input");
  box.querySelector("[role=listbox]").replaceChildren();
  box.querySelector("[data-elsewhere]").hidden = true;
  input.focus();
  input.value = typed;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  while (!box.querySelector("[role=option]") && box.querySelector("[data-elsewhere]").hidden)
    await new Promise(requestAnimationFrame);
  const pages = box.querySelectorAll("[role=option]:not(.site-search__result--place)");
  return [...pages].map((link) => link.href);
}"""
MATERIAL = """async (typed) => {
  const input = document.querySelector("[data-md-component=search-query]");
  const list = document.querySelector(".md-search-result__list");
  const meta = document.querySelector(".md-search-result__meta");
  const config = JSON.parse(document.querySelector("#__config").textContent);
  globalThis.first ??= meta.textContent.trim();
  const asleep = ["", globalThis.first, config.translations["search.result.placeholder"]];
  meta.textContent = "";
  const toggle = document.querySelector("#__search");
  if (!toggle.checked) toggle.click();
  input.focus();
  input.value = typed;
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  while (asleep.includes(meta.textContent.trim())) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return [...list.children].map((item) => item.querySelector("a").href);
}"""
PAGEFIND_SCRIPT = """async (typed) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(typed);
  const data = await Promise.all(results.slice(0, 5).map((result) => result.data()));
  return data.map(({ url }) => new URL(url, location.origin).href);
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """One way to search, on a site of its own."""

    name: str
    folder: Path
    script: str
    """What asks it, in the page."""
    loads: Callable[[str], bool]
    """Whether a path is loaded for search."""


def main() -> None:
    """Print a table of recalls and one of sizes and times."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="first answers per engine")
    parser.add_argument("--only", nargs="*", choices=list(ENGINES), default=list(ENGINES))
    parser.add_argument("--misses", action="store_true", help="tell each page that is not found")
    options = parser.parse_args()
    engines = [engine for name in options.only if (engine := ENGINES[name]())]
    queries = list(read_queries())
    servers = {engine.name: SiteServer(engine.folder) for engine in engines}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(QUIET))
        recalls = {
            engine.name: measure_recall(browser, servers[engine.name], engine, queries, options)
            for engine in engines
        }
        show_recalls(recalls, queries)
        for language in HOMES:
            times = [
                {e.name: first_answer(browser, servers[e.name], e, language) for e in engines}
                for _ in range(options.rounds)
            ]
            show_times(engines, servers, times, language)
        browser.close()


def measure_recall(
    browser: Browser,
    server: SiteServer,
    engine: Engine,
    queries: Sequence[Query],
    options: argparse.Namespace,
) -> list[float]:
    """Return the recall of each query."""
    pages = {language: browser.new_page() for language in HOMES}
    for language, page in pages.items():
        page.goto(server.address + HOMES[language])
    recalls = []
    for query in queries:
        found = ask(pages[query.site], engine, query.typed)
        recalls.append(query.recall(found))
        if options.misses and (missed := query.missed(found)):
            print(engine.name, query.site, query.typed, "→", *missed, "|", *found[:FIRST])
    for page in pages.values():
        page.close()
    return recalls


def ask(page: Page, engine: Engine, typed: str) -> list[str]:
    """Return the addresses that the engine shows, from the root of the site."""
    addresses = page.evaluate(engine.script, typed)
    return [address.split("/", 3)[3] for address in addresses]


def first_answer(browser: Browser, server: SiteServer, engine: Engine, language: str) -> float:
    """Return the milliseconds from the first key to the first results, with an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    server.asked.clear()
    page.goto(server.address + HOMES[language], wait_until="networkidle")
    timed = f"async (typed) => {{ const began = performance.now(); await ({engine.script})(typed);"
    took = page.evaluate(f"{timed} return performance.now() - began; }}", TIMED[language])
    context.close()
    return float(took)


def show_recalls(recalls: Mapping[str, list[float]], queries: Sequence[Query]) -> None:
    """Print the mean recall of each group."""
    names = list(recalls)
    print(f"{'recall at 5':<26}{'queries':>8}" + "".join(f"{name:>10}" for name in names))
    for group in dict.fromkeys(query.group for query in queries):
        chosen = [number for number, query in enumerate(queries) if query.group == group]
        cells = "".join(f"{mean(recalls[name][n] for n in chosen):>10.3f}" for name in names)
        print(f"{group:<26}{len(chosen):>8}{cells}")


def show_times(
    engines: Sequence[Engine],
    servers: Mapping[str, SiteServer],
    times: Sequence[Mapping[str, float]],
    language: str,
) -> None:
    """Print what each engine loaded for its last first answer, and the medians."""
    print(f"\n{language}: “{TIMED[language]}”")
    print(f"{'':<10}{'files':>6}{'KB':>9}{'KB gzip':>9}{'first answer ms':>17}{'ratio':>7}")
    for engine in engines:
        server = servers[engine.name]
        paths = {path for path in server.asked if engine.loads(path)}
        contents = [server.read(path)[1] for path in paths]
        packed = sum(len(gzip.compress(content, 9)) for content in contents)
        own = [each[engine.name] for each in times]
        ratio = median(each[engine.name] / each[engines[0].name] for each in times)
        print(
            f"{engine.name:<10}{len(paths):>6}{sum(map(len, contents)) / 1000:>9.0f}"
            f"{packed / 1000:>9.0f}{median(own):>17.0f}{ratio:>7.2f}"
        )


# The engines


def own() -> Engine:
    """Return the search of the built site."""
    return Engine(
        name="own", folder=ROOT / "site", script=OWN, loads=lambda path: "/runtime/search-" in path
    )


def material() -> Engine:
    """Build the site with the theme's own search and return that."""
    folder = FOLDER / "material"
    overrides = FOLDER / "overrides"
    shutil.rmtree(overrides, ignore_errors=True)
    shutil.copytree(ROOT / "docs" / "overrides", overrides)
    for name in ("header.html", "search.html"):
        (overrides / "partials" / name).unlink()
    for language, home in HOMES.items():
        config = FOLDER / f"material-{language}.yml"
        config.write_text(json.dumps(material_config(language, overrides)), "utf-8")
        command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", config)
        subprocess.run([*command, "--site-dir", folder / home], cwd=ROOT, check=True)
    return Engine(
        name="material", folder=folder, script=MATERIAL,
        loads=lambda path: "/search/" in path or "/workers/" in path or "/lunr/" in path,
    )  # fmt: skip


def material_config(language: str, overrides: Path) -> Mapping[str, object]:
    """Return the configuration of a language with the theme's search in it."""
    chinese = language == "zh"
    search = {
        "lang": "en",
        "pipeline": [] if chinese else ["stopWordFilter"],
        "separator": SEPARATOR,
        "fields": {"title": {"boost": 5}},
    }
    return {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(ROOT / "docs"),
        "extra": {"code": language},
        "hooks": [str(ROOT / "macros" / "mkdocs_hook.py")],
        "plugins": {"search": search},
        "site_url": f"http://127.0.0.1:8000/{HOMES[language]}",
        "theme": {"custom_dir": str(overrides)},
    }


def pagefind() -> Engine | None:
    """Index the built pages with Pagefind and return that; None where it is not installed."""
    if not PAGEFIND.exists():
        print("pagefind is left out: npm install --prefix build/bench pagefind@1.6.0")
        return None
    folder = FOLDER / "pagefind"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "site", folder, ignore=shutil.ignore_patterns("runtime"))
    options = ("--root-selector", ".md-content", "--exclude-selectors", "[data-search-exclude]")
    subprocess.run([PAGEFIND, "--quiet", "--site", folder, *options], check=True)
    return Engine(
        name="pagefind", folder=folder, script=PAGEFIND_SCRIPT,
        loads=lambda path: path.startswith("/pagefind/"),
    )  # fmt: skip


ENGINES: Mapping[str, Callable[[], Engine | None]] = {
    "own": own,
    "material": material,
    "pagefind": pagefind,
}

if __name__ == "__main__":
    main()
