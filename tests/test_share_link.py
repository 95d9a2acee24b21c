"""Links with answers: what goes in comes out, no name goes in, the rest is refused in words."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from assessments.scoring import score
from tests.answer_files import Reader
from tests.definitions import calculators, definition
from tests.effort import tries
from tests.example_inputs import examples
from tests.shared_links import LINKS, PROGRAM, RIGHT, SHARED, link_of, link_to, read_a_link

ROOT = Path(__file__).parent.parent
Ask = Callable[..., dict[str, Any]]
OLD = (
    "#r=1.47902e9a.TcgxjoMwEAXQu_zaoDEgEuYcqRJtYRubWIps5BmyRcTdV9ule3ofaK0vMLQdop2o22K3ZreVKpoDDN6x"
    "Sa4FDNtTTzB4OnmC4e11TjH4Jbll9WGCgWg7gh4tgjGNl-Rnf6E0LETXEQa57IeCP3BFfmOTf-6xhbhrrqW34NF8xwRGcTgN0"
    "sttAn78nAbi3nEFY6Bh7sh2o73ZgYmYqCeiO84_"
)
"""A link as pages made it before an answer could say how sure it is."""


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    reader = Reader(PROGRAM)
    yield reader
    reader.close()


@pytest.fixture(scope="module")
def ask(reader: Reader) -> Ask:
    """The page's own script, in Node."""

    def answer(**request: Any) -> dict[str, Any]:
        return reader.ask(request)

    return answer


def test_a_link_holds_the_answers_and_nothing_else(ask: Ask) -> None:
    link = ask(write={**SHARED, "subject": "Yunhe", "notes": {"perception.1": "secret"}})["link"]
    assert link.startswith("https://playbook.example/a/tool/#r=1.")
    assert ask(read=link) == {"shared": SHARED}
    packed = link.rsplit(".", 1)[1]
    assert len(link) < 400
    assert "secret" not in link
    assert set(packed) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


@pytest.mark.parametrize("around", ["{}", "see <{}>.", "链接：{}。", "  {}\n", "{}&utm=1"])
def test_a_link_is_found_in_what_stands_around_it(ask: Ask, around: str) -> None:
    assert ask(read=around.format(link_to(SHARED))) == {"shared": SHARED}


def test_a_link_holds_how_sure_the_answers_are_and_an_old_one_reads_as_before(ask: Ask) -> None:
    said = {**SHARED["input"], "confidence": {"perception.1": "guess"}}
    link = ask(write={**SHARED, "input": said})["link"]
    assert link.startswith("https://playbook.example/a/tool/#r=1.")
    assert ask(read=link) == {"shared": {**SHARED, "input": said}}
    assert ask(read=OLD) == {"shared": SHARED}
    assert ask(write=SHARED)["link"].endswith(OLD)


BOMB = b'{"tool":"' + b"a" * 50_000_000 + b'"}'


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "foreign"),
        ("https://playbook.example/a/tool/#q.perception.1", "foreign"),
        ("#r=", "foreign"),
        (link_of(b"{}", version="2"), "version"),
        (RIGHT[:-1], "damaged"),
        (RIGHT[: RIGHT.rindex(".")], "damaged"),
        (RIGHT.replace("#r=1.", "#r=1.0"), "damaged"),
        (link_of(b"{}", checksum=7), "damaged"),
        (link_of(b"\xff\xfe"), "damaged"),
        (link_of(b"[1, 2"), "damaged"),
        (link_to([SHARED]), "damaged"),
        (link_to(None), "damaged"),
        (link_to({**SHARED, "subject": "Yunhe"}), "damaged"),
        (link_to({**SHARED, "input": []}), "damaged"),
        (link_to({**SHARED, "saved": "yesterday"}), "damaged"),
        (link_to({**SHARED, "version": "1" * 101}), "damaged"),
        (link_to({**SHARED, "input": json.loads("[" * 40 + "]" * 40)}), "damaged"),
        (link_of(BOMB), "too-large"),
        ("#r=1.00000000." + "A" * 400_001, "too-large"),
    ],
)
def test_whatever_is_no_link_of_ours_says_why(ask: Ask, text: str, code: str) -> None:
    assert ask(read=text) == {"code": code}


