"""The hand-written page about the marks that tell where a sentence comes from."""

from macros.page_kind import written

KIND = written("provenance", order=110, word="provenance")
