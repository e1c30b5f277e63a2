"""Work: on which sides its parts are done."""

from __future__ import annotations

from typing import assert_never

import attrs

from kinescript.model._distance import Distance
from kinescript.model._quantities import UNSAID, Unsaid
from kinescript.model._side import Side
from kinescript.model._work import Hold, Repeat, Reps, Rest, Series, Timed, Work


def sides_in(work: Work | Rest) -> frozenset[Side | Unsaid]:
    """Return the sides that the leaves of *work* name, UNSAID among them where one names none."""
    match work:
        case Rest():
            return frozenset()
        case Reps() | Hold() | Timed() | Distance():
            return frozenset({work.side})
        case Series(parts):
            return frozenset[Side | Unsaid]().union(*map(sides_in, parts))
        case Repeat(body):
            return sides_in(body)
        case _ as unreachable:
            assert_never(unreachable)


def has_sides(work: Work | Rest) -> bool:
    """Whether a part of *work* names a side of its own."""
    return bool(sides_in(work) - {UNSAID})


def first_side(work: Work | Rest) -> Side | Unsaid:
    """Return the side on which *work* begins, if it names one."""
    return _side_at(work, 0)


def last_side(work: Work | Rest) -> Side | Unsaid:
    """Return the side on which *work* ends, if it names one."""
    return _side_at(work, -1)


def _side_at(work: Work | Rest, end: int) -> Side | Unsaid:
    match work:
        case Rest():
            return UNSAID
        case Reps() | Hold() | Timed() | Distance():
            return work.side
        case Series(parts):
            done = [part for part in parts if not isinstance(part, Rest)]
            return _side_at(done[end], end) if done else UNSAID
        case Repeat(body):
            return _side_at(body, end)
        case _ as unreachable:
            assert_never(unreachable)


def on_side(work: Work, side: Side) -> Work:
    """Return *work* with all of its leaves on *side*, but for those that name one."""
    match work:
        case Reps() | Hold() | Timed() | Distance():
            return attrs.evolve(work, side=side) if isinstance(work.side, Unsaid) else work
        case Series(parts):
            return Series(part if isinstance(part, Rest) else on_side(part, side) for part in parts)
        case Repeat(body):
            return attrs.evolve(work, body=on_side(body, side))
        case _ as unreachable:
            assert_never(unreachable)
