"""Whatever the site ships has its licence with it, on a page and in a list for machines."""

import json
import shutil
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from macros.browser import build_page_scripts, build_runtime, build_search
from macros.browser.bundles import RuntimeBuildError
from macros.licences.notice import STORED, Notice
from macros.licences.origins import unknown_files
from macros.licences.sbom import bill_of_materials
from macros.licences.shipped import IN_ENGINE, IN_THEME, shipped
from macros.rendering import Renderer
from macros.staging import STAGED, stage
from macros.views import Book
from tests.site_playbook import make_project, small_playbook
from tests.test_rendering import page_at

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def notices() -> tuple[Notice, ...]:
    for build in (build_page_scripts, build_search, build_runtime):
        build(ROOT)
    return shipped(ROOT)


def test_each_part_that_the_site_ships_has_a_text(notices: tuple[Notice, ...]) -> None:
    names = {each.name for each in notices}
    expected = {
        "mkdocs-material",
        "Material Design Icons",
        "material-design-color",
        "Pyodide",
        "CPython",
        "echarts",
    }
    assert expected | {"zrender", "minisearch", "opencc-js", "pypinyin"} <= names
    assert [each.name for each in notices if len(each.text) < 70] == []
    assert "Mozilla Public License" in next(e.text for e in notices if e.name == "Pyodide")
    assert "PYTHON SOFTWARE FOUNDATION" in next(e.text for e in notices if e.name == "CPython")


def test_no_text_is_kept_that_nothing_needs() -> None:
    kept = {path.stem for path in (ROOT / STORED).iterdir()}
    assert kept == {*IN_THEME, *IN_ENGINE, "pyodide", "cpython"}


def test_a_part_without_a_text_stops_the_build(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    (project / STORED / "material-design-color.txt").unlink()
    with pytest.raises(RuntimeBuildError) as refused:
        stage(project)
    assert str(refused.value) == (
        "The site would ship material-design-color, but "
        "docs/licences/material-design-color.txt is missing: put the text of its licence there."
    )


def test_the_page_shows_each_text_as_it_stands(tmp_path: Path) -> None:
    playbook = small_playbook(tmp_path)
    text = "Copyright <a@b.example> & others\n\n    *All* rights _reserved_.\n\n```\nx\n```\n"
    part = Notice(name="part", version="1.0", licence="MIT", where="search", text=text)
    renderer = Renderer(Book(playbook, "zh"), notices=(part,))
    page = renderer.render(page_at(playbook, "licences.md", "zh"))
    assert (
        "<summary>part 1.0 · MIT</summary>\n"
        '<pre lang="en" dir="ltr">Copyright &lt;a@b.example&gt; &amp; others\n\n'
        "    *All* rights _reserved_.\n\n&#96;&#96;&#96;\nx\n&#96;&#96;&#96;\n</pre>"
    ) in page
    assert 'href="../../sbom.cdx.json"' in page


def test_a_file_of_unknown_origin_is_found(tmp_path: Path) -> None:
    project = make_project(tmp_path)
    stage(project)
    site = tmp_path / "site"
    shutil.copytree(project / STAGED / "en", site)
    shutil.copytree(project / STAGED / "zh", site / "zh")
    (site / "m/trust").mkdir(exist_ok=True)
    (site / "m/trust.md").rename(site / "m/trust/index.html")
    assert unknown_files(site, project / STAGED) == []
    (site / "assets/extra.js").write_text("")
    (site / "zh/m/other").mkdir()
    (site / "zh/m/other/index.html").write_text("")
    assert unknown_files(site, project / STAGED) == ["assets/extra.js", "zh/m/other/index.html"]


def test_the_bill_is_what_cyclonedx_says_a_bill_is(notices: tuple[Notice, ...]) -> None:
    bill = bill_of_materials("playbook", "1.0.0", notices)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill.decode()) is None
    told = json.loads(bill)
    assert len(told["components"]) == len(notices)
    assert {"name": "Pyodide", "licenses": [{"license": {"id": "MPL-2.0"}}]}.items() <= next(
        each for each in told["components"] if each["name"] == "Pyodide"
    ).items()
    assert bill == bill_of_materials("playbook", "1.0.0", notices)
