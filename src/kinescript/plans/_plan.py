"""A prescription on a calendar becomes a plan: sessions for any date, by direct access."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

import attrs

from kinescript._fields import named, one, wrong
from kinescript.agendas import Calendar, LeftOut, Slot
from kinescript.errors import LimitError, Problem
from kinescript.limits import EXPANDED_DAYS, EXPANDED_SESSIONS
from kinescript.model import UNSAID, Assumptions, Choice, Prescription, Side, Unsaid
from kinescript.plans._agenda import Agenda, DayOfRoutine, make_agenda
from kinescript.plans._assumed import assumptions_of
from kinescript.plans._cases import check_cases
from kinescript.plans._due import Due
from kinescript.plans._session import Session, Unplaced, Unscheduled
from kinescript.plans._spans import FIRST, LAST
from kinescript.plans._words import review_words
from kinescript.timelines import Assumed, Basis, Policy, Timeline, timeline_of

PLANNER = 1
"""The version of the planner; it grows when the same rules would give other sessions."""

_DAY = timedelta(days=1)
# Days on which something is due, but nothing finds a place, before no more is expected of
# it. Days of the week and of the month meet in every way within so many of them.
_PATIENCE = 400


def _as_prescription(value: Prescription) -> Prescription:
    return one(Prescription, "a Prescription", value)


def _as_calendar(value: Calendar) -> Calendar:
    return one(Calendar, "a Calendar, such as Calendar('Europe/Berlin')", value)


def _as_date(value: date) -> date:
    if isinstance(value, datetime):
        raise wrong("a date without a time", value)
    return one(date, "a date", value)


def _as_instant(value: datetime) -> datetime:
    if one(datetime, "a datetime with a time zone", value).tzinfo is None:
        raise wrong("a datetime with a time zone", value)
    return value


def _as_now(value: datetime | None) -> datetime | None:
    # In UTC, for an hour that clocks show twice is told apart by its offset alone.
    if value is None:
        return None
    try:
        return _as_instant(value).astimezone(UTC)
    except OverflowError:
        raise wrong("an instant in the years 1 to 9999", value) from None


def _as_policy(value: Policy) -> Policy:
    return one(Policy, "a Policy", value)


@attrs.frozen(kw_only=True, field_transformer=named)
class Plan:
    """
    All sessions of a prescription on a calendar, computed when they are asked for.

    Any day of an open-ended plan costs the same. Plans are equal if their rules are.

    Attributes:
        prescription: What is planned.
        start: The first day of the programme.
        calendar: The person's time.
        policy: What is done where the prescription leaves something open.
        now: Nothing is planned to start before this instant; the rest keeps its place.
    """

    prescription: Prescription = attrs.field(converter=_as_prescription)
    start: date = attrs.field(converter=_as_date)
    calendar: Calendar = attrs.field(converter=_as_calendar)
    policy: Policy = attrs.field(factory=Policy, converter=_as_policy)
    now: datetime | None = attrs.field(default=None, converter=_as_now)
    _agenda: Agenda = attrs.field(
        init=False,
        eq=False,
        repr=False,
        default=attrs.Factory(
            lambda plan: make_agenda(plan.prescription, plan.start, plan.calendar, plan.policy),
            takes_self=True,
        ),
    )
    _timelines: dict[tuple[str, ...], Timeline] = attrs.field(
        init=False, eq=False, repr=False, factory=dict[tuple[str, ...], Timeline]
    )

    @property
    def end(self) -> date | None:
        """The last day on which anything can be due; None where there is no end."""
        return max(self._agenda.last, self.start) if self._agenda.last < LAST else None

    @property
    def cases(self) -> frozenset[str]:
        """The cases and audiences for which it is planned."""
        return self.policy.cases

    @property
    def unscheduled(self) -> tuple[Unscheduled, ...]:
        """What is prescribed but not put on the clock, with the reason."""
        companions = (
            Unscheduled(f"companions[{index}]", companion.name, companion.reason)
            for index, companion in enumerate(self.prescription.companions)
        )
        reviews = (
            Unscheduled(f"reviews[{index}]", "review", f"it is no session: {review_words(review)}")
            for index, review in enumerate(self.prescription.reviews)
        )
        return tuple(dict.fromkeys((*companions, *reviews, *self._agenda.unscheduled)))

    @property
    def assumptions(self) -> tuple[Assumed, ...]:
        """What the prescription leaves open and this plan assumes or chooses."""
        return assumptions_of(self.prescription, self.start, self._agenda)

    def on(self, day: date) -> tuple[Session, ...]:
        """
        Return the sessions of *day*, in order of time.

        Raises:
            TimelineError: If a session may last longer than can be counted.
        """
        parts = self._agenda.on(_as_date(day))
        return tuple(sorted(chain.from_iterable(map(self._sessions, parts)), key=_start))

    def unplaced(self, day: date) -> tuple[Unplaced, ...]:
        """Return what is due on *day* but finds no place in it, with the reason."""
        return tuple(
            Unplaced(path, item.exercise.name, left_out.count, _reason(part, left_out))
            for part in self._agenda.on(_as_date(day))
            for left_out in part.left_out
            for due in part.routine.dues(left_out.key)
            for path, item in due.items
        )

    def between(self, first: date, last: date) -> tuple[Session, ...]:
        """
        Return the sessions from *first* to *last*, in order of time.

        Dates are days, both inclusive. Datetimes are instants: a session belongs to them
        if it starts at or after the first and before the last.

        Raises:
            LimitError: If that is more than `EXPANDED_DAYS` days or `EXPANDED_SESSIONS`
                sessions.
        """
        since = max(_local(first, self.calendar), self.start, FIRST)
        until = min(_local(last, self.calendar), self._agenda.last)
        days = (until - since).days + 1
        if days > EXPANDED_DAYS:
            raise LimitError(Problem(f"expected at most {EXPANDED_DAYS} days, got {days}"))
        found: list[Session] = []
        # A session after midnight belongs to the day before.
        for index in range(-1, days):
            today = self.on(since + index * _DAY)
            found += [each for each in today if _is_within(each, first, last)]
            if len(found) > EXPANDED_SESSIONS:
                raise LimitError(Problem(f"expected at most {EXPANDED_SESSIONS} sessions"))
        return tuple(sorted(found, key=_start))

    def after(self, instant: datetime) -> Iterator[Session]:
        """
        Return the sessions that start after *instant*, in order of time.

        They have no end if the plan has none. ``next(plan.after(now), None)`` is the
        next session.
        """
        moment = _as_instant(instant)
        day = _local(max(moment, self.now or moment), self.calendar)
        since = max(day, self.start, FIRST)
        return (each for each in self._since(since) if _start(each) > moment)

    def _since(self, first: date) -> Iterator[Session]:
        """Return the sessions of the day before *first*, of *first* and of all later days."""
        settled = max(first, self._agenda.settled)
        in_vain = dict.fromkeys(self._agenda.units, 0)
        # A session after midnight belongs to the day before.
        day = self._agenda.next_due(first - _DAY, in_vain)
        while day is not None:
            today = self.on(day)
            yield from today
            # After the last date that is unlike others, the days repeat themselves.
            for unit in [each for each in in_vain if day > settled and each.on(day)]:
                in_vain[unit] = 0 if today else in_vain[unit] + 1
                if in_vain[unit] > _PATIENCE:
                    del in_vain[unit]
            day = self._agenda.next_due(day + _DAY, in_vain)

    def _sessions(self, part: DayOfRoutine) -> Iterator[Session]:
        for slot in part.slots:
            dues = part.routine.dues(*slot.keys)
            timeline = self._timeline(dues)
            start = part.day.local(slot.offset)
            if self.now is None or start >= self.now:
                key, number = slot.opener
                yield Session(
                    id=f"{self.prescription.id}/{part.day.date.isoformat()}/{key}/{number}",
                    date=part.day.date,
                    start=start,
                    end=part.day.local(slot.offset + timeline.tree.length),
                    routine=part.routine.routine,
                    items=tuple(item for due in dues for _, item in due.items),
                    paths=tuple(path for due in dues for path, _ in due.items),
                    basis=self._basis(part, slot),
                    timeline=timeline,
                )

    def _basis(self, part: DayOfRoutine, slot: Slot) -> Basis:
        is_said = slot.is_fixed and part.is_said(slot)
        return Basis.PRESCRIBED if is_said else Basis.ASSUMED

    def _timeline(self, dues: tuple[Due, ...]) -> Timeline:
        paths = tuple(due.path for due in dues)
        if paths not in self._timelines:
            parts = ((due.path, due.component) for due in dues)
            self._timelines[paths] = timeline_of(parts, self.policy)
        return self._timelines[paths]


def plan(
    prescription: Prescription,
    *,
    start: date,
    calendar: Calendar,
    affected: Side | Unsaid = UNSAID,
    cases: str | Collection[str] = (),
    now: datetime | None = None,
    choice: Choice | None = None,
    assumptions: Assumptions | None = None,
) -> Plan:
    """
    Plan *prescription* from *start* on *calendar*.

    Args:
        prescription: What to plan.
        start: The first day of the programme.
        calendar: The person's time.
        affected: Which side "affected" means; the word stays where unsaid.
        cases: The names of the cases that hold, out of branches, and of the audiences for
            whom it is, where phases are for different people.
        now: Plan nothing that would start before this instant.
        choice: Which values to take from ranges; by default the least.
        assumptions: What to take for granted where the prescription gives no figure.

    Raises:
        ModelError: If an argument is of a wrong kind.
        PlanError: If the prescription has no such case.
    """
    policy = Policy(
        choice=Choice() if choice is None else choice,
        assumptions=Assumptions() if assumptions is None else assumptions,
        affected=affected,
        cases=cases,
    )
    made = Plan(prescription=prescription, start=start, calendar=calendar, policy=policy, now=now)
    check_cases(made.prescription, made.cases)
    return made


def _reason(part: DayOfRoutine, left_out: LeftOut) -> str:
    if left_out.offset is None:
        return left_out.reason
    return f"{left_out.reason} at {part.day.local(left_out.offset):%H:%M}"


def _start(session: Session) -> datetime:
    # In UTC, for two times of one zone are compared by what its clocks show.
    return session.start.astimezone(UTC)


def _local(moment: date, calendar: Calendar) -> date:
    """Return the date of a day, or that on the calendar's clock at an instant."""
    if not isinstance(moment, datetime):
        return _as_date(moment)
    try:
        return _as_instant(moment).astimezone(ZoneInfo(calendar.zone)).date()
    except OverflowError:  # hours from the first or the last instant that there is
        return moment.date()


def _is_within(session: Session, first: date, last: date) -> bool:
    start = _start(session)
    begins = start >= first if isinstance(first, datetime) else session.date >= first
    return begins and (start < last if isinstance(last, datetime) else session.date <= last)