def test_a_link_to_another_tool_says_so(ask: Ask) -> None:
    assert ask(read=RIGHT, tool="service-sla") == {"code": "tool"}


def test_answers_that_nobody_could_read_again_make_no_link(ask: Ask) -> None:
    assert ask(write={**SHARED, "input": {"x": "y" * 200_000}}) == {"code": "too-large"}


@pytest.mark.slow
@tries(300)
@given(text=LINKS)
def test_any_text_is_a_link_or_refused_with_a_reason(reader: Reader, text: str) -> None:
    read_a_link(reader, text)


@pytest.mark.parametrize("tool", calculators())
def test_without_names_a_calculator_finds_the_same(ask: Ask, tool: str) -> None:
    for language in ("en", "zh"):
        for given_input in examples(tool, language):
            found = ask(definition=as_json(definition(tool)), input=as_json(given_input))
            words = set(names_in(definition(tool)["inputs"], given_input))
            assert found["names"] or not words
            told = json.dumps(found["input"], ensure_ascii=False)
            assert [each for each in words if f'"{each}"' in told] == []
            assert numbers_of(tool, found["input"]) == numbers_of(tool, as_json(given_input))


def test_what_a_definition_does_not_ask_for_stays_at_home(ask: Ask) -> None:
    trust = as_json(definition("trust-stage-diagnostic"))
    odd = {
        "answers": {"perception.1": 2, "perception.2": "Wang", "Wang": 1},
        "flags": ["Wang"],
        "x": "Wang",
    }
    assert ask(definition=trust, input=odd)["input"] == {
        "answers": {"perception.1": 2},
        "flags": [],
    }
    sure = {"perception.1": "guess", "perception.2": "Wang", "perception.3": "sure", "Wang": "sure"}
    assert ask(definition=trust, input={**odd, "confidence": sure})["input"] == {
        "answers": {"perception.1": 2},
        "flags": [],
        "confidence": {"perception.1": "guess"},
    }
    split = as_json(definition("resource-allocation"))
    accounts = [
        {"id": "Wang", "class": "Wang", "weight": "Wang", "owner": "Wang"},
        {"id": " Wang "},
    ]
    found = ask(definition=split, input={"accounts": accounts, "total": "12,5", "scheme": "Wang"})
    assert found == {"input": {"total": "12,5", "accounts": [{"id": "1"}, {"id": "1"}]}, "names": 1}


def as_json(value: Any) -> Any:
    return json.loads(json.dumps(value, default=float))


def names_in(inputs: Any, value: Any) -> Iterator[str]:
    """Yield the texts of two letters or more that a definition leaves to the reader."""
    for each in inputs:
        yield from texts_of(each, value.get(each["id"]) if isinstance(value, Mapping) else None)


def texts_of(asked: Any, value: Any) -> Iterator[str]:
    if asked["type"] == "text" and isinstance(value, str) and len(value) > 1:
        yield value
    for each in value if isinstance(value, list | tuple) else ():
        if asked["type"] == "list":
            yield from texts_of(asked["item"], each)
        elif isinstance(each, Mapping):
            yield from names_in(asked["fields"], each)
        else:
            for field, cell in zip(asked["fields"], each, strict=False):
                yield from texts_of(field, cell)
    if isinstance(value, Mapping) and asked["type"] == "map":
        yield from () if asked.get("options") else (key for key in value if len(key) > 1)
        for each in value.values():
            yield from texts_of(asked["item"], each)
    elif isinstance(value, Mapping):
        yield from names_in(asked["fields"], value)


def numbers_of(tool: str, given_input: Any) -> object:
    """Return everything that a calculator finds but for the names."""
    report = score(definition(tool), given_input)
    data = as_json(report.as_data())
    known = {each["id"] for each in definition(tool)["outputs"]}
    return [leaves(data[each]) for each in known if each in data], data["flags"], data["notes"]


def leaves(value: Any) -> Any:
    """Return the numbers of a value, in its order."""
    if isinstance(value, Mapping):
        return [leaves(each) for each in value.values()]
    if isinstance(value, list):
        return [leaves(each) for each in value]
    return None if isinstance(value, str) else value
