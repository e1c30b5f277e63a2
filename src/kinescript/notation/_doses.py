"""Doses out of their trees, with the sides they are for."""

# What a rule of the grammar found can be anything; its reader says what it expects.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import attrs
from lark import Token

from kinescript.limits import LIST_LENGTH
from kinescript.model import (
    UNSAID,
    Beat,
    Counted,
    Distance,
    DistanceUnit,
    Dose,
    EachSide,
    EachWay,
    Intensity,
    Order,
    Part,
    Range,
    Reps,
    Rest,
    Series,
    Side,
    Target,
    Tempo,
    Timed,
    Unit,
    Until,
)
from kinescript.model._signs import AS_MANY_AS_POSSIBLE, FAILURE
from kinescript.notation._pieces import Element, Held, Piece, Prefix, Refined
from kinescript.notation._quantities import distance, number, or_unsaid, text, until_count
from kinescript.notation._refining import BREATHS, Digits, refined
from kinescript.notation._types import Value


def _piece(warm_up: Token | None, *rest: Value) -> Piece:
    *prefixes, last = rest
    piece: Piece = last
    return attrs.evolve(piece, prefixes=tuple(prefixes), warm_up=warm_up is not None)


def _worked(atom: Value, *intensity: Intensity) -> Piece:
    if isinstance(atom, Piece):
        return attrs.evolve(atom, intensity=intensity) if intensity else atom
    return Piece(atom, intensity=intensity)


@attrs.frozen
class _Joined:
    part: Value
    is_sum: bool = False


def _series(first: Piece, *joined: _Joined) -> Piece:
    if not joined:
        return first
    parts = [
        each.settled().whole() if isinstance(each, Piece) else each for each in _all(first, joined)
    ]
    if len(parts) == 2 and joined[0].is_sum and parts[0] == parts[1]:  # noqa: PLR2004
        return attrs.evolve(first, each_side=True)
    return Piece(Series(parts), is_bare=False)


def _all(first: Piece, joined: Iterable[_Joined]) -> list[Value]:
    return [first, *(each.part for each in joined)]


def _group(run: tuple[Element, ...]) -> Piece:
    if len(run) == 1 and isinstance(run[0], Refined) and run[0].kind == "rest":
        return Piece(run[0].value, is_bare=False)
    of_dose: dict[str, list[Value]] = {}
    pieces = refined(run, of_dose)
    if of_dose:
        raise ValueError(f"expected `{next(iter(of_dose))}` outside the parentheses")
    if len(pieces) != 1:
        raise ValueError("expected one piece of work in parentheses; join pieces with `then`")
    piece = pieces[0]
    if isinstance(piece.rest, Rest) and not piece.prefixes:
        # "(3 min, rest 2 min)" is a set that ends in a rest.
        work = attrs.evolve(piece, rest=UNSAID).whole()
        return Piece(Series((work, piece.rest)), is_bare=False)
    if piece.warm_up or piece.side is not UNSAID or piece.each_side:
        raise ValueError("expected no sides and no warm-up in parentheses")
    return Piece(piece.whole(), is_bare=False)


def _reps(count: Value, *rest: Value) -> Reps:
    activity, until = "", None
    for each in rest:
        if isinstance(each, Until):
            until = each
        elif each is not None:
            activity = each
    return Reps(count if until is None else until_count(count, until), activity=activity)


def _held(*found: Value) -> Held:
    *activity, length = found
    return Held(length, _activity(activity))


def _timed(activity: Value, length: Value, words: Value = None) -> Timed:
    return Timed(length, activity=_activity([activity, words]))


def _far(activity: Value, distance: Distance, words: Value) -> Distance:
    return attrs.evolve(distance, activity=_activity([activity, words]))


def _activity(found: Iterable[Value]) -> str:
    said = [each for each in found if each is not None]
    if len(said) > 1:
        raise ValueError("expected what is done once, before or after how long")
    return said[0] if said else ""


def _rest(length: Value, activity: Value, *intensity: Intensity) -> Rest:
    return Rest(length, activity="" if activity is None else activity, intensity=intensity)


def _pause_length(pause: Rest) -> Value:
    if pause.activity or pause.intensity:
        raise ValueError("expected a length alone after every")
    return pause.length


def _prefix(quantity: Value, until: Value = None) -> Prefix:
    if until is None:
        return Prefix(quantity)
    return Prefix(until_count(quantity, until))


def _dose(*runs: tuple[Element, ...]) -> Dose:
    of_dose: dict[str, list[Value]] = {}
    pieces = [piece for run in runs for piece in refined(run, of_dose)]
    if not pieces:
        raise ValueError("expected how much: repetitions, a hold, a time or a distance, or ?")
    intensity = tuple(each for group in of_dose.get("all", ()) for each in group)
    if len(pieces) == 1 and pieces[0].is_bare:
        intensity += pieces[0].intensity
        pieces = [attrs.evolve(pieces[0], intensity=())]
    ways = of_dose.get("way", ())
    return Dose(
        [piece.settled().sets() for piece in pieces],
        sides=_sides(of_dose, is_sum=any(piece.each_side for piece in pieces)),
        ways=_only("each way", ways) if ways else UNSAID,
        intensity=intensity,
    )


def _only(what: str, values: Iterable[Value]) -> Value:
    first, *others = values
    if others:
        raise ValueError(f"expected {what} once")
    return first


