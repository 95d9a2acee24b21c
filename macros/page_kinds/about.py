"""The hand-written page about the playbook itself."""

from macros.page_kind import written

KIND = written("about", order=130, word="about")
