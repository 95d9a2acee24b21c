"""The hand-written page about what the site stores and sends."""

from macros.page_kind import written

KIND = written("privacy", order=120, word="privacy_page")
