"""The first page of a SCORM package, which frames a page and speaks with the learning system."""

from html import escape

from macros.courses.packages.contents import Entry
from macros.courses.spoken import Spoken

SCRIPT = "launcher.js"
STYLE = """html, body {{ height: 100%; margin: 0; }}
body {{ display: flex; flex-direction: column; font: 1rem/1.5 system-ui, sans-serif; }}
iframe {{ flex: 1; border: 0; width: 100%; }}
p {{ margin: 0; padding: 0.75rem 1rem; }}"""
HEAD = f"""<!doctype html>
<html lang="{{language}}" dir="{{direction}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{title}}</title>
<style>
{STYLE}
</style>
</head>
"""
PAGE = f"""{HEAD}<body data-standard="{{standard}}">
<p data-late hidden>{{late}} <a href="{{shown}}" target="_blank" rel="noopener">{{open}}</a></p>
<noscript><p>{{late}} <a href="{{shown}}" target="_blank" rel="noopener">{{open}}</a></p></noscript>
<iframe src="{{framed}}" title="{{title}}" allow="clipboard-write"></iframe>
<script src="{{script}}"></script>
</body>
</html>
"""
SILENT = f"""{HEAD}<body>
<p><a href="{{shown}}" target="_blank" rel="noopener">{{open}}</a></p>
<iframe src="{{framed}}" title="{{title}}" allow="clipboard-write"></iframe>
</body>
</html>
"""
"""Of a page that has nothing to report: to read, and to open beside the course."""


def launcher(entry: Entry, spoken: Spoken, standard: str, framed: str) -> bytes:
    """Return the page that frames an address: of the site, or inside the package.

    *standard* is the name of the one whose learning system it looks for; empty to report nothing.
    """
    values = {
        "language": spoken.tag,
        "direction": spoken.direction,
        "title": entry.title,
        "standard": standard,
        "late": spoken.say("lms.late"),
        "open": spoken.say("lms.open"),
        "framed": framed,
        "shown": entry.address,
        "script": SCRIPT,
    }
    page = PAGE if standard else SILENT
    return page.format_map({name: escape(value) for name, value in values.items()}).encode()
