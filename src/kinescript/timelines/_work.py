"""Work, on one side or both, becomes a tree of steps."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Final, TypeAlias, assert_never

import attrs

from kinescript.model import (
    UNSAID,
    Distance,
    Dose,
    EachSide,
    End,
    Hold,
    Intensity,
    Order,
    Pause,
    Repeat,
    Reps,
    Rest,
    Series,
    Timed,
    Unsaid,
    Until,
    Work,
)
from kinescript.model._work_sides import first_side, last_side
from kinescript.timelines._bounds import Half
from kinescript.timelines._distances import far_of
from kinescript.timelines._fitted import fitted
from kinescript.timelines._leaves import Leaf, joined, left_of, rest_of
from kinescript.timelines._lengths import Policy
from kinescript.timelines._marks import Level, StepKind
from kinescript.timelines._parts import PartOfRep, parts_of_rep
from kinescript.timelines._rounds import Rounds, is_timed
from kinescript.timelines._told import until
from kinescript.timelines._tree import NOTHING, Node, SequenceNode
from kinescript.timelines._turns import Run, Turns, Ways, side_mark, switched, turns, ways_of

BY_LEAF: Final = (Order.BY_REP, Order.HALF_WAY)
"""The orders in which sides change within a set."""

Single: TypeAlias = Hold | Timed | Distance
"""Work that is one step."""


@attrs.frozen
class Builder:
    """
    What builds the trees of the work in one dose.

    Attributes:
        policy: What to do where the dose leaves something open.
        turns: The two sides, where they take turns.
        ways: The ways, where there are several.
        intensity: How hard what says nothing of its own is.
        halves: Which half of the counts and lengths is built, or half of a half.
    """

    policy: Policy
    turns: Turns | None = None
    ways: Ways | None = None
    intensity: tuple[Intensity, ...] = ()
    halves: tuple[Half, ...] = ()

    @classmethod
    def of(cls, dose: Dose, policy: Policy, intensity: tuple[Intensity, ...] = ()) -> Builder:
        """Return the builder for a dose that is part of something of an *intensity*."""
        sides = turns(dose.sides, policy) if isinstance(dose.sides, EachSide) else None
        ways = None if isinstance(dose.ways, Unsaid) else ways_of(dose.ways, sides, policy)
        return cls(policy, sides, ways, dose.intensity or intensity)

    def turned(self, orders: tuple[Order, ...], make: Callable[[Builder], Node]) -> Node:
        """Return what is made on each side and in each way, where they change in that order."""
        sides = self.in_turns(orders)
        if sides is None:
            return self.in_ways(orders, make)
        if not sides.is_total and sides.order is not Order.HALF_WAY:
            node = self.in_ways(orders, make)
            return sides.both(node, node)
        first, second = (self._half(half).in_ways(orders, make) for half in Half)
        return sides.both(first, second)

    def in_turns(self, orders: tuple[Order, ...]) -> Turns | None:
        """Return the sides if they change in one of these *orders*."""
        return self.turns if self.turns is not None and self.turns.order in orders else None

    def in_ways(self, orders: tuple[Order, ...], make: Callable[[Builder], Node]) -> Node:
        """Return what is made in each way, where they change in one of these *orders*."""
        if self.ways is None or self.ways.order not in orders:
            return make(self)
        return self.ways.each(lambda halves: make(self._half(*halves)))

    def _half(self, *halves: Half) -> Builder:
        return attrs.evolve(self, halves=(*self.halves, *halves))

    def work(self, work: Work) -> Node:
        """Return the tree of *work*."""
        match work:
            case Reps() | Hold() | Timed() | Distance() if not isinstance(work.side, Unsaid):
                own = attrs.evolve(self, turns=None).work(attrs.evolve(work, side=UNSAID))
                return SequenceNode((own,), mark=side_mark(work.side, self.policy))
            case Reps():
                return self.turned((Order.HALF_WAY,), lambda each: each.reps(work))
            case Hold() | Timed() | Distance():
                return self.turned(BY_LEAF, lambda each: each.single(work))
            case Series(parts):
                return self._series(parts)
            case Repeat(Hold() | Timed() | Distance(), end) if not is_timed(end):
                return self.turned((Order.HALF_WAY,), lambda each: each.singles(work))
            case Repeat():
                return self._repeat(work)
            case _ as unreachable:
                assert_never(unreachable)

    def single(self, work: Single) -> Node:
        """Return the step of work that is one."""
        leaf = Leaf(
            kind=StepKind.HOLD if isinstance(work, Hold) else StepKind.ACTIVITY,
            assumption="hold" if isinstance(work, Hold) else "activity",
            text=work.activity,
            intensity=work.intensity or self.intensity,
            halves=self.halves,
        )
        written = Distance(work.amount, work.unit) if isinstance(work, Distance) else work.length
        return leaf.lasting(written, self.policy)

    def _series(self, parts: tuple[Work | Rest, ...]) -> Node:
        nodes: list[Node] = [self._part(parts[0], NOTHING)]
        side = last_side(parts[0])
        for before, part in pairwise(parts):
            back = self._between(before, part)
            rest = nodes[-1] if isinstance(before, Rest) else NOTHING
            change = switched(side, first_side(part), self.policy, rest)
            following = self._part(part, nodes[-1])
            nodes += [node for node in (back, change) if node is not NOTHING] + [following]
            side = side if isinstance(part, Rest) else last_side(part)
        return SequenceNode(nodes)

    def _part(self, part: Work | Rest, before: Node) -> Node:
        if isinstance(part, Rest):
            return rest_of(part, Level.PASS, self.policy, before)
        return self.work(part)

    def _between(self, part: Work | Rest, following: Work | Rest) -> Node:
        sides = self.in_turns(BY_LEAF)
        is_rest = isinstance(part, Rest) or isinstance(following, Rest)
        return NOTHING if sides is None or is_rest else sides.back()

    def _repeat(self, repeat: Repeat) -> Node:
        # The time is shared by the sides, or else what is repeated in it.
        inner = attrs.evolve(self, halves=()) if is_timed(repeat.end) else self
        body = inner.in_interval(inner.work(repeat.body), repeat.between, repeat.every, Level.PASS)
        pause = self.pause(repeat.between, repeat.every, body, Level.PASS)
        pause = self.over(repeat.body, pause)
        sides = self.in_turns(BY_LEAF)
        rounds = Rounds(
            parts=(body,),
            between=(pause if sides is None else sides.back(pause),),
            level=Level.PASS,
            within=self.policy.choice.reps,
            usual=self.policy.assumptions.passes,
            far=far_of(repeat.body),
            halves=self.halves,
        )
        return rounds.until(repeat.end, self.policy)

    def in_interval(self, body: Node, rest: Rest | Unsaid, every: Pause, level: Level) -> Node:
        """Return *body*, which a rest follows, short enough for the interval that it is in."""
        beside = 0 if isinstance(rest, Unsaid) else rest_of(rest, level, self.policy, body).length
        return fitted(body, every, self.policy, beside)

    def pause(self, rest: Rest | Unsaid, every: Pause, body: Node, level: Level) -> Node:
        """Return the pause that is written, and what is left of the interval after *body*."""
        node = NOTHING if isinstance(rest, Unsaid) else rest_of(rest, level, self.policy, body)
        if isinstance(every, Unsaid):
            return node
        left = left_of(every, SequenceNode((body, node)), level, self.policy)
        return left if node is NOTHING else SequenceNode((node, left))

    def over(self, work: Work, pause: Node) -> Node:
        """Return the pause before *work* is done again, with the way to where it begins."""
        change = switched(last_side(work), first_side(work), self.policy, pause)
        if change is NOTHING:
            return pause
        return change if pause is NOTHING else SequenceNode((pause, change))

    def singles(self, repeat: Repeat) -> Node:
        """Return work that is one step, several times: its count is like that of repetitions."""
        return self._run(
            lambda each: each.work(repeat.body),
            written=repeat.end,
            usual=self.policy.assumptions.passes,
            level=Level.PASS,
            pause=(repeat.between, repeat.every),
        )

    def reps(self, reps: Reps) -> Node:
        """Return all repetitions of a set."""
        return self._run(
            lambda each: SequenceNode(each.rep(reps)),
            written=reps.count,
            usual=self.policy.assumptions.reps,
            level=Level.REP,
            pause=(reps.rest, UNSAID),
            # Movements that alternate change sides in passing; what is held does not.
            in_passing=reps.hold is None and self.turns is not None and not self.turns.is_said,
        )

    def _run(
        self,
        make: Callable[[Builder], Node],
        *,
        written: End,
        usual: int,
        level: Level,
        pause: tuple[Rest | Unsaid, Pause],
        in_passing: bool = False,
    ) -> Node:
        """Return what is made so many times, the sides changing after one or some of them."""
        sides = self.in_turns((Order.BY_REP,))
        # The sides share the count, and each time is done in whole.
        one = attrs.evolve(self, turns=None, halves=())
        body = one.in_ways((Order.BY_REP,), lambda each: make(attrs.evolve(each, ways=None)))
        run = Run(
            body=body,
            rest=self.pause(*pause, body, level),
            bounds=self.policy.count(written, self.policy.choice.reps, usual).halves(self.halves),
            level=level,
            written=written,
        )
        if sides is None:
            return run.whole()
        if sides.every > 1 or sides.is_total:
            return sides.alternate(run, in_passing=in_passing)
        both = sides.both(body, body, in_passing=in_passing)
        rest = run.rest if in_passing else sides.back(run.rest)
        return attrs.evolve(run, body=both, rest=rest).whole()

    def rep(self, reps: Reps) -> tuple[Node, ...]:
        """Return the parts of one repetition."""
        sign = until(reps.count.sign) if isinstance(reps.count, Until) else ""
        text = joined(reps.activity, sign)
        intensity = reps.intensity or self.intensity
        if reps.hold is None and isinstance(reps.tempo, Unsaid):
            leaf = Leaf(kind=StepKind.REP, assumption="repetition", text=text, intensity=intensity)
            return (leaf.of(self.policy.assumed("repetition"), None, text),)
        beats = () if isinstance(reps.tempo, Unsaid) else reps.tempo.beats
        return tuple(self._beat(each, text, intensity) for each in parts_of_rep(beats, reps.hold))

    def _beat(self, part: PartOfRep, text: str, intensity: tuple[Intensity, ...]) -> Node:
        leaf = Leaf(
            kind=part.kind,
            assumption=part.assumption,
            part=part.part,
            text=text,
            intensity=intensity,
        )
        node = leaf.lasting(part.length, self.policy)
        if isinstance(part.side, Unsaid):
            return node
        return SequenceNode((node,), mark=side_mark(part.side, self.policy))
