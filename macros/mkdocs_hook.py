"""MkDocs' door: stage the pages before a build, build every other language with the first."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure import pages
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils import get_relative_url, write_file

from macros import embedding
from macros.apart import CAN_FORK, FORKED, apart
from macros.browser import RuntimeBuildError
from macros.languages import Language
from macros.page_frame import Frame, frames
from macros.page_texts import packed, unpacked
from macros.problems import PlaybookError, report
from macros.staging import STAGED, stage

ROOT = Path(__file__).resolve().parent.parent
OF_THE_THEME = ("assets/javascripts/", "assets/stylesheets/")
"""What the theme brings for its pages, and for a search that is not switched on."""
TAG = re.compile(r"<([a-zA-Z][^\s<>/]*)\s([^<>]*)>")
ANCHOR = re.compile(r"""(?:^|\s)(id|name)=(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
WIDE = r'<div class="md-typeset__scrollwrap"><div class="md-typeset__table">\g<0></div></div>'
WATCHED = ("playbook_data", "docs", "macros", "assessments")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stage every language with the first, and give this one its navigation, words and theme."""
    told = config.extra.get("frames") or _stage(str(config.site_url))
    code = config.extra.get("code", next(iter(told)))
    frame = told[code]
    # MkDocs asks for this folder before it asks us; until now it was that of the written pages.
    config.docs_dir = str(ROOT / STAGED / code)
    config.nav = frame.order
    config.site_name = frame.title
    config.extra |= {**frame.extra, "frames": told, "code": code}
    _dress(config, frame.spoken, frame.extra["words"])
    _share(config, frame.extra["up"])
    return config


def _stage(address: str) -> Mapping[str, Frame]:
    """Stage every page in a process of its own: it holds the playbook, which nobody needs after."""
    try:
        return apart(_staged, address)
    except PlaybookError as error:
        raise Abort(report(error.problems)) from None
    except RuntimeBuildError as error:
        raise Abort(str(error)) from None


def _staged(address: str) -> Mapping[str, Frame]:
    return frames(stage(ROOT, address), address)


def _dress(
    config: MkDocsConfig, language: Language, words: Mapping[str, Mapping[str, str]]
) -> None:
    """Let the theme speak a language."""
    theme = config.theme
    spoken = f"partials/languages/{language.theme}.html"
    if not any((Path(folder) / spoken).is_file() for folder in theme.dirs):
        file = f"playbook_data/languages/{language.id}.yml"
        raise Abort(
            f"{file}: theme: The theme does not speak '{language.theme}'.\n    Name the"
            " language nearest to it of those that mkdocs-material speaks: en, for example."
        )
    theme["language"] = language.theme
    for option in theme["palette"]:
        option["toggle"]["name"] = words["colours"][option["toggle"]["name"]]
    config.mdx_configs["toc"]["title"] = words["contents"]


def _share(config: MkDocsConfig, up: str) -> None:
    """Take what every language shares from the folder of the first one."""
    config.theme["favicon"] = up + config.theme["favicon"]
    entry = config.extra["scripts"].get("playbook")
    if entry:
        script = ExtraScriptValue(entry)
        script.type = "module"
        config.extra_javascript = [script]


def find_anchors(finder: Any, lines: list[str]) -> list[str]:  # noqa: ANN401
    """Note the ids of the HTML of a page, as MkDocs does, in a tenth of the time.

    MkDocs reads each page by an HTML parser of Python for the ids alone.
    """
    finder.present_anchor_ids = {
        unescape(double or single)
        for tag, attributes in TAG.findall("\n".join(lines))
        for key, double, single in ANCHOR.findall(attributes)
        if key.lower() == "id" or tag.lower() == "a"
    }
    return lines


pages._RawHTMLPreprocessor.run = find_anchors  # type: ignore[method-assign, assignment]  # noqa: SLF001


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out scripts and styles of the theme: macros/styles.py takes from them what is used."""
    del config
    for file in list(files):
        if file.src_uri.startswith(OF_THE_THEME):
            files.remove(file)
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Escape every word that a template writes, the theme's own templates included."""
    del files
    env.autoescape = True
    # What machines read in a page is written in its own letters, not by their numbers.
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    config.extra["embed"] = env.get_template("embed.html")
    return env


def on_pre_build(config: MkDocsConfig) -> None:
    """In a build, keep every page packed until it is written: MkDocs reads all before the first."""
    config.extra["packed"] = {}


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the templates that the titles of headings are HTML already; let wide tables scroll."""
    del files
    for heading in _headings(page.toc):
        heading.title = Markup(heading.title)  # noqa: S704 (Markdown made it)
    # A table with a class is a template's, which gives it its own frame.
    html = TABLE.sub(WIDE, html)
    if "packed" not in config.extra:
        return html
    config.extra["packed"][page.file.src_uri] = packed(html)
    page.markdown = ""
    return ""


def _headings(links: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    for link in links:
        yield link
        yield from _headings(link.children)


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Write what a page is in a frame, from the HTML that is there already."""
    del nav
    if "packed" in config.extra:
        page.content = unpacked(config.extra["packed"].pop(page.file.src_uri))
    if page.meta.get("embed"):
        framed, address = copy(page), f"{page.url}{embedding.FOLDER}"
        framed.file = copy(page.file)
        framed.file.url = address
        framed.content = embedding.embedded(page.content or "", page.url)
        framed.previous_page = framed.next_page = None
        shown = context | {"page": framed, "base_url": get_relative_url(".", address)}
        file = Path(config.site_dir, address, "index.html")
        write_file(config.extra["embed"].render(shown).encode(), str(file))
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let go of a page that is made."""
    if "packed" in config.extra:
        page.content, page.toc = None, get_toc([])
    return output


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """With the first language, begin to build every other one, each in a process of its own."""
    del files
    if CAN_FORK and _others(config):
        processes = {
            code: FORKED.Process(target=_build_apart, args=(code, config))
            for code in _others(config)
        }
        for process in processes.values():
            process.start()
        config.extra["processes"] = processes
    return nav


def on_post_build(config: MkDocsConfig) -> None:
    """After the first language, wait for the others; or build them, where no process can."""
    processes = config.extra.pop("processes", {})
    for language in _others(config):
        if language in processes:
            processes[language].join()
            if processes[language].exitcode:
                raise Abort(f"The pages in '{language}' could not be built.")
        else:
            _build(language, config)


def _others(config: MkDocsConfig) -> Sequence[str]:
    """Return the languages that are built with this one: with the first, all others."""
    first, *others = config.extra["frames"]
    return others if config.extra["code"] == first else ()


def _build_apart(language: str, first: MkDocsConfig) -> None:
    """Build a language in a process of its own, which says itself what is wrong."""
    try:
        _build(language, first)
    except Abort as error:
        sys.stderr.write(f"{error.message}\n")
        sys.exit(1)


def _build(language: str, first: MkDocsConfig) -> None:
    """Build a language into its folder."""
    build(_config_of(language, first))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Watch what people write, not what is made from it."""
    del builder
    server.unwatch(config.docs_dir)
    for folder in WATCHED:
        server.watch(str(ROOT / folder))
    return server


def _config_of(language: str, first: MkDocsConfig) -> MkDocsConfig:
    """Return the configuration of another language, made from the same file as the first's."""
    config = load_config(
        first.config_file_path,
        site_dir=str(Path(first.site_dir) / language),
        strict=first.strict,
    )
    config.site_url = f"{first.site_url}{language}/"
    config.extra |= {"code": language, "frames": first.extra["frames"]}
    config.plugins.on_startup(command="build", dirty=False)
    return config
