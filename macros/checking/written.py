"""Rules about the pages that people write: each stands in every language, with the same places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.checking.figures import fault_of_figure
from macros.checking.markdown import BROKEN_LINK, IMAGE, LINK, Foreign, foreign_marks
from macros.checking.texts import fault_of, missing_target
from macros.files import Files, Rule
from macros.page_kind import written_file
from macros.page_table import BY_NAME, PAGE_KINDS
from macros.plain_text import VALUE
from macros.problems import Problem
from macros.published.ids import collect_ids
from macros.source.text import decode
from macros.values import cut, did_you_mean

SAID = ("title", "description")
"""What a page says about itself before its text."""
FRONT = re.compile(r"---\n(?P<said>.*?)\n---\n", re.DOTALL)
KEY = re.compile(r"^(\w+): *\S", re.MULTILINE)
FRAME = re.compile(r'</?(?:div|p|span)(?: class="[\w -]+"| markdown)*>')
"""What sets a part of a page off."""
FOREIGN_TO_PAGES = (
    Foreign(
        pattern=re.compile(r"<(?:/?[A-Za-z][^<>]*>?|!|\?)"),
        message="The page holds HTML that pages do not have: {found}.",
        hint='Write Markdown; <div class="…" markdown> and <p class="…"> may set a part off.',
    ),
    Foreign(
        pattern=re.compile(r"\{[^}\n]*=[^}\n]*\}|\{[{%][^}\n]*\}*"),
        message="The page holds instructions that pages do not have: {found}.",
        hint="Write { #id } after a heading or { .class } below a paragraph, and nothing else.",
    ),
    Foreign(
        pattern=re.compile(r"^ {0,3}\*?\[[^\]\n]+\]:"),
        message="Markdown takes the line with {found} out of the page.",
        hint="Link by kind and id, for example [words](m:trust-stages).",
    ),
    IMAGE,
    BROKEN_LINK,
)
ANCHOR = re.compile(r"(?:\{[^}\n]*#|\bid=\")([\w.-]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One page that people write, in one language; empty where there is no such file."""

    name: str
    language: str
    file: str
    text: str
    problems: tuple[Problem, ...]

    @property
    def anchors(self) -> frozenset[str]:
        """Return the ids of the places on the page."""
        return frozenset(ANCHOR.findall(self.text))


def pages_stand_in_every_language(files: Files) -> Iterator[Problem]:
    """A page that is written by hand is written in every language, and says what it is."""
    for pages in _written(files):
        for page in pages:
            yield from page.problems
            front = FRONT.match(page.text)
            keys = KEY.findall(front["said"]) if front else []
            for key in SAID if page.text else ():
                if key not in keys:
                    hint = f"Begin the file with lines that say ---, {key}: … and ---."
                    yield Problem(file=page.file, message=f"The page has no {key}.", hint=hint)


def pages_have_the_same_places(files: Files) -> Iterator[Problem]:
    """A place on a page has the same id in every language, so that a link to it works in each."""
    for pages in _written(files):
        present = [page for page in pages if page.text]
        for other in present[1:]:
            for page, twin in ((present[0], other), (other, present[0])):
                for anchor in sorted(twin.anchors - page.anchors):
                    message = f"The page has no place '{anchor}', but {twin.file} has it."
                    hint = f"Write {{ #{anchor} }} after its heading, or delete it there."
                    yield Problem(file=page.file, message=message, hint=hint)


def pages_hold_no_foreign_marks(files: Files) -> Iterator[Problem]:
    """A page that is written by hand has the frames of the playbook, and no other HTML."""
    for pages in _written(files):
        for page in pages:
            for number, line in enumerate(page.text.split("\n"), 1):
                for row, found in foreign_marks(FRAME.sub(" ", line), FOREIGN_TO_PAGES):
                    yield Problem(
                        file=page.file, line=number, column=line.find(found) + 1,
                        message=row.message.format(found=cut(found)), hint=row.hint,
                    )  # fmt: skip


def links_of_pages_lead_somewhere(files: Files) -> Iterator[Problem]:
    """A link by id on a page that is written by hand leads to something that exists."""
    for pages in _written(files):
        for page in pages:
            for number, line in enumerate(page.text.split("\n"), 1):
                for link in LINK.finditer(line):
                    fault = _fault(link["words"], link["target"], page, files)
                    if fault:
                        column = link.start("target") + 1
                        yield Problem(
                            file=page.file, line=number, column=column,
                            message=fault[0], hint=fault[1],
                        )  # fmt: skip


def _fault(words: str, target: str, page: Written, files: Files) -> tuple[str, str] | None:
    if target.startswith(VALUE):
        return fault_of_figure(words, target, page.language, files)
    ids = collect_ids(files)
    word, _, name = target.partition("#")[0].partition(":")
    if word == "page":
        message = f"There is no page '{name}'."
        return None if name in BY_NAME else (message, did_you_mean(name, tuple(BY_NAME)))
    return missing_target("area", name, None, ids) if word == "area" else fault_of(target, ids)


def _written(files: Files) -> Iterator[tuple[Written, ...]]:
    """Yield each page that people write, in every language."""
    for kind in PAGE_KINDS:
        if not kind.template:
            yield tuple(_read(kind.name, language, files) for language in files.languages)


def _read(name: str, language: str, files: Files) -> Written:
    file = written_file(name).format(language=language)
    path = files.root / file
    if path.is_file():
        text, problems = decode(path.read_bytes(), file)
    else:
        hint = f"Write the page '{name}' in '{language}' as well."
        text, problems = "", (Problem(file=file, message="The file is missing.", hint=hint),)
    return Written(name=name, language=language, file=file, text=text, problems=problems)


WRITTEN_RULES: tuple[Rule, ...] = (
    pages_stand_in_every_language,
    pages_have_the_same_places,
    pages_hold_no_foreign_marks,
    links_of_pages_lead_somewhere,
)
