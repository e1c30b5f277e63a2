"""Work as text, and what refines it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, assert_never

from kinescript.model import (
    EXPLOSIVE,
    UNSAID,
    Beat,
    Breaths,
    Count,
    Counts,
    Distance,
    Duration,
    End,
    Hold,
    Part,
    Range,
    Repeat,
    Reps,
    Rest,
    Series,
    Side,
    Tempo,
    Timed,
    Unsaid,
    Until,
    Words,
    Work,
)
from kinescript.notation._texts import PLAIN, quoted
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


def around_text(rest: Rest | Unsaid, every: Value) -> Iterable[str]:
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


def prefix_text(end: End) -> str:
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


def core_of(work: Work) -> tuple[str, str, tuple[str, ...], bool]:
    """Return work as text, its intensity, what refines it, and whether it is bare."""
    match work:
        case Reps():
            return _reps_core(work)
        case Hold() | Timed() | Distance():
            return _leaf_text(work), at_text(work.intensity), (), True
        case Series(parts):
            # A side behind the last part could be meant for all, where others name none.
            sure = all(isinstance(each, Rest) or on_text(each) for each in parts)
            first, *others = (_part_text(each, is_sure=sure) for each in parts)
            if others and _is_alone_loaded(parts):
                others[-1] = f"({work_text(parts[-1])})"  # type: ignore[arg-type]
            first = f"({first})" if isinstance(parts[0], Rest) else first
            return " then ".join([first, *others]), "", (), False
        case Repeat():
            return f"({work_text(work)})", "", (), False
        case _ as unreachable:
            assert_never(unreachable)


def work_text(work: Work) -> str:
    """Return work as it stands alone in parentheses, with what refines it."""
    if isinstance(work, Repeat):
        text = f"{prefix_text(work.end)}{_inner_text(work.body)}"
        return ", ".join([text, *around_text(work.between, work.every)])
    text, at, refining, _ = core_of(work)
    return ", ".join([f"{text}{at}{on_text(work)}", *refining])


def _is_alone_loaded(parts: Sequence[Work | Rest]) -> bool:
    """Whether only the last of bare repetitions has an intensity, which could be meant for all."""
    works = [each for each in parts if not isinstance(each, Rest)]
    plain = all(isinstance(each, Reps) and not each.activity for each in works)
    loaded = [bool(getattr(each, "intensity", ())) for each in works]
    is_last = bool(works) and works[-1] is parts[-1]
    return is_last and plain and loaded[-1] and not any(loaded[:-1])


def on_text(work: Work | Rest) -> str:
    """Return on which side a leaf is, as it stands right behind it."""
    side = UNSAID if isinstance(work, Series | Repeat | Rest) else work.side
    if isinstance(side, Unsaid):
        return ""
    return f" on {side.value}{' at once' if side is Side.BOTH else ''}"


def _part_text(part: Work | Rest, *, is_sure: bool) -> str:
    if isinstance(part, Rest):
        return f"rest {rest_text(part)}"
    return _inner_text(part) if is_sure or not on_text(part) else f"({work_text(part)})"


def _inner_text(work: Work) -> str:
    """Return work inside other work; what goes deep is told once, or it would never end."""
    if isinstance(work, Repeat | Series):
        return f"({work_text(work)})"
    text, at, refining, _ = core_of(work)
    return f"({work_text(work)})" if refining else f"{text}{at}{on_text(work)}"


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
