"""Where each file of a built site comes from: what was staged, the theme, or MkDocs' own list."""

from importlib.metadata import distribution
from pathlib import Path

from macros.licences.shipped import THEME

MADE_BY_MKDOCS = ("404.html", "sitemap.xml", "sitemap.xml.gz")


def unknown_files(site: Path, staged: Path) -> list[str]:
    """Return the files of a site that neither the staged pages nor the theme account for."""
    theme = Path(str(distribution(THEME).locate_file("material/templates")))
    languages = sorted(path for path in staged.iterdir() if path.is_dir())
    codes = {language.name: language for language in languages}
    unknown = []
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site)
        # The first language stands at the root, every other one in a folder of its code.
        inner = Path(*name.parts[1:]) if name.parts[0] in codes else name
        homes = (codes[name.parts[0]],) if name.parts[0] in codes else (*languages,)
        known = (
            path.is_dir()
            or name.name in MADE_BY_MKDOCS
            or (theme / name).is_file()
            or (theme / inner).is_file()
            or any((home / inner).is_file() for home in homes)
            or any(_page(home, inner).is_file() for home in homes)
        )
        if not known:
            unknown.append(name.as_posix())
    return unknown


def _page(home: Path, name: Path) -> Path:
    """Return the staged page of which a file of the site was made: m/trust/index.html."""
    if name.name != "index.html":
        return home / name
    folder = name.parent.parent if name.parent.name == "embed" else name.parent
    return home / (f"{folder}.md" if (home / f"{folder}.md").is_file() else folder / "index.md")
