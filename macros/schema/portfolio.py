"""The shape of portfolio.yml: headers of lists of accounts, and values cut into answers."""

from macros.schema.forms import ID, NAME, QUESTION
from macros.schema.shapes import Items, Number, OneOf, Record, Text, WordLists, Words

UNITS = ("money", "percent", "percentage-points", "days", "years")

LIMIT = OneOf(records={key: Record(keys={key: Number()}) for key in ("from", "above", "up-to")})

PORTFOLIO = Record(
    keys={
        "allocation": Text(form=ID, refers_to=("tool",)),
        "account": Record(keys={"headers": WordLists()}),
        "present": Record(keys={"headers": WordLists()}),
        "facts": Items(
            of=Record(
                keys={
                    "id": Text(form=NAME),
                    "headers": WordLists(),
                    "doubtful?": WordLists(),
                }
            )
        ),
        "values": Items(
            of=Record(
                keys={
                    "id": Text(form=ID),
                    "title": Words(),
                    "unit": Text(choices=UNITS),
                    "minimum?": Number(),
                    "maximum?": Number(),
                    "headers": WordLists(),
                    "doubtful?": WordLists(),
                }
            )
        ),
        "cuts": Items(
            of=Record(
                keys={
                    "tool": Text(form=ID, refers_to=("tool",)),
                    "question": Text(form=QUESTION),
                    "value": Text(form=ID),
                    "limits?": Items(of=LIMIT, least=3, most=3),
                }
            )
        ),
    }
)
