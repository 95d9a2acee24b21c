"""Cells and workbooks as people and others make them: what is read, what is refused and why."""

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.definitions import definition
from tests.effort import tries
from tests.filled_sheets import (
    MARK,
    SheetReader,
    blank,
    columns_of,
    filled,
    keys_of,
    place_of,
    put,
    sheets_to_fill,
)
from tests.hostile_sheets import (
    FILLED,
    REFUSED,
    SHEETS,
    other_sheet,
    read_a_sheet,
    with_macros,
    with_parts,
)

pytestmark = pytest.mark.slow

HEALTH = "relationship-health"
FIRST = "answers[access.1]"
LTV, DEPTH = "customer-ltv", "relationship-depth"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SheetReader]:
    made = SheetReader(tmp_path_factory.mktemp("sheets"))
    yield made
    made.close()


def value_at(found: dict[str, Any], path: str) -> Any:
    value = found["answers"]["input"] if found["answers"] else {}
    for step in path.replace("]", "").replace("[", "/").split("/"):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def keys(found: dict[str, Any]) -> list[str]:
    return [said["key"] for said in found["told"]]


READ = [
    (HEALTH, FIRST, "２", 2),
    (HEALTH, FIRST, " 3 ", 3),
    (HEALTH, FIRST, 0, 0),
    (HEALTH, FIRST, "WITHIN two days", 3),
    (HEALTH, FIRST, "3 · Within two days", 3),
    (HEALTH, FIRST, "两天以内", 3),
    *((HEALTH, FIRST, word, "na") for word in ("n/a", "N/A", "ＮＡ", "Not applicable", "不适用")),
    (LTV, "margin", "35 %", 0.35),
    (LTV, "margin", "３５％", 0.35),
    (LTV, "margin", 0.35, 0.35),
    (LTV, "revenue", "1.2万", 12000),
    (LTV, "revenue", "¥1,200.50", 1200.5),
    (LTV, "revenue", 0.1 + 0.2, 0.3),
    (LTV, "years", "5 years", 5),
    (LTV, "currency", "ｅｕｒ", "EUR"),
    (DEPTH, "reference_day", date(2026, 3, 1), "2026-03-01"),
    (DEPTH, "reference_day", datetime(2026, 3, 1, 17, 30), "2026-03-01"),
    (DEPTH, "reference_day", "2026/3/1", "2026-03-01"),
    (DEPTH, "reference_day", "2026年3月1日", "2026-03-01"),
]


@pytest.mark.parametrize(("tool", "key", "typed", "wanted"), READ)
def test_what_people_type_is_read_as_they_mean_it(
    reader: SheetReader, tool: str, key: str, typed: object, wanted: object
) -> None:
    workbook = blank(tool)
    put(workbook, key, typed)
    found = reader.read(workbook, tool)
    assert keys(found) == []
    assert value_at(found, key) == wanted


FAULTS = [
    *((HEALTH, FIRST, typed, "choice") for typed in (7, 2.5, -1, "maybe", True, date(2026, 1, 2))),
    (HEALTH, FIRST, "=1+1", "formula"),
    (HEALTH, FIRST, "#N/A", "error"),
    (LTV, "margin", 35, "doubtful"),
    (LTV, "revenue", "twelve", "number"),
    (LTV, "revenue", date(2026, 1, 2), "number"),
    (LTV, "years", 2.5, "whole"),
    (LTV, "currency", "euros", "currency"),
    (DEPTH, "reference_day", "3/4/2026", "date"),
    (DEPTH, "reference_day", "2026-02-30", "date"),
    (DEPTH, "reference_day", 17, "date"),
]