def _sides(of_dose: dict[str, list[Value]], *, is_sum: bool) -> Value:
    names = ("each side", "first", "switch", "changing", "in total")
    said = {name: _only(name, of_dose[name]) for name in names if name in of_dose}
    if "side" in of_dose:
        if said or is_sum:
            raise ValueError("expected one side or each side, not both")
        return _only("a side", of_dose["side"])
    if not said and not is_sum:
        return UNSAID
    return EachSide(
        said.get("each side", UNSAID),
        first=said.get("first", UNSAID),
        switch=said.get("switch", UNSAID),
        every=said.get("changing", 1),
        counted=Counted.IN_TOTAL if "in total" in said else Counted.PER_SIDE,
    )


_FAR: Final = {
    DistanceUnit.METRE: Unit.METRE,
    DistanceUnit.YARD: Unit.YARD,
    DistanceUnit.FOOT: Unit.FOOT,
}


def _at_distance(amount: Range, unit: Token) -> Target:
    """Read how far away something is, as in "25 throws @ 45 ft"."""
    known = _FAR.get(distance(amount, unit).unit)
    if known is None:
        raise ValueError(f"expected m, yd or ft behind @, got {unit}")
    return Target(amount, known)


def _each_way(count: Value, kind: Token, *rest: Value) -> Refined:
    *names, order = rest
    is_quoted = kind.type == "QUOTED"
    word = text(kind) if is_quoted else kind.casefold()
    if count is not None and not is_quoted:
        word = word.removesuffix("s")
    return Refined(
        "way",
        EachWay(
            word,
            names=[each for each in names if each is not None],
            count=or_unsaid(count),
            order=or_unsaid(order),
        ),
    )


def _paused(pause: Rest, between: Value) -> Refined:
    if between == "rounds":
        raise ValueError("expected a rest between rounds on a circuit's line")
    return Refined("rest between reps" if between == "reps" else "rest", pause)


def _beat(part: Token, length: Value, side: Value) -> Beat:
    return Beat(Part(part.casefold()), length, side=or_unsaid(side))


def _tempo(*found: Value) -> Refined:
    first = found[0]
    if isinstance(first, Beat):
        return Refined("tempo", Tempo(found))
    return Refined(
        "tempo",
        Digits(first.replace("\N{MULTIPLICATION SIGN}", "X"), in_counts=found[1] is not None),
    )


_TURNS: Final = Refined("taking turns")


def _run(*elements: Element) -> tuple[Element, ...]:
    if len(elements) > LIST_LENGTH:
        raise ValueError(f"expected at most {LIST_LENGTH} parts, got {len(elements)}")
    return tuple(
        part
        for each in elements
        for part in (
            (Refined("each side", Order.BY_REP), Refined("in total")) if each is _TURNS else (each,)
        )
    )


DOSES: Final[dict[str, Callable[..., Value]]] = {
    "dose": _dose,
    "run": _run,
    "piece": _piece,
    "times": _prefix,
    "times_as_many": lambda: Prefix(Until(AS_MANY_AS_POSSIBLE)),
    "rounds_of": lambda count: Prefix(count, is_sets=False),
    "total_of": lambda total: Prefix(total, is_sets=False),
    "series": _series,
    "after": _Joined,
    "plus": lambda part: _Joined(part, is_sum=True),
    "worked": _worked,
    "pause_part": lambda pause: pause,
    "group": _group,
    "reps": _reps,
    "reps_to_failure": lambda count=UNSAID: Reps(Until(FAILURE, count)),
    "reps_of": lambda count, activity, until: _reps(count, text(activity), until),
    "reps_of_breaths": lambda count, _: Reps(count, activity=BREATHS),
    "reps_as_many": lambda: Reps(Until(AS_MANY_AS_POSSIBLE)),
    "just_reps": lambda: "",
    "counted": text,
    "held": _held,
    "timed": _timed,
    "far": _far,
    "activity": text,
    "at": lambda intensity: intensity,
    "at_distance": _at_distance,
    "dropped": lambda part: Refined("dropped", part),
    "again": lambda count: Refined("again", count),
    "pause": _rest,
    "pause_refinement": _paused,
    "between_reps": lambda: "reps",
    "between_sets": lambda: "sets",
    "between_rounds": lambda: "rounds",
    "every": lambda pause: Refined("every", _pause_length(pause)),
    "on_side": lambda side: Refined("side of sets", side),
    "each_side": lambda order: Refined("each side", or_unsaid(order)),
    "alternating": lambda: Refined("each side", Order.BY_REP),
    "one_side": lambda side: Refined("side", side),
    "first": lambda side: Refined("first", side),
    "switch": lambda length: Refined("switch", length),
    "changing": lambda every: Refined("changing", number(every)),
    "in_total": lambda: Refined("in total"),
    "taking_turns": lambda: _TURNS,
    "each_way": _each_way,
    "way_kind": lambda token: token,
    "name": text,
    "all": lambda *intensity: Refined("all", intensity),
    "side": lambda token: Side(token.casefold()),
    "by_dose": lambda: Order.BY_DOSE,
    "by_set": lambda: Order.BY_SET,
    "by_rep": lambda: Order.BY_REP,
    "half_way": lambda: Order.HALF_WAY,
    "tempo": _tempo,
    "beat": _beat,
}


"""What each rule about doses makes of what it found."""
