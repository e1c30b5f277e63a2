"""The options of everything that plans, to a plan."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from os import environ
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs
import click

from kinescript.agendas import Calendar
from kinescript.cli._files import read, read_prescription, refusing
from kinescript.errors import ModelError, PlanError
from kinescript.model import UNSAID, Side
from kinescript.plans import Plan, plan

_CLOCK = Path("/etc/localtime")


@attrs.frozen
class Asked:
    """
    What the command line asks to plan.

    Attributes:
        file: The prescription's file.
        start: The first day; today if None.
        zone: The person's zone; this computer's if None.
        calendar: The calendar's file, instead of a zone.
        affected: Which side is the affected one, if that was said.
        cases: The cases and audiences that it is planned for.
    """

    file: str
    start: date | None
    zone: str | None
    calendar: str | None
    affected: str | None
    cases: tuple[str, ...]

    def plan(self) -> Plan:
        """Read the files and make the plan."""
        if self.zone and self.calendar:
            raise click.UsageError("expected --zone or --calendar, not both")
        if self.file == self.calendar == "-":
            raise click.UsageError("expected one FILE at most to be standard input")
        prescription = read_prescription(self.file)
        calendar = self._own_calendar()
        start = self.start or datetime.now(ZoneInfo(calendar.zone)).date()
        affected = Side(self.affected) if self.affected else UNSAID
        with refusing(self.file), _refusing_cases():
            return plan(
                prescription,
                start=start,
                calendar=calendar,
                affected=affected,
                cases=self.cases,
            )

    def _own_calendar(self) -> Calendar:
        if self.calendar:
            return read(self.calendar, Calendar)
        zone = self.zone or zone_here(environ, _CLOCK)
        if zone is None:
            raise click.UsageError(
                "this computer's time zone is unknown: say --zone, such as --zone Europe/Berlin"
            )
        return Calendar(zone)


@contextmanager
def _refusing_cases() -> Generator[None]:
    """Report a case that no prescription has as a mistake on the command line."""
    try:
        yield
    except PlanError as error:
        hint = "'--case'" if error.path == "cases" else None
        raise click.BadParameter(error.reason, param_hint=hint) from None


def zone_here(environment: Mapping[str, str], clock: Path) -> str | None:
    """Return the zone that TZ, or else the link at *clock*, names; None if that is no zone."""
    named = environment.get("TZ", "").removeprefix(":")
    _, _, linked = clock.resolve().as_posix().partition("/zoneinfo/")
    try:
        return Calendar(named or linked).zone
    except ModelError:
        return None
