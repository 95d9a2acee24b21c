"""The hand-written page about running an assessment as one SQL statement on a warehouse."""

from macros.page_kind import written

KIND = written("warehouse", order=105, word="warehouse")
