"""How long something is planned to last, without getting ready and moving on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

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

_BESIDE = {StepKind.PREPARE, StepKind.TRANSITION}


def duration_of(
    prescription: Prescription, names: Sequence[str], assumptions: Assumptions | None
) -> tuple[Decimal, Decimal]:
    """Return the seconds that what has these *names* lasts, from the least to the most."""
    routine = _routine_of(prescription, names)
    return _lasting(routine, Within.LEAST, assumptions), _lasting(
        routine, Within.GREATEST, assumptions
    )


def steps_of(
    prescription: Prescription, names: Sequence[str], activity: str, lasting: float | None
) -> int:
    """Return how many steps of an *activity* there are, or of those *lasting* so many seconds."""
    steps = _steps(_routine_of(prescription, names), Within.LEAST, None)
    return sum(
        step.text == activity and lasting in {None, step.duration.total_seconds()} for step in steps
    )


def _routine_of(prescription: Prescription, names: Sequence[str]) -> Routine:
    if not names:
        ((routine,),) = (phase.routines for phase in prescription.phases)
        return routine
    found = [each for each in components(prescription) if any(is_called(each, n) for n in names)]
    if not found:
        raise LookupError(f"there is no {', '.join(names)}")
    return Routine("", found)


def _lasting(routine: Routine, within: Within, assumptions: Assumptions | None) -> Decimal:
    steps = _steps(routine, within, assumptions)
    total = sum((step.duration for step in steps), timedelta(0))
    return Decimal(total // timedelta(milliseconds=1)) / 1000


def _steps(routine: Routine, within: Within, assumptions: Assumptions | None) -> list[Step]:
    made = timeline(routine, choice=Choice.all(within), assumptions=assumptions)
    return [step for step in made if step.kind not in _BESIDE]
