"""Write the shapes of this folder as JSON Schema, so that an editor checks while its user types."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from macros.schema.content import FILES, SHAPES
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
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]
Languages = Sequence[str]


def json_schemas(languages: Languages) -> Mapping[str, Schema]:
    """Return kind of file -> its JSON Schema."""
    shared = {name: _schema(shape, languages) for name, shape in SHAPES.items()}
    return {
        kind: {
            "$schema": DIALECT,
            "title": f"{kind} of the playbook",
            **_schema(shape, languages),
            "$defs": {**shared, "tree": _branches(languages)},
        }
        for kind, shape in FILES.items()
    }


def _schema(shape: Shape, languages: Languages) -> Schema:
    return WRITERS[type(shape)](shape, languages)


def _text(shape: Text, _languages: Languages) -> Schema:
    if shape.choices:
        return {"enum": list(shape.choices)}
    if shape.form:
        name, example = shape.form.name, shape.form.example
        pattern = f"^({shape.form.pattern})$"
        return {"type": "string", "pattern": pattern, "description": name, "examples": [example]}
    return {"type": "string", "minLength": 0 if shape.may_be_blank else 1}


def _words(shape: Words, languages: Languages) -> Schema:
    least = 0 if shape.may_be_empty else 1
    return _keys({code: {"type": "string", "minLength": least} for code in languages}, languages)


def _word_lists(_shape: WordLists, languages: Languages) -> Schema:
    word: Schema = {"type": "string", "minLength": 1}
    return _keys({code: {"type": "array", "items": word} for code in languages}, ())


def _number(shape: Number, _languages: Languages) -> Schema:
    limits = {"minimum": shape.minimum, "maximum": shape.maximum}
    kind = "integer" if shape.whole else "number"
    return {"type": kind, **{key: limit for key, limit in limits.items() if limit is not None}}


def _truth(_shape: Truth, _languages: Languages) -> Schema:
    return {"type": "boolean"}


def _items(shape: Items, languages: Languages) -> Schema:
    schema: Schema = {"type": "array", "items": _schema(shape.of, languages)}
    most = shape.proved or shape.most
    if shape.fewest:
        schema["minItems"] = shape.fewest
    if most is not None:
        schema["maxItems"] = most
    return schema


def _record(shape: Record, languages: Languages) -> Schema:
    keys = {key: _schema(inner, languages) for key, inner in shape.known().items()}
    return _keys(keys, shape.required())


def _table(shape: Table, languages: Languages) -> Schema:
    return {
        "type": "object",
        "propertyNames": {"pattern": f"^({shape.form.pattern})$"},
        "additionalProperties": _schema(shape.of, languages),
    }


def _one_of(shape: OneOf, languages: Languages) -> Schema:
    return {"anyOf": [_schema(record, languages) for record in shape.records.values()]}


def _tree(_shape: Tree, _languages: Languages) -> Schema:
    return {"$ref": "#/$defs/tree"}


def _named(shape: Named, _languages: Languages) -> Schema:
    return {"$ref": f"#/$defs/{shape.name}"}


def _anything(shape: Anything, _languages: Languages) -> Schema:
    return {"description": shape.note}


def _keys(keys: Mapping[str, Schema], required: Sequence[str]) -> Schema:
    return {
        "type": "object",
        "properties": dict(keys),
        "required": list(required),
        "additionalProperties": False,
    }


def _branches(languages: Languages) -> Schema:
    branch = {"type": "object", "additionalProperties": {"$ref": "#/$defs/tree"}}
    return {"anyOf": [_words(Words(), languages), branch]}


WRITERS: Mapping[type, Callable[[Any, Languages], Schema]] = {
    Text: _text,
    Words: _words,
    WordLists: _word_lists,
    Number: _number,
    Truth: _truth,
    Items: _items,
    Record: _record,
    Table: _table,
    Tree: _tree,
    OneOf: _one_of,
    Named: _named,
    Anything: _anything,
}
