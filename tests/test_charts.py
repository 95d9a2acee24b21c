"""Charts: what they ask of their library."""

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from assessments import document, score
from macros.browser.bundles import NODE_MODULES
from macros.browser.node import node
from tests.definitions import definition
from tests.example_inputs import in_language

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
SCRIPTS = ROOT / "docs" / "assets" / "js" / "pictures"
WIDTHS = (290, 420, 640, 870)
LITERAL_COLOUR = re.compile(
    r'"(?:#[0-9a-f]{3,8}|rgba?\(.*?|black|white|red|grey|gray)"', re.IGNORECASE
)


def charts(script: str, name: str, asked: Sequence[Sequence[object]]) -> Any:
    """Return what a function of a chart's script answers to data and a place."""
    command = [node(), str(ROOT / "tests" / "charts.mjs"), str(ROOT / NODE_MODULES)]
    done = subprocess.run(
        [*command, str(SCRIPTS / script), name],
        input=json.dumps(asked, default=float),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)


def picture(tool: str, example: int = 0, language: str = "en") -> Any:
    """Return the data of the picture that an example of a tool gives."""
    record: Any = definition(tool)
    report = score(record, in_language(record["examples"][example]["input"], language))
    blocks: list[Any] = document(record, report, language)
    return next(block for block in blocks if block["kind"] == "picture")["data"]


def place(width: int) -> Mapping[str, object]:
    return {"width": width, "language": "en"}


# The cash flow


@pytest.mark.parametrize("width", WIDTHS)
def test_a_bar_for_each_year_and_a_line_for_the_sum(width: int) -> None:
    data = picture("customer-ltv")
    [chart] = charts("cash-flow/chart.js", "cashFlow", [(data, place(width))])
    bars, line = chart["option"]["series"]
    # 3,200,000 * 32% - 420,000 = 604,000 a year; 604,000 / 1.1 = 549,090.909…, and each year after
    # it 0.85 / 1.1 of the year before: 424,297.520…, 327,866.266…, 253,351.205…, 195,771.386…
    flows = [-250000, 549090.91, 424297.52, 327866.27, 253351.21, 195771.39]
    # -250,000 + 549,090.909… = 299,090.909…, and so on with what is not rounded yet.
    totals = [-250000, 299090.91, 723388.43, 1051254.7, 1304605.9, 1500377.29]
    assert [bar["value"] for bar in bars["data"]] == flows
    points = [point["value"] for point in line["data"]]
    assert [point if width > 600 else point[0] for point in points] == totals
    colours = {bar["itemStyle"]["color"] for bar in bars["data"] if bar["value"] > 0}
    assert colours == {"var(--teal)"}
    assert bars["data"][0]["itemStyle"]["color"] == "var(--signal)"


def test_time_runs_down_where_the_amounts_do_not_fit_side_by_side() -> None:
    data = picture("customer-ltv")
    narrow, wide = charts(
        "cash-flow/chart.js", "cashFlow", [(data, place(290)), (data, place(870))]
    )
    assert wide["option"]["xAxis"]["data"][:2] == ["Start\n−250,000.00", "1\n549,090.91"]
    times, amounts = narrow["option"]["yAxis"]
    assert times["data"] == ["Start", "1", "2", "3", "4", "5"]
    assert amounts["data"][0] == "−250,000.00"


def test_thirty_years_take_thirty_rows() -> None:
    years = [{"year": year, "flow": 10.0, "total": 10.0 * year} for year in range(1, 31)]
    rows = [["Start", "–", "0"], *([str(each["year"]), "10.0", "1"] for each in years)]
    names = {"columns": ["Year", "Flow", "Sum"], "rows": rows, "even": None, "even_text": ""}
    data = {"cost": 0, "years": years, **names}
    [chart] = charts("cash-flow/chart.js", "cashFlow", [(data, place(290))])
    assert chart["height"] == 31 * 34 + 28


def test_the_legend_says_when_the_cost_is_earned_back() -> None:
    data = [(picture("customer-ltv", example), place(870)) for example in (0, 1)]
    earned, never = charts("cash-flow/chart.js", "cashFlow", data)
    assert [entry["text"] for entry in earned["legend"]["entries"]] == [
        "Present value of the year (CNY)",
        "Total less the cost of winning (CNY)",
        "Earned back in year 1.",
    ]
    assert len(never["legend"]["entries"]) == 2


# The decision chain


def crowd(count: int) -> dict[str, object]:
    """Return a map of many people with long names who stand close together."""
    people = [
        {
            "id": f"person of the customer, number {number}",
            "influence": number % 5,
            "effective": 3 + number % 4 / 8,
            "attitude": number % 3 - 1,
            "access": number % 4,
            "roles_label": "TB, technical buyer, coach",
            "contact": "Our contact: Lin" if number % 2 else "",
            "said": f"person {number}",
        }
        for number in range(count)
    ]
    return {**picture("decision-chain-map"), "people": people, "edges": []}


