"""What a plan comes to: how many sessions and days, which weekdays, which routines in turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Final

from tests.corpus.entries import Fact

from kinescript import Calendar, Choice, Plan, Prescription, Session, Within, plan

START: Final = date(2026, 11, 23)
"""A Monday."""

_LONG: Final = timedelta(days=730)
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def of_plan(prescription: Prescription, names: Sequence[str], fact: Fact) -> object:
    """
    Return what a *fact* asks of a plan that starts on a Monday.

    Numbers are told for the least and the greatest of what the prescription leaves open.
    """
    cases = [fact["case"]] if "case" in fact else []
    ask = _ASKED[fact["plan"]]
    least, greatest = (
        ask(
            plan(
                prescription,
                start=START,
                calendar=Calendar("Etc/UTC"),
                cases=cases,
                choice=Choice.all(end),
            ),
            names,
            fact,
        )
        for end in (Within.LEAST, Within.GREATEST)
    )
    if isinstance(least, int) and isinstance(greatest, int):
        return Decimal(least), Decimal(greatest)
    if least != greatest:
        raise ValueError(f"they differ: {least}, {greatest}")
    return least


def _length(made: Plan, _names: Sequence[str], _fact: Fact) -> int:
    """Return the seconds from the start of the first day to the end of the last."""
    if made.end is None:
        raise ValueError("the plan has no end")
    return ((made.end - made.start).days + 1) * 86_400


def _sessions(made: Plan, names: Sequence[str], fact: Fact) -> int:
    return len(_found(made, names, fact))


def _days(made: Plan, names: Sequence[str], fact: Fact) -> int:
    return len(_dates(made, names, fact))


def _every(made: Plan, names: Sequence[str], fact: Fact) -> int:
    (distance,) = {(after - before).days for before, after in pairwise(_dates(made, names, fact))}
    return distance


def _from_first_to_last(made: Plan, names: Sequence[str], fact: Fact) -> int:
    dates = _dates(made, names, fact)
    return (dates[-1] - dates[0]).days + 1


def _gaps(made: Plan, names: Sequence[str], fact: Fact) -> object:
    dates = _dates(made, names, fact)
    gaps = [(after - before).days - 1 for before, after in pairwise(dates)]
    return [(Decimal(gap), Decimal(gap)) for gap in gaps[: fact["first"]]]


def _weeks(made: Plan, names: Sequence[str], fact: Fact) -> int:
    return len({_week(day) for day in _dates(made, names, fact)})


def _weekdays(made: Plan, names: Sequence[str], fact: Fact) -> object:
    found = {day.weekday() for day in _dates(made, names, fact)}
    return [_WEEKDAYS[number] for number in sorted(found)]


def _free(made: Plan, names: Sequence[str], fact: Fact) -> object:
    busy = {day.weekday() for day in _dates(made, names, fact)}
    return [name for number, name in enumerate(_WEEKDAYS) if number not in busy]


def _free_days(made: Plan, names: Sequence[str], fact: Fact) -> int:
    first, last = _window(made, fact)
    return (last - first).days + 1 - len(_dates(made, names, fact))


def _routines(made: Plan, names: Sequence[str], fact: Fact) -> object:
    return [session.routine.name for session in _found(made, names, fact)]


_ASKED: Final[Mapping[str, Callable[[Plan, Sequence[str], Fact], object]]] = {
    "length": _length,
    "sessions": _sessions,
    "days": _days,
    "every": _every,
    "from first to last": _from_first_to_last,
    "gaps": _gaps,
    "weeks": _weeks,
    "weekdays": _weekdays,
    "free": _free,
    "free days": _free_days,
    "routines": _routines,
}


def _found(made: Plan, names: Sequence[str], fact: Fact) -> list[Session]:
    """Return the sessions that a *fact* is about."""
    on = fact.get("on")
    return [
        session
        for session in made.between(*_window(made, fact))
        if (not names or {item.exercise.name for item in session.items} & set(names))
        and on in {None, _WEEKDAYS[session.date.weekday()]}
    ]


def _dates(made: Plan, names: Sequence[str], fact: Fact) -> list[date]:
    return sorted({session.date for session in _found(made, names, fact)})


def _window(made: Plan, fact: Fact) -> tuple[date, date]:
    """Return the first and last day of the days or the week that a *fact* tells."""
    last = min(made.end or START + _LONG, START + _LONG)
    if "week" in fact:
        monday = START + timedelta(weeks=fact["week"] - 1)
        return monday, monday + timedelta(days=6)
    if "in_days" in fact:
        return START, START + timedelta(days=fact["in_days"] - 1)
    return START, last


def _week(day: date) -> int:
    return (day - START).days // 7
