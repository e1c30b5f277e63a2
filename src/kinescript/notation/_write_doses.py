"""Doses as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final, assert_never

import attrs

from kinescript.model import (
    EXPLOSIVE,
    UNSAID,
    Beat,
    Breaths,
    Count,
    Counted,
    Counts,
    Distance,
    Dose,
    Duration,
    EachSide,
    EachWay,
    End,
    Hold,
    Order,
    Part,
    Range,
    Repeat,
    Reps,
    Rest,
    Series,
    Sets,
    Side,
    Tempo,
    Timed,
    Unsaid,
    Until,
    Words,
    Work,
)
from kinescript.notation._texts import PLAIN, quoted, worded
from kinescript.notation._types import Value
from kinescript.notation._write_quantities import (
    at_text,
    condition_text,
    distance_text,
    is_as_many,
    is_failure,
    length_text,
    measured_text,
    pause_text,
    quantity_text,
    range_text,
    until_text,
)

_LEAVES: Final = (Reps, Hold, Timed, Distance)


def dose_text(dose: Dose) -> str:
    """Return a dose on one line."""
    pieces = [_Piece.of(sets) for sets in dose.sets]
    is_one = len(pieces) == 1 and pieces[0].is_bare
    if is_one and not pieces[0].binds:
        pieces = [attrs.evolve(pieces[0], at=at_text(dose.intensity))]
        of_all: list[str] = []
    elif is_one:
        pieces = [pieces[0].in_parentheses(at_text(dose.intensity))]
        of_all = []
    else:
        of_all = [f"all{at_text(dose.intensity)}"] if dose.intensity else []
    told = [_sides_text(dose.sides), _ways_text(dose.ways), *of_all]
    return ", ".join([_pieces_text(pieces), *filter(None, told)])


@attrs.frozen
class _Piece:
    """One of a dose's sets: its text, and what refines it behind commas."""

    text: str
    at: str
    refinements: tuple[str, ...]
    is_bare: bool
    binds: bool
    starts: bool
    sets: Sets

    @classmethod
    def of(cls, sets: Sets) -> _Piece:
        prefix = _prefix(sets.count) if sets.count is not UNSAID else ""
        warm_up = "warm-up " if sets.warm_up else ""
        core, at, refining, is_bare = _core(sets.work)
        refinements = [*refining, *_around(sets.rest, sets.every)]
        if not isinstance(sets.side, Unsaid):
            refinements.append(f"on {sets.side.value}")
        core = f"({core})" if prefix and isinstance(sets.work, Series) else core
        starts = bool(prefix) or _starts_a_piece(core)
        return cls(
            f"{warm_up}{prefix}{core}", at, tuple(refinements), is_bare, bool(at), starts, sets
        )

    def in_parentheses(self, at_dose: str) -> _Piece:
        """Return it with its own intensity in parentheses, and that of the dose, if any."""
        prefix = "" if self.sets.count is UNSAID else _prefix(self.sets.count)
        warm_up = "warm-up " if self.sets.warm_up else ""
        inner = work_text(self.sets.work)
        text = f"{warm_up}{prefix}({inner})"
        outer = (*_around(self.sets.rest, self.sets.every),)
        if not isinstance(self.sets.side, Unsaid):
            outer = (*outer, f"on {self.sets.side.value}")
        if at_dose:
            outer = (*outer, f"all{at_dose}")
        return attrs.evolve(self, text=text, at="", refinements=outer)


def _starts_a_piece(core: str) -> bool:
    return not core.startswith(("hold", "rest", "each"))


def _pieces_text(pieces: Sequence[_Piece]) -> str:
    runs: list[str] = []
    for _, group in groupby(_numbered(pieces), key=lambda pair: pair[0]):
        run = [piece for _, piece in group]
        told = ", ".join(f"{piece.text}{piece.at}" for piece in run)
        runs.append(", ".join([told, *run[0].refinements]))
    return " | ".join(runs)


def _numbered(pieces: Iterable[_Piece]) -> Iterable[tuple[int, _Piece]]:
    """Give pieces that are refined alike one number, so that a comma can part them."""
    number, last = 0, None
    for piece in pieces:
        if last is None or not _joins(last, piece):
            number += 1
        yield number, piece
        last = piece


def _joins(last: _Piece, piece: _Piece) -> bool:
    alike = last.refinements == piece.refinements and type(last.sets.work) is type(piece.sets.work)
    simple = all(isinstance(each.sets.work, Reps) and each.is_bare for each in (last, piece))
    return alike and simple and piece.starts


