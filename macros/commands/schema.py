"""playbook schema: JSON Schemas for editors, made from the shapes that check uses."""

import argparse
import json
from pathlib import Path

from macros.files import MANY, SINGLE, languages_of
from macros.project import FOLDER
from macros.schema.json_schema import json_schemas

HELP = "write JSON Schemas for editors into build/schemas"
EXAMPLES = ("playbook schema", "playbook schema --settings   # what VS Code needs to use them")
STAGED = Path("build/schemas")


def options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--settings", action="store_true", help="print settings for the YAML extension of VS Code"
    )


def run(options: argparse.Namespace) -> int:
    """Write one schema for each kind of file."""
    folder = options.root / STAGED
    folder.mkdir(parents=True, exist_ok=True)
    for kind, schema in json_schemas(languages_of(options.root)).items():
        text = json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        (folder / f"{kind}.schema.json").write_text(text, encoding="utf-8", newline="\n")
    if options.settings:
        places = {
            f"./{STAGED.as_posix()}/{kind}.schema.json": f"{FOLDER}/{pattern}"
            for kind, pattern in (SINGLE | MANY).items()
        }
        print(json.dumps({"yaml.schemas": places}, indent=2))
    else:
        print(f"{STAGED.as_posix()}/ holds a schema for each kind of file.")
    return 0
