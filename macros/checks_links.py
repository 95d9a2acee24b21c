"""Rules about the text itself: links lead somewhere, and words are those of the glossary."""

import re
from collections.abc import Iterator
from functools import lru_cache

from macros.files import Files, Rule
from macros.fitted import Fitted
from macros.ids import LINK_KINDS, Ids, collect_ids
from macros.problems import Path, Problem
from macros.values import did_you_mean, texts_in

LINK = re.compile(r"(?<!!)\[(?P<words>[^\]\[]*)\]\((?P<target>[^)]*)\)")
OUTSIDE = re.compile(r"(https?://|mailto:)\S+")
INSIDE = re.compile(r"(?P<kind>[a-z]+):(?P<id>[^#\s]*)(#(?P<anchor>\S*))?")
EXAMPLE = "link by kind and id, for example [words](m:trust-stages)"


def links_lead_somewhere(files: Files) -> Iterator[Problem]:
    """Every link in a text names a thing that exists, and a place on its page that exists."""
    ids = collect_ids(files)
    for _, file in files.all():
        for path, text in _texts(file):
            for link in LINK.finditer(text):
                fault = _fault(link["target"], ids)
                if not fault and not link["words"].strip():
                    fault = (f"the link to {link['target']} has no words", "write [words](…)")
                if fault:
                    yield file.source.problem(path, *fault, at=f"]({link['target']})")


def _texts(file: Fitted) -> Iterator[tuple[Path, str]]:
    for path, text in texts_in(file.source.value):
        if path in file.right:
            yield path, text


def _fault(target: str, ids: Ids) -> tuple[str, str] | None:
    """Return what is wrong with the target of a link, and what to do."""
    if OUTSIDE.fullmatch(target):
        return None
    parts = INSIDE.fullmatch(target)
    if not parts:
        return f"the link leads to '{target}', which is not an id", EXAMPLE
    if parts["kind"] not in LINK_KINDS:
        return f"'{parts['kind']}:' is no kind of link", f"kinds: {', '.join(LINK_KINDS)}"
    return missing_target(LINK_KINDS[parts["kind"]], parts["id"], parts["anchor"], ids)


def missing_target(kind: str, name: str, anchor: str | None, ids: Ids) -> tuple[str, str] | None:
    """Return why nothing can be found under an id and a place on its page, or None."""
    known = ids.find(kind, name)
    if known is None:
        message = f"the link leads to the {kind} '{name}', which does not exist"
        unsure = kind in ids.unreadable
        return None if unsure else (message, did_you_mean(name, ids.names(kind)))
    if anchor is None or known.anchors is None or anchor in known.anchors:
        return None
    message = f"the {kind} '{name}' has no place '{anchor}'"
    return message, did_you_mean(anchor, known.anchors)


def words_are_those_of_the_glossary(files: Files) -> Iterator[Problem]:
    """No text uses a form that the glossary tells to avoid."""
    avoided = list(_avoided(files))
    if not avoided:
        return
    forms = {
        language: re.compile(
            "|".join(_pattern(form) for form, code, _, _ in avoided if code == language)
        )
        for language in {code for _, code, _, _ in avoided}
    }
    for kind, file in files.all():
        for path, text in _texts(file):
            language = path[-1] if path else ""
            if language not in forms or (kind == "glossary" and "not" in path):
                continue
            if forms[str(language)].search(text):
                yield from _deviations(file, path, text, avoided)


def _avoided(files: Files) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Yield form to avoid, language, right word, and the right words that contain the form."""
    for glossary in files.of("glossary"):
        for _, term in glossary.each("terms", "*"):
            for language, forms in term.get("avoid", {}).items():
                right = (term["term"][language], *term.get("aliases", {}).get(language, ()))
                for form in forms:
                    yield form, language, right[0], tuple(w for w in right if form in w)


def _deviations(
    file: Fitted, path: Path, text: str, avoided: list[tuple[str, str, str, tuple[str, ...]]]
) -> Iterator[Problem]:
    for form, language, right, containing in avoided:
        if language != path[-1]:
            continue
        rest = text
        for word in containing:
            rest = rest.replace(word, "\0")
        found = re.search(_pattern(form), rest)
        if found:
            message = f"'{found.group()}' is a form that the glossary avoids"
            yield file.source.problem(path, message, f"write '{right}'", at=found.group())


@lru_cache(maxsize=1024)
def _pattern(form: str) -> str:
    """Return what finds a form: whole words in scripts with spaces, any case in Latin script."""
    left = r"(?<!\w)" if re.match(r"[A-Za-z]", form) else ""
    right = r"(?!\w)" if re.search(r"[A-Za-z]$", form) else ""
    return f"{left}(?i:{re.escape(form)}){right}"


TEXT_RULES: tuple[Rule, ...] = (links_lead_somewhere, words_are_those_of_the_glossary)
