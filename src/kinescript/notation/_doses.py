"""Doses out of their trees, with the sides they are for."""

# What a rule of the grammar found can be anything; its reader says what it expects.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Final

import attrs
from lark import Token

from kinescript.limits import LIST_LENGTH
from kinescript.model import (
    UNSAID,
    Beat,
    Distance,
    DistanceUnit,
    Dose,
    Duration,
    Intensity,
    Load,
    Order,
    Part,
    Range,
    RepMax,
    Reps,
    Rest,
    Series,
    Side,
    Target,
    Tempo,
    Timed,
    Unit,
    Until,
    Words,
)
from kinescript.model._signs import AS_LONG_AS_POSSIBLE, AS_MANY_AS_POSSIBLE, FAILURE
from kinescript.notation._pieced import (
    TURNS,
    Joined,
    as_piece,
    as_series,
    as_worked,
    on_a_side,
    spelt_out,
)
from kinescript.notation._pieces import (
    LEAVES,
    Counting,
    Element,
    Held,
    Loaded,
    Piece,
    Prefix,
    Refined,
)
from kinescript.notation._quantities import (
    clock_length,
    distance_unit,
    load,
    number,
    or_unsaid,
    rep_max,
    text,
    until_count,
)
from kinescript.notation._refining import refined
from kinescript.notation._sided import (
    alternating,
    each_way,
    on_one_side,
    one_side,
    only_one,
    sides_of,
)
from kinescript.notation._tempos import BREATHS, Digits
from kinescript.notation._types import Value


def _group(run: tuple[Element, ...]) -> Piece:
    if len(run) == 1 and isinstance(run[0], Refined) and run[0].kind == "rest":
        return Piece(run[0].value, is_bare=False)
    of_dose: dict[str, list[Value]] = {}
    pieces = refined(run, of_dose)
    of_dose.pop("side here", None)
    if of_dose:
        raise ValueError(f"expected `{next(iter(of_dose))}` outside the parentheses")
    if len(pieces) != 1:
        raise ValueError("expected one piece of work in parentheses; join pieces with `then`")
    piece = pieces[0]
    if isinstance(piece.side, Side):
        piece = attrs.evolve(piece, work=on_a_side(piece.work, piece.side), side=UNSAID)
    if isinstance(piece.rest, Rest) and not piece.prefixes:
        # "(3 min, rest 2 min)" is a set that ends in a rest.
        work = attrs.evolve(piece, rest=UNSAID).whole()
        return Piece(Series((work, piece.rest)), is_bare=False)
    if piece.warm_up or piece.each_side:
        raise ValueError("expected no each side and no warm-up in parentheses")
    return Piece(piece.whole(), is_bare=False)


def _reps_at_most(token: Token) -> Piece:
    """Read "3 x 8RM": as many repetitions as can be done with that load."""
    most = rep_max(token)
    return Piece(Reps(most), intensity=(RepMax(most),))


def _reps(count: Value, *rest: Value) -> Reps | Piece:
    if not rest and isinstance(count, Words):
        return Piece(Reps(count), is_vague=True)
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


def _sets_of(quantity: Value, until: Value = None) -> Prefix:
    return attrs.evolve(_prefix(quantity, until), is_named=True)


def _dose(*runs: tuple[Element, ...]) -> Dose:
    of_dose: dict[str, list[Value]] = {}
    pieces: list[Piece] = []
    for index, run in enumerate(runs, 1):
        pieces += refined(run, of_dose)
        if index < len(runs) and set(of_dose) - {"side here"}:
            raise ValueError(
                "expected each side, one side, each direction and `all @` behind the last `|`: "
                "they are of all sets"
            )
    if not pieces:
        raise ValueError("expected how much: repetitions, a hold, a time or a distance, or ?")
    intensity = tuple(each for group in of_dose.get("all", ()) for each in group)
    if len(pieces) == 1 and (pieces[0].is_bare or not isinstance(pieces[0].work, LEAVES)):
        intensity += pieces[0].intensity
        pieces = [attrs.evolve(pieces[0], intensity=())]
    pieces = on_one_side(pieces, of_dose)
    ways = of_dose.get("way", ())
    return Dose(
        [piece.settled().sets() for piece in pieces],
        sides=sides_of(of_dose, is_sum=any(piece.each_side for piece in pieces)),
        ways=only_one("each way", ways) if ways else UNSAID,
        intensity=intensity,
    )