def extent(spot: Mapping[str, Any]) -> tuple[float, float, float, float]:
    """Return left, right, top and bottom of a circle with its words."""
    wide = max(len(line["text"]) * (13 if line["bold"] else 12) / 2 for line in spot["lines"])
    words = spot["radius"] + 7 + wide
    to_the_left, to_the_right = (
        (spot["radius"], words) if spot["side"] == "right" else (words, spot["radius"])
    )
    high = max(spot["radius"], 8 * len(spot["lines"]))
    return spot["x"] - to_the_left, spot["x"] + to_the_right, spot["y"] - high, spot["y"] + high


@pytest.mark.parametrize("width", WIDTHS)
def test_nobody_stands_on_anybody_else_or_outside(width: int) -> None:
    counts = (1, 4, 40)
    asked = [(crowd(count), place(width)) for count in counts]
    for count, chart in zip(
        counts, charts("decision-chain/chart.js", "decisionChain", asked), strict=True
    ):
        extents = [extent(spot) for spot in chart["spots"]]
        assert len(extents) == count
        for number, (left, right, top, bottom) in enumerate(extents):
            assert left >= 0
            assert right <= width
            assert top >= 0
            assert bottom <= chart["height"]
            for other_left, other_right, other_top, other_bottom in extents[:number]:
                beside = left >= other_right or other_left >= right
                assert beside or top >= other_bottom or other_top >= bottom


def test_people_stand_by_attitude_from_top_to_bottom_and_by_influence_from_left_to_right() -> None:
    data = picture("decision-chain-map", 1)
    [chart] = charts("decision-chain/chart.js", "decisionChain", [(data, place(870))])
    procurement, expert, manager = chart["spots"]
    assert procurement["y"] < expert["y"] > manager["y"]
    assert manager["x"] < procurement["x"] < expert["x"]


def test_an_arrow_leads_from_who_influences_and_is_as_strong() -> None:
    data = picture("decision-chain-map", 1)
    [chart] = charts("decision-chain/chart.js", "decisionChain", [(data, place(870))])
    [graph] = chart["option"]["series"]
    [arrow] = graph["links"]
    assert (arrow["source"], arrow["target"]) == ("1", "0")
    assert arrow["lineStyle"]["width"] == 1 + 2.5 * 0.6
    assert graph["edgeSymbol"] == ["none", "arrow"]


def test_only_who_is_not_reached_has_a_broken_rim() -> None:
    data = crowd(4)
    [chart] = charts("decision-chain/chart.js", "decisionChain", [(data, place(870))])
    [graph] = chart["option"]["series"]
    rims = [node["itemStyle"]["borderType"] for node in graph["data"]]
    assert rims == ["dashed", "solid", "solid", "solid"]


def test_the_chosen_and_their_neighbours_stand_out() -> None:
    data = picture("decision-chain-map", 1)
    [chart] = charts("decision-chain/chart.js", "decisionChain", [(data, place(870), 0)])
    [graph] = chart["option"]["series"]
    assert [node["itemStyle"]["opacity"] for node in graph["data"]] == [1, 1, 0.3]


def test_a_map_without_influence_has_a_place_for_everybody() -> None:
    data = crowd(3)
    for person in data["people"]:  # type: ignore[attr-defined]
        person |= {"influence": 0, "effective": 0}
    [chart] = charts("decision-chain/chart.js", "decisionChain", [(data, place(290))])
    assert len({(spot["x"], spot["y"]) for spot in chart["spots"]}) == 3


# Text


def test_lines_break_where_a_reader_would() -> None:
    broken: list[tuple[str, int, int, list[str]]] = [
        ("one two three", 40, 3, ["one two", "three"]),
        ("信任是逐步增长的", 40, 3, ["信任是逐", "步增长的"]),
        ("信任，增长。", 25, 3, ["信任，", "增长。"]),
        ("one two three", 40, 1, ["one two…"]),
        ("extraordinary", 30, 2, ["extra…"]),
        ("", 30, 2, []),
    ]
    asked = [(text, width, most, "measure") for text, width, most, _ in broken]
    assert charts("shared/texts.js", "wrap", asked) == [lines for *_, lines in broken]


# Colours


@pytest.mark.parametrize("tool", ["customer-ltv", "decision-chain-map"])
def test_every_colour_is_one_of_the_page(tool: str) -> None:
    script, name = {
        "customer-ltv": ("cash-flow/chart.js", "cashFlow"),
        "decision-chain-map": ("decision-chain/chart.js", "decisionChain"),
    }[tool]
    answers = charts(script, name, [(picture(tool), place(width)) for width in WIDTHS])
    assert LITERAL_COLOUR.findall(json.dumps(answers)) == []