def _around(rest: Rest | Unsaid, every: Value) -> Iterable[str]:
    if not isinstance(rest, Unsaid):
        yield f"rest {rest_text(rest)}"
    if every is not UNSAID:
        yield f"starting every {pause_text(every)}"


def rest_text(rest: Rest) -> str:
    """Return a rest: ``90 s walk @ 60% of HRmax``."""
    activity = f" {_activity(rest.activity)}" if rest.activity else ""
    return f"{pause_text(rest.length)}{activity}{at_text(rest.intensity)}"


def _activity(text: str) -> str:
    words = text.split(" ")
    return text if all(word in PLAIN for word in words) else quoted(text)


def _prefix(end: End) -> str:
    match end:
        case Until() if is_as_many(end):
            return "as many as possible x "
        case Until(sign=sign, bounds=Range() | Unsaid() as bounds) if end.then is UNSAID:
            return f"{quantity_text(bounds)} sets until {condition_text(sign)} x "
        case Until():
            return f"{until_text(end)} of "
        case Duration() | Breaths() | Counts():
            return f"{measured_text(end)} of "
        case Distance():
            return f"{distance_text(end)} of "
        case _:
            return f"{quantity_text(end)} x "


def _core(work: Work) -> tuple[str, str, tuple[str, ...], bool]:
    """Return work as text, its intensity, what refines it, and whether it is bare."""
    match work:
        case Reps():
            return _reps_core(work)
        case Hold() | Timed() | Distance():
            return _leaf_text(work), at_text(work.intensity), (), True
        case Series(parts):
            first, *others = map(_part_text, parts)
            first = f"({first})" if isinstance(parts[0], Rest) else first
            return " then ".join([first, *others]), "", (), False
        case Repeat():
            return f"({work_text(work)})", "", (), False
        case _ as unreachable:
            assert_never(unreachable)


def work_text(work: Work) -> str:
    """Return work as it stands alone in parentheses, with what refines it."""
    if isinstance(work, Repeat):
        text = f"{_prefix(work.end)}{_inner_text(work.body)}"
        return ", ".join([text, *_around(work.between, work.every)])
    text, at, refining, _ = _core(work)
    return ", ".join([f"{text}{at}", *refining])


def _part_text(part: Work | Rest) -> str:
    return f"rest {rest_text(part)}" if isinstance(part, Rest) else _inner_text(part)


def _inner_text(work: Work) -> str:
    """Return work inside other work; what goes deep is told once, or it would never end."""
    if isinstance(work, Repeat | Series):
        return f"({work_text(work)})"
    text, at, refining, _ = _core(work)
    return f"({work_text(work)})" if refining else f"{text}{at}"


def _leaf_text(work: Hold | Timed | Distance) -> str:
    activity = f"{_activity(work.activity)} " if work.activity else ""
    if isinstance(work, Distance):
        return f"{activity}{distance_text(work)}"
    vague = isinstance(work.length, Words | Unsaid)
    if isinstance(work, Hold):
        between = "for " if vague and activity else ""
        return f"hold {activity}{between}{length_text(work.length)}"
    return f"{activity}{'for ' if vague else ''}{length_text(work.length)}"


def _reps_core(reps: Reps) -> tuple[str, str, tuple[str, ...], bool]:
    refining: list[str] = []
    text = _count_text(reps.count, reps.activity)
    if reps.hold is not None:
        refining.append(f"hold {length_text(reps.hold)}")
    if isinstance(reps.tempo, Tempo):
        text, tempo = _paced(reps, reps.tempo, text)
        refining.append(f"tempo {tempo}")
    if not isinstance(reps.rest, Unsaid):
        refining.append(f"rest {rest_text(reps.rest)} between reps")
    return text, at_text(reps.intensity), tuple(refining), True


def _paced(reps: Reps, tempo: Tempo, text: str) -> tuple[str, str]:
    """Return repetitions and their tempo; a breath's digits need the word for it."""
    if not tempo.is_breath:
        return text, _tempo_text(tempo)
    if isinstance(reps.count, Range):
        activity = f"{_activity(reps.activity)} " if reps.activity else ""
        return f"{activity}{range_text(reps.count)} breaths", _tempo_text(tempo)
    told = _tempo_text(tempo)
    if isinstance(reps.count, Words | Unsaid) and not reps.activity and told[0] != "(":
        return f"{quantity_text(reps.count)} breaths", told
    return text, _named_parts(tempo)


