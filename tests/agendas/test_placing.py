"""Placing the bouts of a day: what is placed, where, and what is left out."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import attrs
import pytest
from hypothesis import given, strategies as st

from kinescript.agendas import CELL, Block, Bouts, LeftOut, Overhead, Slot, place

MINUTE = 60_000
HOUR = 60 * MINUTE
NO_TIME = Overhead(0, 0)
A, B, C = "abc"


@attrs.frozen
class Day:
    """What `place` is given."""

    bouts: tuple[Bouts, ...]
    length: int
    busy: tuple[Block, ...]
    overhead: Overhead

    def placed(self) -> tuple[tuple[Slot, ...], tuple[LeftOut, ...]]:
        """What becomes of it."""
        return place(self.bouts, self.length, self.busy, self.overhead)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Where its bouts are placed."""
        return self.placed()[0]

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Which of its bouts are not."""
        return self.placed()[1]

    def end(self, slot: Slot) -> int:
        """When a session ends, all that it takes counted."""
        lengths = {bout.key: bout.length for bout in self.bouts}
        pauses = self.overhead.between * (len(slot.keys) - 1)
        return slot.offset + self.overhead.lead + pauses + sum(lengths[key] for key in slot.keys)


def times(least: int, greatest: int) -> st.SearchStrategy[int]:
    """Times in milliseconds, most of them whole minutes."""
    whole = st.integers(least // MINUTE, greatest // MINUTE).map(lambda minutes: minutes * MINUTE)
    return st.one_of(whole, whole, st.integers(least, greatest))


def overheads() -> st.SearchStrategy[Overhead]:
    """What a session takes beside its bouts."""
    return st.builds(Overhead, times(0, 5 * MINUTE), times(0, 5 * MINUTE))


@st.composite
def blocks(draw: st.DrawFn, length: int) -> Block:
    """What is in the way, inside the day or reaching out of it."""
    start = draw(times(-HOUR, length))
    return Block(
        start, start + draw(times(MINUTE, 2 * HOUR)), draw(st.sampled_from(("Work", "Nap")))
    )


def in_order(of: list[Block]) -> tuple[Block, ...]:
    """Blocks as a waking day has them."""
    return tuple(sorted(of, key=lambda block: (block.start, block.end)))


def fixed(length: int) -> st.SearchStrategy[tuple[int, ...]]:
    """Offsets, each once, few enough different ones to meet."""
    offsets = st.integers(-4, length // CELL + 4).map(lambda cells: cells * CELL)
    odd = times(-HOUR, length + HOUR)
    return st.lists(offsets | odd, min_size=1, max_size=4, unique=True).map(tuple)


@st.composite
def days(draw: st.DrawFn, hours: int = 16) -> Day:
    """Days with several things to do, at any time or fixed, and something in the way."""
    length = draw(times(0, hours * HOUR))
    bouts = [
        Bouts(key, draw(times(0, 90 * MINUTE)), fixed=draw(fixed(length)))
        if draw(st.booleans())
        else Bouts(key, draw(times(0, 90 * MINUTE)), draw(st.integers(0, 8)))
        for key in draw(st.permutations("abcd"))[: draw(st.integers(0, 4))]
    ]
    busy = draw(st.lists(blocks(length), max_size=3).map(in_order))
    return Day(tuple(bouts), length, busy, draw(overheads()))


@given(days())
def test_every_bout_is_placed_or_left_out(day: Day) -> None:
    """Slots and what is left out add up to what was asked for."""
    wanted = Counter({bout.key: bout.count + len(bout.fixed) for bout in day.bouts})
    placed = Counter(key for slot in day.slots for key in slot.keys)
    left_out = Counter[str]()
    for each in day.left_out:
        left_out[each.key] += each.count

    assert wanted == placed + left_out
    assert all(each.count > 0 for each in day.left_out)


@given(days())
def test_no_bout_is_twice_in_a_session(day: Day) -> None:
    """A session has each of its bouts once, in the order in which they were given."""
    order = [bout.key for bout in day.bouts]

    assert all(slot.keys for slot in day.slots)
    assert all(sorted(set(slot.keys), key=order.index) == list(slot.keys) for slot in day.slots)


@given(days())
def test_fixed_bouts_stand_where_they_are_told(day: Day) -> None:
    """A fixed bout is where it is told, or follows another session, or is reported."""
    for bout in day.bouts:
        told = list(bout.fixed)
        placed = [slot for slot in day.slots if bout.key in slot.keys and bout.fixed]
        reported = [each.offset for each in day.left_out if each.key == bout.key and bout.fixed]
        moved = [slot for slot in placed if slot.offset not in told]

        assert len(told) == len(placed) + len(reported)
        assert set(reported) <= set(told)
        assert all(
            any(day.end(other) <= slot.offset for other in day.slots) or day.busy for slot in moved
        )


@given(days())
def test_sessions_are_in_order_and_apart(day: Day) -> None:
    """Each session ends, everything counted, before or when the next one starts."""
    slots = day.slots

    assert all(first.offset < second.offset for first, second in pairwise(slots))
    assert all(day.end(first) <= second.offset for first, second in pairwise(slots))


@given(days())
def test_sessions_keep_clear_of_what_is_busy(day: Day) -> None:
    """No moment of a session is inside a block."""
    for slot in day.slots:
        for block in day.busy:
            assert day.end(slot) <= block.start or block.end <= slot.offset


@given(days())
def test_free_bouts_lie_inside_the_day(day: Day) -> None:
    """Bouts at any time are within the day, on the grid or in the session of a fixed bout."""
    told = {offset for bout in day.bouts for offset in bout.fixed}
    free = {bout.key for bout in day.bouts if bout.count}
    for slot in day.slots:
        if free & set(slot.keys):
            assert slot.offset >= 0
            assert day.end(slot) <= day.length
            fixed = any(bout.fixed for bout in day.bouts if bout.key in slot.keys)
            assert slot.offset % (15 * MINUTE) == 0 or slot.offset in told or fixed


@given(days())
def test_a_slot_is_named_by_what_opened_it(day: Day) -> None:
    """A slot's opener is one of its bouts with the number it has in the day, so unlike others."""
    for slot in day.slots:
        key, number = slot.opener
        so_far = [each for each in day.slots if key in each.keys and each.offset <= slot.offset]

        assert key in slot.keys
        assert len(so_far) == number
    assert len({slot.opener for slot in day.slots}) == len(day.slots)


