"""Workbooks that would fill the memory: a bomb costs a sentence, a long cell its row."""

import tracemalloc
from io import BytesIO
from zipfile import ZipFile

import pytest

from assessments.border.problems import EngineError, Problem, told_problem
from assessments.tables import xlsx_archive, xlsx_reading
from assessments.tables.xlsx_archive import Archive, Handlers
from assessments.tables.xlsx_reading import read_xlsx
from assessments.tables.xlsx_writing import SHEET
from tests.test_tables_xlsx import UNPACKED, changed, sentence, workbook


def test_a_bomb_is_not_unpacked() -> None:
    blank = workbook(["id"], ["A"])
    filler = " " * 40_000_000
    file = changed(blank, SHEET, "</sheetData>", f"{filler}</sheetData>")
    assert len(file.getvalue()) < 100_000
    found = [cells for _, cells in read_xlsx(file).lines]
    assert found[0] == ["A"]
    assert isinstance(found[1], Problem)
    assert found[1].code == "E_TABLE_BOMB"


def test_a_cell_that_is_too_long_costs_only_its_row_and_fills_no_memory() -> None:
    file = changed(workbook(["id"], ["A"], ["B"]), SHEET, ">A<", f">{'A' * 5_000_000}<")
    tracemalloc.start()
    found = [cells for _, cells in read_xlsx(file).lines]
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(found[0], Problem)
    told = told_problem(found[0], "en")["message"]
    assert told == "A cell of line 2 holds more than 131072 characters."
    assert found[1] == ["B"]
    assert most < 2_000_000


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (SHEET, "<sheetData>", f"{'<a>' * 200}<sheetData>"),
        (SHEET, 'r="A2"', f'r="A2{" " * 3_000_000}"'),
        (SHEET, ">A<", f">{'A' * 11_000_000}<"),
        ("xl/styles.xml", "</cellXfs>", f"{'<a>' * 200}</cellXfs>"),
        ("xl/workbook.xml", "<sheets>", f"{'<a>' * 200}<sheets>"),
    ],
)
def test_what_would_fill_the_memory_is_not_read_on(part: str, old: str, new: str) -> None:
    assert codes(changed(workbook(["id"], ["A"]), part, old, new)) == ["E_TABLE_BOMB"]


def codes(file: BytesIO) -> list[str]:
    """Return what is refused, be it the file or its rows."""
    try:
        found = [cells for _, cells in read_xlsx(file).lines]
    except EngineError as refused:
        return [each.code for each in refused.problems]
    return [each.code for each in found if isinstance(each, Problem)]


def test_shared_texts_are_counted_even_where_they_are_empty(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(xlsx_reading, "MOST_TEXTS", 10)
    relations = "xl/_rels/workbook.xml.rels"
    link = '<Relationship Type="x/sharedStrings" Target="texts.xml" Id="rTexts"/></Relationships>'
    for count, found in ((10, []), (11, ["E_TABLE_BOMB"])):
        file = changed(workbook(["id"], ["A"]), relations, "</Relationships>", link)
        with ZipFile(file, "a") as archive:
            archive.writestr("xl/texts.xml", f"<sst>{'<si/>' * count}</sst>")
        assert codes(file) == found


def test_a_part_that_is_kept_whole_is_bounded() -> None:
    archive = Archive(workbook(["id"], ["A"]))
    size = len(ZipFile(workbook(["id"], ["A"])).read("xl/styles.xml"))
    archive.whole("xl/styles.xml", Handlers(), size)
    with pytest.raises(EngineError) as refused:
        archive.whole("xl/styles.xml", Handlers(), size - 1)
    assert refused.value.problems[0].code == "E_TABLE_BOMB"


def test_a_part_may_unpack_to_just_as_many_times_its_size_as_the_limit_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = workbook(["id"], ["A"])
    info = ZipFile(file).getinfo("xl/styles.xml")
    free = info.file_size - xlsx_archive.LARGEST_RATIO * info.compress_size
    monkeypatch.setattr(xlsx_archive, "FREE", free)
    Archive(file).whole("xl/styles.xml", Handlers())
    monkeypatch.setattr(xlsx_archive, "FREE", free - 1)
    with pytest.raises(EngineError, match="E_TABLE_BOMB"):
        Archive(file).whole("xl/styles.xml", Handlers())


def test_a_list_of_parts_that_would_fill_the_memory_is_not_read() -> None:
    file = BytesIO()
    with ZipFile(file, "w") as made:
        for number in range(2_100):
            made.writestr(f"{number}{'x' * 4_000}", b"")
    assert sentence(file) == UNPACKED


def test_entities_are_refused() -> None:
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    doctype = f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]><worksheet'
    file = changed(workbook(["id"], ["A"]), SHEET, "<worksheet", doctype)
    assert sentence(file).startswith("The file is named like an Excel workbook")
