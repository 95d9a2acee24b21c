"""Name a place in an input as its page does: by labels, rows from 1, and questions by number."""

import re
from collections.abc import Sequence

from assessments.border.record import Record, record, records
from assessments.words import quoted, say, words_of

_POSITION = re.compile(r"\[(\d+)\]")
_LIST_AT_END = re.compile(r"(.*?)((?:\[\d+\])*)", re.DOTALL)


def named_place(definition: Record, path: str, language: str) -> str:
    """Return the words for accounts[0].id: “Account” in row 1 of “Accounts”."""
    return _field(records(definition.get("inputs")), path, "", language) if path else path


def named_question(definition: Record, name: str, language: str) -> str:
    """Return a question's number in the whole tool with its words; its id where there is none."""
    questions = [
        question
        for dimension in records(definition.get("dimensions"))
        for question in records(dimension.get("questions"))
    ]
    for number, question in enumerate(questions, start=1):
        text = words_of(question.get("text"), language)
        if question.get("id") == name and text:
            return say("place.question", language, {"number": number, "text": text})
    return name


def _field(fields: Sequence[Record], path: str, place: str, language: str) -> str:
    """Name the field that a path begins with, then what stands inside it."""
    for spec in fields:
        name = str(spec.get("id"))
        rest = path.removeprefix(name)
        if path.startswith(name) and (not rest or rest[0] in ".["):
            label = words_of(spec.get("label"), language) or name
            return _inside(spec, rest, _within(place, label, language), language)
    return _within(place, path, language)


def _inside(spec: Record, path: str, place: str, language: str) -> str:
    kind = spec.get("type")
    if kind in ("rows", "list") and (found := _POSITION.match(path)):
        step = "place.row" if kind == "rows" else "place.entry"
        place = say(step, language, {"number": int(found[1]) + 1, "place": place})
        inner: Record = {**spec, "type": "record"} if kind == "rows" else record(spec.get("item"))
        return _inside(inner, path[found.end() :], place, language)
    if kind == "record" and path.startswith("."):
        return _field(records(spec.get("fields")), path[1:], place, language)
    if kind == "map" and path.startswith("."):
        return _entry(spec, path[1:], place, language)
    return place


def _entry(spec: Record, path: str, place: str, language: str) -> str:
    """Name an entry of a map; its key may hold dots and brackets."""
    item = record(spec.get("item"))
    key, rest = path, ""
    if item.get("type") == "list" and (found := _LIST_AT_END.fullmatch(path)):
        key, rest = found[1], found[2]
    for field in records(item.get("fields")):
        end = f".{field.get('id')}"
        if path.endswith(end):
            key, rest = path.removesuffix(end), end
    options = records(spec.get("options"))
    option: Record = next((each for each in options if each.get("id") == key), {})
    label = words_of(option.get("label"), language) or key
    return _inside(item, rest, _within(place, label, language), language)


def _within(place: str, label: str, language: str) -> str:
    name = quoted(label, language)
    return say("place.within", language, {"place": place, "name": name}) if place else name
