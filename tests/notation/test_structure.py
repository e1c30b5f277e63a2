"""Headings and keys: what stands around the lines of a prescription."""

from datetime import date

import pytest

from kinescript.errors import NotationError
from kinescript.model import Code, Detail, Indication, Item, Sessions, Side, Topic, weeks
from kinescript.notation import parse, write

WHOLE = """\
title: All of it
id: urn:example:all
status: active
version: 2
replaces: urn:example:old
author: A
requester: B
authored: 2026-11-23
source: A page
  author: C
  publisher: D
  address: https://example.org
  published: 2020-01-02
code: http://snomed.info/sct 229065009 Exercise therapy
for: somebody
goal: walk
  target: pain <= 2/10
  due: 6 weeks
goal: run
  due: 2027-01-01
precaution: slowly
contraindication: fever
advice: ask
companion: Ice
  words: after sport
  reason: no clock
aim: 30-45 min per session
aim: 5 km per week
aim: 20 per "set #1 of 2"
note: last
extension: "x" = {"a": [1, 2.5]}
frequency: daily
rule: stop if pain > 5/10
phase One: 3/day; for 2 weeks
  entry: pain <= 3/10 and "no swelling"
  exit: "full extension" or "clearance"
  for: adults
  goal: calm
  precaution: no load
  aim: 4 per phase
  note: gently
  rule: allow "some pain", else reduce
  routine Morning: 1/day; for 1 week
    reading: twice
      reason: unclear
      or dose: 2 x 10
      or frequency: 2/day
      or: ?
    aim: 10 min per session
    note: early
    rule: "skip" if "fever"
    section warm-up Loosen: 5 min
      Jog: 5 min
    section "main course":
      rest: 2 min
    section "Part: A": up to 4 min
      A: 10; stop if pain > 5/10
        rule: carry on if pain <= 2/10
    circuit Legs: 3 rounds, rest 10 s, rest 60 s between rounds, for time, @ easy, @ RPE 7
      Squat: 10
    circuit: 10 min, starting every 5 min, taking turns
      Squat: 10
    circuit: 2 km
      Squat: 10
    circuit: at least 3 rounds until tired
      Squat: 10
    circuit: at least 5 min until tired
      Squat: 10
    circuit: until tired
      Squat: 10
    circuit: 1 round
      Squat: 10
    superset A: for time
      Squat: 3 x 10
      Lunge: as many as possible, rest 30 s
    pick Some: at least 2
      Squat: to failure
      Lunge: at least 8 to failure
      Row: ?, each side
    branch:
      case small tear:
        Squat: 10; change distance to @ 45 m every "so often"; build reps every 2 sessions
      case big tear:
  routine:
"""


def test_everything_has_a_place() -> None:
    """Whatever a prescription can say stands in its text, which comes back as it was."""
    made = parse(WHOLE)
    text = write(made)

    assert parse(text) == made
    assert text.splitlines()[:9] == WHOLE.splitlines()[:9]
    assert "  routine:" in text.splitlines()


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("90 repetitions per day", "90 reps per day"),
        ("30 sessions", "30 sessions"),
        ("90 reps/day", "90 reps per day"),
        ("10000 steps a day", "10000 steps per day"),
        ("at least 1 rep per set", "at least 1 reps per set"),
        ("90 per reps a day", "90 reps per day"),
        ("90", "90 per session"),
        ('20 per "reps a #2"', '20 per "reps a #2"'),
        ("6 min per reps a day", "6 min per reps a day"),
    ],
)
def test_aims_say_what_they_count(written: str, canonical: str) -> None:
    """A total that a source prints has the word for what it counts."""
    made = parse(f"A: 10\n  aim: {written}\n")

    assert write(made) == f"A: 10\n  aim: {canonical}\n"
    assert parse(write(made)) == made


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("emom: 10 min", "circuit: 10 min, starting every 60 s, taking turns"),
        ("emom: 10 min, every 90 s", "circuit: 10 min, starting every 90 s, taking turns"),
        ("circuit Murph: for time", "circuit Murph: 1 round, for time"),
        ("circuit: ? rounds, for time", "circuit: ? rounds, for time"),
        ("amrap: 21 min", "circuit: 21 min"),
        ("section warm up: 5 min", "section warm-up: 5 min"),
        ("section Cooldown:", "section cool-down:"),
        ('section "warm up":', 'section "warm up":'),
        ("section Legs:", "section Legs:"),
        ("circuit:", "circuit: ? rounds"),
        ("pick:", "pick: ?"),
    ],
)
def test_short_headings(short: str, long: str) -> None:
    """Some headings have a shorter form, and one canonical form."""
    assert write(parse(f"{short}\n  A: 10\n")) == f"{long}\n  A: 10\n"


