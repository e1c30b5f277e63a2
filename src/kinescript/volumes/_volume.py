"""The volume of what is prescribed: its figures, each from one repetition to the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Final

import attrs

from kinescript._fields import as_name, many, one_of
from kinescript.model import (
    UNSAID,
    Assumptions,
    Branch,
    Circuit,
    Component,
    Dose,
    Item,
    Phase,
    Pick,
    Prescription,
    Rest,
    Routine,
    Section,
    Superset,
)
from kinescript.volumes._exercises import sheets_by_name
from kinescript.volumes._measures import Given
from kinescript.volumes._programmes import sheet_for, sheets_for
from kinescript.volumes._setting import Setting
from kinescript.volumes._sheet import Sheet
from kinescript.volumes._tally import FIGURES, Sided, Tally
from kinescript.volumes._totals import Total

_PLACED: Final = (
    *(Item, Rest, Section, Circuit, Superset, Pick, Branch),
    *(Routine, Phase, Prescription),
)


@attrs.frozen(kw_only=True)
class Figure:
    """
    How much there is of one thing.

    A day is one on which any of it is due, and a session one occasion on which all that
    its day has is done; both are ranges where parts of it fall on different days. A
    side's figure is what every side that works does; a part that is for neither side in
    particular counts for each.

    Attributes:
        per_rep: In one repetition.
        per_set: In one set, on one side and in one way.
        per_session: In one session.
        per_session_per_side: In one session on one side.
        per_day: On one day.
        per_day_per_side: On one day on one side.
        per_week: In one week.
        per_week_per_side: In one week on one side.
        in_all: In the whole programme.
        in_all_per_side: In the whole programme on one side.
    """

    per_rep: Total
    per_set: Total
    per_session: Total
    per_session_per_side: Total
    per_day: Total
    per_day_per_side: Total
    per_week: Total
    per_week_per_side: Total
    in_all: Total
    in_all_per_side: Total


@attrs.frozen(kw_only=True)
class Volume:
    """
    How much is prescribed, thing by thing.

    Attributes:
        sets: Sets; one on each side is two.
        reps: Repetitions.
        hold: Seconds held: holds, and the held parts of a breath.
        work: Seconds of work: holds, activities, and repetitions at a tempo.
        rest: Seconds of rest between repetitions, sets and parts.
        breaths: Breaths that are told: as a length, or as repetitions of a breath.
        counts: Spoken counts that are told.
        distance: Metres.
        calories: Kilocalories that a machine counts.
        steps: Steps.
        bouts: Bouts: one item on one occasion.
        sessions: Sessions.
        by_exercise: The volume of each exercise by its name, in order of first appearance;
            it is added up when it is first asked for.
    """

    sets: Figure
    reps: Figure
    hold: Figure
    work: Figure
    rest: Figure
    breaths: Figure
    counts: Figure
    distance: Figure
    calories: Figure
    steps: Figure
    bouts: Figure
    sessions: Figure
    by_exercise: Mapping[str, Volume] = attrs.field(
        factory=dict[str, "Volume"], eq=False, repr=False
    )


def volume(
    of: Dose | Component | Routine | Phase | Prescription,
    *,
    assumptions: Assumptions | None = None,
    cases: str | Iterable[str] = (),
) -> Volume:
    """
    Add up how much is prescribed.

    What the prescription leaves open stays open: a range stays a range, and what has no
    figure is `NotDetermined`, with the reason.

    Args:
        of: A dose, an item or group, a routine, a phase or a prescription.
        assumptions: What to take where it gives no figure: times from their least to
            their greatest. By default nothing is assumed.
        cases: The names of the cases that hold, for branches and for phases of some people.

    Raises:
        ModelError: If *of* is none of these.

    >>> from kinescript import Dose, EachSide, Item, Reps, Sets, per_day, seconds, volume
    >>> dose = Dose(Sets(3, Reps(10, hold=seconds(5, 10))), sides=EachSide())
    >>> calf = volume(Item("Calf stretch", dose, frequency=per_day(2)))
    >>> calf.reps.per_session, calf.reps.per_session_per_side, calf.reps.per_day
    (Range(60), Range(30), Range(120))
    >>> calf.hold.per_session
    Range(300, 600)
    """
    one_of((Dose, *_PLACED), f"a Dose, {_EXPECTED}", of)
    setting = _setting(assumptions, cases)
    return _volume_of(sheet_for(of, setting), partial(sheets_by_name, of, setting))


_EXPECTED: Final = "an Item or group, a Routine, a Phase or a Prescription"


def item_volumes(
    of: Component | Routine | Phase | Prescription,
    *,
    assumptions: Assumptions | None = None,
    cases: str | Iterable[str] = (),
) -> dict[str, Volume]:
    """
    Add up each item by itself, where it stands: with what it inherits, and in every round.

    Each volume has its item's path as the key, as in ``phases[0].routines[0].items[1]``.
    An item that is one of several to choose from counts as if it were chosen.

    Args:
        of: An item or group, a routine, a phase or a prescription.
        assumptions: As for `volume`.
        cases: As for `volume`.

    Raises:
        ModelError: If *of* is none of these.
    """
    one_of(_PLACED, _EXPECTED, of)
    found = sheets_for(of, _setting(assumptions, cases))
    return {
        path.removeprefix("."): _alone(item.exercise.name, sheet) for path, item, sheet in found
    }


def _setting(assumptions: Assumptions | None, cases: str | Iterable[str]) -> Setting:
    expected = "Assumptions, such as Assumptions(breath=seconds(6)), or None"
    one_of((Assumptions, type(None)), expected, assumptions)
    return Setting(Given(assumptions, many(as_name, cases)), UNSAID)


def _volume_of(sheet: Sheet, find: Callable[[], Mapping[str, Sheet]]) -> Volume:
    scopes = {
        "per_rep": _smaller(sheet.rep, "repetitions", "sets", "bouts", "sessions"),
        "per_set": _smaller(sheet.set, "sets", "bouts", "sessions"),
        **_scope("per_session", sheet.session),
        **_scope("per_day", sheet.day),
        **_scope("per_week", sheet.week),
        **_scope("in_all", sheet.in_all),
    }
    figures = {name: _figure(scopes, name) for name in FIGURES}
    return Volume(**figures, by_exercise=_ByExercise(find))


def _smaller(tally: Tally | None, of: str, *larger: str) -> Tally:
    """Return the tally of a repetition or set, which has no part of what is *larger*."""
    if tally is None:
        return Tally.all_unknown(f"there are no {of}")
    none = Tally.all_unknown(f"it is larger than one of the {of}")
    return tally.taking(none, *larger)


def _scope(name: str, sided: Sided) -> dict[str, Tally]:
    return {name: sided.whole, f"{name}_per_side": sided.per_side}


def _figure(scopes: dict[str, Tally], name: str) -> Figure:
    return Figure(**{scope: getattr(tally, name) for scope, tally in scopes.items()})


class _ByExercise(Mapping[str, Volume]):
    """The volumes of exercises, which are found when they are first asked for."""

    __slots__ = ("_find", "_found")

    def __init__(self, find: Callable[[], Mapping[str, Sheet]]) -> None:
        self._find = find
        self._found: dict[str, Volume] | None = None

    def _volumes(self) -> dict[str, Volume]:
        if self._found is None:
            found = self._find()
            self._found = {name: _alone(name, sheet) for name, sheet in found.items()}
        return self._found

    def __getitem__(self, name: str) -> Volume:
        return self._volumes()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._volumes())

    def __len__(self) -> int:
        return len(self._volumes())

    def __repr__(self) -> str:
        return repr(self._volumes())


def _alone(name: str, sheet: Sheet) -> Volume:
    """Return the volume of one exercise, which is all there is of it."""
    return _volume_of(sheet, partial(_only, name, sheet))


def _only(name: str, sheet: Sheet) -> dict[str, Sheet]:
    return {name: sheet}
