"""The page of licences: every part of the site that somebody else made, with its text."""

from macros.page_kind import PageKind, single, under_reference

KIND = PageKind(
    name="licences",
    order=140,
    records=single("licences", "macros/licences/shipped.py"),
    address="licences.md",
    template="licences",
    place=lambda book, _page: under_reference(book, book.words["licences"]["title"]),
    search="",
)
