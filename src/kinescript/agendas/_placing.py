"""Bouts and a waking day, as plain integers, become the slots of that day."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import merge

import attrs

from kinescript.agendas._day import Block

CELL = 15 * 60_000
"""The planner's grid: sessions start at whole quarters of an hour after waking."""

_MINUTE = 60_000
_DAY = 24 * 60 * _MINUTE
# A prescribed moment that waits longer than two hours is no longer that moment (our figure).
_WAIT = 120 * _MINUTE
# With n bouts, n times the sum of squared gaps is at least the square of the day's length.
# Opening one more session weighs 0.15 of that: the balance between an even spread and few
# interruptions. A factor of 20 keeps costs whole.
_SCALE = 20
_OPENING = 3


@attrs.frozen
class Bouts:
    """
    What is to be done so many times in a day.

    Attributes:
        key: What it is called in the slots.
        length: How many milliseconds it adds to a session.
        count: How many times at any time of the day.
        fixed: At which offsets from waking, instead.
        gap: How many milliseconds lie at least between the sessions of two that are not
            fixed.
    """

    key: str
    length: int
    count: int = 0
    fixed: tuple[int, ...] = ()
    gap: int = 0


@attrs.frozen
class Overhead:
    """
    What a session takes beside its bouts, in milliseconds.

    Attributes:
        lead: Before the first bout.
        between: Between two bouts.
    """

    lead: int
    between: int

    def around(self, lengths: Iterable[int]) -> int:
        """Return how long a session of bouts of these *lengths* is."""
        bouts = tuple(lengths)
        return self.lead + self.between * (len(bouts) - 1) + sum(bouts)


@attrs.frozen
class Slot:
    """
    One planned start.

    Attributes:
        offset: How many milliseconds after waking.
        opener: The key of what opened it, with the number of that bout in the day.
        keys: What is done in it.
        is_fixed: Whether a fixed bout opened it at its own offset, and no planner found it.
    """

    offset: int
    opener: tuple[str, int]
    keys: tuple[str, ...]
    is_fixed: bool = False


@attrs.frozen
class LeftOut:
    """
    Bouts that found no place in a day.

    Attributes:
        key: What they are bouts of.
        count: How many.
        reason: What is in the way.
        offset: For a fixed bout, the offset at which it should be.
    """

    key: str
    count: int
    reason: str
    offset: int | None = None


class _Session:
    """A session while the day is being filled."""

    def __init__(self, offset: int) -> None:
        self.offset = offset
        self.is_moved = False
        self.bouts: list[Bouts] = []

    def end(self, overhead: Overhead, more: Sequence[Bouts] = ()) -> int:
        return self.offset + overhead.around(bout.length for bout in (*self.bouts, *more))


@lru_cache(maxsize=4096)
def place(
    bouts: tuple[Bouts, ...], length: int, busy: tuple[Block, ...], overhead: Overhead
) -> tuple[tuple[Slot, ...], tuple[LeftOut, ...]]:
    """
    Place *bouts* in a day of *length* milliseconds beside what is *busy*.

    Fixed bouts stand where they are told, and share a session where they fall together;
    one that would start within another session follows it, if it need not wait for long.
    The others follow, the most frequent first, each spread as evenly over the day as can
    be (least sum of squared gaps, with half a gap at both ends) while joining sessions
    that exist where this costs little evenness. Ties go to the earlier slot.
    """
    day = _Day(length, busy, overhead)
    for bout in bouts:
        for offset in bout.fixed:
            day.fix(bout, offset)
    for bout in sorted(bouts, key=lambda each: -each.count):
        day.spread(bout)
    order = {bout.key: index for index, bout in enumerate(bouts)}
    return tuple(day.slots(order)), tuple(day.left_out)


