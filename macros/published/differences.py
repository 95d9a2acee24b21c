"""What readers, links and saved answers will notice between two versions of a playbook."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessments.border.comparing import compare
from macros.files import TOOL_KINDS, Files, stem
from macros.problems import count_of
from macros.published.locks import hashes, published_ids

EFFECTS = {
    "same": "nothing that changes a score or a text",
    "text": "old answers keep their scores",
    "scoring": "old answers fit, but their scores are computed anew and may differ",
    "structural": "old answers may no longer fit; they are kept, and refused until looked at",
}
"""Class of a change to a tool -> what it means for saved answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What happened to one thing."""

    subject: str
    """A module, tool, term or source, as links write it: m:trust-stages."""
    what: str
    """new, gone or changed; of a tool the class of the change."""
    details: tuple[str, ...] = ()


def differences(old: Files, new: Files) -> Iterator[Difference]:
    """Yield every difference, things that came or went first."""
    before, after = published_ids(old), published_ids(new)
    pages = {link for link in before | after if "#" not in link}
    for link in sorted(pages & (before ^ after)):
        yield Difference(subject=link, what="gone" if link in before else "new")
    tools = _definitions(old), _definitions(new)
    for link in sorted(pages & before & after):
        details = (*_places(link, before, after), *_texts(link, old, new))
        name = link.partition(":")[2]
        if link.startswith("a:") and name in tools[0] and name in tools[1]:
            yield from _tool(link, tools[0][name], tools[1][name], details)
        elif details:
            yield Difference(subject=link, what="changed", details=details)


def _definitions(files: Files) -> dict[str, Mapping[str, object]]:
    return {
        stem(file): file.source.value
        for file in files.of(*TOOL_KINDS)
        if file.sound and isinstance(file.source.value, dict)
    }


def _places(link: str, before: frozenset[str], after: frozenset[str]) -> Iterator[str]:
    """Say which places of a page came or went: links to them work or break."""
    start = f"{link}#"
    for place in sorted(each for each in before - after if each.startswith(start)):
        yield f"gone: {place}"
    for place in sorted(each for each in after - before if each.startswith(start)):
        yield f"new: {place}"


def _texts(link: str, old: Files, new: Files) -> Iterator[str]:
    """Say how many texts of a page changed in each language."""
    word, _, name = link.partition(":")
    starts = {
        "m": (f"module/{name}/",),
        "a": tuple(f"{kind}/{name}/" for kind in TOOL_KINDS),
        "term": (f"glossary/terms/{name}/",),
        "source": (f"sources/sources/{name}/",),
    }.get(word, ())
    before, after = hashes(old), hashes(new)
    here = [text for text in after if text in before and text.startswith(starts)] if starts else []
    for language in new.languages:
        changed = [text for text in here if before[text].get(language) != after[text][language]]
        if changed:
            yield f"{count_of(len(changed), 'text')} changed in {language}"


def _tool(
    link: str, old: Mapping[str, object], new: Mapping[str, object], details: tuple[str, ...]
) -> Iterator[Difference]:
    compared = compare(old, new)
    what = str(compared["class"])
    if what == "same":
        return
    version = f"version {old['version']} → {new['version']}"
    if old["version"] == new["version"]:
        version = f"version {old['version']} stays: raise it to tell the two apart"
    changes = compared["changes"]
    scoring = tuple(
        _change(change)
        for change in (changes if isinstance(changes, list) else [])
        if change["class"] != "text"
    )
    yield Difference(subject=link, what=what, details=(EFFECTS[what], version, *scoring, *details))


def _change(change: Mapping[str, object]) -> str:
    if "old" not in change:
        return f"{change['path']}: new, {change['new']}"
    if "new" not in change:
        return f"{change['path']}: gone, was {change['old']}"
    return f"{change['path']}: {change['old']} → {change['new']}"
