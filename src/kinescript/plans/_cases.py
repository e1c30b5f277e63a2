"""The cases that a prescription has: those of its branches, and its phases' audiences."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from kinescript._fields import shown
from kinescript.errors import PlanError, Problem
from kinescript.model import Prescription
from kinescript.plans._unscheduled import cases_of


def check_cases(prescription: Prescription, asked: Collection[str]) -> None:
    """
    Refuse cases that *prescription* does not have.

    Raises:
        PlanError: If it has no such case.
    """
    known = list(dict.fromkeys(_known(prescription))) if asked else []
    unknown = sorted(set(asked) - set(known))
    if unknown:
        problems = [Problem(_reason(each, known), "cases", value=shown(each)) for each in unknown]
        raise PlanError(problems)


def _known(prescription: Prescription) -> Iterator[str]:
    for phase in prescription.phases:
        yield from phase.audience
        for routine in phase.routines:
            for part in routine.items:
                yield from (case.name for _, case in cases_of(part, ""))


def _reason(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"this prescription has {_listed(known)}"
    return f"unknown case {shown(name)}: {hint}"


def _listed(known: list[str]) -> str:
    return ", ".join(map(repr, known)) or "no cases"