class _Day:
    """A waking day while it is being filled."""

    def __init__(self, length: int, busy: tuple[Block, ...], overhead: Overhead) -> None:
        self.length = length
        self.busy = tuple(sorted(busy, key=lambda block: block.start))
        self.overhead = overhead
        self.sessions: list[_Session] = []
        self.left_out: list[LeftOut] = []

    def fix(self, bout: Bouts, offset: int) -> None:
        """Put one bout at *offset*, or behind the sessions that are there, or leave it out."""
        session = self._session_at(offset)
        for obstacle in self._ahead(session):
            if _meet(obstacle, session.offset, session.end(self.overhead, [bout])):
                if not obstacle.is_session:
                    self._leave_out(bout, offset, f"“{obstacle.name}” is in the way")
                    return
                session = self._session_at(-(-obstacle.end // _MINUTE) * _MINUTE)
        if bout in session.bouts:
            self._leave_out(bout, offset, "the same exercise is due then")
        elif session.offset - offset > _WAIT:
            self._leave_out(bout, offset, "other sessions are in the way")
        elif session.end(self.overhead, [bout]) - session.offset > _DAY:
            self._leave_out(bout, offset, "the next day is in the way")
        else:
            session.is_moved = session.offset != offset and not session.bouts
            self._add(session, bout)

    def _ahead(self, session: _Session) -> Iterator[Block]:
        """Return what *session* may meet at its start or later, in order."""
        starts = [each.offset for each in self.sessions]
        first = max(bisect_right(starts, session.offset) - 1, 0)
        others = (each for each in self.sessions[first:] if each is not session)
        blocks = map(self._block, others)
        yield from merge(self.busy, blocks, key=lambda block: block.start)

    def _session_at(self, offset: int) -> _Session:
        same = (session for session in self.sessions if session.offset == offset)
        return next(same, _Session(offset))

    def _leave_out(self, bout: Bouts, offset: int, reason: str) -> None:
        self.left_out.append(LeftOut(bout.key, 1, reason, offset))

    def _add(self, session: _Session, bout: Bouts) -> None:
        if not session.bouts:
            insort(self.sessions, session, key=lambda each: each.offset)
        session.bouts.append(bout)

    def spread(self, bout: Bouts) -> None:
        """Put as many of its bouts as fit where they are spread most evenly."""
        starts = list(self._starts(bout))
        count = min(bout.count, _most(starts, bout.gap))
        for start in _most_even(starts, count, self.length, bout.gap):
            self._add(start.session, bout)
        if count < bout.count:
            self.left_out.append(LeftOut(bout.key, bout.count - count, self._crowded(bout)))

    def slots(self, order: dict[str, int]) -> Iterator[Slot]:
        done: dict[str, int] = {}
        for session in self.sessions:
            first = session.bouts[0]
            for bout in session.bouts:
                done[bout.key] = done.get(bout.key, 0) + 1
            keys = sorted((bout.key for bout in session.bouts), key=order.__getitem__)
            opener = (first.key, done[first.key])
            yield Slot(
                session.offset,
                opener,
                tuple(keys),
                is_fixed=bool(first.fixed) and not session.is_moved,
            )

    def _starts(self, bout: Bouts) -> Iterator[_Start]:
        """Return every start that *bout* could have: sessions to join and free cells."""
        taken = {session.offset: session for session in self.sessions}
        for offset in sorted({*range(0, self.length, CELL), *taken}):
            session = taken.get(offset) or _Session(offset)
            end = session.end(self.overhead, [bout])
            inside = offset >= 0 and end <= self.length and self._keeps_gaps(session, end)
            met = (block for block in self._obstacles(session) if _meet(block, offset, end))
            if inside and bout not in session.bouts and not any(met):
                yield _Start(session, end, opens=offset not in taken)

    def _keeps_gaps(self, session: _Session, end: int) -> bool:
        """Whether what is in *session* keeps its gap to later ones if it lasts until *end*."""
        return not any(
            session.offset < later.offset < end + bout.gap and bout in later.bouts
            for bout in session.bouts
            if bout.gap
            for later in self.sessions
        )

    def _obstacles(self, but: _Session) -> Iterator[Block]:
        """Return everything that a session cannot meet, *but* itself."""
        yield from self.busy
        yield from (self._block(other) for other in self.sessions if other is not but)

    def _block(self, session: _Session) -> Block:
        end = session.end(self.overhead)
        return Block(session.offset, end, "another session", is_session=True)

    def _crowded(self, bout: Bouts) -> str:
        hours, minutes = divmod(-(-(bout.length + self.overhead.lead) // _MINUTE), 60)
        length = f"{hours} h {minutes:02} min" if hours else f"{minutes} min"
        apart = f", {-(-bout.gap // _MINUTE)} min apart," if bout.gap and bout.count > 1 else ""
        sessions = "a session" if bout.count == 1 else f"{bout.count} sessions"
        fit = "does not fit" if bout.count == 1 else "do not fit"
        names = dict.fromkeys(block.name for block in self.busy)
        beside = f" beside {', '.join(f'“{name}”' for name in names)}" if names else ""
        return f"{sessions} of {length}{apart} {fit} into the waking hours{beside}"


def _meet(block: Block, start: int, end: int) -> bool:
    return block.start < end and start < block.end


@attrs.frozen(eq=False)
class _Start:
    session: _Session
    end: int
    opens: bool = attrs.field(kw_only=True)

    @property
    def offset(self) -> int:
        return self.session.offset


def _most(starts: Sequence[_Start], gap: int) -> int:
    """Count how many starts fit one after another: always the one that ends first."""
    count, free = 0, 0
    for start in sorted(starts, key=lambda each: each.end):
        if start.offset >= free:
            count, free = count + 1, start.end + gap
    return count


def _most_even(starts: Sequence[_Start], count: int, length: int, gap: int) -> list[_Start]:
    """Choose *count* starts, in order and *gap* apart, at the least cost; so many must fit."""
    if not count:
        return []
    minutes = [start.offset // _MINUTE for start in starts]
    day = length // _MINUTE
    opening = [_OPENING * day * day if start.opens else 0 for start in starts]
    # One bout has no gaps to keep even: the middle of the day only breaks ties.
    weight = _SCALE * count if count > 1 else 1
    best = [weight * 2 * at * at + extra for at, extra in zip(minutes, opening, strict=True)]
    cost: list[int | None] = list(best)
    came: list[list[int]] = []
    for _ in range(count - 1):
        cost, before = _extend(starts, minutes, opening, cost, weight, gap)
        came.append(before)
    ends = [
        (value + weight * 2 * (day - minutes[index]) ** 2, index)
        for index, value in enumerate(cost)
        if value is not None
    ]
    index = min(ends)[1]
    chosen = [index]
    for before in reversed(came):
        index = before[index]
        chosen.append(index)
    return [starts[index] for index in reversed(chosen)]


def _extend(
    starts: Sequence[_Start],
    minutes: Sequence[int],
    opening: Sequence[int],
    cost: Sequence[int | None],
    weight: int,
    gap: int,
) -> tuple[list[int | None], list[int]]:
    """Return the least cost of one more bout that ends at each start, and where it came from."""
    further: list[int | None] = [None] * len(starts)
    before = [0] * len(starts)
    for here, start in enumerate(starts):
        for there in range(here):
            known = cost[there]
            if known is None or starts[there].end + gap > start.offset:
                continue
            apart = minutes[here] - minutes[there]
            value = known + weight * apart * apart + opening[here]
            current = further[here]
            if current is None or value < current:
                further[here], before[here] = value, there
    return further, before
