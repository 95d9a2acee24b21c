"""Read one YAML file strictly into plain values with their places; the only importer of yaml.

YAML 1.1 reads No, on, 1.10 and dates as something other than text, ends a line at an unquoted #,
and keeps the last of two equal keys in silence. Whatever is not plainly text, a number, true, false
or null is refused here, with its place and what to do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from unicodedata import normalize

import yaml

from macros.problems import Path, Problem, written
from macros.source.file import REFUSED, Place, YamlFile
from macros.source.plain_scalars import Refusal, plain_value
from macros.source.syntax import Complaint, syntax_problem
from macros.source.text import (
    SUSPICIOUS,
    decode,
    named,
    suspicious_characters,
    without_suspicious,
)

DEEPEST = 24
COMMENT = re.compile(r"\s+#")
# YAML joins the lines of a folded text with a space, which Chinese does not have; after one of its
# marks no space stands whatever follows.
FOLD = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef”’…—]) (?=[\u3000-\u9fff\uff00-\uffef“‘…—])"
    r"|(?<=[\u3001\u3002\uff08-\uff0c\uff1a\uff1b\uff1f]) (?=\S)"
)
INDENTED_BY_TAB = re.compile(r"^ *\t+ *\S", re.MULTILINE)

# libyaml reads ten times faster; without it the same events come from PyYAML's own reader.
FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(content: bytes, file: str) -> YamlFile:
    """Return what the bytes of one file say, with every problem that reading it shows."""
    text, problems = decode(content, file)
    lines = tuple(text.split("\n"))
    reader = _Reader(file, lines, [*problems, *suspicious_characters(lines, file)])
    # What a tab in the indentation means is anybody's guess, so nothing is read after one.
    lost = (problems and not text) or INDENTED_BY_TAB.search(text)
    value = REFUSED if lost else reader.read(without_suspicious(text))
    return YamlFile(
        file=file, value=value, places=reader.places, lines=lines, problems=tuple(reader.problems)
    )


class _TooDeepError(Exception):
    """A file nests so deep that reading it to its end would take a reader's patience."""

    def __init__(self, event: yaml.Event, path: Path) -> None:
        self.event = event
        self.path = path
        super().__init__()


