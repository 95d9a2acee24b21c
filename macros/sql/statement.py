"""Write a questionnaire as one statement: from a definition to the SQL of a dialect."""

from collections.abc import Mapping, Sequence

from assessments.border.version import VERSION
from assessments.questionnaires.definition import Definition
from assessments.questionnaires.definition_reader import read_questionnaire
from macros.sql.dialects import DIALECTS, MATERIALIZED, OFFSET, TABLE, key_named, translated
from macros.sql.models import MODELS
from macros.sql.step import Columns, Query, SqlError, carried, check_names

DEFAULT_TABLE = "accounts"
DEFAULT_KEYS = ("account",)


def statement(
    record: Mapping[str, object],
    dialect: str,
    table: str = DEFAULT_TABLE,
    keys: Sequence[str] = DEFAULT_KEYS,
    also: Columns | None = None,
) -> str:
    """Return a questionnaire as one SELECT over a table, with a comment that tells what it is.

    *record* is the definition as its file has it, *dialect* one of DIALECTS; *keys* are columns of
    the table that the result repeats, *also* further results, from columns of the steps. Raises
    SqlError where it cannot be written, and EngineError where the definition is wrong.
    """
    definition = read_questionnaire(record)
    query = query_of(definition)
    query = Query(steps=query.steps, results={**query.results, **(also or {})})
    named = [key_named(key, dialect) for key in keys]
    check_names(query, [name.strip('"').lower() for name in named])
    text = _joined(query, named, DIALECTS[dialect].fence)
    return _comment(definition, dialect) + translated(text, table, dialect) + "\n"


def query_of(definition: Definition) -> Query:
    """Return the steps of a definition; raise SqlError where its model has none."""
    model = MODELS.get(definition.model)
    if model is None:
        known = ", ".join(sorted(MODELS))
        raise SqlError(
            f"{definition.id} is of the model {definition.model}, which is no statement: "
            f"models that are: {known}."
        )
    return model.query(definition)


def _joined(query: Query, keys: Sequence[str], fence: str) -> str:
    """Return the steps as common table expressions, and the results as the SELECT after them."""
    hint = f"{fence} " if fence == MATERIALIZED else ""
    end = f" {fence}" if fence == OFFSET else ""
    parts, before = [], TABLE
    for step, columns in zip(query.steps, carried(query), strict=True):
        added = [f"{value} AS {name}" for name, value in step.adds.items()]
        selected = ", ".join([*keys, *columns, *added])
        parts.append(f"{step.name} AS {hint}(SELECT {selected} FROM {before}{end})")
        before = step.name
    results = [
        name if name == value else f"{value} AS {name}" for name, value in query.results.items()
    ]
    selected = ", ".join([*keys, *results])
    return f"WITH {', '.join(parts)} SELECT {selected} FROM {before}"


def _comment(definition: Definition, dialect: str) -> str:
    """Return what the statement is made from, and what was seen of its dialect."""
    mark = definition.fingerprint
    proven = DIALECTS[dialect].proven_on
    seen = (
        f"Dialect {dialect}: proven, equal row by row to the Python engine on {proven}."
        if proven
        else f"Dialect {dialect}: GENERATED ONLY, never run there by us; compare some rows first."
    )
    lines = [
        f"{mark['id']} {mark['version']}, model {definition.model}, engine {VERSION}.",
        f"Definition {mark['hash']}, scoring {mark['scoring']}.",
        seen,
        "Scores and distances are whole tenths of a point: 833 is 83.3.",
        f"Made by: playbook sql {definition.id} --dialect {dialect}",
    ]
    return "".join(f"-- {line}\n" for line in lines)


__all__ = ["DEFAULT_KEYS", "DEFAULT_TABLE", "DIALECTS", "SqlError", "statement"]