_FAR: Final = {
    DistanceUnit.METRE: Unit.METRE,
    DistanceUnit.YARD: Unit.YARD,
    DistanceUnit.FOOT: Unit.FOOT,
}


def _at_distance(amount: Range, unit: Token) -> Target:
    """Read how far away something is, as in "25 throws @ 45 ft"."""
    known = _FAR.get(distance_unit(unit))
    if known is None:
        raise ValueError(f"expected m, yd or ft behind @, got {unit}")
    return Target(amount, known)


def _at_clock(clock: Token) -> Value:
    raise ValueError(
        f"`@ {clock}` can mean several things: expected `starting every {clock}`, "
        f"`@ pace {clock} per km` or, for a time of the day, `; {clock}`"
    )


def _rest_behind(pause: Rest, between: Value) -> Refined:
    if any(isinstance(each, Load) for each in pause.intensity):
        raise ValueError("expected the load right behind the work, before its rest")
    return _paused(pause, between)


def _paused(pause: Rest, between: Value) -> Refined:
    if between == "rounds":
        raise ValueError("expected a rest between rounds on a circuit's line")
    return Refined("rest" if between is None else f"rest between {between}", pause)


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


def _run(*elements: Element | _Dashed) -> tuple[Element, ...]:
    first, *others = elements
    for each in others:
        if isinstance(each, _Dashed):
            raise ValueError(_two_meanings(each.written))  # noqa: TRY004
    parts = tuple(
        part
        for each in (first, *others)
        for part in (each.pieces if isinstance(each, _Dashed) else spelt_out(each))
    )
    if len(parts) > LIST_LENGTH:
        raise ValueError(f"expected at most {LIST_LENGTH} parts, got {len(parts)}")
    return parts


@attrs.frozen
class _Dashed:
    """Sets whose repetitions are joined by dashes, as the first thing of a run."""

    pieces: tuple[Piece, ...]
    written: str


_SMALL: Final = 10


def _dashed(count: Value, token: Token, *intensity: Intensity) -> _Dashed:
    """Read "21-15-9" and "3 x 21-15-9" as three sets, each as hard as is written behind."""
    reps = [int(each) for each in re.split("[-/]", token)]
    is_falling = all(more > less for more, less in pairwise(reps))
    if max(reps) < _SMALL and not is_falling:
        raise ValueError(_two_meanings(token))
    if count not in {None, Range(len(reps))}:
        raise ValueError(
            f"expected as many sets as numbers, or parentheses where all of {token} is repeated"
        )
    return _Dashed(tuple(Piece(Reps(each), intensity=intensity) for each in reps), token)


def _two_meanings(written: str) -> str:
    numbers = re.split("[-/]", written)
    tempo, sets = "-".join(numbers), ", ".join(numbers)
    return f"{written} can mean two things: expected `tempo {tempo}`, or sets as in {sets}"


