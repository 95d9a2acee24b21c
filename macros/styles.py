"""Join the style sheets of the site into a few; paint pictures in the colours of the tokens."""

import re
from collections.abc import Mapping
from importlib.metadata import distribution
from pathlib import Path

from macros.theme_styles import theme_styles

CSS = Path("docs/assets/css")
THEME = "mkdocs-material"
OF_THE_THEME = ("main.*.min.css", "palette.*.min.css")
EVERY_PAGE, PAPER = "site", "print"
IMPORT = re.compile(r'^@import "([\w./-]+)";\n', re.MULTILINE)
COLOUR = re.compile(r"--([\w-]+): var\(--light, (#[0-9a-f]{6})\)")
USE = re.compile(r"var\(--([\w-]+)\)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE = re.compile(r"\n\s*")


def sheets(root: Path) -> Mapping[str, str]:
    """Return the style sheets to publish by name: for every page, for some pages, for paper.

    The first one begins with what the site uses of the theme's.
    """
    folder = root / CSS
    files = {EVERY_PAGE: folder / "site.css", PAPER: folder / "print.css"}
    files |= {file.stem: file for file in sorted((folder / "pages").glob("*.css"))}
    own = {name: published_styles(file) for name, file in files.items()}
    scripts = "".join(file.read_text("utf-8") for file in (folder.parent / "js").rglob("*.css"))
    theme = theme_styles(theme_sheets(), "".join([*own.values(), scripts]))
    return own | {EVERY_PAGE: f"{theme}\n{own[EVERY_PAGE]}"}


def theme_sheets() -> tuple[Path, ...]:
    """Return the style sheets that the theme would give to every page, in their order."""
    folder = Path(str(distribution(THEME).locate_file("material/templates/assets/stylesheets")))
    return tuple(next(folder.glob(name)) for name in OF_THE_THEME)


def published_styles(sheet: Path) -> str:
    """Return a style sheet with all that it imports, without what only its authors read."""
    return SPACE.sub("\n", COMMENT.sub("", join_styles(sheet))).lstrip()


def join_styles(sheet: Path) -> str:
    """Return a style sheet with the sheets that it imports written out in its place."""
    return IMPORT.sub(lambda match: join_styles(sheet.parent / match[1]), sheet.read_text("utf-8"))


def paint(picture: str, tokens: str) -> str:
    """Return an SVG picture with each var(--name) as the colour that a light page gives it."""
    colours = light_colours(tokens)
    return USE.sub(lambda match: colours[match[1]], picture)


def light_colours(tokens: str) -> Mapping[str, str]:
    """Return the colours of a light page by their names in tokens.css."""
    return dict(COLOUR.findall(tokens))
