"""The dialects that a statement can be written in, and the only door to SQLGlot."""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from macros.sql.step import NAME, SqlError

SOURCE = "postgres"
"""What the steps are written in: `/` between whole numbers is translated as it stands."""
TABLE = "the_table"
"""Stands for the table until the statement is parsed."""
MATERIALIZED = "MATERIALIZED"
"""The step is kept in a temporary table before the next begins."""
OFFSET = "OFFSET 0"
"""The planner merges no step with it, and hands on row after row: nothing is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """A dialect, and what was seen of it."""

    proven_on: str = ""
    """The program that tests compare with the engine row by row; empty where it is only written."""
    fence: str = ""
    """What keeps a step whole: without it each expression would be worked out many times."""


DIALECTS: Mapping[str, Dialect] = {
    "duckdb": Dialect(proven_on="DuckDB"),
    "postgres": Dialect(proven_on="PostgreSQL", fence=OFFSET),
    "sqlite": Dialect(proven_on="SQLite", fence=MATERIALIZED),
    "spark": Dialect(proven_on="Apache Spark"),
    "bigquery": Dialect(),
    "databricks": Dialect(),
    "redshift": Dialect(),
    "snowflake": Dialect(),
    "trino": Dialect(),
}
"""Name, as SQLGlot has it -> the dialect. Left out on purpose are those that compare texts without
regard to case or trailing spaces by default (MySQL, SQL Server) or read '' as NULL (Oracle)."""


def key_named(name: str, dialect: str) -> str:
    """Return a column of the table as the source dialect writes it; raise SqlError for no name.

    A name that is not plain is quoted, and one that is quoted already stays so.
    """
    try:
        identifier = exp.parse_identifier(name, dialect=dialect)
    except SqlglotError:
        identifier = exp.Identifier(this="", quoted=False)
    if not identifier.name:
        raise SqlError(f"'{name}' is no name of a column.")
    if not NAME.fullmatch(identifier.name.lower()):
        identifier.set("quoted", True)
    return identifier.sql(dialect=SOURCE)


def translated(statement: str, table: str, dialect: str) -> str:
    """Return a statement of the source dialect in another, reading from a table.

    *table* is a name as the dialect writes it, or a call that gives a table. Raises SqlError where
    it is neither.
    """
    tree = sqlglot.parse_one(statement, dialect=SOURCE)
    source = _table(table, dialect)
    for found in list(tree.find_all(exp.Table)):
        if found.name == TABLE:
            found.replace(source)
    steps = {cte.alias for cte in tree.find_all(exp.CTE)}
    if source.name.lower() in steps and not source.db:
        raise SqlError(f"A step of the statement is called '{table}': write it with its schema.")
    return tree.sql(dialect=dialect, pretty=True)


def _table(name: str, dialect: str) -> exp.Table:
    try:
        read = sqlglot.parse_one(f"SELECT * FROM {name}", dialect=dialect)
    except SqlglotError:
        read = exp.Select()
    found = read.args.get("from_")
    inner = found.this if isinstance(found, exp.From) else None
    plain = isinstance(read, exp.Select) and {k for k, v in read.args.items() if v} <= {
        "expressions",
        "from_",
    }
    if not plain or not isinstance(inner, exp.Table) or inner.alias or inner.args.get("joins"):
        raise SqlError(f"'{name}' is no name of a table.")
    return inner
