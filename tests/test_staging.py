"""How pages come to build/docs: what changed is written, what is made no more is deleted."""

import csv
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from macros.browser import build_page_scripts
from macros.browser.page_scripts import PAGE_SCRIPTS
from macros.exporters.worksheets import to_csv, to_markdown, to_xlsx
from macros.problems import PlaybookError
from macros.staging import STAGED, stage
from macros.styles import published_styles

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
HASHED = re.compile("-[0-9a-f]{16}$")
TEMPLATE = {
    "title": "Notes: who said what",
    "purpose": "To remember.",
    "columns": ["Who", "**What** | when"],
    "rows": [["=cmd", "见[信任](m:trust)"], ["", ""]],
}


def test_both_languages_are_staged_with_their_files(project: Path) -> None:
    stage(project)
    staged = project / STAGED
    for language in ("en", "zh"):
        assert (staged / language / "m/trust.md").is_file()
    for extension in ("csv", "xlsx"):
        assert (staged / f"en/m/trust/notes.{extension}").is_file()
        assert (staged / f"zh/m/trust/notes-zh.{extension}").is_file()
    assert len(list((staged / "en/assets/css").glob("site-*.css"))) == 1
    assert not (staged / "zh/assets").exists()


def test_a_definition_is_the_record_of_its_file(project: Path) -> None:
    staged = stage(project)
    [file] = (project / STAGED / "en/a/readiness").glob("definition-*.json")
    text = file.read_text("utf-8")
    assert json.loads(text)["title"] == staged.playbook.tools["readiness"]["title"]
    assert file.stem == f"definition-{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def test_what_did_not_change_is_not_written(project: Path) -> None:
    assert stage(project).written
    assert stage(project).written == ()


def test_a_change_of_one_text_is_written_to_one_page_and_its_lists(project: Path) -> None:
    stage(project)
    file = project / "playbook_data/modules/basics/trust.yml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("Name its stages.", "Tell its stages."), "utf-8")
    # Its slides are on a page and in a file, and the catalogue says that the content is another.
    files = ("m/trust.md", "m/trust/slides.md", "packages/m-trust.en.pptx", "modules.json")
    assert {*stage(project).written} == {Path("en", file) for file in files}


def test_what_is_made_no_more_is_deleted(project: Path) -> None:
    stage(project)
    stale = project / STAGED / "en/m/gone/old.csv"
    stale.parent.mkdir()
    stale.write_text("old")
    assert stage(project).deleted == (Path("en/m/gone/old.csv"),)
    assert not stale.parent.exists()


def test_a_playbook_with_a_mistake_stages_nothing(project: Path) -> None:
    (project / "playbook_data/glossary.yml").write_text("terms: {}\n", "utf-8")
    with pytest.raises(PlaybookError):
        stage(project)
    assert not (project / STAGED).exists()


def test_no_script_and_no_style_is_published_without_its_hash(project: Path) -> None:
    built = build_page_scripts(ROOT)
    shutil.copytree(built.folder, project / PAGE_SCRIPTS.folder)
    shutil.copy(ROOT / PAGE_SCRIPTS.record, project / PAGE_SCRIPTS.record)
    staged = stage(project)
    assets = project / STAGED / "en" / "assets"
    published = [*assets.rglob("*.js"), *assets.rglob("*.css")]
    assert [path.name for path in published if not HASHED.search(path.stem)] == []
    for name in (*staged.styles.values(), staged.scripts["playbook"], staged.scripts["tool"]):
        assert project / STAGED / "en" / name in published


def test_a_site_without_scripts_has_its_style(project: Path) -> None:
    staged = stage(project)
    assert staged.scripts == {}
    assert (project / STAGED / "en" / staged.styles["site"]).is_file()


