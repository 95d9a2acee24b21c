"""The words of a tool in one language, by the ids that a report holds."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeGuard

from assessments.border.record import Record, record, records
from assessments.documents.blocks import shown
from assessments.words import fill, grouped, marked, say, spoken, words_of


class Texts:
    """Looks up titles, questions and sentences, and says the engine's own."""

    def __init__(self, definition: Record, language: str) -> None:
        self.definition = definition
        self.language = language
        self.speech = spoken(language)
        self.dimensions = {
            str(each.get("id")): each for each in records(definition.get("dimensions"))
        }
        self.bands = {str(each.get("id")): each for each in records(definition.get("bands"))}
        self.gates = {str(each.get("id")): each for each in records(definition.get("gates"))}
        self.flags = {str(each.get("id")): each for each in records(definition.get("flags"))}
        self.questions = {
            str(question.get("id")): question
            for dimension in self.dimensions.values()
            for question in records(dimension.get("questions"))
        }

    def say(self, key: str, **values: object) -> str:
        """Say a sentence of the engine."""
        return say(key, self.language, values)

    def fill(self, text: object, values: Record) -> str:
        """Say a sentence of the definition."""
        return fill(words_of(text, self.language), self.language, values)

    def of(self, text: object) -> str:
        """Return the words of a bilingual text."""
        return words_of(text, self.language)

    def title(self) -> str:
        """Return the tool's title."""
        return self.of(self.definition.get("title")) or str(self.definition.get("id", ""))

    def dimension(self, name: object) -> str:
        """Return a dimension's title."""
        return self.of(record(self.dimensions.get(str(name))).get("title")) or str(name)

    def action(self, name: object) -> str:
        """Return what to do where a dimension is low."""
        return self.of(record(record(self.dimensions.get(str(name))).get("action")).get("text"))

    def band(self, name: object) -> str:
        """Return a band's title."""
        return self.of(record(self.bands.get(str(name))).get("title")) or str(name)

    def band_text(self, name: object) -> str:
        """Return what a band means."""
        return self.of(record(self.bands.get(str(name))).get("text"))

    def question(self, name: object) -> str:
        """Return a question's words."""
        return self.of(record(self.questions.get(str(name))).get("text")) or str(name)

    def evidence(self, name: object) -> str:
        """Return what settles the answer to a question; empty where nothing is named."""
        return self.of(record(self.questions.get(str(name))).get("evidence"))

    def part_of(self, name: object) -> str:
        """Return the dimension that a question belongs to."""
        for dimension, each in self.dimensions.items():
            if any(question.get("id") == name for question in records(each.get("questions"))):
                return dimension
        return ""

    def anchor(self, name: object, level: object) -> str:
        """Return the sentence of one answer to a question."""
        anchors = record(self.questions.get(str(name))).get("anchors")
        if isinstance(anchors, (list, tuple)) and isinstance(level, int) and level < len(anchors):
            return self.of(anchors[level])
        return str(level)

    def flag(self, name: object) -> str:
        """Return a flag's label."""
        return self.of(record(self.flags.get(str(name))).get("label")) or str(name)

    def gate(self, name: object) -> str:
        """Return what a gate says when it applies."""
        return self.of(record(self.gates.get(str(name))).get("text")) or str(name)

    def measure(self, name: object) -> str:
        """Return the name of what a limit is about: a dimension or a score of the engine."""
        if str(name) in self.dimensions:
            return self.dimension(name)
        return self.say(f"measure.{name}")

    def joined(self, parts: Iterable[str]) -> str:
        """Return parts as one enumeration."""
        return self.speech.between_items.join(parts)

    def listed(self, parts: Iterable[str]) -> str:
        """Return parts as a list whose parts may hold commas."""
        return self.speech.between_long_items.join(parts)

    def sentences(self, parts: Iterable[str]) -> str:
        """Return sentences one after the other, without the empty ones."""
        return self.speech.between_sentences.join(part for part in parts if part)

    def number(self, value: object) -> str:
        """Return a number for people, with the language's decimal mark; a dash for none."""
        return marked(shown(value), self.speech) if is_number(value) else shown(value)

    def grouped(self, value: object, decimals: int | None = None) -> str:
        """Return a number for people, in groups where it is large: 495,514.15."""
        if not is_number(value):
            return shown(value)
        return grouped(value, self.speech, decimals)

    def with_unit(self, number: str, unit: str) -> str:
        """Return a number with its unit; a percent sign stands nearer to it in some languages."""
        speech = self.speech
        return number + (speech.before_percent if unit[0] == "%" else speech.before_unit) + unit


def is_number(value: object) -> TypeGuard[int | Decimal]:
    """Tell whether a value is a number; true and false are none."""
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)
