"""Two names that look alike are one, whatever nobody sees stands in them; an emoji stays whole."""

import json
import subprocess
from pathlib import Path

import pytest

from macros.browser.bundles import NODE_MODULES
from macros.browser.node import node

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / "docs" / "assets" / "js" / "store" / "subjects.js"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
UNSEEN = {
    "zero width non-joiner": "\u200c",
    "zero width joiner": "\u200d",
    "combining grapheme joiner": "\u034f",
    "Arabic letter mark": "\u061c",
    "Mongolian vowel separator": "\u180e",
    "word joiner": "\u2060",
    "Hangul filler": "\u3164",
    "half-width Hangul filler": "\uffa0",
    "variation selector": "\ufe0f",
    "tag": "\U000e0041",
    "soft hyphen": "\u00ad",
}


def called(function: str, names: list[str]) -> list[str]:
    """Return what a function of the page's script makes of each name."""
    command = [node(), str(ROOT / "tests" / "call.mjs"), str(ROOT / NODE_MODULES), str(SCRIPT)]
    given = json.dumps([[name] for name in names])
    done = subprocess.run(
        [*command, function], input=given, capture_output=True, check=True, encoding="utf-8"
    )
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("unseen", UNSEEN.values(), ids=UNSEEN)
def test_what_nobody_sees_makes_no_other_name(unseen: str) -> None:
    names = ["Alpha", f"Al{unseen}pha", f"{unseen}Alpha", f"ALPHA{unseen}", f"Alpha {unseen} "]
    assert set(called("nameKey", names)) == {"alpha"}


def test_what_joins_an_emoji_stays_in_the_name() -> None:
    assert called("tidyName", [FAMILY, f" {FAMILY}\u200b "]) == [FAMILY, FAMILY]
    assert len(set(called("nameKey", [FAMILY, FAMILY.replace("\u200d", "")]))) == 1


def test_a_name_of_nothing_that_is_seen_is_none() -> None:
    assert set(called("tidyName", ["\u200d", "\u200c \u200d", "\u3164", "\ufe0f", " "])) == {""}


def test_names_that_differ_to_the_eye_stay_apart() -> None:
    keys = called("nameKey", ["云和", "云河", "Alpha", "Alpha 2", "Ålpha", "می"])
    assert len(set(keys)) == len(keys)