@pytest.mark.parametrize(
    "text",
    [
        "A: 10\nroutine B: daily\n  C: 10\n",
        "A: 10\nphase B: weeks 3-4\n  C: 10\n",
        "phase B:\n  rest: 5 min walk\n",
        '"note": 10\n',
        '"phase 1": 10\n',
        '"Curl-up, arms crossed", supine or "on all fours": 10\n',
        "A: 10; for at least 2 weeks until fatigue\n",
        "A: until fatigue\n",
        "A: 10 s until fatigue plus 5 s\n",
        "A: as many as possible\n",
        "A: at least 8 to failure\n",
        "A: 5 km of (jog 1 km then walk 200 m)\n",
        "A: 5 km until tired of jog 1 km\n",
        "A: 10; change distance to @ 45 m\n",
        "A: 10; pain <= 5 degrees; pain > 3 kg; stop if pain >= 40% for 2 days 2 times\n",
        "A: 10, tempo (lower 2.5 s, bottom 0 s, lift 1 s)\n",
        "A: 10, tempo (lower 3 s on left, bottom 0 s, lift 1 s)\n",
        "A: 10, tempo X-0-X counts\n",
        "section:\n  A: 10\n",
        "circuit: 2 rounds, rest 5 s between rounds\n  A: 10\n",
        "circuit: 2 km\n  A: 10\n",
        "circuit: until tired\n  A: 10\n",
    ],
)
def test_texts_come_back(text: str) -> None:
    """What is written under headings is read again."""
    made = parse(text)

    assert parse(write(made)) == made


def test_a_bare_reading_is_a_frequency_or_a_dose() -> None:
    """What was not chosen need not say what it is."""
    with pytest.raises(NotationError, match="hodl"):
        parse("A: 10\n  reading: x\n    reason: y\n    or: hodl 5 s\n")
    text = "A: 10\n  reading: x\n    reason: y\n    or: 2/day\n    or: 3 x 10\n"

    assert "or frequency: 2/day" in write(parse(text))
    assert "or dose: 3 x 10" in write(parse(text))


CONTEXT = """\
title: Back
indication: sciatica
  site: lower back
  side: left
  code: urn:x 1 Sciatica
contraindication: fever
setting: at home
starting level: two repetitions in reserve
review: after 6 sessions
review: after 1 session
review: after 4 weeks
review: on 2026-12-01
phase Start:
  precaution: slowly
  contraindication: a fracture
  supervision: every session
  routine A:
    precaution: with a friend
    delivery: in a group
    Squat: 10
      precaution: no pain
      contraindication: a painful knee
      avoid: deep squats
"""


def test_context_is_told_at_every_level() -> None:
    """What a prescription is for, and what else is told of it, stands in lines of its own."""
    made = parse(CONTEXT)
    (phase,) = made.phases
    (routine,) = phase.routines
    (item,) = (each for each in routine.items if isinstance(each, Item))

    assert made.indications == (
        Indication(
            "sciatica",
            site="lower back",
            side=Side.LEFT,
            codes=Code("urn:x", "1", display="Sciatica"),
        ),
    )
    assert [each.topic for each in made.details] == [Topic.SETTING, Topic.STARTING_LEVEL]
    assert made.reviews == (Sessions(6), Sessions(1), weeks(4), date(2026, 12, 1))
    assert phase.contraindications == ("a fracture",)
    assert phase.details == (Detail(Topic.SUPERVISION, "every session"),)
    assert routine.precautions == ("with a friend",)
    assert routine.details == (Detail(Topic.DELIVERY, "in a group"),)
    assert (item.precautions, item.contraindications) == (("no pain",), ("a painful knee",))
    assert item.details == (Detail(Topic.AVOID, "deep squats"),)
    assert write(made) == CONTEXT


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("review: after 2.5 sessions", "whole number of sessions"),
        ("review: soon", "expected a date such as 2026-12-01, after, on"),
        ("indication: x\n  side: affected", "expected one of left, right, both"),
        ("setting:", "expected a text after `setting`"),
        ("A: 10\n  review: after 6 sessions", "a topic such as setting"),
        ("indication: x\n  setting: y", "expected no `setting` here"),
    ],
)
def test_context_that_cannot_be(text: str, reason: str) -> None:
    """What cannot be said of a prescription is refused with what would do."""
    with pytest.raises(NotationError, match=reason):
        parse(text)
