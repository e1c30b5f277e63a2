"""What has no form of its field is refused, with the forms that it has."""

from typing import Any

import pytest

from kinescript.documents._converter import CONVERTER
from kinescript.errors import DocumentError
from kinescript.model import (
    AllOf,
    Around,
    Branch,
    Circuit,
    Frequency,
    Goal,
    Hold,
    Pace,
    Phase,
    Repeat,
    Reps,
    Routine,
    Rule,
    Span,
    Until,
)

DURATION = 'a duration of 0 or more such as "PT10S"'
DURATIONS = f'{DURATION}, or two such as ["PT5S", "PT10S"]'
PERIOD = 'a period such as "P6W"'
PERIODS = f'{PERIOD}, or two such as ["P6W", "P8W"]'
NUMBERS = "a number of 0 or more, or two such as [8, 12]"
ACTIONS = '"stop", "reduce", "carry on", "repeat", "go on" or "go back"'
TAGGED = "an object of kind"
A_SPAN = 'an object with "length" or "after", or an object of kind "between"'
EMPTY = {"name": "", "routines": ()}

REP = {"kind": "reps", "count": 1}
REST = {"kind": "rest"}
JOG = {"kind": "distance", "amount": 2, "unit": "m", "activity": "jog"}
FIVE_MINUTES = {"kind": "until", "sign": "x", "bounds": "PT5M"}


def routine(*items: object, **fields: object) -> dict[str, object]:
    """Write a routine by hand."""
    return {"name": "", "items": items, **fields}


