"""Headings and keys: what stands around the lines of a prescription."""

import pytest

from kinescript.errors import NotationError
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
    ("short", "long"),
    [
        ("emom: 10 min", "circuit: 10 min, starting every 60 s, taking turns"),
        ("emom: 10 min, every 90 s", "circuit: 10 min, starting every 90 s, taking turns"),
        ("amrap: 21 min", "circuit: 21 min"),
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
