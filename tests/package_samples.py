"""Contents and questions with texts that a careless writer of packages would spoil."""

from typing import Any

from macros.courses.packages.contents import Contents, Entry, Section

HARD = (
    'Ask & answer: is 3 < 5 > 2? "Yes" = 100 % ~ {no} #1 \\ /',
    "关系健康度：“信任”与《信息》 & <支持>",
    "-->]]><script>alert(1)</script>",
    "emoji 🤝 and é",
)
ADDRESS = "https://playbook.example.org/a/b/?c=1&d=<2>"


def entry(name: str, title: str = "Trust", kind: str = "module") -> Entry:
    return Entry(id=name, kind=kind, title=title, address=ADDRESS, purpose=title, minutes=90)


def contents(*entries: Entry, title: str = "Course") -> Contents:
    section = Section(title=title, entries=entries)
    return Contents(id="course", kind="area", title=title, language="zh-CN", sections=(section,))


def hard_contents() -> Contents:
    """Return a course whose every title is hard."""
    pages = (entry(f"page-{number}", title) for number, title in enumerate(HARD))
    return contents(*pages, title=HARD[0])


def hard_tool() -> dict[str, Any]:
    """Return an assessment in one language whose every text is hard."""
    questions = [
        {
            "id": f"skill.{number}",
            "text": text,
            "help": HARD[number - 1],
            "anchors": [f"{level} {text}" for level in range(4)],
        }
        for number, text in enumerate(HARD)
    ]
    return {
        "id": "readiness",
        "title": HARD[0],
        "dimensions": [{"title": HARD[1], "questions": questions}],
    }
