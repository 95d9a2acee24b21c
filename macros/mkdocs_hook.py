"""MkDocs' door: stage the pages before a build, build the other language after it."""

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files

from macros.pages import navigation
from macros.problems import PlaybookError, report
from macros.staging import STAGED, Staged, stage
from macros.views import Book

ROOT = Path(__file__).resolve().parent.parent
SEARCH_OF_THE_THEME = ("assets/javascripts/lunr/", "assets/javascripts/workers/search")
WATCHED = ("playbook_data", "docs", "macros", "assessments")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Stage every language with the first, and give this one its navigation and words."""
    staged = config.extra.get("staged") or _stage()
    config.extra["staged"] = staged
    language = config.extra["code"]
    book = Book(staged.playbook, language)
    # MkDocs asks for this folder before it asks us; until now it had only the hand-written pages.
    config.docs_dir = str(ROOT / STAGED / language)
    config.nav = navigation(book)
    config.site_name = book.site["title"]
    config.extra["words"] = book.words
    config.extra["tagline"] = book.site["tagline"]
    config.extra["search"] = staged.search.get(language)
    config.extra["languages"] = staged.playbook.languages
    return config


def _stage() -> Staged:
    try:
        return stage(ROOT)
    except PlaybookError as error:
        raise Abort(report(error.problems)) from None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what the theme brings for a search that is not switched on."""
    for file in list(files):
        if file.src_uri.startswith(SEARCH_OF_THE_THEME) and "material/search" not in config.plugins:
            files.remove(file)
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """After the first language, build every other one into its folder."""
    first, *others = config.extra["languages"]
    if config.extra["code"] != first:
        return
    for language in others:
        build(_other_config(config, language))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Watch what people write, not what is made from it."""
    del builder
    server.unwatch(config.docs_dir)
    for folder in WATCHED:
        server.watch(str(ROOT / folder))
    return server


def _other_config(config: MkDocsConfig, language: str) -> MkDocsConfig:
    other = load_config(
        str(ROOT / f"mkdocs.{language}.yml"),
        site_dir=str(Path(config.site_dir) / language),
        strict=config.strict,
    )
    other.site_url = f"{config.site_url}{language}/"
    other.extra["root"] = config.site_url
    other.extra["staged"] = config.extra["staged"]
    other.plugins.on_startup(command="build", dirty=False)
    return other