@pytest.mark.parametrize(
    ("kind", "plain", "path", "reason"),
    [
        (Frequency, {"gap": "2 days"}, "gap", f"expected {DURATIONS}, or {PERIODS}, or"),
        (Frequency, {"gap": "P2DT"}, "gap", f"expected {PERIODS}, got"),
        (Frequency, {"gap": "P1DT12H"}, "gap", f"expected {PERIODS}, got"),
        (Frequency, {"gap": "PT2D"}, "gap", f"expected {DURATIONS}, got"),
        (Frequency, {"gap": ["PT48H", "P2D"]}, "gap[1]", f'expected {DURATION}, got "P2D"'),
        (Frequency, {"gap": ["P2D", "PT48H"]}, "gap[1]", f'expected {PERIOD}, got "PT48H"'),
        (Frequency, {"gap": [1, 2]}, "gap", f"expected {DURATIONS}, or {PERIODS}"),
        (Frequency, {"gap": [None, None]}, "gap", f"expected {DURATIONS}, or {PERIODS}"),
        (Frequency, {"gap": []}, "gap", f"expected {DURATIONS}, or {PERIODS}"),
        (Frequency, {"gap": ["P6W", "P2M"]}, "gap", "expected two bounds in one unit"),
        (Hold, {"length": "P2D"}, "length", f"expected {DURATIONS}, or {TAGGED}"),
        (Pace, {"time": "P1D"}, "time", f"expected {DURATIONS}, got"),
        (
            Repeat,
            {"body": REP, "end": [3, "PT5M"]},
            "end[1]",
            "expected a number of 0 or more, got",
        ),
        (
            Repeat,
            {"body": REP, "end": "3"},
            "end",
            f"expected {NUMBERS}, or {DURATIONS}, or {TAGGED}",
        ),
        (Goal, {"words": "w", "due": "soon"}, "due", f"expected {PERIODS}, or a date"),
        (Goal, {"words": "w", "due": "2026-13-01"}, "due", "expected a date"),
        (Goal, {"words": "w", "due": 1}, "due", f"expected {PERIODS}, or a date"),
        (Rule, {"when": "pain", "then": "xyz"}, "then", f"expected {ACTIONS}, or {TAGGED}"),
        (Rule, {"when": "pain", "then": "stopp"}, "then", 'unknown "stopp": did you mean "stop"?'),
        (
            Rule,
            {"when": "pain", "then": {"kind": "words", "text": " "}},
            "then.text",
            "expected a text that is not empty",
        ),
        (Around, {"event": "mornin"}, "event", 'unknown "mornin": did you mean "morning"?'),
        (Until, {"sign": ""}, "sign", 'expected a text that is not empty, got ""'),
        (Until, {"sign": 3}, "sign", f'expected a text, or {TAGGED} "sign", "all of" or "any of"'),
        (
            AllOf,
            {"signs": ["a", 5]},
            "signs[1]",
            'expected a text, or an object with "name", got 5',
        ),
        (AllOf, {"signs": ["a"]}, "signs", "expected at least two signs"),
        (AllOf, {"signs": ["a", ""]}, "signs[1]", "expected a text that is not empty"),
        (Reps, {"count": 5, "rest": JOG}, "rest", "expected a distance alone"),
        (
            Routine,
            routine(5),
            "items[0]",
            f'expected an object with "exercise", or {TAGGED} "rest", "section"',
        ),
        (Routine, routine({"kind": "circit"}), "items[0].kind", 'unknown "circit": did you mean'),
        (Routine, routine({"parts": []}), "items[0].parts", "unknown key: expected"),
        (
            Routine,
            routine({"kind": "superset", "items": [REST, REST]}),
            "items[0].items[0].kind",
            "unknown key",
        ),
        (
            Routine,
            routine(frequency=3),
            "frequency",
            f'expected an object with "days" or "times", or {TAGGED} "frequency", "schedule"',
        ),
        (
            Routine,
            routine(frequency={"kind": "dose"}),
            "frequency.kind",
            'expected "frequency", "schedule" or "unsaid", got "dose"',
        ),
        (Branch, {"cases": [{"name": "a"}] * 2}, "cases", "expected at least one case, each"),
        (Circuit, {"parts": [], "turns": 1}, "turns", "expected true or false, got 1"),
        (Span, {"length": FIVE_MINUTES}, "length", "expected the bounds of a period"),
        (Reps, {"count": FIVE_MINUTES}, "count", "expected a count's bounds"),
        (Phase, {**EMPTY, "span": 42}, "span", f"expected {A_SPAN}, got 42"),
        (Phase, {**EMPTY, "span": {"kind": "span"}}, "span.kind", 'expected "between"'),
        (
            Phase,
            {**EMPTY, "span": {"kind": "between"}},
            "span.first",
            "expected a first day, a last day, or both",
        ),
        (
            Phase,
            {**EMPTY, "span": {"kind": "between", "first": "2026-10-32"}},
            "span.first",
            "expected a date such as",
        ),
    ],
)
def test_what_has_no_form_of_its_field_is_explained(
    kind: Any,  # noqa: ANN401
    plain: object,
    path: str,
    reason: str,
) -> None:
    """Each mistake is told by its path, with what would be accepted there."""
    with pytest.raises(DocumentError) as caught:
        CONVERTER.structure(plain, kind)

    found = {problem.path: problem.reason for problem in caught.value.problems}
    assert found[path].startswith(reason)


def test_mistakes_in_nested_parts_are_told_at_once() -> None:
    """However deep groups stand in each other, every mistake in them has its path."""
    inner = {"kind": "circuit", "parts": [{"exercise": {"name": ""}}], "rest": 5, "turns": None}
    branch = {"kind": "branch", "cases": [{"name": "a", "parts": [inner]}, {"parts": [5]}]}
    section = {"kind": "section", "parts": [branch, {"kind": "pick"}], "role": "warmup"}

    with pytest.raises(DocumentError) as caught:
        CONVERTER.structure(routine(section), Routine)

    place = "items[0].parts[0].cases"
    assert {problem.path for problem in caught.value.problems} == {
        f"{place}[0].parts[0].parts[0].exercise.name",
        f"{place}[0].parts[0].rest",
        f"{place}[0].parts[0].turns",
        f"{place}[1].name",
        f"{place}[1].parts[0]",
        "items[0].parts[1].parts",
        "items[0].role",
    }
