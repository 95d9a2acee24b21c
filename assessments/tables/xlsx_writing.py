"""Write rows as an Excel workbook, row by row, with the standard library alone.

Every text stands in its own cell as text, never as a formula; a text that begins like one gets an
apostrophe besides, because it is copied from one table into others.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from assessments.border.spreadsheets import harmless
from assessments.tables.table import refused

MOST_ROWS = 1_048_576
"""Rows of a sheet, its header included."""
LONGEST_CELL = 32_767
"""Characters."""
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""Stands in the archive as the time of each part, so that the same rows give the same bytes."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_CONTENT}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_CONTENT}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_CONTENT}.worksheet+xml"/>'
        "</Types>"
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2"'
        f' Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/>'
        '</font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2">'
        '<fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border>'
        "<left/><right/><top/><bottom/><diagonal/></border></borders>"
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/>'
        '<xf fontId="1" applyFont="1" xfId="0"/></cellXfs><cellStyles count="1">'
        '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}
SHEET = "xl/worksheets/sheet1.xml"
_BEGIN = (
    f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane'
    ' xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView>'
    "</sheetViews><sheetData>"
)
_NOT_IN_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))


class XlsxWriter:
    """A workbook of one sheet that is being written."""

    def __init__(self, file: BinaryIO, header: Sequence[str], sheet: str = "Accounts") -> None:
        """Begin a workbook; the first row is bold, and stays in view with the first column."""
        self._zip = ZipFile(file, "w", ZIP_DEFLATED)
        for name, text in (*PARTS.items(), ("xl/workbook.xml", _workbook(sheet))):
            self._zip.writestr(_info(name), _HEAD + text)
        self._sheet = self._zip.open(_info(SHEET), "w", force_zip64=True)
        self._sheet.write(_BEGIN.encode())
        self.rows = 0
        self._write([header], bold=True)

    def write(self, rows: Iterable[Sequence[object]]) -> None:
        """Add rows of texts, numbers, True, False and None; raise EngineError beyond the last."""
        self._write(rows, bold=False)

    def close(self) -> None:
        """End the workbook."""
        self._sheet.write(b"</sheetData></worksheet>")
        self._sheet.close()
        self._zip.close()

    def _write(self, rows: Iterable[Sequence[object]], *, bold: bool) -> None:
        style = ' s="1"' if bold else ""
        written = []
        for row in rows:
            self.rows += 1
            if self.rows > MOST_ROWS:
                raise refused("E_TABLE_ROWS", "many", limit=MOST_ROWS)
            written.append(f"<row>{''.join(_cell(value, style) for value in row)}</row>")
        self._sheet.write("".join(written).encode("utf-8", "replace"))


def escape(text: str) -> str:
    """Return a text as XML holds it between two tags or two quotation marks."""
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def _workbook(sheet: str) -> str:
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
        f'<sheet name="{escape(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name, FIRST_DAY)
    info.compress_type = ZIP_DEFLATED
    return info


def _cell(value: object, style: str) -> str:
    if value is None or value == "":
        return "<c/>"
    if isinstance(value, bool):
        return f'<c{style} t="b"><v>{int(value)}</v></c>'
    if isinstance(value, (int, Decimal)):
        return f"<c{style}><v>{value}</v></c>"
    text = harmless(str(value)).translate(_NOT_IN_XML)[:LONGEST_CELL]
    return f'<c{style} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
