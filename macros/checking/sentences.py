"""Rules about sentences with gaps: the engine's words, the site's own, and what a tool says.

A sentence may fill in what the same sentence of the first language fills in, and nothing else. The
number by which a language chooses a form need not stand in the others: Chinese has no plural.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from assessments.words.plurals import categories
from assessments.words.sentence import GAP
from macros.files import Files, Rule
from macros.gaps import gaps
from macros.problems import Path, Problem, written
from macros.published.named_texts import named_texts
from macros.schema.fitted import Fitted
from macros.schema.interface import BY_SCRIPTS, GAPS
from macros.values import did_you_mean

SAYING = (("flags",), ("notes",), ("working",), ("errors",))
"""The parts of a calculator that hold sentences with gaps."""

COUNT = "count"
"""What every sentence may choose a form by: how many things it lists."""

EXAMPLE_OF_JSON = re.compile(r"\{(?:[\"…][^{}]*)?\}")
BRACES = re.compile(r"\{[^{}]*\}|[{}]")

Categories = Sequence[str]
"""The plural categories of a language; none where its file cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence in every language."""

    file: Fitted
    path: Path
    words: Mapping[str, str]
    may_choose: bool
    """Whether it may choose among the forms of a word, which scripts and templates cannot."""
    filled: Sequence[str] | None
    """The names of its gaps; None where only its languages tell each other."""


def gaps_can_be_filled(files: Files) -> Iterator[Problem]:
    """A gap is written as one, chooses among the right forms, and is known to every language."""
    forms = _categories(files)
    for sentence in _sentences(files):
        wrong = [
            problem
            for language, text in sentence.words.items()
            for problem in (
                *_stray_braces(sentence, language, text),
                *_wrong_forms(sentence, language, text, forms.get(language, ())),
            )
        ]
        yield from wrong or (
            _differing(sentence, files.languages[0])
            if sentence.filled is None
            else _other_than(sentence, sentence.filled)
        )


def speaks(kind: str, path: Path) -> bool:
    """Whether a text of a kind of file is a sentence, whose gaps are filled."""
    return kind in ("words", "interface") or (kind == "calculator" and path[:1] in SAYING)


def _sentences(files: Files) -> Iterator[Sentence]:
    for file, name, path, words in named_texts(files):
        kind = name.partition("/")[0]
        filled = _filled(kind, path)
        has_braces = any(mark in text for text in words.values() for mark in "{}")
        if speaks(kind, path) and (filled or has_braces):
            yield Sentence(
                file=file, path=path, words=words, may_choose=kind != "interface", filled=filled
            )


def _filled(kind: str, path: Path) -> Sequence[str] | None:
    """Return what a page fills into a sentence; None where nothing here says it."""
    if kind != "interface" or path[0] in BY_SCRIPTS:
        return None
    return GAPS.get(written(path), ())


def _categories(files: Files) -> Mapping[str, Categories]:
    return {
        code: categories(rule)
        for code, file in files.stems["language"].items()
        for _, rule in file.each("plural")
    }


def _problem(sentence: Sentence, language: str, message: str, hint: str, at: str = "") -> Problem:
    return sentence.file.source.problem((*sentence.path, language), message, hint, at=at)


def _stray_braces(sentence: Sentence, language: str, text: str) -> Iterator[Problem]:
    """Yield the first braces that are neither a gap nor an example of JSON."""
    rest, examples = GAP.sub("", text), 1
    while examples:
        rest, examples = EXAMPLE_OF_JSON.subn("", rest)
    if found := BRACES.search(rest):
        braces = found.group()
        message = f"The braces {braces} are no gap."
        if len(braces) == 1:
            message = f"The brace {braces} stands alone."
        hint = "Write {name}: one plain word in braces."
        yield _problem(sentence, language, message, hint, at=braces)


def _wrong_forms(
    sentence: Sentence, language: str, text: str, names: Categories
) -> Iterator[Problem]:
    """Yield the gaps that choose among other forms than a language has."""
    for gap in gaps(text):
        if gap.forms and not sentence.may_choose:
            message = f"The gap {gap.written} chooses a form, which the site's own words cannot."
            yield _problem(sentence, language, message, f"Write {{{gap.name}}}.", gap.written)
        elif gap.forms and len(names) == 1:
            message = (
                f"The gap {gap.written} chooses a form, but words have one form in '{language}'."
            )
            yield _problem(sentence, language, message, "Write the word itself.", gap.written)
        elif gap.forms and names and len(gap.forms) != len(names):
            message = f"The gap {gap.written} must have {len(names)} forms, not {len(gap.forms)}."
            hint = f"Write the forms of '{language}' in this order: {', '.join(names)}."
            yield _problem(sentence, language, message, hint, gap.written)


def _differing(sentence: Sentence, first: str) -> Iterator[Problem]:
    """Yield the gaps that nothing fills, and those of the first language that another lacks."""
    found = {language: tuple(gaps(text)) for language, text in sentence.words.items()}
    said = {
        language: {gap.name for gap in each if not gap.forms} for language, each in found.items()
    }
    known = {gap.name for gap in found[first]}
    countable = {COUNT, *chain.from_iterable(said.values())}
    for language, each in found.items():
        for gap in each:
            if gap.name not in (countable if gap.forms else known):
                message = f"Nothing fills in the gap {gap.written}."
                hint = did_you_mean(gap.name, sorted(known - {gap.name}), "Delete it.")
                yield _problem(sentence, language, message, hint, gap.written)
        for name in sorted(said[first] - {gap.name for gap in each}):
            message = f"The gap {{{name}}} is missing, but another language has it."
            yield _problem(sentence, language, message, f"Add {{{name}}}.")


def _other_than(sentence: Sentence, filled: Sequence[str]) -> Iterator[Problem]:
    """Yield the gaps that no page fills, and those that a page fills in vain."""
    for language, text in sentence.words.items():
        found = {gap.name: gap.written for gap in gaps(text)}
        for name, written_as in found.items():
            if name not in filled:
                message = f"Nothing fills in the gap {written_as}."
                hint = did_you_mean(
                    name, [each for each in filled if each not in found], "Delete it."
                )
                yield _problem(sentence, language, message, hint, written_as)
        for name in filled:
            if name not in found:
                message = f"The gap {{{name}}} is missing, which the page fills in."
                yield _problem(sentence, language, message, f"Add {{{name}}}.")


SENTENCE_RULES: tuple[Rule, ...] = (gaps_can_be_filled,)
