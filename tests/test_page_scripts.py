"""The scripts of pages as the build makes them: each part in one file, named by its hash."""

import json
import re
from pathlib import Path

import pytest

from macros.browser import PageScripts, build_page_scripts, read_page_scripts
from macros.browser.page_scripts import PAGE_SCRIPTS
from tests.picture_examples import KINDS

ROOT = Path(__file__).parent.parent
HASHED = re.compile(r"^[a-z-]+-[0-9a-f]{16}\.(js|txt)(\.br|\.gz)?$")
STATIC_IMPORT = re.compile(r"""(?:^|[;}])import[\s{*"'].*?from|\bfrom\s*["']\./""")
LOADS = re.compile(r'import\("\./([^"]+)"\)')


@pytest.fixture(scope="module")
def built() -> PageScripts:
    return build_page_scripts(ROOT)


def script(built: PageScripts, part: str) -> str:
    return (built.folder / built.parts[part]).read_text("utf-8")


def test_every_file_has_the_hash_of_its_content_in_its_name(built: PageScripts) -> None:
    assert [name for name in built.files if not HASHED.match(name)] == []


def test_the_parts_are_the_start_what_pages_ask_for_and_every_picture(built: PageScripts) -> None:
    assert sorted(built.parts) == sorted(
        [
            *("playbook", "tool", "in-course", "embed", "me", "team", "portfolio", "lms", "course"),
            *(
                "slides",
                "compose",
                "on-device",
                "offline",
                "acts",
                "charts",
                "answer-sheet",
                *KINDS,
            ),
        ]
    )


def test_a_part_is_one_file(built: PageScripts) -> None:
    waits_for_another = [part for part in built.parts if STATIC_IMPORT.search(script(built, part))]
    assert waits_for_another == []


def test_each_part_is_loaded_on_demand_under_its_name(built: PageScripts) -> None:
    names = (
        *("offline", "tool", "in-course", "embed", "me", "team", "portfolio", "lms", "course"),
        *("compose", "slides", "on-device"),
    )
    on_demand = [built.parts[part] for part in names]
    assert LOADS.findall(script(built, "playbook")) == on_demand
    sheet = built.parts["answer-sheet"]
    in_tool = LOADS.findall(script(built, "tool"))
    assert sorted(in_tool) == sorted(built.parts[kind] for kind in KINDS)
    assert f'"./{built.parts["acts"]}",import.meta.url' in script(built, "tool")
    assert LOADS.findall(script(built, "acts")) == [sheet]
    assert sheet in LOADS.findall(script(built, "team"))
    for chart in ("cash-flow", "decision-chain"):
        assert LOADS.findall(script(built, chart)) == [built.parts["charts"]]


@pytest.mark.parametrize(
    "mark", ["new BroadcastChannel", "customElements", "objectStoreNames", "postMessage"]
)
def test_what_remembers_something_lives_in_the_part_of_the_form_alone(
    built: PageScripts, mark: str
) -> None:
    assert mark in script(built, "tool")
    assert mark not in script(built, "acts")


def test_a_picture_brings_its_style(built: PageScripts) -> None:
    assert ".funnel-bar{fill:var(--teal)" in script(built, "funnel").replace(".funnel ", "")


def test_the_charting_library_needs_no_eval_and_names_its_licences(built: PageScripts) -> None:
    text = script(built, "charts")
    assert "new Function" not in text
    assert not re.search(r"\beval\(", text)
    [licences] = [name for name in built.files if name.startswith("charts-licences")]
    assert text.startswith(f"/* Holds echarts, tslib, zrender: see {licences} */\n")
    told = (built.folder / licences).read_text("utf-8")
    assert all(name in told for name in ("Apache License", "BSD 3-Clause", "0BSD"))


def test_a_second_build_makes_nothing(built: PageScripts) -> None:
    times = {file: file.stat().st_mtime_ns for file in built.folder.iterdir()}
    assert build_page_scripts(ROOT) == built == read_page_scripts(ROOT)
    assert {file: file.stat().st_mtime_ns for file in built.folder.iterdir()} == times


def test_the_record_names_no_place_of_this_machine(built: PageScripts) -> None:
    record = json.loads((ROOT / PAGE_SCRIPTS.record).read_text("utf-8"))
    assert sorted(record) == ["files", "inputs", "parts"]
    assert str(ROOT) not in json.dumps(record)
    assert str(ROOT) not in "".join(script(built, part) for part in built.parts)