def _count_text(count: Count, activity: str) -> str:
    counted = ""
    if activity:
        is_plain = activity in PLAIN
        counted = f" {activity}" if is_plain else f" of {quoted(activity)}"
    match count:
        case Range():
            return f"{range_text(count)}{counted}"
        case Until() if is_as_many(count) and not activity:
            return "as many as possible"
        case Until() if is_failure(count) and not activity:
            bounds = "" if isinstance(count.bounds, Unsaid) else f"{quantity_text(count.bounds)} "  # type: ignore[arg-type]
            return f"{bounds}to failure"
        case Until(sign=sign, bounds=bounds):
            start = "?" if isinstance(bounds, Unsaid) else quantity_text(bounds)  # type: ignore[arg-type]
            return f"{start}{counted or ' reps'} until {condition_text(sign)}"
        case Words() | Unsaid():
            return f"{quantity_text(count)}{counted or ' reps'}"
        case _ as unreachable:
            assert_never(unreachable)


_MOVEMENT: Final = (Part.LOWER, Part.BOTTOM, Part.LIFT, Part.TOP)
_BREATH: Final = (Part.INHALE, Part.FULL, Part.EXHALE, Part.EMPTY)
_DIGITS_MOST: Final = 999


def _tempo_text(tempo: Tempo) -> str:
    for unit in ("", " counts"):
        digits = _digits(tempo, in_counts=bool(unit))
        if digits:
            return f"{digits}{unit}"
    return _named_parts(tempo)


def _named_parts(tempo: Tempo) -> str:
    return f"({', '.join(map(_beat_text, tempo.beats))})"


def _digits(tempo: Tempo, *, in_counts: bool) -> str:
    parts = tuple(beat.part for beat in tempo.beats)
    if parts not in {_MOVEMENT, _MOVEMENT[:3], _BREATH, _BREATH[:3]}:
        return ""
    digits = [_digit(beat, in_counts=in_counts) for beat in tempo.beats]
    is_told = all(digits) and not (in_counts and set(digits) == {"X"})
    return "-".join(digits) if is_told else ""


def _digit(beat: Beat, *, in_counts: bool) -> str:
    if not isinstance(beat.side, Unsaid):
        return ""
    match beat.length:
        case Words() if beat.length == EXPLOSIVE:
            return "X"
        case Counts(Range(low, high)) if in_counts and low == high:
            return _short(low)
        case Duration(Range(0, 0)):
            return "0"
        case Duration(Range(low, high)) if not in_counts and low == high and low is not None:
            return _short(low // 1000) if low % 1000 == 0 else ""
        case _:
            return ""


def _short(number: Value) -> str:
    return str(number) if number is not None and number <= _DIGITS_MOST else ""


def _beat_text(beat: Beat) -> str:
    side = "" if isinstance(beat.side, Unsaid) else f" on {beat.side.value}"
    return f"{beat.part.value} {length_text(beat.length)}{side}"


_ORDERS: Final = {
    Order.BY_DOSE: " by dose",
    Order.BY_SET: " by set",
    Order.BY_REP: " by rep",
    Order.HALF_WAY: " half way",
}


def _order_text(order: Order | Unsaid) -> str:
    return "" if isinstance(order, Unsaid) else _ORDERS[order]


def _sides_text(sides: Value) -> str:
    match sides:
        case Side():
            return f"{sides.value} {'sides' if sides is Side.BOTH else 'side'}"
        case EachSide():
            return ", ".join(_each_side(sides))
        case _:
            return ""


def _each_side(sides: EachSide) -> Iterable[str]:
    yield f"each side{_order_text(sides.order)}"
    if not isinstance(sides.first, Unsaid):
        yield f"{sides.first.value} first"
    if sides.switch is not UNSAID:
        yield f"switch {length_text(sides.switch)}"
    if sides.every > 1:
        yield f"changing every {sides.every}"
    if sides.counted is Counted.IN_TOTAL:
        yield "counted in total"


_KINDS: Final = frozenset({"direction", "eye", "pattern", "position", "stance", "way"})


def _ways_text(ways: EachWay | Unsaid) -> str:
    if isinstance(ways, Unsaid):
        return ""
    names = f" ({', '.join(map(worded, ways.names))})" if ways.names else ""
    kind = ways.kind if ways.kind in _KINDS else quoted(ways.kind)
    count = ""
    if ways.count is not UNSAID:
        count = f"of {quantity_text(ways.count)} "
        kind += "s" if ways.kind in _KINDS else ""
    return f"each {count}{kind}{names}{_order_text(ways.order)}"
