"""Where each thing stands on the site, and how one page names another.

The id is the address: a module is m/<id>/, a tool a/<id>/, whatever its title or area.
"""

from dataclasses import dataclass
from posixpath import dirname, relpath

from macros.page_table import BY_LINK, BY_NAME, BY_PLACE

HOME = "index.md"


@dataclass(frozen=True, slots=True)
class Target:
    """A staged file, and a place in it."""

    path: str
    anchor: str = ""


def target_of(link: str) -> Target:
    """Return where a link by id leads: m:trust-stages#steps, term:trust-stage, page:glossary."""
    word, _, rest = link.partition(":")
    name, _, anchor = rest.partition("#")
    if word == "page":
        return Target(BY_NAME[name].address, anchor)
    if word in BY_PLACE:
        kind = BY_PLACE[word]
        return Target(kind.address, kind.holds[word].format(id=name))
    if anchor and not anchor.startswith(("q.", "i.", f"{name}.")):
        anchor = f"{name}.{anchor}"
    return Target(BY_LINK[word].address.format(id=name), anchor)


def address_of(path: str) -> str:
    """Return the address of a staged file, from the root of its language."""
    if path == HOME or path.endswith("/" + HOME):
        return path.removesuffix(HOME)
    return path.removesuffix(".md") + "/" if path.endswith(".md") else path


def relative_address(link: str, page: str) -> str:
    """Return the address of a link as the page at a staged path writes it in HTML."""
    target = target_of(link)
    address = address_of(target.path)
    way = relpath("/" + address, "/" + address_of(page))
    if address.endswith("/") or not address:
        way += "/"
    return way + (f"#{target.anchor}" if target.anchor else "")


def relative_file(link: str, page: str) -> str:
    """Return the staged file of a link as the page at a staged path names it in Markdown."""
    target = target_of(link)
    way = relpath("/" + target.path, "/" + dirname(page))
    return way + (f"#{target.anchor}" if target.anchor else "")