@pytest.mark.parametrize(("tool", "key", "typed", "fault"), FAULTS)
def test_a_cell_that_cannot_be_read_is_named_and_the_others_come_in(
    reader: SheetReader, tool: str, key: str, typed: object, fault: str
) -> None:
    workbook = blank(tool)
    other = {HEALTH: "answers[access.2]", LTV: "serve_cost", DEPTH: "target"}[tool]
    put(workbook, other, 1)
    sheet, address = place_of(workbook, key)
    sheet[address] = typed
    found = reader.read(workbook, tool)
    first, said = found["told"]
    assert first == {"key": "sheet-refused", "number": 1}
    assert said["key"] == f"sheet-{fault}"
    assert f'"cell":"{address}"' in said["place"]
    assert f'"sheet":"{sheet.title}"' in said["place"]
    assert value_at(found, key) is None
    assert value_at(found, other) == 1


def test_a_percentage_of_the_spreadsheet_is_what_it_shows(reader: SheetReader) -> None:
    workbook = blank("competitor-value")
    sheet = workbook["What the customer weighs"]
    columns = columns_of(sheet)
    row = next(row for row, key in keys_of(sheet)) + 1
    sheet.cell(row, columns[".name"]).value = "Price"
    sheet.cell(row, columns[".weight"]).value = 0.35
    sheet.cell(row, columns[".weight"]).number_format = "0%"
    found = reader.read(workbook, "competitor-value")
    unit = definition("competitor-value")["inputs"][0]["fields"][1]["unit"]["en"]
    wanted = 35 if "%" in unit else 0.35
    assert found["answers"]["input"]["attributes"][0]["weight"] == wanted


def test_a_workbook_that_counts_from_1904_says_the_same_day(reader: SheetReader) -> None:
    workbook = blank(DEPTH)
    workbook.epoch = CALENDAR_MAC_1904
    put(workbook, "reference_day", date(2026, 3, 1))
    found = reader.read(workbook, DEPTH)
    assert value_at(found, "reference_day") == "2026-03-01"


def test_rows_may_be_sorted_and_deleted_and_columns_too(reader: SheetReader) -> None:
    answers = {"access.1": 3, "trust.2": 0, "support.4": "na"}
    workbook = filled(HEALTH, "zh", {"answers": answers}, {"trust.2": "why"})
    (sheet,) = sheets_to_fill(workbook)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    width = len(rows[0])
    kept = [row for row in rows[1:] if row[0] and row[0].startswith("answers[")]
    wanted = [row for row in kept if row[0][len("answers[") : -1] in answers]
    made = Workbook()
    turned = made.active
    for row in [rows[0], *reversed(wanted)]:
        turned.append([row[place] for place in (0, *range(width - 1, 4, -1))])
    found = reader.read(made, HEALTH)
    assert keys(found) == []
    assert found["answers"]["input"]["answers"] == answers
    assert found["answers"]["notes"] == {"trust.2": "why"}


def test_the_same_question_twice_counts_once_and_is_told(reader: SheetReader) -> None:
    workbook = blank(HEALTH)
    sheet, first = place_of(workbook, FIRST)
    _, second = place_of(workbook, "answers[access.2]")
    sheet[first], sheet[second] = 3, 1
    sheet.cell(sheet[second].row, 1).value = FIRST
    found = reader.read(workbook, HEALTH)
    assert found["answers"]["input"]["answers"] == {"access.1": 3}
    assert keys(found) == ["sheet-refused", "sheet-twice"]


def test_whom_it_is_about_and_when_come_along(reader: SheetReader) -> None:
    workbook = blank(HEALTH)
    put(workbook, FIRST, 2)
    put(workbook, "#subject", " Yunhe\t", "about")
    put(workbook, "#respondent", "Lin", "about")
    put(workbook, "#occasion", "Kick-off", "more")
    put(workbook, "#day", date(2026, 1, 31), "more")
    about = reader.read(workbook, HEALTH)["answers"]
    assert (about["subject"], about["respondent"], about["occasion"]) == (
        "Yunhe",
        "Lin",
        "Kick-off",
    )
    assert about["saved"].startswith("2026-01-31")
    put(workbook, "#day", date(2126, 1, 31), "more")
    found = reader.read(workbook, HEALTH)
    assert keys(found) == ["sheet-refused", "sheet-future"]
    assert found["answers"]["saved"] < "2126"


