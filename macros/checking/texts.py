"""Rules about the text itself: links lead somewhere, and words are those of the glossary."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.checking.markdown import LINK
from macros.files import Files, Rule
from macros.plain_text import VALUE
from macros.problems import Path, Problem
from macros.published.ids import LINK_KINDS, Ids, collect_ids
from macros.schema.fitted import Fitted
from macros.values import did_you_mean, shown

OUTSIDE = re.compile(r"(https?://|mailto:)\S+")
INSIDE = re.compile(r"(?P<kind>[a-z]+):(?P<id>[^#\s]*)(#(?P<anchor>\S*))?")
EXAMPLE = "Link by kind and id, for example [words](m:trust-stages)."


def links_lead_somewhere(files: Files) -> Iterator[Problem]:
    """Every link in a text names a thing that exists, and a place on its page that exists."""
    ids = collect_ids(files)
    for _, file in files.all():
        for path, text in file.texts():
            for link in LINK.finditer(text):
                if link["target"].startswith(VALUE):
                    # figures.py looks at these.
                    continue
                fault = fault_of(link["target"], ids)
                if not fault and not link["words"].strip():
                    target = link["target"]
                    fault = (f"The link to {target} has no words.", f"Write [words]({target}).")
                if fault:
                    yield file.source.problem(path, *fault, at=f"]({link['target']})")


def fault_of(target: str, ids: Ids) -> tuple[str, str] | None:
    """Return what is wrong with the target of a link, and what to do."""
    if OUTSIDE.fullmatch(target):
        message = f"The link leads out of the playbook, to {shown(target)}."
        return (
            message,
            "Name it as a source in sources.yml, and link to that: [words](source:wu-2019).",
        )
    parts = INSIDE.fullmatch(target)
    if not parts:
        return f"The link leads to {shown(target)}, which is not an id.", EXAMPLE
    if parts["kind"] not in LINK_KINDS:
        kinds = ", ".join(f"{kind}:" for kind in (*LINK_KINDS, "value"))
        return (
            f"The link begins with '{parts['kind']}:', which is no kind of link.",
            f"The kinds are {kinds}.",
        )
    return missing_target(LINK_KINDS[parts["kind"]], parts["id"], parts["anchor"], ids)


def missing_target(kind: str, name: str, anchor: str | None, ids: Ids) -> tuple[str, str] | None:
    """Return why nothing can be found under an id and a place on its page, or None."""
    known = ids.find(kind, name)
    if known is None:
        message = f"The link leads to the {kind} '{name}', which does not exist."
        unsure = kind in ids.unreadable
        return None if unsure else (message, did_you_mean(name, ids.names(kind)))
    if anchor is None or known.anchors is None or anchor in known.anchors:
        return None
    message = f"The {kind} '{name}' has no place '{anchor}'."
    return message, did_you_mean(anchor, known.anchors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Avoided:
    """A form that the glossary tells to avoid."""

    form: str
    language: str
    right: str
    """The term to write instead."""
    allowed: tuple[str, ...]
    """Right words that contain the form."""

    @property
    def pattern(self) -> str:
        """What finds the form: whole words where words have letters of a Latin script."""
        left = r"(?<!\w)" if re.match(r"[A-Za-z]", self.form) else ""
        right = r"(?!\w)" if re.search(r"[A-Za-z]$", self.form) else ""
        return f"{left}{re.escape(self.form)}{right}"


def words_are_those_of_the_glossary(files: Files) -> Iterator[Problem]:
    """No text uses a form that the glossary tells to avoid."""
    avoided = list(_avoided(files))
    for kind, file in files.all():
        whole = " ".join(" ".join(file.source.lines).lower().split())
        # Most files hold none of the forms: one look at the whole file spares a look at each text.
        near = [each for each in avoided if each.form.lower() in whole]
        for path, text in file.texts() if near else ():
            if not (kind == "glossary" and "not" in path):
                yield from _deviations(file, path, text, near)


def _avoided(files: Files) -> Iterator[Avoided]:
    for glossary in files.of("glossary"):
        for _, term in glossary.each("terms", "*"):
            for language, forms in term.get("avoid", {}).items():
                right = (term["term"][language], *term.get("aliases", {}).get(language, ()))
                for form in forms:
                    allowed = tuple(word for word in right if form in word)
                    yield Avoided(form=form, language=language, right=right[0], allowed=allowed)


def _deviations(
    file: Fitted, path: Path, text: str, avoided: Iterable[Avoided]
) -> Iterator[Problem]:
    for each in avoided:
        if each.language != path[-1]:
            continue
        rest = text
        for word in each.allowed:
            rest = rest.replace(word, "\0")
        found = re.search(each.pattern, rest, re.IGNORECASE)
        if found:
            message = f"The form '{found.group()}' is one that the glossary avoids."
            yield file.source.problem(path, message, f"Write '{each.right}'.", at=found.group())


HALF_WIDTH = re.compile(r"(?<=[\u4e00-\u9fff])[,;:?!](?![\w/])|[,;:?!](?=[\u4e00-\u9fff])")
FULL_WIDTH = str.maketrans(",;:?!", "，；：？！")


def full_width_languages_have_their_own_marks(files: Files) -> Iterator[Problem]:
    """Beside a Chinese character stands a full-width mark."""
    said = files.of_languages("punctuation")
    full_width = {code for code, punctuation in said.items() if punctuation == "full-width"}
    for _, file in files.all():
        for path, text in file.texts() if full_width else ():
            found = HALF_WIDTH.search(text) if path and path[-1] in full_width else None
            if found:
                words = text[max(0, found.start() - 4) : found.end() + 4]
                message = f"The mark '{found.group()}' is half-width, in “{words}”."
                hint = f"Write '{found.group().translate(FULL_WIDTH)}' in Chinese."
                yield file.source.problem(path, message, hint, at=words)


TEXT_RULES: tuple[Rule, ...] = (
    links_lead_somewhere,
    words_are_those_of_the_glossary,
    full_width_languages_have_their_own_marks,
)
