"""What a timeline comes to, without getting ready and moving on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import groupby

from tests.corpus.entries import Fact
from tests.corpus.parts import components, is_called

from kinescript import (
    Assumptions,
    Choice,
    Prescription,
    Routine,
    Step,
    StepKind,
    Within,
    timeline,
)
from kinescript.timelines import Level

_BESIDE = {StepKind.PREPARE, StepKind.TRANSITION, StepKind.SWITCH}
_ENDS = (Within.LEAST, Within.GREATEST)


def of_timeline(
    prescription: Prescription, names: Sequence[str], fact: Fact, assumptions: Assumptions | None
) -> object:
    """Return what a *fact* asks of the timeline of what has these *names*, or of all."""
    routine = _routine_of(prescription, names)
    least, greatest = (list(_steps(routine, end, assumptions, fact)) for end in _ENDS)
    match fact["timeline"]:
        case "duration":
            return _lasting(least), _lasting(greatest)
        case "steps":
            return Decimal(len(least)), Decimal(len(greatest))
        case "order":
            named = (step.exercise.name for step in least if step.exercise)
            order = [name for name, _ in groupby(named)]
            return order[fact["at_place"]] if "at_place" in fact else order[: fact["first"]]
        case other:
            raise ValueError(f"a timeline has no {other}")


def _routine_of(prescription: Prescription, names: Sequence[str]) -> Routine:
    if not names:
        ((routine,),) = (phase.routines for phase in prescription.phases)
        return routine
    found = [each for each in components(prescription) if any(is_called(each, n) for n in names)]
    if not found:
        raise LookupError(f"there is no {', '.join(names)}")
    return Routine("", found)


def _lasting(steps: Sequence[Step]) -> Decimal:
    total = sum((step.duration for step in steps), timedelta(0))
    return Decimal(total // timedelta(milliseconds=1)) / 1000


def _steps(
    routine: Routine, within: Within, assumptions: Assumptions | None, fact: Fact
) -> Iterator[Step]:
    """Return the steps that a *fact* is about."""
    made = timeline(routine, choice=Choice.all(within), assumptions=assumptions)
    for step in made:
        if step.kind not in _BESIDE and _is_meant(step, fact):
            yield step


def _is_meant(step: Step, fact: Fact) -> bool:
    first, last = _between(fact.get("sets", (0, 0)))
    return (
        fact.get("activity") in {None, step.text}
        and fact.get("side") in {None, step.side and step.side.value}
        and fact.get("way") in {None, step.way}
        and fact.get("ends") in {None, step.ends.value}
        and fact.get("pass") in {None, _pass_of(step)}
        and fact.get("lasting") in {None, step.duration.total_seconds()}
        and ("sets" not in fact or first <= (step.set or 0) <= last)
        and _is_kind(step, fact.get("kind"))
    )


def _is_kind(step: Step, kind: str | None) -> bool:
    """Whether a step is of a *kind*; every kind but resting is work."""
    return kind in {None, step.kind.value} or (kind == "work" and step.kind is not StepKind.REST)


def _pass_of(step: Step) -> int | None:
    return next((place.number for place in step.places if place.level is Level.PASS), None)


def _between(ends: int | Sequence[int]) -> tuple[int, int]:
    if isinstance(ends, int):
        return ends, ends
    first, last = ends
    return first, last
