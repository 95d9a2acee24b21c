"""Give every text of a playbook a name that stays when a list is put in another order."""

from collections.abc import Iterator, Mapping

from macros.files import MANY, Files, stem
from macros.problems import Path
from macros.schema.fitted import Fitted


def named_texts(files: Files) -> Iterator[tuple[Fitted, str, Path, Mapping[str, str]]]:
    """Yield file, name, path and words of every text that stands in all languages."""
    for kind, file in files.all():
        if kind != "elements":
            base = f"{kind}/{stem(file)}" if kind in MANY else kind
            for name, path, words in _words(file.source.value, base, (), files.languages):
                if path in file.right:
                    yield file, name, path, words


def _words(
    value: object, name: str, path: Path, languages: tuple[str, ...]
) -> Iterator[tuple[str, Path, Mapping[str, str]]]:
    """Name a text by keys and ids, so that another order of a list leaves its name alone."""
    if isinstance(value, Mapping):
        if value and set(value) == set(languages):
            if all(isinstance(text, str) for text in value.values()):
                yield name, path, value
            return
        for key, inner in value.items():
            step = str(key).replace(" ", "_")
            yield from _words(inner, f"{name}/{step}", (*path, key), languages)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            own = inner.get("id") if isinstance(inner, Mapping) else None
            step = own.replace(" ", "_") if isinstance(own, str) else str(index)
            yield from _words(inner, f"{name}/{step}", (*path, index), languages)
