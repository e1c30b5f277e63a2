"""A plan to the fields of its document, as its rules or written out in full, and back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import attrs

from kinescript.agendas import Calendar
from kinescript.documents._converter import CONVERTER
from kinescript.documents._expanded import Asked, promised, told
from kinescript.documents._problems import (
    MOST,
    Collector,
    at_key,
    is_list,
    is_object,
    one_of,
    refused,
)
from kinescript.documents._types import Body, Plain
from kinescript.errors import DocumentError, Problem
from kinescript.model import UNSAID, Assumptions, Choice, Prescription, Side, Unsaid
from kinescript.plans import PLANNER, Plan
from kinescript.timelines import Policy

_USUAL_DAYS = 7
_PROMISED = ("first", "days", "sessions", "timelines")
_TOLD = ("unplaced", "unscheduled", "assumptions")
_ABSENT = object()


def _as_affected(value: Side | Unsaid) -> Side | Unsaid:
    return Policy(affected=value).affected


def _as_cases(value: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(Policy(cases=value).cases))


@attrs.frozen(kw_only=True)
class Rules:
    """What the document of a plan holds: all that its sessions follow from."""

    planner: int
    start: date
    calendar: Calendar
    prescription: Prescription
    affected: Side | Unsaid = attrs.field(default=UNSAID, converter=_as_affected)
    cases: tuple[str, ...] = attrs.field(default=(), converter=_as_cases)
    now: datetime | None = None
    choice: Choice = attrs.field(factory=Choice)
    assumptions: Assumptions = attrs.field(factory=Assumptions)


def write_plan(plan: Plan) -> Body:
    """Return the rules of *plan*."""
    rules = Rules(
        planner=PLANNER,
        start=plan.start,
        calendar=plan.calendar,
        prescription=plan.prescription,
        affected=plan.policy.affected,
        cases=plan.policy.cases,
        now=plan.now,
        choice=plan.policy.choice,
        assumptions=plan.policy.assumptions,
    )
    body: Body = CONVERTER.unstructure(rules)
    return body


def read_plan(body: Body) -> Plan:
    """
    Make a plan of its rules.

    Sessions and timelines that were written out must be what the rules give now, so that
    nobody relies on times that were promised otherwise.
    """
    rules = CONVERTER.structure({key: body[key] for key in body if key != "expanded"}, Rules)
    if rules.planner != PLANNER:
        reason = f"expected {PLANNER}, the planner of this release, got {rules.planner}"
        raise DocumentError(Problem(reason, "planner"))
    plan = Plan(
        prescription=rules.prescription,
        start=rules.start,
        calendar=rules.calendar,
        policy=Policy(rules.choice, rules.assumptions, rules.affected, rules.cases),
        now=rules.now,
    )
    if "expanded" in body:
        _check_expanded(plan, body["expanded"])
    return plan


def _check_expanded(plan: Plan, written: Plain) -> None:
    found = Collector()
    with found.under("expanded"):
        asked = CONVERTER.structure(_only(("first", "days"), written), Asked)
        _check_told(written)
        planned = promised(plan, asked)
        path = _difference(_only(planned, written), planned, "")
        if path is not None:
            reason = "expected what these rules give now; leave “expanded” out to plan anew"
            raise DocumentError(Problem(reason, path.removeprefix(".")))
    found.raise_all()


def _only(keys: Iterable[str], written: Plain) -> Plain:
    return {key: written[key] for key in keys if key in written} if is_object(written) else written


def _check_told(written: Body) -> None:
    """Refuse what is neither promised nor told beside it, whose wording may change."""
    found = Collector()
    for key in [key for key in written if key not in _PROMISED][:MOST]:
        with found.under(at_key(key)):
            if key not in _TOLD:
                raise DocumentError(f"unknown key: expected {one_of((*_PROMISED, *_TOLD))}")
            if not is_list(written[key]) or not all(map(is_object, written[key])):
                raise refused("a list of objects", written[key])
    found.raise_all()


def _difference(written: Plain, planned: Plain, path: str) -> str | None:
    """Return where two plain values first differ, or None."""
    if is_object(written) and is_object(planned):
        keys = dict.fromkeys([*planned, *written])
        pairs = (
            (f"{path}.{key}", written.get(key, _ABSENT), planned.get(key, _ABSENT)) for key in keys
        )
    elif is_list(written) and is_list(planned) and len(written) == len(planned):
        pairs = (
            (f"{path}[{index}]", *pair)
            for index, pair in enumerate(zip(written, planned, strict=True))
        )
    else:
        return None if type(written) is type(planned) and written == planned else path
    found = (_difference(one, other, place) for place, one, other in pairs)
    return next((place for place in found if place is not None), None)


def expand_plan(plan: Plan, days: int | None, first: date | None) -> Body:
    """Return the rules of *plan* with so many days from *first* written out in full."""
    asked = Asked(
        first=plan.start if first is None else first, days=_USUAL_DAYS if days is None else days
    )
    expanded = {**promised(plan, asked), **told(plan, asked)}
    return {**write_plan(plan), "expanded": expanded}
