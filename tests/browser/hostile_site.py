"""Build a playbook of harmful texts, open each of its pages, and tell what they did."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from macros.problems import written
from tests.browser.conftest import PATIENCE
from tests.browser.server import SiteServer
from tests.hostile_texts import Field, Planted, plant
from tests.other_languages import run

MKDOCS = ("-m", "mkdocs", "build", "--strict", "--quiet")
TRIPWIRE = """
globalThis.tripped = [];
Object.defineProperty(globalThis, "trip", { value: () => globalThis.tripped.push("trip") });
for (const name of ["alert", "confirm", "prompt"]) globalThis[name] = () => globalThis.trip();
"""
REPORTED = ("a/readiness/index.html", "zh/a/survey/index.html")
"""Pages on which a report is asked for."""
SOMETIMES = ("interface.yml", "calculators/")
"""What these say stands on a page only where there is cause for it."""
SAID = """
() => {
  const textsIn = (value) =>
    typeof value === "object" && value ? Object.values(value).flatMap(textsIn) : [String(value)];
  const saidBy = (text) => {
    try {
      return textsIn(JSON.parse(text));
    } catch {
      return [text];
    }
  };
  const templates = [...document.querySelectorAll("template")];
  const roots = [document, ...templates.map((template) => template.content)];
  const said = [document.title];
  // A table to copy is Markdown, where a stroke has a backslash before it.
  for (const table of document.querySelectorAll("pre[id$='.markdown']"))
    table.textContent = table.textContent.replaceAll("\\\\|", "|");
  for (const root of roots) {
    for (const element of root.querySelectorAll("*")) {
      for (const { value } of element.attributes) if (value.includes("Zq")) said.push(value);
      if (["script", "noscript"].includes(element.localName)) element.remove();
      if (element.localName === "br") element.replaceWith("\\n");
    }
    said.push(...(root.body ? [root.body.textContent] : saidBy(root.textContent)));
  }
  return said;
}
"""
"""Every text and every attribute of a page that holds a text of ours; data are read as such."""
PLANTED = re.compile(r"Zq(\d+)a ?(.*?) ?Zq\1z", re.DOTALL)


def faults_of(
    project: Path, texts: Sequence[str], places: Sequence[Field], chromium: Browser
) -> tuple[list[Planted], list[str]]:
    """Return what was planted, and each thing that its pages did but for showing it."""
    planted = plant(project, texts, places)
    run(project, *MKDOCS)
    server = SiteServer(project / "site")
    context = chromium.new_context(base_url=server.address)
    context.set_default_timeout(PATIENCE)
    context.add_init_script(TRIPWIRE)
    faults = list(_faults(project / "site", planted, context, server.address))
    context.close()
    server.close()
    return planted, faults


def _faults(
    site: Path, planted: Sequence[Planted], context: BrowserContext, address: str
) -> Iterator[str]:
    expected = {str(each.number): _squeezed(each.seen) for each in planted}
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    fields = {str(each.number): each.field for each in planted}
    missing = {number for number, field in fields.items() if not field.file.startswith(SOMETIMES)}
    for file in sorted(site.rglob("*.html")):
        name = file.relative_to(site).as_posix()
        page.goto(f"/{name}")
        if name in REPORTED:
            page.locator('[data-action="example"]').or_(
                page.locator('input[value="0"]')
            ).first.click()
            page.locator('[data-action="score"]').click()
            page.locator("tool-report[data-report] .summary").wait_for()
        for number, seen in _seen(page):
            missing.discard(number)
            if seen != expected[number]:
                place = written(fields[number].path)
                yield f"{name}: {place}: {expected[number]!r} is shown as {seen!r}"
        if page.evaluate("globalThis.tripped.length"):
            yield f"{name}: a script ran"
    yield from (f"{url} was asked for" for url in asked if not url.startswith((address, "data:")))
    for number in missing:
        yield f"{fields[number].file} {written(fields[number].path)} stands nowhere"


def _seen(page: Page) -> Iterator[tuple[str, str]]:
    for said in page.evaluate(SAID):
        for number, text in PLANTED.findall(said):
            yield number, _squeezed(text)


def _squeezed(text: str) -> str:
    """Return a text without blanks: a picture breaks a long word into lines."""
    return "".join(text.split())
