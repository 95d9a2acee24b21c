"""modules.json and the linked data of pages: what other programs read is right and complete."""

import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from macros.exporters.catalogue import catalogue, download
from macros.exporters.catalogue_schema import catalogue_schema
from macros.linked_data import course, defined_terms, learning_resource, quiz
from macros.loading import load_playbook
from macros.playbook import Playbook
from macros.staging import STAGED, stage
from macros.views import Book
from tests.site_playbook import make_project, real_playbook

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
# Type of schema.org -> what a program that reads it cannot do without.
REQUIRED = {
    "Course": {"name", "description", "provider"},
    "CreativeWork": {"name"},
    "DefinedTerm": {"name", "description"},
    "DefinedTermSet": {"name", "description", "hasDefinedTerm"},
    "EducationalAudience": {"educationalRole"},
    "LearningResource": {"name", "description", "learningResourceType", "timeRequired"},
    "Organization": {"name"},
    "Quiz": {"name", "description", "timeRequired", "about"},
    "Thing": {"name"},
}
OF_THE_THEME = {"name": "Title", "description": "What it is for."}
KNOWN = set().union(*REQUIRED.values()) | {
    "about", "audience", "coursePrerequisites", "dateModified", "educationalLevel",
    "isAccessibleForFree", "isPartOf", "license", "teaches", "version", "@id", "@type",
    "learningResourceType",
}  # fmt: skip


@pytest.fixture(scope="module")
def playbook() -> Playbook:
    return real_playbook()


def broken(value: Any, schema: Mapping[str, Any], place: str = "") -> Iterator[str]:
    """Yield where a value is not as a JSON Schema says; a word of it that is new here fails."""
    assert set(schema) <= {
        "$schema", "title", "type", "properties", "required", "additionalProperties", "items",
        "enum", "const", "pattern", "minLength", "minimum", "format", "description",
    }  # fmt: skip
    kinds = {"object": Mapping, "array": list, "string": str, "integer": int}
    if "type" in schema and not isinstance(value, kinds[schema["type"]]):
        yield f"{place}: no {schema['type']}"
        return
    if value != schema.get("const", value) or value not in schema.get("enum", [value]):
        yield f"{place}: {value}"
    if isinstance(value, str):
        if not re.search(schema.get("pattern", ""), value) or len(value) < schema.get(
            "minLength", 0
        ):
            yield f"{place}: {value!r}"
    elif isinstance(value, int) and value < schema.get("minimum", value):
        yield f"{place}: {value}"
    items = value if isinstance(value, list) and "items" in schema else ()
    for number, item in enumerate(items):
        yield from broken(item, schema["items"], f"{place}[{number}]")
    if isinstance(value, Mapping):
        yield from (f"{place}: no {key}" for key in schema["required"] if key not in value)
        for key, inner in value.items():
            known = schema["properties"].get(key)
            if known is None:
                yield f"{place}: {key} is unknown"
            else:
                yield from broken(inner, known, f"{place}.{key}")


def test_the_catalogue_is_as_its_schema_says(playbook: Playbook) -> None:
    made = catalogue(playbook, {"zh/m/trust-stages/sheet-zh.csv": download(b"a,b")})
    schema = catalogue_schema(playbook.languages)
    assert list(broken(made, schema)) == []
    assert len(made["modules"]) == len(playbook.modules)
    assert [each["id"] for each in made["courses"]] == [f"c:{each}" for each in playbook.courses]
    spoilt = {**made, "modules": [{**made["modules"][0], "modified": "yesterday", "more": 1}]}
    assert len(list(broken(spoilt, schema))) == 2


def test_what_the_catalogue_leads_to_is_there(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    stage(project)
    staged = project / STAGED
    made = json.loads((staged / "en/modules.json").read_text("utf-8"))
    assert (staged / "en" / made["$schema"]).is_file()
    pages = (*made["modules"], *made["tools"], *made["courses"])
    # Of each module in two languages: two sheets as two files, slides, and two cartridges.
    assert {len(module["downloads"]) for module in made["modules"]} == {2 * (2 * 2 + 3)}
    names = [each["url"].rpartition("/")[2] for each in made["courses"][0]["downloads"]]
    endings = ("pptx", "cc11.imscc", "cc13.imscc", "gift.txt", "moodle.xml")
    assert {*names} == {f"c-first-steps.{code}.{end}" for code in ("en", "zh") for end in endings}
    files = [each for page in pages for each in page["downloads"]]
    for each in files:
        path = each["url"] if each["url"].startswith("zh/") else f"en/{each['url']}"
        content = (staged / path).read_bytes()
        assert (len(content), sha256(content).hexdigest()) == (each["bytes"], each["sha256"])
    for entry in pages:
        for language, url in entry["urls"].items():
            page = url.removeprefix("zh/").strip("/")
            assert (staged / language / f"{page}.md").is_file()
            assert entry["embeds"][language] == f"{url}embed/"


def test_the_catalogue_is_the_same_twice_and_names_what_was_before(playbook: Playbook) -> None:
    assert catalogue(playbook, {}) == catalogue(load_playbook(ROOT), {})
    entry = {"id": "m:old", "date": "2026-11-22", "successor": "m:trust-stages#path"}
    settings = {**playbook.settings, "retired": [entry]}
    made = catalogue(Playbook(**{**_fields(playbook), "settings": settings}), {})
    [aliased] = [each for each in made["modules"] if each["aliases"]]
    assert (aliased["id"], aliased["aliases"]) == ("m:trust-stages", ["m:old"])


def _fields(playbook: Playbook) -> dict[str, Any]:
    return {name: getattr(playbook, name) for name in playbook.__slots__}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_linked_data_says_what_its_readers_need(playbook: Playbook, language: str) -> None:
    book = Book(playbook, language)
    things = [
        *(learning_resource(book, each) for each in book.modules.values()),
        *(quiz(book, each) for each in book.tools.values()),
        defined_terms(book),
        *(course(book, each) for each in book.courses.values()),
    ]
    for thing in things:
        assert list(_faults({**OF_THE_THEME, **thing})) == []
    types = {thing["@type"] for thing in things}
    assert types == {"LearningResource", "Quiz", "DefinedTermSet", "Course"}


def _faults(thing: Any) -> Iterator[str]:
    if isinstance(thing, list | tuple):
        for each in thing:
            yield from _faults(each)
    elif isinstance(thing, dict):
        missing = REQUIRED[thing["@type"]] - {key for key, value in thing.items() if value}
        yield from (f"{thing['@type']}: no {key}" for key in sorted(missing))
        yield from (f"{thing['@type']}: {key} is unknown" for key in sorted({*thing} - KNOWN))
        for value in thing.values():
            yield from _faults(value)
            if isinstance(value, str) and re.search(r"\]\(|\*\*", value):
                yield f"{thing['@type']}: Markdown in {value!r}"


def test_no_term_leads_nowhere(playbook: Playbook) -> None:
    terms = defined_terms(Book(playbook, "en"))["hasDefinedTerm"]
    lock = (ROOT / "playbook_data/addresses.lock").read_text("utf-8").splitlines()
    assert [each["@id"] for each in terms if f"/glossary/{each['@id']}" not in lock] == []