def test_style_sheets_are_joined_in_the_order_of_their_imports(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "site.css").write_text(
        '/* All. */\n@import "one.css";\n@import "more/two.css";\nc {}\n'
    )
    (tmp_path / "one.css").write_text("a {\n  top: 0;\n}\n")
    (tmp_path / "more" / "two.css").write_text("/* b */\nb {}\n")
    assert published_styles(tmp_path / "site.css") == "a {\ntop: 0;\n}\nb {}\nc {}\n"


# Worksheets


def test_a_csv_worksheet_opens_in_excel_and_runs_nothing() -> None:
    content = to_csv(TEMPLATE)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows == [["Who", "What | when"], ["'=cmd", "见信任"], ["", ""]]


def test_an_excel_worksheet_keeps_text_as_text() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(TEMPLATE))).active
    assert sheet is not None
    assert sheet.title == "Notes who said what"
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Notes: who said what", None],
        ["To remember.", None],
        ["Who", "What | when"],
        ["=cmd", "见信任"],
        [None, None],
    ]
    assert sheet["A4"].data_type == "s"


@pytest.mark.parametrize("title", [":*?", "[]", "''", "History", "x" * 99, "＝1+1"])
def test_any_title_gives_a_workbook(title: str) -> None:
    template = {**TEMPLATE, "id": "notes", "title": title}
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(template)))
    assert book.active is not None
    assert 0 < len(book.active.title) <= 31
    assert book.active["A1"].value == title


def test_no_cell_of_a_worksheet_runs_even_after_it_was_edited() -> None:
    cells = ["＝1+1", "\u200b=1+1", "＠x", "－1", " +1", "\u00a0=1", "1=1", "a+b", "−1"]
    template = {**TEMPLATE, "rows": [[cell, ""] for cell in cells]}
    rows = list(csv.reader(io.StringIO(to_csv(template).decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == [
        *("'＝1+1", "'\u200b=1+1", "'＠x", "'－1", "'+1", "'=1"),
        *("1=1", "a+b", "−1"),
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(template))).active
    assert sheet is not None
    written = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in written)


def test_a_worksheet_is_the_same_whatever_else_is_installed() -> None:
    program = (
        "import sys, hashlib, json; sys.modules.update(dict.fromkeys(json.loads(sys.argv[2])));"
        "from macros.exporters.worksheets import to_xlsx;"
        "print(hashlib.sha256(to_xlsx(json.loads(sys.argv[1]))).hexdigest())"
    )

    def made(*hidden: str) -> str:
        command = [sys.executable, "-c", program, json.dumps(TEMPLATE), json.dumps(hidden)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert made("lxml", "lxml.etree", "openpyxl", "et_xmlfile", "defusedxml") == made()
    assert made().strip() == hashlib.sha256(to_xlsx(TEMPLATE)).hexdigest()


def test_an_excel_worksheet_begins_at_the_side_where_one_reads() -> None:
    for direction, mirrored in {"ltr": None, "rtl": True}.items():
        sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(TEMPLATE, direction))).active
        assert sheet is not None
        assert sheet.sheet_view.rightToLeft is mirrored


def test_an_excel_worksheet_prints_on_one_page_across() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(TEMPLATE))).active
    assert sheet is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    # One page across is what the format means where it says nothing.
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A4", "$3:$3")


def test_the_name_of_an_excel_sheet_has_room_for_31_characters_as_excel_counts_them() -> None:
    # A picture of a person is one character here and two there.
    title = "\N{WOMAN}" * 12 + "Notes of the meeting"
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx({**TEMPLATE, "title": title}))).active
    assert sheet is not None
    assert sheet.title == "\N{WOMAN}" * 12 + "Notes o"


def test_an_excel_worksheet_is_the_same_bytes_each_time() -> None:
    content = to_xlsx(TEMPLATE)
    assert content == to_xlsx(TEMPLATE)
    dates = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(content)).infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_a_worksheet_can_be_copied_as_markdown() -> None:
    assert to_markdown(TEMPLATE) == (
        "**Notes: who said what**\n\nTo remember.\n\n"
        "| Who | What \\| when |\n| --- | --- |\n| =cmd | 见信任 |\n|  |  |"
    )
