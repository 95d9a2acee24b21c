"""What a statement says: the same text each time, whole numbers, what was proven, refusals."""

import re
import subprocess
import sys
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path

import duckdb
import pytest

from assessments.questionnaires.models import MODELS as ENGINE_MODELS
from macros.__main__ import main
from macros.sql.dialects import DIALECTS
from macros.sql.models import MODELS
from macros.sql.statement import statement
from macros.sql.step import Query, SqlError, Step, carried
from tests.conftest import Golden
from tests.definitions import definition
from tests.sql_rows import columns_of, ready

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
TIERING = "customer-value-tiering"
TOOLS = (TIERING, "fortune-telling-selection")
PROVEN = {"duckdb": "DuckDB", "postgres": "PostgreSQL", "sqlite": "SQLite", "spark": "Apache Spark"}
"""Each is run in test_sql_engines."""


@cache
def written(tool: str, dialect: str) -> str:
    return statement(definition(tool), dialect)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("tool", TOOLS)
def test_the_statement_of_a_dialect_changes_only_knowingly(
    tool: str, dialect: str, golden: Golden
) -> None:
    text, mark = written(tool, dialect), ready(tool).fingerprint
    # A better word in a question changes the mark of the definition, and no statement.
    for name in ("version", "hash", "scoring"):
        text = text.replace(mark[name], name.upper())
    golden(f"sql/{tool}.{dialect}.sql", text)


def test_every_model_of_the_engine_can_be_written() -> None:
    assert set(MODELS) == set(ENGINE_MODELS)


def test_a_dialect_is_called_proven_only_where_a_test_runs_it() -> None:
    assert {name: each.proven_on for name, each in DIALECTS.items() if each.proven_on} == PROVEN


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_comment_says_what_it_is_made_from_and_what_was_seen(dialect: str) -> None:
    mark = ready(TIERING).fingerprint
    seen = "GENERATED ONLY, never run there by us; compare some rows first."
    if dialect in PROVEN:
        seen = f"proven, equal row by row to the Python engine on {PROVEN[dialect]}."
    lines = written(TIERING, dialect).splitlines()
    assert lines[:3] == [
        f"-- {TIERING} {mark['version']}, model tiering, engine 1.0.0.",
        f"-- Definition {mark['hash']}, scoring {mark['scoring']}.",
        f"-- Dialect {dialect}: {seen}",
    ]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("tool", TOOLS)
def test_no_statement_rounds_or_reckons_with_floats(tool: str, dialect: str) -> None:
    text = written(tool, dialect)
    assert not re.search(r"\b(ROUND|DOUBLE|FLOAT\w*|REAL|DIV|NUMERIC|DECIMAL)\b|\d\.\d+ ", text)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_steps_stay_apart_where_they_would_be_worked_out_again_and_again(dialect: str) -> None:
    text = written(TIERING, dialect)
    steps = len(re.findall(r" AS (?:MATERIALIZED )?\(\n", text))
    assert steps == 9
    assert text.count(" AS MATERIALIZED (\n") == (steps if dialect == "sqlite" else 0)
    assert text.count("\n  OFFSET 0\n)") == (steps if dialect == "postgres" else 0)


def test_a_step_hands_on_only_what_a_later_step_reads() -> None:
    steps = [
        Step(name="one", adds={"a": "x", "b": "y", "c": "z"}),
        Step(name="two", adds={"d": "a + 1"}),
        Step(name="three", adds={"e": "d || 'c'"}),
    ]
    query = Query(steps=steps, results={"sum": "e", "b": "b"})
    assert carried(query) == [(), ("b",), ("b",)]


# Tables and keys


