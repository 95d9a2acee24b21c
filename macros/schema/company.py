"""What the file of the fictional company must look like."""

from macros.schema.forms import DAY_OR_MONTH, ID
from macros.schema.shapes import Items, Number, Record, Text, Words

LINE = Words()
SLUG = Text(form=ID)
ACCOUNT = Text(form=ID, refers_to=("account",))

COMPANY = Record(
    keys={
        "people": Items(
            of=Record(keys={"id": SLUG, "side": ACCOUNT, "name?": LINE, "post": LINE}), least=1
        ),
        "accounts": Items(
            of=Record(
                keys={
                    "id": SLUG,
                    "name": LINE,
                    "kind": LINE,
                    "figures": Items(
                        of=Record(
                            keys={"id": SLUG, "label": LINE, "value": Number(), "unit?": LINE}
                        )
                    ),
                }
            ),
            least=1,
        ),
        "timeline": Items(
            of=Record(
                keys={
                    "date": Text(form=DAY_OR_MONTH),
                    "account": ACCOUNT,
                    "event": Words(marked=True),
                    "pages": Items(of=Text(form=ID, refers_to=("module",))),
                }
            )
        ),
    }
)
"""The fictional company of the examples and its customers: who, how much, when, told where."""