def starts(day: Day, length: int, taken: Sequence[Slot]) -> Iterator[tuple[int, int, bool]]:
    """Each start that one more bout of *length* can have, when it ends, and if it opens."""
    sessions = {slot.offset: day.end(slot) for slot in taken}
    spans = [(block.start, block.end) for block in day.busy]
    for offset in sorted({*range(0, day.length, CELL), *sessions}):
        joins = offset in sessions
        more = day.overhead.between if joins else day.overhead.lead
        end = sessions.get(offset, offset) + more + length
        others = [(start, stop) for start, stop in sessions.items() if start != offset]
        free = all(end <= start or stop <= offset for start, stop in [*spans, *others])
        if free and offset >= 0 and end <= day.length:
            yield offset, end, not joins


def cost(chosen: Sequence[tuple[int, int, bool]], length: int) -> int:
    """How uneven some starts are, and how many sessions they open, as a whole number."""
    at = [offset // MINUTE for offset, _, _ in chosen]
    day = length // MINUTE
    ends = 2 * at[0] ** 2 + 2 * (day - at[-1]) ** 2
    unevenness = len(at) * (ends + sum((after - before) ** 2 for before, after in pairwise(at)))
    weight = 20 if len(at) > 1 else 1
    return weight * unevenness + 3 * day * day * sum(opens for _, _, opens in chosen)


def best(day: Day, bout: Bouts, taken: Sequence[Slot]) -> list[int]:
    """The best starts of all, found by trying every one: as many as fit, most even, early."""
    for count in range(bout.count, 0, -1):
        fitting = [
            chosen
            for chosen in combinations(starts(day, bout.length, taken), count)
            if all(end <= after for (_, end, _), (after, _, _) in pairwise(chosen))
        ]
        if fitting:
            found = min(fitting, key=lambda each: (cost(each, day.length), each[::-1]))
            return [offset for offset, _, _ in found]
    return []


@given(st.integers(0, 5), times(0, HOUR), times(0, 4 * HOUR), overheads())
def test_bouts_are_spread_as_evenly_as_can_be(
    count: int, each: int, length: int, overhead: Overhead
) -> None:
    """No choice of starts of a single thing is more even, none as even is earlier."""
    bout = Bouts(A, each, count)
    day = Day((bout,), length, (), overhead)

    assert best(day, bout, ()) == [slot.offset for slot in day.slots]


@given(st.data())
def test_bouts_are_spread_best_beside_others(data: st.DataObject) -> None:
    """Beside blocks and fixed sessions, too, as many fit as can, and no choice is better."""
    length = data.draw(times(0, 4 * HOUR))
    bout = Bouts(A, data.draw(times(0, HOUR)), data.draw(st.integers(0, 5)))
    other = Bouts(B, data.draw(times(0, HOUR)), fixed=data.draw(fixed(length)))
    busy = data.draw(st.lists(blocks(length), max_size=2).map(in_order))
    day = Day((other, bout), length, busy, data.draw(overheads()))
    taken = attrs.evolve(day, bouts=(other,)).slots

    assert best(day, bout, taken) == [slot.offset for slot in day.slots if A in slot.keys]


@given(days(), times(0, 90 * MINUTE), st.integers(0, 8))
def test_one_more_thing_moves_no_session(day: Day, length: int, count: int) -> None:
    """What comes last and no more often than the rest leaves their sessions as they were."""
    least = min((bout.count for bout in day.bouts if bout.count), default=count)
    more = attrs.evolve(day, bouts=(*day.bouts, Bouts("more", length, min(count, least))))
    others = [
        attrs.evolve(slot, keys=tuple(key for key in slot.keys if key != "more"))
        for slot in more.slots
    ]

    assert list(day.slots) == [slot for slot in others if slot.keys]
    assert day.left_out == more.left_out[: len(day.left_out)]


@given(days())
def test_order_matters_only_between_equals(day: Day) -> None:
    """Things of different counts have the same sessions whatever their order."""
    free = {bout.count: bout for bout in day.bouts if bout.count}.values()
    one = attrs.evolve(day, bouts=tuple(free))
    other = attrs.evolve(day, bouts=tuple(sorted(free, key=lambda bout: bout.key)))

    assert one.left_out == other.left_out
    assert [(slot.offset, slot.opener, set(slot.keys)) for slot in one.slots] == [
        (slot.offset, slot.opener, set(slot.keys)) for slot in other.slots
    ]


@given(days())
def test_a_day_has_one_answer(day: Day) -> None:
    """Equal days are placed alike, also if nothing is remembered of the first."""
    remembered = day.placed()
    place.cache_clear()

    assert remembered == attrs.evolve(day).placed()


@pytest.mark.parametrize(
    ("count", "minutes"),
    [
        (1, [450]),
        (2, [225, 675]),
        (3, [150, 450, 750]),
        (4, [105, 330, 555, 780]),
        (5, [90, 270, 450, 630, 810]),
    ],
)
def test_an_empty_day_is_shared_evenly(count: int, minutes: list[int]) -> None:
    """In 15 free hours sessions are equally far apart, with half as much at both ends."""
    day = Day((Bouts(A, 5 * MINUTE, count),), 15 * HOUR, (), NO_TIME)

    assert minutes == [slot.offset // MINUTE for slot in day.slots]


def test_rarer_things_join_the_sessions_of_frequent_ones() -> None:
    """Things of different counts share sessions, and the first of a session names it."""
    bouts = (Bouts(A, MINUTE, 1), Bouts(B, MINUTE, 4), Bouts(C, MINUTE, 3))
    day = Day(bouts, 15 * HOUR, (), NO_TIME)

    assert [
        Slot(105 * MINUTE, (B, 1), (B, C)),
        Slot(330 * MINUTE, (B, 2), (B, C)),
        Slot(555 * MINUTE, (B, 3), (A, B)),
        Slot(780 * MINUTE, (B, 4), (B, C)),
    ] == list(day.slots)


def test_sessions_are_opened_where_joining_would_be_too_uneven() -> None:
    """Twice in the day beside one fixed early session stands alone rather than early."""
    bouts = (Bouts(A, MINUTE, fixed=(0,)), Bouts(B, MINUTE, 2))
    day = Day(bouts, 15 * HOUR, (), NO_TIME)

    assert [(slot.offset // MINUTE, slot.keys) for slot in day.slots] == [
        (0, (A,)),
        (225, (B,)),
        (675, (B,)),
    ]


@pytest.mark.parametrize(
    ("hour", "count", "minutes"),
    [(7, 2, [225, 420, 675]), (8, 2, [225, 480, 675]), (0, 3, [0, 150, 450, 750])],
)
def test_a_session_is_opened_rather_than_the_day_made_uneven(
    hour: int, count: int, minutes: list[int]
) -> None:
    """A fixed session is not joined where the others would then be far from even."""
    bouts = (Bouts(A, MINUTE, fixed=(hour * HOUR,)), Bouts(B, MINUTE, count))
    day = Day(bouts, 15 * HOUR, (), NO_TIME)

    assert minutes == [slot.offset // MINUTE for slot in day.slots]
    assert all(len(slot.keys) == 1 for slot in day.slots)


def test_what_is_done_once_joins_a_session() -> None:
    """A single bout opens no session where it can join one, and the one nearest to the middle."""
    fixed_offsets = (0, 5 * HOUR, 12 * HOUR)
    day = Day((Bouts(A, HOUR, fixed=fixed_offsets), Bouts(B, 1, 1)), 15 * HOUR, (), NO_TIME)

    assert [slot.keys for slot in day.slots] == [(A,), (A, B), (A,)]


def test_fixed_bouts_may_lie_outside_the_day() -> None:
    """A moment that was prescribed holds before waking and after the end of the day."""
    day = Day((Bouts(A, HOUR, fixed=(-HOUR, 15 * HOUR)),), 15 * HOUR, (), NO_TIME)

    assert [slot.offset for slot in day.slots] == [-HOUR, 15 * HOUR]
    assert day.left_out == ()


def test_sessions_may_touch() -> None:
    """A session may end when a block or another one starts, and start when these end."""
    busy = (Block(2 * HOUR, 3 * HOUR, "Work"),)
    bouts = (Bouts(A, HOUR, fixed=(0, 3 * HOUR)), Bouts(B, HOUR, fixed=(HOUR,)))
    fixed_day = Day(bouts, 15 * HOUR, busy, NO_TIME)
    free_day = Day((Bouts(A, HOUR, 3),), 4 * HOUR, busy, NO_TIME)

    assert [slot.offset // HOUR for slot in fixed_day.slots] == [0, 1, 3]
    assert [slot.offset // HOUR for slot in free_day.slots] == [0, 1, 3]


def test_what_is_in_the_way_of_a_fixed_bout_is_named() -> None:
    """A fixed bout that meets a block or the next day is left out; behind a session it waits."""
    busy = (Block(2 * HOUR, 3 * HOUR, "Work"),)
    bouts = (
        Bouts(A, HOUR - 1, fixed=(0, HOUR + MINUTE, 5 * HOUR, 5 * HOUR)),
        Bouts(B, HOUR, fixed=(HOUR - MINUTE,)),
        Bouts(C, 24 * HOUR + 1, fixed=(7 * HOUR,)),
    )
    day = Day(bouts, 15 * HOUR, busy, NO_TIME)

    assert (
        Slot(0, (A, 1), (A,), is_fixed=True),
        Slot(HOUR, (B, 1), (B,), is_fixed=False),
        Slot(5 * HOUR, (A, 2), (A,), is_fixed=True),
    ) == day.slots
    assert (
        LeftOut(A, 1, "“Work” is in the way", HOUR + MINUTE),
        LeftOut(A, 1, "the same exercise is due then", 5 * HOUR),
        LeftOut(C, 1, "the next day is in the way", 7 * HOUR),
    ) == day.left_out


def test_a_fixed_session_lasts_a_day_at_most() -> None:
    """A session that ends when the next day's would start is still placed."""
    day = Day((Bouts(A, 24 * HOUR - MINUTE, fixed=(0,)),), 15 * HOUR, (), Overhead(MINUTE, 0))

    assert (Slot(0, (A, 1), (A,), is_fixed=True),) == day.slots


@pytest.mark.parametrize(
    ("minutes", "count", "reason"),
    [
        (29, 1, "a session of 30 min does not fit into the waking hours"),
        (29, 3, "3 sessions of 30 min do not fit into the waking hours"),
        (60, 2, "2 sessions of 1 h 01 min do not fit into the waking hours"),
    ],
)
def test_what_does_not_fit_is_told_with_its_length(minutes: int, count: int, reason: str) -> None:
    """The reason tells how long a session is, how many should fit and beside what."""
    busy = (Block(0, HOUR, "Work"), Block(HOUR, 2 * HOUR, "Nap"), Block(3 * HOUR, 4 * HOUR, "Nap"))
    bout = Bouts(A, minutes * MINUTE - 1, count)
    full = Day((bout,), HOUR, busy, Overhead(MINUTE, 0))
    short = attrs.evolve(full, length=0, busy=())

    assert (LeftOut(A, count, f"{reason} beside “Work”, “Nap”"),) == full.left_out
    assert (LeftOut(A, count, reason),) == short.left_out


def test_no_day_has_room_for_nothing() -> None:
    """Where the clock leaves no waking hours, everything is left out."""
    day = Day((Bouts(A, 0, 2),), -15 * MINUTE, (), NO_TIME)

    assert day.slots == ()
    assert [each.count for each in day.left_out] == [2]


SCRIPT = """
from kinescript.agendas import Block, Bouts, Overhead, place

bouts = tuple(Bouts(key, 7 * 60_000, count) for count, key in enumerate("abcdefgh"))
print(place(bouts, 50_000_000, (Block(9, 5_000_000, "Work"),), Overhead(1, 2)))
"""


def test_placing_is_the_same_in_every_process() -> None:
    """What is placed does not depend on how a process orders its sets."""
    printed = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout
        for seed in ("1", "2")
    ]

    assert "opener=('h', 1)" in printed[0]
    assert printed[0] == printed[1]


@pytest.mark.parametrize(("hours", "offsets"), [(2, [0, 2 * HOUR]), (3, [0])])
def test_a_moment_waits_for_two_hours_at_most(hours: int, offsets: list[int]) -> None:
    """What would start within another session follows it unless that takes too long."""
    bouts = (Bouts(A, hours * HOUR, fixed=(0,)), Bouts(B, HOUR, fixed=(1,)))
    day = Day(bouts, 15 * HOUR, (), NO_TIME)

    assert offsets == [slot.offset for slot in day.slots]
    assert [each.reason for each in day.left_out] == (
        [] if len(offsets) == 2 else ["other sessions are in the way"]
    )


@given(st.integers(2, 6), st.integers(0, 5), st.integers(0, 3))
def test_bouts_keep_their_gap(count: int, hours: int, others: int) -> None:
    """Between two bouts with a gap lies at least that, whoever joins their sessions."""
    gap = hours * 60 * 60_000
    apart = Bouts("apart", 10 * 60_000, count, gap=gap)
    more = tuple(Bouts(f"{index}", 30 * 60_000, count - 1) for index in range(others))
    overhead = Overhead(10_000, 20_000)
    slots, left_out = place((apart, *more), 15 * 60 * 60_000, (), overhead)
    lengths = {bout.key: bout.length for bout in (apart, *more)}
    ours = [slot for slot in slots if "apart" in slot.keys]
    ends = [slot.offset + overhead.around(lengths[key] for key in slot.keys) for slot in ours]
    missing = sum(each.count for each in left_out if each.key == "apart")

    assert count == len(ours) + missing
    assert all(end + gap <= slot.offset for end, slot in zip(ends, ours[1:], strict=False))


def test_a_gap_that_does_not_fit_is_told() -> None:
    """What a gap leaves no room for is left out, and the gap is named."""
    apart = Bouts("apart", 10 * 60_000, 3, gap=600 * 60_000)
    _, (left_out,) = place((apart,), 15 * 60 * 60_000, (), Overhead(0, 0))

    assert left_out.count == 1
    assert left_out.reason == (
        "3 sessions of 10 min, 600 min apart, do not fit into the waking hours"
    )