@pytest.mark.parametrize("name", ["subject", "respondent"])
def test_a_name_that_is_too_long_is_cut_and_told(reader: SheetReader, name: str) -> None:
    workbook = blank(HEALTH)
    put(workbook, FIRST, 2)
    put(workbook, f"#{name}", "Yunhe Water Group " * 10, "about")
    found = reader.read(workbook, HEALTH)
    # 4 names of 18 characters, and 8 of the fifth
    begun = "Yunhe Water Group " * 4 + "Yunhe Wa"
    assert found["answers"][name] == begun
    assert keys(found) == ["sheet-refused", "sheet-name-long"]
    assert (found["told"][1]["most"], found["told"][1]["found"]) == (80, begun)


def test_a_name_is_never_cut_inside_a_sign(reader: SheetReader) -> None:
    workbook = blank(HEALTH)
    put(workbook, FIRST, 2)
    put(workbook, "#subject", "a" + "\U0001f4a7" * 60, "about")
    assert reader.read(workbook, HEALTH)["answers"]["subject"] == "a" + "\U0001f4a7" * 39


def test_names_of_rows_are_needed_and_stand_once(reader: SheetReader) -> None:
    workbook = blank("personal-dependency")
    sheet = next(each for each in sheets_to_fill(workbook) if "key" in columns_of(each))
    row = next(row for row, key in keys_of(sheet) if key.startswith("#rows")) + 1
    for place, (name, points) in enumerate(
        [("__proto__", 5), (None, 6), ("__proto__", 7), ("B", 8)]
    ):
        sheet.cell(row + place, 2).value = name
        sheet.cell(row + place, 3).value = points
    found = reader.read(workbook, "personal-dependency")
    assert keys(found) == ["sheet-refused", "sheet-nameless", "sheet-named-twice"]
    assert list(found["answers"]["input"]["owner_points"].items()) == [("__proto__", 5), ("B", 8)]


def test_a_sheet_of_another_version_keeps_its_mark_and_what_was_answered(
    reader: SheetReader,
) -> None:
    workbook = blank(HEALTH)
    put(workbook, FIRST, 2)
    sheet, second = place_of(workbook, "answers[access.2]")
    sheet[second] = "N/A"
    sheet.cell(sheet[second].row, 1).value = "answers[access.gone]"
    sheet["A1"] = f"{MARK}{HEALTH} 0.9.0 old other en"
    found = reader.read(workbook, HEALTH)
    assert keys(found) == []
    answers = found["answers"]
    assert (answers["version"], answers["hash"], answers["structure"]) == ("0.9.0", "old", "other")
    assert answers["input"]["answers"] == {"access.1": 2, "access.gone": "na"}


def test_a_question_that_this_version_never_had_is_told(reader: SheetReader) -> None:
    workbook = blank(HEALTH)
    sheet, address = put_second(workbook)
    sheet.cell(sheet[address].row, 1).value = "answers[access.gone]"
    assert keys(reader.read(workbook, HEALTH)) == ["sheet-refused", "sheet-unknown"]


def put_second(workbook: Workbook) -> tuple[Any, str]:
    sheet, address = place_of(workbook, "answers[access.2]")
    sheet[address] = 1
    return sheet, address


def test_a_sheet_of_another_tool_says_which(reader: SheetReader) -> None:
    found = reader.read(other_sheet(), HEALTH)
    assert found["answers"]["tool"] == LTV
    assert "input" not in found["answers"]


