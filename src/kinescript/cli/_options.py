"""Words of the command line to dates and time zones."""

from __future__ import annotations

import re
from datetime import date

import click

_FIRST, _LAST = date(1900, 1, 1), date(8999, 12, 31)
_YEAR = re.compile(r"\d{4}")


def calendar_date(text: str) -> date:
    """Return the date that *text* writes as ISO 8601 does, or say which one it may mean."""
    try:
        written = date.fromisoformat(text)
    except ValueError:
        meant = _date_meant(text)
        hint = f"did you mean {meant}?" if meant else "expected a date such as 2026-11-23"
        raise click.BadParameter(f"{text!r} is no date: {hint}") from None
    if not _FIRST <= written <= _LAST:
        raise click.BadParameter(f"expected a date from {_FIRST} to {_LAST}, got {text}")
    return written


def _date_meant(text: str) -> date | None:
    """Return the only date that the three numbers in *text* can be, if there is one."""
    match re.findall(r"\d{1,4}", text):
        case [first, second, third]:
            orders = {(first, second, third), (third, second, first), (third, first, second)}
            dates = {_date_of(*order) for order in orders if _YEAR.fullmatch(order[0])} - {None}
            return dates.pop() if len(dates) == 1 else None
        case _:
            return None


def _date_of(*numbers: str) -> date | None:
    try:
        return date(*map(int, numbers))
    except ValueError:
        return None


def zone_name(text: str) -> str:
    """Return *text* if a time zone is called so, or say which one it may mean."""
    from kinescript.agendas import Calendar
    from kinescript.errors import ModelError

    try:
        return Calendar(text).zone
    except ModelError as error:
        raise click.BadParameter(error.reason) from None
