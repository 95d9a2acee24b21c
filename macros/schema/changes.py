"""What the file of changes must look like, as data."""

from macros.schema.forms import CONCERNED, DATE, ID, VERSION
from macros.schema.shapes import Items, Record, Table, Text, Words

CHANGE_KINDS = ("new", "extended", "reworded", "corrected", "scoring")
"""As an author names them; what is retired stands in playbook.yml."""

CHANGES = Record(
    keys={
        "changes": Items(
            of=Record(
                keys={
                    "id": Text(form=ID),
                    "date": Text(form=DATE),
                    "kind": Text(choices=CHANGE_KINDS),
                    "text?": Words(),
                    "versions?": Table(of=Text(form=VERSION), form=ID),
                    "concerns?": Items(of=Text(form=CONCERNED), least=1),
                }
            ),
            least=1,
        )
    }
)
"""What changed for readers and courses. `versions` names versions of tools, tool: version; what
each of them changed stands under `history` of the tool and is not said twice."""
