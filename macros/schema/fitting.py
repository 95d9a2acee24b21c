"""Lay a shape over a file, with a problem for each part that does not fit."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from unicodedata import normalize

from macros.plain_text import has_marks
from macros.problems import Path, Problem, count_of
from macros.schema.fitted import Everything, Fitted, Mention, entries
from macros.schema.shapes import (
    Anything,
    Items,
    Named,
    Number,
    OneOf,
    Record,
    Shape,
    Table,
    Text,
    Tree,
    Truth,
    WordLists,
    Words,
    example,
)
from macros.source.file import REFUSED, YamlFile
from macros.source.plain_scalars import plain_value
from macros.values import did_you_mean, kind_of, listed, quoted, shown

TO_WRITE = re.compile(r"^<[^<>]+>$|<to write|\bTO-?DO\b")
"""What `playbook new` leaves for the author to fill in."""


def fit(
    source: YamlFile, shape: Shape, languages: Sequence[str], shapes: Mapping[str, Shape]
) -> Fitted:
    """Return what of a file fits its shape, with a problem for each part that does not."""
    fitter = _Fitter(source, tuple(languages), shapes)
    fitter.fit(shape, source.value, ())
    broken = {path[:length] for path in fitter.unsound for length in range(len(path) + 1)}
    return Fitted(
        source=source,
        problems=tuple(fitter.problems),
        mentions=tuple(fitter.mentions),
        broken=frozenset(broken),
        right=frozenset(fitter.seen - broken) if broken else Everything(source.value),
    )


@dataclass(slots=True)
class _Fitter:
    source: YamlFile
    languages: tuple[str, ...]
    shapes: Mapping[str, Shape]
    problems: list[Problem] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    unsound: set[Path] = field(default_factory=set)
    seen: set[Path] = field(default_factory=set)

    def fit(self, shape: Shape, value: object, path: Path) -> None:
        if value is REFUSED:
            self.unsound.add(path)
            return
        self.seen.add(path)
        FITTERS[type(shape)](self, shape, value, path)

    def text(self, shape: Text, value: object, path: Path) -> None:
        if not isinstance(value, str):
            self._not_text(value, path, shape)
        elif not value.strip():
            if not shape.may_be_blank:
                self._wrong(path, "The text must not be empty.", "Write the text.")
        elif "\n" in value:
            self._several_lines(value, path)
        elif shape.choices and value not in shape.choices:
            message = f"The value must be {listed(shape.choices)}, not {quoted(value)}."
            self._wrong(path, message, did_you_mean(value, shape.choices))
        elif shape.form and not shape.form.fits(value):
            message = f"The value must be {shape.form.name}, not {quoted(value)}."
            self._wrong(path, message, f"Write it like this: '{shape.form.example}'.")
        elif shape.refers_to:
            # A citation names a source before its lines.
            self.mentions.append(Mention(path, shape.refers_to, value.split(" ")[0]))

    def _not_text(self, value: object, path: Path, shape: Text | None = None) -> None:
        scalar = isinstance(value, (bool, int, Decimal)) or value is None
        word = kind_of(value).removeprefix("the number ")
        hint = f'Put it in quotes: "{word}".' if scalar else "Write one text in its place."
        if shape and shape.form and not shape.form.fits(word):
            hint = f'Write it like this: "{shape.form.example}".'
        if shape and shape.choices and word not in shape.choices:
            hint = f"Write {listed(shape.choices)}."
        self._wrong(path, f"The value must be text, not {kind_of(value)}.", hint)

    def words(self, shape: Words, value: object, path: Path) -> None:
        if not isinstance(value, Mapping):
            pairs = ", ".join(f'{language}: "…"' for language in self.languages)
            message = f"The value must be text in each language, not {kind_of(value)}."
            self._wrong(path, message, f"Write {{{pairs}}}.")
            return
        self._unknown(value, self.languages, path)
        for language in self.languages:
            here = (*path, language)
            self.seen.add(here)
            if language not in value:
                self._wrong(path, f"The text in '{language}' is missing.", f'Add {language}: "…".')
            elif value[language] is REFUSED:
                self.unsound.add(here)
            elif not isinstance(value[language], str):
                self._not_text(value[language], here)
            else:
                self._wording(shape, value[language], here)

    def _wording(self, shape: Words, text: str, path: Path) -> None:
        if not text.strip():
            if text or not shape.may_be_empty:
                self._wrong(path, "The text must not be empty.", "Write the text.")
        elif shape.trimmed and text != text.strip():
            message = f"The text {quoted(text)} begins or ends with a blank."
            self._wrong(path, message, "Delete the blank.")
        elif not shape.marked and "\n" in text:
            self._several_lines(text, path)
        elif not shape.marked and has_marks(text):
            message = f"The marks in this text would be seen as they stand: {quoted(text)}."
            self._wrong(path, message, "Write the words alone, without links and without marks.")
        elif TO_WRITE.search(text):
            self._wrong(
                path, f"The text is still to be written: {quoted(text)}.", "Write the text."
            )

    def _several_lines(self, text: str, path: Path) -> None:
        message = f"The text must stand on one line, not on several: {quoted(text)}."
        self._wrong(path, message, "Delete the line breaks.")

    def truth(self, _shape: Truth, value: object, path: Path) -> None:
        if not isinstance(value, bool):
            message = f"The value must be true or false, not {kind_of(value)}."
            self._wrong(path, message, "Write true or false, without quotes.")

    def named(self, shape: Named, value: object, path: Path) -> None:
        self.fit(self.shapes[shape.name], value, path)

    def word_lists(self, _shape: WordLists, value: object, path: Path) -> None:
        if not isinstance(value, Mapping):
            message = f"The value must be a list of words in each language, not {kind_of(value)}."
            lists = ", ".join(f"{language}: [word, word]" for language in self.languages)
            self._wrong(path, message, f"Write {{{lists}}}.")
            return
        self._unknown(value, self.languages, path)
        for language in self.languages:
            if language in value:
                self.fit(Items(of=Text()), value[language], (*path, language))

    def number(self, shape: Number, value: object, path: Path) -> None:
        name = "a whole number" if shape.whole else "a number"
        kinds = (int,) if shape.whole else (int, Decimal)
        if isinstance(value, bool) or not isinstance(value, kinds):
            quotes = ", without quotes" if isinstance(value, str) else ""
            message = f"The value must be {name}, not {kind_of(value)}."
            self._wrong(path, message, f"Write {name}{quotes}.")
            return
        low, high = shape.minimum, shape.maximum
        if (low is not None and value < low) or (high is not None and value > high):
            limits = f"at least {low}" if high is None else f"between {low} and {high}"
            hint = "Write a number within these limits."
            self._wrong(path, f"The number must be {limits}, not {value}.", hint)

    def items(self, shape: Items, value: object, path: Path) -> None:
        if not isinstance(value, list):
            hint = "Begin each item with '- ' on a line of its own, or write [one, two]."
            self._wrong(path, f"The value must be a list, not {kind_of(value)}.", hint)
            return
        for index, item in enumerate(value):
            self.fit(shape.of, item, (*path, index))
        number = len(value)
        if number < shape.least or (shape.most is not None and number > shape.most):
            limit = "exactly" if shape.most == shape.least else "at least"
            message = f"The list must have {limit} {count_of(shape.least, 'item')}, not {number}."
            hint = "Add the others." if number < shape.least else "Delete the others."
            self._wrong(path, message, hint)
        self._unique(value, path)

    def _unique(self, items: Sequence[object], path: Path) -> None:
        first: dict[str, int] = {}
        for index, item in enumerate(items):
            name = item.get("id") if isinstance(item, Mapping) else None
            if not isinstance(name, str):
                continue
            # Two ways to write the same accent look alike, and people take them for the same.
            name = normalize("NFC", name)
            if name in first:
                line = self.source.place((*path, first[name], "id")).line
                message = f"The id '{name}' stands twice; the first is on line {line}."
                self._wrong((*path, index, "id"), message, "Give each its own id.")
            first.setdefault(name, index)

    def record(self, shape: Record, value: object, path: Path) -> None:
        if not isinstance(value, Mapping):
            message = f"The value must be a record with keys, not {kind_of(value)}."
            self._wrong(path, message, f"Its keys are {', '.join(shape.known())}.")
            return
        known = shape.known()
        self._unknown(value, tuple(known), path)
        for key in shape.required():
            if key not in value:
                hint = f"Add '{key}: {example(known[key], self.languages)}'."
                self._wrong(path, f"The key '{key}' is missing.", hint)
        for key, inner in value.items():
            if key in known:
                self.fit(known[key], inner, (*path, key))

    def _unknown(self, value: Mapping[str, object], known: Sequence[str], path: Path) -> None:
        for key in value:
            # A key that YAML reads as something else has been refused already.
            refused = value[key] is REFUSED and (plain_value(key) != key or key == "?")
            if key not in known and not refused:
                hint = did_you_mean(key, known, "Delete it.")
                self._wrong((*path, key), f"The key {shown(key)} is unknown.", hint)

    def table(self, shape: Table, value: object, path: Path) -> None:
        if not isinstance(value, Mapping):
            message = f"The value must be a record with keys, not {kind_of(value)}."
            self._wrong(path, message, f"Write {{{shape.form.example}: …}}.")
            return
        for key, inner in value.items():
            if not shape.form.fits(key):
                message = f"The key must be {shape.form.name}, not {quoted(key)}."
                hint = f"Write it like this: '{shape.form.example}'."
                self._wrong((*path, key), message, hint)
            self.fit(shape.of, inner, (*path, key))

    def tree(self, shape: Tree, value: object, path: Path) -> None:
        if isinstance(value, Mapping) and not any(key in self.languages for key in value):
            for key, inner in value.items():
                self.fit(shape, inner, (*path, key))
        else:
            marked = any(
                len(keys) == len(path)
                and all(key in ("*", step) for key, step in zip(keys, path, strict=True))
                for keys in shape.marked
            )
            self.words(Words(trimmed=False, marked=marked), value, path)

    def one_of(self, shape: OneOf, value: object, path: Path) -> None:
        if isinstance(value, Mapping):
            for key, record in shape.records.items():
                if key in value:
                    self.record(record, value, path)
                    return
        message = f"The value must be a record with the key {listed(tuple(shape.records))}."
        examples = (
            "{"
            + ", ".join(
                f"{key}: {example(inner, self.languages)}" for key, inner in record.keys.items()
            )
            + "}"
            for record in shape.records.values()
        )
        self._wrong(path, message, f"Write {' or '.join(examples)}.")

    def anything(self, _shape: Anything, value: object, path: Path) -> None:
        if isinstance(value, Mapping) and value and set(value) <= set(self.languages):
            self.words(Words(), value, path)
            return
        for key, inner in entries(value):
            self.fit(Anything(), inner, (*path, key))

    def _wrong(self, path: Path, message: str, hint: str) -> None:
        self.unsound.add(path)
        self.problems.append(self.source.problem(path, message, hint))


FITTERS: Mapping[type, Callable[[_Fitter, Any, object, Path], None]] = {
    Text: _Fitter.text,
    Words: _Fitter.words,
    WordLists: _Fitter.word_lists,
    Number: _Fitter.number,
    Truth: _Fitter.truth,
    Items: _Fitter.items,
    Record: _Fitter.record,
    Table: _Fitter.table,
    Tree: _Fitter.tree,
    OneOf: _Fitter.one_of,
    Named: _Fitter.named,
    Anything: _Fitter.anything,
}
