"""Say a sentence of the engine, or one of a definition, in a language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from assessments.words.language import Language
from assessments.words.numbers import grouped, marked
from assessments.words.plurals import place_of
from assessments.words.sentence import split
from assessments.words.tables import LANGUAGES

FIRST_LANGUAGE = next(iter(LANGUAGES))
"""The first one of playbook.yml: spoken where no other is asked for, or one that has no table."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A value that is itself words: said in the language of the sentence around it."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a definition: told by its label, with its id where the two differ."""

    id: str
    label: Mapping[str, object] | Phrase = field(default_factory=dict)
    """In every language, or words of the engine."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that is written with the marks of the language around it, in groups of digits."""

    number: int | Decimal


class Quoted(str):
    """A text in “quotation marks”, which become those of the language around it."""

    __slots__ = ()


def spoken(language: str) -> Language:
    """Return how a language is spoken; the first one where the engine has no words in it."""
    return LANGUAGES.get(language) or LANGUAGES[FIRST_LANGUAGE]


def say(key: str, language: str, values: Mapping[str, object] | None = None) -> str:
    """Return the sentence of a key with its values filled in."""
    return fill(spoken(language).sentences[key], language, values or {})


def has_words(key: str) -> bool:
    """Return whether the engine has a sentence of this key in every language."""
    return all(key in language.sentences for language in LANGUAGES.values())


def fill(sentence: str, language: str, values: Mapping[str, object]) -> str:
    """Fill {name} with a value; {count:question|questions} takes the form that fits its number."""
    if "{" not in sentence:
        return sentence
    speech = spoken(language)
    words = list(_filled(split(sentence), speech, values))
    return "".join(words if speech.quotes_spaced else _without_spaces(words, speech))


def _filled(
    pieces: Sequence[str | None], speech: Language, values: Mapping[str, object]
) -> Iterator[str]:
    """Yield words and values in turn."""
    for place in range(0, len(pieces) - 1, 3):
        words, name, forms = pieces[place : place + 3]
        yield words or ""
        value = values[name or ""]
        yield _said(value, speech) if forms is None else _form(forms.split("|"), value, speech)
    yield pieces[-1] or ""


def _form(forms: Sequence[str], value: object, speech: Language) -> str:
    """Return the form for a number; the last one, which fits most, for what is no number."""
    number = value.number if isinstance(value, Amount) else value
    if not isinstance(number, (int, Decimal)) or len(forms) == 1:
        return forms[-1]
    return forms[min(place_of(speech.plural, number), len(forms) - 1)]


def _said(value: object, speech: Language) -> str:
    if isinstance(value, Phrase):
        return say(value.key, speech.code, value.values)
    if isinstance(value, Choice):
        return _named(value, speech)
    if isinstance(value, Amount):
        return grouped(value.number, speech)
    if isinstance(value, tuple):
        return joined([_said(each, speech) for each in value], speech.code)
    if isinstance(value, Quoted):
        return quoted(value[1:-1], speech.code)
    text = str(value)
    return marked(text, speech) if isinstance(value, (int, float, Decimal)) else text


def _named(choice: Choice, speech: Language) -> str:
    given = choice.label
    said = _said(given, speech) if isinstance(given, Phrase) else words_of(given, speech.code)
    label = said or choice.id
    if label.casefold() == choice.id.casefold():
        return label
    return say("choice", speech.code, {"label": label, "id": choice.id})


def joined(parts: Sequence[str], language: str) -> str:
    """Return parts as one enumeration; where a part holds its mark, another one divides them."""
    speech = spoken(language)
    is_long = any(speech.between_items in part for part in parts)
    return (speech.between_long_items if is_long else speech.between_items).join(parts)


def quoted(text: str, language: str) -> str:
    """Return a text in the quotation marks of a language."""
    speech = spoken(language)
    return f"{speech.quote_open}{text}{speech.quote_close}"


def _without_spaces(words: list[str], speech: Language) -> list[str]:
    """Return words and values in turn, without the spaces beside a value in quotation marks."""
    for place in range(1, len(words), 2):
        if words[place].startswith(speech.quote_open):
            words[place - 1] = words[place - 1].removesuffix(" ")
        if words[place].endswith(speech.quote_close):
            words[place + 1] = words[place + 1].removeprefix(" ")
    return words


def words_of(text: object, language: str) -> str:
    """Return the words of a text {en, zh} in one language; empty where there are none."""
    words = text.get(language) if isinstance(text, Mapping) else None
    return words if isinstance(words, str) else ""
