"""What pages say of themselves is what schema.org knows, by Google's types of it (schema-dts)."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from macros.browser.bundles import NODE_MODULES
from macros.browser.node import NodeError, run_node
from macros.linked_data import course, defined_terms, learning_resource, quiz
from macros.values import Data
from macros.views import Book
from tests.site_playbook import ROOT, real_playbook

pytestmark = pytest.mark.slow

TYPESCRIPT = ROOT / NODE_MODULES / "typescript" / "bin" / "tsc"
OF_THE_PAGE = {"@context": "https://schema.org", "name": "Title", "description": "What for."}
OPTIONS = (
    *("--noEmit", "--strict", "--skipLibCheck"),
    *("--module", "esnext", "--moduleResolution", "bundler"),
)


def check(things: Sequence[Data], folder: Path) -> None:
    """Raise NodeError with what schema.org does not know."""
    (folder / "node_modules").symlink_to(ROOT / NODE_MODULES)
    types = sorted({str(each["@type"]) for each in things})
    lines = [f'import type {{ WithContext, {", ".join(types)} }} from "schema-dts";']
    for number, thing in enumerate(things):
        told = json.dumps({**OF_THE_PAGE, **thing}, ensure_ascii=False)
        lines.append(f"export const thing{number}: WithContext<{thing['@type']}> = {told};")
    script = folder / "things.ts"
    script.write_text("\n".join(lines), "utf-8")
    run_node(TYPESCRIPT, *OPTIONS, script)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_schema_org_knows_what_every_page_says(language: str, tmp_path: Path) -> None:
    book = Book(real_playbook(), language)
    check(
        [
            *(learning_resource(book, each) for each in book.modules.values()),
            *(quiz(book, each) for each in book.tools.values()),
            *(course(book, each) for each in book.courses.values()),
            defined_terms(book),
        ],
        tmp_path,
    )


@pytest.mark.parametrize(
    "fault",
    [{"timeRequired": ["soon", 7]}, {"educationalUse": {"@type": "Hour"}}, {"lasts": "PT15M"}],
)
def test_what_schema_org_does_not_know_is_found(fault: Data, tmp_path: Path) -> None:
    book = Book(real_playbook(), "en")
    thing = learning_resource(book, next(iter(book.modules.values())))
    with pytest.raises(NodeError, match="error TS"):
        check([{**thing, **fault}], tmp_path)
