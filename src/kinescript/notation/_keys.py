"""What a line can be by its head: a heading, a key or an item."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from kinescript.model import Topic
from kinescript.notation._outline import Line

HEADINGS: Final = (
    *("phase", "routine", "section", "circuit", "superset", "pick", "branch", "case"),
    *("emom", "amrap"),
)
HEADING: Final = re.compile(rf"({'|'.join(HEADINGS)})(?:\s+(.*))?$", re.IGNORECASE | re.DOTALL)
QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "prescription": (
        *("title", "id", "for", "goal", "precaution", "contraindication", "advice", "companion"),
        *("aim", "source", "code", "author", "requester", "authored", "version", "status"),
        *("replaces", "note", "extension", "frequency", "rule", "indication", "review"),
    ),
    "phase": (
        *("entry", "exit", "for", "goal", "precaution", "contraindication", "aim", "note"),
        "rule",
    ),
    "routine": ("reading", "aim", "note", "rule", "precaution", "contraindication"),
    "item": (
        *("words", "reading", "aim", "note", "id", "kind", "laterality", "position"),
        *("instruction", "cue", "fault", "equipment", "purpose", "action", "code", "media"),
        *("rule", "precaution", "contraindication"),
    ),
    "source": ("author", "publisher", "address", "published"),
    "companion": ("words", "reason"),
    "goal": ("target", "due"),
    "reading": ("reason", "or dose", "or frequency", "or"),
    "position": ("setup", "instruction"),
    "indication": ("site", "side", "code"),
}
"""The keys that can stand under each kind of line."""
TOPICS: Final[Mapping[str, Topic]] = {topic.value: topic for topic in Topic}
"""The keys of details, which can stand under some kinds of lines too."""
DETAILED: Final = frozenset({"prescription", "phase", "routine", "item"})
"""The kinds of lines that can have details."""
ALL_KEYS: Final = frozenset(key for keys in KEYS.values() for key in keys) | {"rest", *TOPICS}


def kind_of(line: Line) -> str:
    """Return what a line is, by its head."""
    if line.head.casefold() == "rest" and line.tail is not None:
        return "rest"
    heading = HEADING.fullmatch(line.head)
    return heading.group(1).casefold() if heading else "item"