@pytest.mark.parametrize(
    ("mark", "why"),
    [
        ("playbook-sheet/2 a b c d", "newer"),
        ("playbook-sheet/1", "no-sheet"),
        ("playbook-sheet/1 a b", "no-sheet"),
        ("something else", "no-sheet"),
        (None, "no-sheet"),
    ],
)
def test_a_foreign_or_later_workbook_is_refused(
    reader: SheetReader, mark: str | None, why: str
) -> None:
    workbook = blank(HEALTH)
    put(workbook, FIRST, 2)
    workbook.worksheets[0]["A1"] = mark
    found = reader.read(workbook, HEALTH)
    assert (found["answers"], keys(found)) == (None, [f"sheet-{why}"])


def test_sheets_of_two_tools_in_one_workbook_are_refused(reader: SheetReader) -> None:
    workbook = blank(HEALTH)
    put(workbook, FIRST, 2)
    workbook.create_sheet("b")["A1"] = f"{MARK}{LTV} 1 a b en"
    assert keys(reader.read(workbook, HEALTH)) == ["sheet-mixed"]


def test_texts_inside_cells_and_results_of_formulas_are_read(reader: SheetReader) -> None:
    """As other programs write them: no shared texts, and a result beside each formula."""
    workbook = blank(HEALTH)
    addresses = [place_of(workbook, f"answers[access.{n}]")[1] for n in (1, 2, 3, 4)]
    for address in addresses:
        workbook.worksheets[0][address] = 1
    content = BytesIO()
    workbook.save(content)
    written = (
        '<c r="{}" t="inlineStr"><is><t>2</t><rPh sb="0"><t>9</t></rPh></is></c>',
        '<c r="{}" t="str"><f>1+1</f><v>3</v></c>',
        '<c r="{}"><f>EVIL()</f><v>0</v></c>',
        '<c r="{}" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    )

    def change(part: bytes) -> bytes:
        for address, cell in zip(addresses, written, strict=True):
            before, _, rest = part.partition(b'<c r="' + address.encode() + b'"')
            part = before + cell.format(address).encode() + rest.partition(b"</c>")[2]
        return part

    found = reader.read(
        with_parts(content.getvalue(), {"xl/worksheets/sheet1.xml": change}), HEALTH
    )
    assert found["answers"]["input"]["answers"] == {"access.1": 2, "access.2": 3, "access.3": 0}
    assert keys(found) == ["sheet-refused", "sheet-error"]


def test_a_program_in_a_workbook_is_not_even_read(reader: SheetReader) -> None:
    found = reader.read(with_macros(FILLED), DEPTH)
    assert found["told"] == []
    assert found["answers"]["input"] == {"half_life": 6}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_workbook_is_refused_in_words(reader: SheetReader, what: str) -> None:
    content, why = REFUSED[what]
    found = reader.read(content, DEPTH)
    assert "error" not in found
    assert (found["answers"], keys(found)) == (None, [f"sheet-{why}"])


def test_many_faults_are_counted_and_the_first_are_named(reader: SheetReader) -> None:
    workbook = blank(HEALTH)
    (sheet,) = sheets_to_fill(workbook)
    for row, key in keys_of(sheet):
        if key.startswith("answers["):
            sheet.cell(row, columns_of(sheet)["="]).value = "often"
    found = reader.read(workbook, HEALTH)
    assert found["told"][0] == {"key": "sheet-refused", "number": 16}
    assert found["told"][-1] == {"key": "sheet-more", "number": 4}


def test_whatever_a_workbook_holds_reading_it_ends_with_a_word(reader: SheetReader) -> None:
    tries(150)(given(SHEETS)(lambda content: read_a_sheet(reader, content)))()


def test_a_sheet_that_was_opened_and_saved_again_is_the_same(reader: SheetReader) -> None:
    workbook = filled(HEALTH, "en", {"answers": {"access.1": 2}})
    content = BytesIO()
    workbook.save(content)
    again = load_workbook(BytesIO(content.getvalue()))
    assert reader.read(again, HEALTH)["answers"]["input"]["answers"] == {"access.1": 2}
