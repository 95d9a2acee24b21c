"""The table of the formats that the command and the page make alike."""

from collections.abc import Mapping

from macros.courses.packages import calendar, cartridge, gift, markdown, moodle_xml, scorm
from macros.courses.packages.parts import PageFormat

PAGE_FORMATS: Mapping[str, PageFormat] = {
    each.name: each
    for each in (
        *cartridge.FORMATS,
        *scorm.FORMATS,
        gift.FORMAT,
        moodle_xml.FORMAT,
        markdown.FORMAT,
        calendar.FORMAT,
    )
}
"""Name -> the row, in the order in which trainers meet them."""