def result(text: str, table: str) -> list[dict[str, object]]:
    with duckdb.connect() as connection:
        connection.execute(table)
        found = connection.execute(text)
        names = [each[0] for each in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


QUESTIONS = columns_of(TIERING)[1:-2]


def test_whole_numbers_and_truths_are_read_as_their_texts_are() -> None:
    cells = ", ".join(f"3 AS {name}" for name in QUESTIONS)
    flags = "true AS compliance_block, NULL::BOOLEAN AS credit_block"
    table = f'CREATE TABLE "crm list" AS SELECT 7 AS "客户 no", {cells}, {flags}'
    text = statement(definition(TIERING), "duckdb", '"crm list"', ['"客户 no"'])
    [row] = result(text, table)
    assert row["客户 no"] == 7
    assert (row["overall_tenths"], row["tier"], row["flags"]) == (1000, "ordinary", "BLOCKED")


def test_a_number_with_a_point_is_no_answer() -> None:
    cells = ", ".join(f"3.0::DOUBLE AS {name}" for name in QUESTIONS)
    table = (
        f"CREATE TABLE accounts AS SELECT 'a' AS account, {cells}, "
        "0 AS compliance_block, '' AS credit_block"
    )
    [row] = result(written(TIERING, "duckdb"), table)
    found = {name: value for name, value in row.items() if value is not None}
    assert found == {"account": "a", "status": "malformed", "malformed_cells": 12}


def test_a_call_that_gives_a_table_is_a_table(tmp_path: Path) -> None:
    names = ",".join(columns_of(TIERING))
    file = tmp_path / "accounts.csv"
    file.write_text(f"{names}\na,{'3,' * 12},\n", encoding="utf-8")
    table = f"read_csv('{file}', all_varchar=true)"
    [row] = result(statement(definition(TIERING), "duckdb", table), "SELECT 1")
    assert (row["account"], row["tier"], row["flags"]) == ("a", "strategic", "")


@pytest.mark.parametrize(
    ("table", "keys", "told"),
    [
        ("accounts; DROP TABLE accounts", ["account"], "is no name of a table."),
        ("a JOIN b", ["account"], "is no name of a table."),
        ("a, b", ["account"], "is no name of a table."),
        ("(SELECT 1)", ["account"], "is no name of a table."),
        ("a WHERE 1 = 1", ["account"], "is no name of a table."),
        ("a AS b", ["account"], "is no name of a table."),
        ("", ["account"], "is no name of a table."),
        ("accounts", [""], "'' is no name of a column."),
        (
            "accounts",
            ["Status"],
            "A key cannot be called 'status': the result has such a column.",
        ),
        ("accounts", ["current_1"], "Two columns are called 'current_1'."),
        (
            "Scores",
            ["account"],
            "A step of the statement is called 'Scores': write it with its schema.",
        ),
    ],
)
def test_what_is_no_name_is_refused(table: str, keys: list[str], told: str) -> None:
    with pytest.raises(SqlError) as refused:
        statement(definition(TIERING), "postgres", table, keys)
    assert str(refused.value).endswith(told)


@pytest.mark.parametrize("name", ["1 + 1", "a b", 'x"; DROP TABLE accounts; --', "客户", "a.b"])
def test_a_name_that_is_not_plain_is_quoted_and_never_read_as_more(name: str) -> None:
    text = statement(definition(TIERING), "duckdb", keys=[name])
    written = '"' + name.replace('"', '""') + '"'
    cells = ", ".join(f"'3' AS {column}" for column in columns_of(TIERING)[1:])
    [row] = result(text, f"CREATE TABLE accounts AS SELECT 5 AS {written}, {cells}")
    assert row[name] == 5


def with_weights(*weights: object) -> Mapping[str, object]:
    record = deepcopy(dict(definition(TIERING)))
    for dimension, weight in zip(record["dimensions"], weights, strict=True):
        dimension["weight"] = weight
    return record


def test_weights_that_no_dialect_can_hold_exactly_are_refused() -> None:
    assert "100000" not in statement(with_weights(1, 1, 1), "duckdb")
    with pytest.raises(SqlError) as refused:
        statement(with_weights(10_000_000, 3_000_000, 888_889), "duckdb")
    # 36 parts of a point * 13,888,889
    assert str(refused.value) == (
        "Its weights or limits have too many digits: 500000004 would be a denominator, "
        "and 499999999 is the largest that all dialects round alike."
    )


# The command


def test_the_command_prints_the_statement(capsys: pytest.CaptureFixture) -> None:
    arguments = ("--dialect", "spark", "--table", "crm.accounts", "--key", "day", "--key", "id")
    assert main(["--root", str(ROOT), "sql", TIERING, *arguments]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    expected = statement(definition(TIERING), "spark", "crm.accounts", ("day", "id"))
    assert printed.out == expected
    assert "FROM crm.accounts\n" in printed.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("customer-ltv", "--dialect", "duckdb"),
            (
                "playbook: 'customer-ltv' is a calculator: its formula is no statement.\n"
                "    Choose an assessment; all models of these can be written: programme, "
                "selection, severity, tiering, trust-stages, weighted-mean.\n"
            ),
        ),
        (
            (TIERING, "--dialect", "mysql"),
            (
                "playbook: There is no dialect 'mysql'.\n    Choose duckdb, postgres, sqlite, "
                "spark, bigquery, databricks, redshift, snowflake, trino.\n"
            ),
        ),
        (
            (TIERING, "--dialect", "duckdb", "--key", "tier"),
            (
                f"playbook: {TIERING} cannot be written: "
                "A key cannot be called 'tier': the result has such a column.\n"
            ),
        ),
    ],
)
def test_the_command_says_what_it_cannot_write(
    arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture
) -> None:
    assert main(["--root", str(ROOT), "sql", *arguments]) == 2
    assert capsys.readouterr() == ("", told)


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_nothing_but_this_task_needs_sqlglot() -> None:
    code = "import sys, macros.__main__, macros.mkdocs_hook; print('sqlglot' in sys.modules)"
    assert python(code).stdout == "False\n"


def test_the_command_says_how_to_install_sqlglot() -> None:
    done = python(
        "import sys; sys.modules['sqlglot'] = None\n"
        "from macros.__main__ import main\n"
        f"sys.exit(main(['sql', '{TIERING}', '--dialect', 'duckdb']))"
    )
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        (
            "playbook: Statements are written by SQLGlot, which is not installed.\n"
            "    Install it: python -m pip install -e '.[warehouse]'\n"
        ),
    )
