"""Documents are read strictly and come back as they were."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from kinescript.agendas import Calendar
from kinescript.documents import SCHEMA, dumps, loads
from kinescript.errors import DocumentError, ModelError, PlanError
from kinescript.limits import NUMBER_DIGITS, TEXT_LENGTH
from kinescript.model import (
    Prescription,
)
from kinescript.testing import calendars, prescriptions


def document(kind: str = "prescription", /, **fields: object) -> str:
    """Write a small document by hand."""
    titled = {"title": "T", "phases": []} if kind == "prescription" else {"zone": "UTC"}
    return json.dumps({"kinescript": kind, "schema": 1, **titled, **fields})


def problems(text: str | bytes) -> dict[str, str]:
    """Load a bad document and return its reasons by path."""
    with pytest.raises(DocumentError) as caught:
        loads(text)
    return {problem.path: problem.reason for problem in caught.value.problems}


@given(prescriptions() | calendars())
def test_documents_come_back_as_they_were(value: object) -> None:
    """Reading what was written gives an equal value, and writing that the same text."""
    text = dumps(value)

    assert loads(text) == value
    assert dumps(loads(text)) == text


def test_the_envelope_comes_first() -> None:
    """A document begins with its kind and schema, and ends with a line break."""
    text = dumps(Calendar("UTC"))

    assert text == '{\n  "kinescript": "calendar",\n  "schema": 1,\n  "zone": "UTC"\n}\n'
    assert SCHEMA == 1


def test_defaults_are_left_out_but_the_id() -> None:
    """A field that equals its default is not written; an id is, so that it stays."""
    body = json.loads(dumps(Prescription("Back pain", ())))

    assert list(body) == ["kinescript", "schema", "title", "phases", "id"]
    assert body["id"] == "urn:kinescript:back-pain"


@pytest.mark.parametrize(
    "text",
    [document(), document().encode(), "\ufeff" + document(), b"\xef\xbb\xbf" + document().encode()],
    ids=["text", "bytes", "text with a mark", "bytes with a mark"],
)
def test_text_and_bytes_are_read(text: str | bytes) -> None:
    """A document may be text or UTF-8, with or without a byte order mark."""
    assert loads(text) == Prescription("T", ())


def test_one_kind_can_be_asked_for() -> None:
    """The class of the value says which kind of document will do."""
    assert loads(document("calendar"), Calendar) == Calendar("UTC")
    with pytest.raises(DocumentError, match="kinescript: expected a prescription, got a calendar"):
        loads(document("calendar"), Prescription)
    with pytest.raises(ModelError, match="Prescription"):
        loads(document(), int)


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        (
            "[]",
            {"": 'expected an object such as {"kinescript": "prescription",'},
        ),
        (
            "{}",
            {
                "kinescript": 'missing: expected "prescription"',
                "schema": "missing: expected a schema's number, 1 or less",
            },
        ),
        (
            '{"kinescript": "calendr", "schema": 2}',
            {
                "kinescript": 'unknown "calendr": did you mean "calendar"?',
                "schema": "schema 2 is newer than 1, the newest this release reads",
            },
        ),
        (
            '{"kinescript": 1, "schema": true}',
            {
                "kinescript": 'expected "prescription"',
                "schema": "expected a whole number of 1 or more, got true",
            },
        ),
        (
            '{"kinescript": "x", "schema": 0}',
            {
                "kinescript": 'expected "prescription"',
                "schema": "expected a whole number of 1 or more, got 0",
            },
        ),
        ('{"kinescript": "calendar", "schema": NaN}', {"schema": "expected a number, got NaN"}),
    ],
    ids=["list", "empty", "misspelt and newer", "wrong types", "unknown and too low", "NaN"],
)
def test_a_bad_envelope_is_explained(text: str, reasons: dict[str, str]) -> None:
    """An envelope says what is wrong with its kind and with its schema at once."""
    found = problems(text)

    assert list(found) == list(reasons)
    assert all(found[path].startswith(reason) for path, reason in reasons.items())


def test_all_problems_are_told_at_once() -> None:
    """Every mistake has its place, also several in one object and of different kinds."""
    reps = {"kind": "reps", "count": 0, "hold": "-PT5S", "tempo": 3, "rest": None, "rset": 1}
    sets = [{"count": [5, 3], "work": reps}, {"count": 3, "work": {"kind": "rep"}}, {"work": {}}]
    item = {"exercise": {"name": "", "cues": ["", "x", 1]}, "dose": {"sets": sets}}
    text = document(phases=[{"routines": [{"name": "", "items": [item]}]}], tilte="T")
    place = "phases[0].routines[0].items[0]"

    found = problems(text.replace('"sets"', '"sets": [], "sets"'))

    assert set(found) == {
        f"{place}.dose.sets",
        "tilte",
        "phases[0].name",
        f"{place}.exercise.name",
        f"{place}.exercise.cues[2]",
        f"{place}.dose.sets[0].count",
        f"{place}.dose.sets[0].work.rset",
        f"{place}.dose.sets[0].work.count",
        f"{place}.dose.sets[0].work.hold",
        f"{place}.dose.sets[0].work.tempo",
        f"{place}.dose.sets[0].work.rest",
        f"{place}.dose.sets[1].work.kind",
        f"{place}.dose.sets[2].count",
        f"{place}.dose.sets[2].work.kind",
    }


@pytest.mark.parametrize(
    ("fields", "path", "reason"),
    [
        ({"colour": "x"}, "colour", 'unknown key: expected "title", "phases"'),
        ({"title": 1}, "title", "expected a text, got 1"),
        (
            {"title": "a" * (TEXT_LENGTH + 1)},
            "title",
            f"expected a text of at most {TEXT_LENGTH} characters",
        ),
        ({"title": "\ud800"}, "title", "expected whole characters, not half of a surrogate pair"),
        ({"phases": "abc"}, "phases", 'expected a list, got "abc"'),
        (
            {"phases": [{"name": "", "routines": [], "span": {"sessions": True}}]},
            "phases[0].span.sessions",
            "expected a number of 0 or more, or two such as [8, 12]",
        ),
        (
            {"phases": [{"name": "", "routines": [], "span": {"sessions": 10**NUMBER_DIGITS}}]},
            "phases[0].span.sessions",
            "expected a number of at most 15 digits, got 1000",
        ),
        (
            {"sources": [{"title": "x", "published": "2026-02-30"}]},
            "sources[0].published",
            'expected a date such as "2026-11-23", got "2026-02-30"',
        ),
    ],
    ids=[
        "key",
        "type",
        "length",
        "surrogate",
        "text for a list",
        "truth for a number",
        "digits",
        "date",
    ],
)
def test_one_mistake_has_one_problem(fields: dict[str, Any], path: str, reason: str) -> None:
    """A single mistake is reported once, by its path."""
    (found,) = problems(document(**fields)).items()

    assert found[0] == path
    assert found[1].startswith(reason)


def test_an_unknown_zone_is_explained() -> None:
    """What only the value itself can tell is told with a path too."""
    reason = "unknown time zone 'Europe/Berln': did you mean 'Europe/Berlin'?"

    assert problems(document("calendar", zone="Europe/Berln")) == {"zone": reason}
    assert list(problems(document("calendar", zone="a/" * 4000))) == ["zone"]


@pytest.mark.parametrize("text", ["", "{", '{"a": 1,}', "[1 2]", "nul", '"\n"'])
def test_what_is_not_json_has_a_place(text: str) -> None:
    """Text that is no JSON is refused with line and column."""
    with pytest.raises(DocumentError, match="not JSON") as caught:
        loads("\n\n" + text)

    assert caught.value.problems[0].line >= 3 or not text
    assert caught.value.problems[0].column


def test_only_plans_are_expanded() -> None:
    """Asking for days, or for the steps of something else than a plan, is an error."""
    with pytest.raises(PlanError, match="expected a plan to expand, got a calendar"):
        dumps(Calendar("UTC"), expanded=True)
    with pytest.raises(PlanError, match="expanded=True"):
        dumps(Calendar("UTC"), days=7)
    with pytest.raises(PlanError, match="expanded=True"):
        dumps(Calendar("UTC"), first=date(2026, 11, 23))
    with pytest.raises(ModelError, match="Prescription"):
        dumps("text")


def test_other_things_than_text_are_refused() -> None:
    """Only text and bytes are read."""
    with pytest.raises(DocumentError, match="expected a document as str or bytes, got dict"):
        loads({})  # type: ignore[call-overload]
