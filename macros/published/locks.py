"""What was published: ids.lock holds every id, translations.lock a hash of every text.

An id in ids.lock must exist, or playbook.yml names its successor under `retired`. A text of which
exactly one language differs from translations.lock is a stale translation. `playbook accept` writes
the present state into both; a build never does, so that a slip of the pen is not published.
"""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

from macros.files import MANY, Files, Rule, stem
from macros.problems import Path, Problem
from macros.published.ids import LINK_KINDS, collect_ids
from macros.published.lock_files import (
    DIGITS,
    IDS,
    Hashes,
    broken_locks,
    line_of_id,
    missing_locks,
    read_hashes,
    read_ids,
)
from macros.published.named_texts import named_texts
from macros.schema.fitted import Fitted
from macros.values import did_you_mean

WORDS = {kind: word for word, kind in LINK_KINDS.items()}
Behind = tuple[tuple[str, ...], tuple[str, ...]]
"""The languages in which a text was changed, and those in which it was not."""

# What is published now


@lru_cache(maxsize=4)
def published_ids(files: Files) -> frozenset[str]:
    """Return every id that a reader, a link or a saved answer can hold, as links write them."""
    ids = collect_ids(files)
    links = {
        f"{word}:{name}" for word, kind in LINK_KINDS.items() for name in ids.by_kind.get(kind, ())
    }
    inner = (
        ("m", "module", ("parts", "*", "id"), ""),
        ("m", "module", ("steps", "*", "id"), "step."),
        ("m", "module", ("choices", "*", "id"), ""),
        ("m", "module", ("template", "id"), "template."),
        ("m", "module", ("checklist", "*", "id"), "checklist."),
        ("c", "course", ("sessions", "*", "id"), "session."),
        ("c", "course", ("sessions", "*", "items", "*", "id"), "item."),
        ("c", "course", ("check", "questions", "*", "id"), "question."),
        ("a", "assessment", ("dimensions", "*", "id"), ""),
        ("a", "assessment", ("dimensions", "*", "questions", "*", "id"), ""),
        ("a", "calculator", ("inputs", "*", "id"), "input."),
    )
    for word, kind, pattern, before in inner:
        for file in files.of(kind):
            links |= {f"{word}:{stem(file)}#{before}{name}" for _, name in file.each(*pattern)}
    return frozenset(links)


def hashes(files: Files) -> dict[str, Hashes]:
    """Return the name of every text -> its hash in each language."""
    return {
        name: {language: _hash(words[language]) for language in files.languages}
        for _, name, _, words in named_texts(files)
    }


def _hash(text: str) -> str:
    return sha256(" ".join(text.split()).encode()).hexdigest()[:DIGITS]


# What follows


def gone(files: Files) -> tuple[str, ...]:
    """Return the published ids that exist no more, without those whose page cannot be read."""
    present = published_ids(files)
    unsure = {
        f"{word}:" for word, kind in LINK_KINDS.items() if kind in collect_ids(files).unreadable
    }
    broken = {
        f"{WORDS.get(kind, 'a')}:{stem(file)}"
        for kind, file in files.all()
        if kind in MANY and file.broken
    }
    return tuple(
        link
        for link in read_ids(files.root)
        if link not in present
        and not any(link.startswith(each) for each in unsure)
        and link.partition("#")[0] not in broken
    )


def published_ids_stay(files: Files) -> Iterator[Problem]:
    """An id that was published exists, or playbook.yml names its successor."""
    present = published_ids(files)
    for settings in files.of("playbook"):
        retired = {entry["id"]: entry for _, entry in settings.each("retired", "*")}
        for link in gone(files):
            if link not in retired and link.partition("#")[0] not in retired:
                message = f"The id '{link}' was published and exists no more."
                hint = "Bring it back, or name its successor under retired: in playbook.yml."
                line = line_of_id(files.root, link)
                yield Problem(file=IDS.file, line=line, message=message, hint=hint)
        for path, entry in settings.each("retired", "*"):
            if entry["id"] in present:
                message = f"The id '{entry['id']}' is retired, but it still exists."
                yield settings.source.problem((*path, "id"), message, "Delete one of the two.")
            if not (entry["successor"] in present or _is_place(files, entry["successor"])):
                message = f"The successor '{entry['successor']}' does not exist."
                hint = did_you_mean(entry["successor"], sorted(present))
                yield settings.source.problem((*path, "successor"), message, hint)


def _is_place(files: Files, link: str) -> bool:
    """Whether a link leads to a place that every page of its kind has: m:trust#steps."""
    page, _, place = link.partition("#")
    word, _, name = page.partition(":")
    known = collect_ids(files).find(LINK_KINDS[word], name)
    return bool(place and known and known.anchors and place in known.anchors)


def stale(files: Files) -> Iterator[tuple[Fitted, str, Path, Behind]]:
    """Yield file, name and path of every text that was changed in one language and not in another.

    A language in which it was never published is no change of it.
    """
    before = read_hashes(files.root)
    for file, name, path, words in named_texts(files):
        old = before.get(name)
        if old is None:
            continue
        known = [code for code in files.languages if code in old]
        changed = tuple(code for code in known if old[code] != _hash(words[code]))
        same = tuple(code for code in known if code not in changed)
        if changed and same:
            yield file, name, path, (changed, same)


def translations_keep_up(files: Files) -> Iterator[Problem]:
    """A text that was changed in one language was looked at in the others."""
    for file, name, path, (changed, same) in stale(files):
        message = f"The text was changed in {', '.join(changed)} but not in {', '.join(same)}."
        hint = "Change it there too, or confirm that it still says the same: "
        hint += f"'playbook accept {name}'."
        yield file.source.problem((*path, same[0]), message, hint)


def locks_are_there(files: Files) -> Iterator[Problem]:
    """What was published is known: both locks stand in playbook_data."""
    yield from missing_locks(files.root)


def locks_can_be_read(files: Files) -> Iterator[Problem]:
    """Each lock is as `playbook accept` wrote it."""
    yield from broken_locks(files.root)


LOCK_RULES: tuple[Rule, ...] = (
    locks_are_there,
    locks_can_be_read,
    published_ids_stay,
    translations_keep_up,
)