@dataclass(slots=True)
class _Reader:
    """Walks the events of one file once, from the first to the last."""

    file: str
    lines: tuple[str, ...]
    problems: list[Problem]
    places: dict[Path, Place] = field(default_factory=dict)
    events: Iterator[yaml.Event] = field(default_factory=lambda: iter(()))

    def read(self, text: str) -> object:
        self.events = iter(yaml.parse(text, Loader=FAST_LOADER))
        try:
            return self._file()
        except yaml.YAMLError as error:
            self.problems.append(syntax_problem(_complaint(text, error), self.file))
        except _TooDeepError as error:
            message = f"Lists and records stand more than {DEEPEST} deep here."
            self._refuse(error.event, error.path, message, "Use fewer levels.")
        return REFUSED

    def _file(self) -> object:
        value: object = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1 or event.version or event.tags:
                    message = "A file holds one document, and no directives."
                    self._refuse(event, (), message, "Delete the lines with --- and %.")
            elif isinstance(event, yaml.NodeEvent):
                read = self._value(event, ())
                value = read if documents == 1 else REFUSED
        if documents == 0:
            self._refuse(None, (), "The file is empty.", "Write its keys, or delete the file.")
            return REFUSED
        return value

    def _value(self, event: yaml.Event, path: Path) -> object:
        self.places.setdefault(path, _place(event))
        if isinstance(event, yaml.AliasEvent):
            hint = "Write the value out, or put text that begins with * in quotes."
            return self._refuse(
                event, path, f"The mark *{event.anchor} repeats another value.", hint
            )
        decorated = self._refuse_decoration(event, path)
        value: object
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, path)
        elif len(path) >= DEEPEST:
            raise _TooDeepError(event, path)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._list(path)
        else:
            value = self._record(path)
        return REFUSED if decorated else value

    def _refuse_decoration(self, event: yaml.Event, path: Path) -> bool:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor:
            hint = "Write the value out, or put text that begins with & in quotes."
            self._refuse(event, path, f"The mark &{anchor} names a value for repeating.", hint)
        if tag:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            hint = "Delete it, or put text that begins with ! in quotes."
            self._refuse(event, path, f"The mark {shown} is a tag of YAML.", hint)
        return bool(anchor or tag)

    def _list(self, path: Path) -> list[object]:
        items: list[object] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                self._stretch(path, event)
                break
            items.append(self._value(event, (*path, len(items))))
        return items

    def _record(self, path: Path) -> dict[str, object]:
        entries: dict[str, object] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                self._stretch(path, event)
                break
            key, usable = self._key(event, path)
            here = (*path, key)
            if key in entries:
                first = self.places[here].line
                message = f"The key '{key}' stands twice; the first is on line {first}."
                self._refuse(event, here, message, "Delete one of the two.")
                # The second value is read all the same, so that its own problems are told.
                self._value(next(self.events), here)
                continue
            self.places[here] = _place(event)
            value = self._value(next(self.events), here)
            entries[key] = value if usable else REFUSED
        return entries

    def _key(self, event: yaml.Event, path: Path) -> tuple[str, bool]:
        """Return a key, and whether it can be used."""
        if not isinstance(event, yaml.ScalarEvent):
            self._skip(
                event, path, "A key must be a word, not a list or a record.", "Write a word."
            )
            return "?", False
        self._refuse_decoration(event, path)
        if event.style and self._refuse_escape(event, path):
            return "?", False
        read = event.value if event.style else plain_value(event.value)
        if isinstance(read, str) and read:
            return normalize("NFC", read), True
        if event.value == "<<":
            self._refuse(event, path, "The mark << copies another record.", "Write its keys out.")
        elif event.value:
            message, hint = f"The key {event.value} is not text to YAML.", "Put it in quotes: "
            self._refuse(event, path, message, f'{hint}"{event.value}".')
        else:
            self._refuse(event, path, "The key before the colon is missing.", "Write a word.")
        return event.value or "?", False

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> object:
        self._stretch(path, event)
        if event.style:
            return REFUSED if self._refuse_escape(event, path) else _block(event)
        line, column = _stop(event)
        rest = self.lines[line - 1][column - 1 :] if line <= len(self.lines) else ""
        if not event.value:
            return self._empty(event, path, rest)
        if COMMENT.match(rest):
            hint = "Put the whole text in quotes, or the comment on a line of its own."
            return self._refuse(event, path, "A comment begins at # and cuts the text off.", hint)
        value = plain_value(event.value)
        if isinstance(value, Refusal):
            return self._refuse(event, path, value.message, value.hint)
        return _joined(event, value) if isinstance(value, str) else value

    def _refuse_escape(self, event: yaml.ScalarEvent, path: Path) -> bool:
        """Refuse what quotes let through as an escape: a character that cannot be seen."""
        found = SUSPICIOUS.search(event.value)
        if found:
            name, _ = named(found.group())
            self._refuse(event, path, f"{name} is hidden in this text.", "Delete its escape.")
        return bool(found)

    def _empty(self, event: yaml.Event, path: Path, rest: str) -> object:
        where = f"after '{path[-1]}:'" if path and isinstance(path[-1], str) else "here"
        if COMMENT.match(rest):
            message = f"Nothing stands {where}, because # begins a comment."
            return self._refuse(event, path, message, f'Put it in quotes: "{rest.strip()}".')
        hint = "Write a value or delete the key; put text that holds a comma in quotes."
        return self._refuse(event, path, f"Nothing stands {where}.", hint)

    def _skip(self, event: yaml.Event, path: Path, message: str, hint: str) -> object:
        self._refuse(event, path, message, hint)
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            inner = next(self.events)
            depth += isinstance(inner, yaml.CollectionStartEvent)
            if depth > DEEPEST:
                raise _TooDeepError(inner, path)
            depth -= isinstance(inner, yaml.CollectionEndEvent)
        return REFUSED

    def _stretch(self, path: Path, event: yaml.Event) -> None:
        place = self.places[path]
        line, column = _stop(event)
        last = max(place.last_line, line if column > 1 else line - 1)
        self.places[path] = Place(line=place.line, column=place.column, last_line=last)

    def _refuse(self, event: yaml.Event | None, path: Path, message: str, hint: str) -> object:
        line, column = _start(event) if event else (1, 1)
        where = written(path)
        self.problems.append(
            Problem(
                file=self.file, line=line, column=column, path=where, message=message, hint=hint
            )
        )
        return REFUSED


def _place(event: yaml.Event) -> Place:
    line, column = _start(event)
    return Place(line=line, column=column, last_line=line)


def _start(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _stop(event: yaml.Event) -> tuple[int, int]:
    mark = event.end_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _complaint(text: str, error: yaml.YAMLError) -> Complaint:
    # The two readers word their complaints differently: always take the words of PyYAML's own.
    try:
        for _ in yaml.parse(text, Loader=yaml.SafeLoader):
            pass
    except yaml.YAMLError as same:
        error = same
    opened, noticed = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    return Complaint(
        context=getattr(error, "context", None) or "",
        problem=getattr(error, "problem", None) or str(error),
        opened=(opened.line + 1, opened.column + 1) if opened else None,
        noticed=(noticed.line + 1, noticed.column + 1) if noticed else (1, 1),
    )


def _block(event: yaml.ScalarEvent) -> str:
    """Return a quoted or block text without the line break at its end that nobody meant."""
    text = event.value.rstrip("\n") if event.style in ("|", ">") else event.value
    return text if event.style == "|" else _joined(event, text)


def _joined(event: yaml.ScalarEvent, text: str) -> str:
    """Return a text whose lines YAML has joined as its script joins them."""
    return FOLD.sub("", text) if _start(event)[0] != _stop(event)[0] else text