DOSES: Final[dict[str, Callable[..., Value]]] = {
    "dose": _dose,
    "run": _run,
    "piece": as_piece,
    "times": _prefix,
    "times_as_many": lambda: Prefix(Until(AS_MANY_AS_POSSIBLE)),
    "sets_of": _sets_of,
    "rounds_of": lambda count: Prefix(count, is_sets=False, is_named=True),
    "total_of": lambda total: Prefix(total, is_sets=False),
    "series": as_series,
    "after": Joined,
    "dropped_to": lambda part: Joined(part, is_next=False),
    "plus": lambda part: Joined(part, is_next=False, is_sum=True),
    "worked": as_worked,
    "pause_part": lambda pause: pause,
    "group": _group,
    "reps": _reps,
    "reps_to_failure": lambda count=UNSAID: Reps(Until(FAILURE, count)),
    "reps_of": lambda count, activity, until: _reps(count, text(activity), until),
    "reps_of_breaths": lambda count, _: Reps(count, activity=BREATHS),
    "sets_to_failure": lambda count: Piece(Reps(Until(FAILURE)), prefixes=(Prefix(count),)),
    "reps_at_most": _reps_at_most,
    "only_sets": Counting,
    "only_load": lambda amount, unit: Loaded(load(amount, unit)),
    "reps_as_many": lambda: Reps(Until(AS_MANY_AS_POSSIBLE)),
    "as_many_in": lambda length: Piece(
        Reps(Until(AS_MANY_AS_POSSIBLE)), prefixes=(Prefix(length, is_sets=False),)
    ),
    "just_reps": lambda: "",
    "counted": text,
    "held": _held,
    "with_hold": lambda held: Refined("hold", Piece(held)),
    "held_behind": lambda length: Refined("hold", Piece(Held(length, ""))),
    "held_alone": Piece,
    "timed": _timed,
    "timed_on": Timed,
    "far": _far,
    "activity": text,
    "at": lambda intensity: intensity,
    "at_distance": _at_distance,
    "at_clock": _at_clock,
    "held_to_failure": lambda: Held(Until(FAILURE), ""),
    "as_long_as_possible": lambda activity: _timed(activity, Until(AS_LONG_AS_POSSIBLE)),
    "dashed": _dashed,
    "at_tempo": lambda digits: _tempo(digits, None),
    "send_off": lambda clock: Refined("every", clock_length(clock)),
    "dropped": lambda part: Refined("dropped", part),
    "again": lambda count: Refined("again", count),
    "again_in_words": lambda token: Refined("again in words", Range(number(token))),
    "pause": _rest,
    "pause_refinement": _paused,
    "rest_behind": _rest_behind,
    "no_rest": lambda between: _paused(Rest(Duration(0)), between),
    "pause_behind": lambda length, between: _paused(Rest(length), between),
    "off": lambda length: Refined("rest", Rest(length)),
    "behind": Prefix,
    "here": lambda side: Refined("side here", one_side(side)),
    "both_here": lambda _: Refined("side here", Side.BOTH),
    "between_reps": lambda: "reps",
    "between_sets": lambda: "sets",
    "between_rounds": lambda: "rounds",
    "every": lambda pause: Refined("every", _pause_length(pause)),
    "every_alone": lambda pause: Refined("every alone", _pause_length(pause)),
    "on_side": lambda side: Refined("side of sets", side),
    "each_side": lambda order: Refined("each side", or_unsaid(order)),
    "alternating": alternating,
    "alternating_in_total": lambda: TURNS,
    "one_side": lambda side: Refined("side", one_side(side)),
    "both_sides_unclear": lambda _: one_side(Side.BOTH),
    "both_sides": lambda _: Refined("side", Side.BOTH),
    "first": lambda side: Refined("first", side),
    "switch": lambda length: Refined("switch", length),
    "changing": lambda every: Refined("changing", number(every)),
    "in_total": lambda: Refined("in total"),
    "taking_turns": lambda: TURNS,
    "each_way": each_way,
    "way_kind": lambda token: token,
    "name": text,
    "label": lambda *words: " ".join(words),
    "all": lambda *intensity: Refined("all", intensity),
    "side": lambda token: Side(token.type.casefold()),
    "by_dose": lambda: Order.BY_DOSE,
    "by_set": lambda: Order.BY_SET,
    "by_rep": lambda: Order.BY_REP,
    "half_way": lambda: Order.HALF_WAY,
    "tempo": _tempo,
    "beat": _beat,
}


"""What each rule about doses makes of what it found."""
