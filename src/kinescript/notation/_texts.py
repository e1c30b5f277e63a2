"""Words as the notation writes them: bare where they are common, else in quotes."""

from __future__ import annotations

import json
import re
from typing import Final

_PLAIN: Final = (
    # What is done.
    "bike breathe breathing bridge bridges burpees circles clap clench contract contractions cough "
    "coughs crawl crunches curls cycle cycling dips drink extend flex float glide glides hop hops "
    "huff huffs jog jogging jump jumps kick kicks lunges march marches nod nods pause pedal plank "
    "planks press presses pull pulls pulse pulses push pushes push-ups pushups raise raises reach "
    "reaches relax relaxation roll rolls rotate rotations row rowing run running shake shrugs sit "
    "sit-ups ski skip skips slide slides sniff sprint sprints squat squats squeeze squeezes stand "
    "step stretch stretches swallow swallows swim swimming swing swings tap taps tense throw "
    "throws tuck tucks turn turns twist twists walk walking yawn "
    # How hard.
    "bodyweight brisk comfortable easy fast gentle gently hard light maximal moderate quick "
    "quickly slow slowly steady submaximal vigorous "
    # What happens in a day.
    "exercise meal meals school shower sitting sport training walks work "
)
_WATCHED: Final = (
    "ache blanching dizziness fatigue flushing nausea numbness pain soreness spinning "
    "stiffness strength swelling symptoms tingling tired vertigo weakness"
)
WATCHED: Final[tuple[str, ...]] = tuple(_WATCHED.split())
"""Words for what is watched, such as symptoms."""
PLAIN: Final = frozenset((*_PLAIN.split(), *WATCHED))
"""The words that need no quotes."""

WAYS: Final = frozenset({"direction", "eye", "pattern", "position", "stance", "way"})
"""What can be done each way without quotes."""

_SHOWN: Final = 40
_BACKSLASH: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What breaks a line, steers a terminal or turns the direction of writing."""


def quoted(text: str) -> str:
    """Return *text* in quotes, on one line."""
    made = json.dumps(text, ensure_ascii=False)
    return _BACKSLASH.sub(lambda found: f"\\u{ord(found.group()):04x}", made)


def unquoted(token: str) -> str:
    """
    Return the text that stands in quotes.

    Raises:
        ValueError: If an escape in it is wrong.
    """
    try:
        text: str = json.loads(token)
    except ValueError:
        shown = token if len(token) <= _SHOWN else f"{token[:_SHOWN]}..."
        raise ValueError(f"expected quotes with the escapes that JSON has, got {shown}") from None
    return text


def worded(text: str) -> str:
    """Return words as they are written inside a line."""
    return text if text in PLAIN else quoted(text)


def free(text: str) -> str:
    """Return a text as it is written to the end of a line."""
    is_plain = (
        text.strip() == text
        and text.isprintable()
        and not text.startswith(('"', "#"))
        and " #" not in text
        and text
    )
    return text if is_plain else quoted(text)


_NUMBERED_TIME: Final = (
    r"\b(?:days?|weeks?|wks?|months?)\s+\d"
    r"|\b\d+\s*(?:[-\u2013]|to)\s*\d+\s*(?:days?|weeks?|months?)\b"
)
_WEEKDAY: Final = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?"
_TIMED: Final = re.compile(
    rf"{_NUMBERED_TIME}|\b\d+\s*(?:days?|weeks?|wks?|months?)\b|\bdaily$"
    r"|\d\s*x?\s*(?:/|per|a)\s*(?:day|week)\b"
    rf"|(?:^|\()(?:{_WEEKDAY}[\s,/&]*(?:and\s+)?)+(?:$|\))|^(?:daily|weekly)$",
    re.IGNORECASE,
)
_OF_DOSES: Final = re.compile(
    r"(?:sets?|reps?|repetitions|hold|duration|frequency|progression|dose|tempo|intensity|weight"
    rf"|load|stop|(?:day|week)\s+\d+|{_WEEKDAY}|daily)"
    r"|[A-H]\d(?:[.):]?\s.*)?",
    re.IGNORECASE | re.DOTALL,
)


_AMOUNT: Final = re.compile(r"\b\d+\s*(?:rounds?|sets?|times|x)\b|\bx\s*\d", re.IGNORECASE)


def tells_time(name: str, kind: str) -> bool:
    """Whether the name of a phase, routine or group says what stands behind its colon."""
    if kind in {"phase", "routine", "case"}:
        return _TIMED.search(name) is not None
    # Supersets are numbered, as in "superset 1"; a number elsewhere is meant as an amount.
    amount = _AMOUNT if kind == "superset" else _DIGIT
    return amount.search(name) is not None


_DIGIT: Final = re.compile(r"\d")
_SPAN: Final = re.compile(
    r"\b(?:days?|weeks?|wks?|months?|years?)\s+\d|\d\s*(?:days?|weeks?|wks?|months?|years?)\b(?!\s*/)"
    r"|\b(?:for|from|until|after)\b",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"rest\b|no rest\b|starting\b|every\b|@", re.IGNORECASE)
_DAYS: Final = re.compile(
    rf"\b{_WEEKDAY}\b|\bdaily\b|/\s?week|\ba week|\bweek(?:days|ends|ly)", re.IGNORECASE
)


def says_time(tail: str, kind: str) -> bool:
    """Whether what stands behind a heading says what a name in it could be meant to say."""
    match kind:
        case "phase":
            return _SPAN.search(tail) is not None
        case "routine":
            return _SPAN.search(tail) is not None or _DAYS.search(tail) is not None
        case "circuit" | "emom" | "amrap" | "section" | "pick" | "superset":
            parts = (each.strip() for each in tail.split(","))
            return any(_DIGIT.search(each) and not _BETWEEN.match(each) for each in parts)
        case _:
            return bool(tail.strip())


def is_of_a_dose(name: str) -> bool:
    """Whether the name of an exercise looks like something else that one writes there."""
    return _OF_DOSES.fullmatch(name) is not None
