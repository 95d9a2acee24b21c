"""How full a sheet of paper is, as a reader of PDF finds the text on it."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader

POINTS = 72 / 25.4
"""In a millimetre."""
TOP, BOTTOM = 18 * POINTS, 20 * POINTS
"""Margins of the sheets, as print.css has them; the number of the sheet stands in the lower one."""


def fill_of_last(pdf: bytes) -> float:
    """Return how many percent of the height of the last sheet lie above its last line of text."""
    sheet = PdfReader(BytesIO(pdf)).pages[-1]
    height = float(sheet.mediabox.height)
    lowest = height - TOP

    def see(text: str, around: list[float], here: list[float], *_: Any) -> None:
        nonlocal lowest
        line = around[1] * here[4] + around[3] * here[5] + around[5]
        if text.strip() and line > BOTTOM:
            lowest = min(lowest, line)

    sheet.extract_text(visitor_text=see)
    return 100 * (height - TOP - lowest) / (height - TOP - BOTTOM)
