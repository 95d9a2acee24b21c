"""playbook sql: an assessment as one statement for a database or a warehouse."""

import argparse
import sys
from importlib import import_module
from types import ModuleType

from assessments.questionnaires.models import MODELS
from macros.commands.choices import chosen_tool
from macros.commands.misuse import MisuseError

HELP = "write an assessment as one SQL statement for a database, a warehouse or Spark"
EXAMPLES = (
    "playbook sql customer-value-tiering --dialect duckdb    # to standard output",
    "playbook sql fortune-telling-selection --dialect snowflake --table crm.accounts",
    "playbook sql customer-value-tiering --dialect spark --key snapshot_date --key account_id",
)
WRITER = "macros.sql.statement"
EXTRA = "warehouse"
"""The optional part of the installation that the writer needs."""


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("tool", metavar="MODEL", help="id of an assessment")
    parser.add_argument(
        "--dialect",
        required=True,
        metavar="NAME",
        help="duckdb, postgres, sqlite, spark, snowflake, bigquery …; a wrong one lists all",
    )
    parser.add_argument("--table", help="the table of answers, one row a case (default: accounts)")
    parser.add_argument(
        "--key",
        action="append",
        metavar="COLUMN",
        help="a column that the result repeats; may be given again (default: account)",
    )


def run(options: argparse.Namespace) -> int:
    """Print the statement."""
    writer = _writer()
    definition = chosen_tool(options.root, options.tool)
    if definition["kind"] != "assessment":
        raise MisuseError(
            f"'{options.tool}' is a calculator: its formula is no statement.",
            f"Choose an assessment; all models of these can be written: {', '.join(MODELS)}.",
        )
    if options.dialect not in writer.DIALECTS:
        raise MisuseError(
            f"There is no dialect '{options.dialect}'.", f"Choose {', '.join(writer.DIALECTS)}."
        )
    try:
        text = writer.statement(
            definition,
            options.dialect,
            options.table or writer.DEFAULT_TABLE,
            options.key or writer.DEFAULT_KEYS,
        )
    except writer.SqlError as error:
        raise MisuseError(f"{options.tool} cannot be written: {error}") from None
    sys.stdout.write(text)
    return 0


def _writer() -> ModuleType:
    """Return what writes statements; only here, so that nothing else needs SQLGlot."""
    try:
        return import_module(WRITER)
    except ModuleNotFoundError as error:
        if error.name != "sqlglot":
            raise
        raise MisuseError(
            "Statements are written by SQLGlot, which is not installed.",
            f"Install it: python -m pip install -e '.[{EXTRA}]'",
        ) from None
