"""A page that greets."""

from macros.page_kinds.kind import PageKind, single

KIND = PageKind(
    name="dummy",
    order=900,
    records=single("dummy"),
    address="dummy.md",
    template="dummy",
)
