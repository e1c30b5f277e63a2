"""A routine or item with the policies for what it leaves open becomes a tree of steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, pairwise, starmap, zip_longest
from typing import assert_never

import attrs

from kinescript._fields import one_of
from kinescript.model import (
    UNSAID,
    Assumptions,
    Choice,
    Count,
    Dose,
    EachSide,
    Hold,
    Item,
    Length,
    Order,
    Part,
    Repeat,
    Reps,
    Rest,
    Routine,
    Series,
    Sets,
    Side,
    Sides,
    Timed,
    Unsaid,
    Words,
    Work,
)
from kinescript.timelines._lengths import Bounds, Policy
from kinescript.timelines._parts import parts_of_rep
from kinescript.timelines._timeline import Timeline
from kinescript.timelines._tree import (
    NOTHING,
    ItemMark,
    Level,
    Node,
    Place,
    RepeatNode,
    SequenceNode,
    StepKind,
    StepNode,
)
from kinescript.timelines._turns import Turns, side_mark, turns


def timeline(
    of: Routine | Item,
    *,
    choice: Choice | None = None,
    assumptions: Assumptions | None = None,
    affected: Side | Unsaid = UNSAID,
) -> Timeline:
    """
    Lay out a routine, or one item, step by step.

    Args:
        of: The routine or item; steps' paths start from it, as in ``items[2]``.
        choice: Which values to take from ranges; by default the least.
        assumptions: What to take for granted where it gives no figure.
        affected: Which side "affected" means; the steps keep the word where unsaid.

    Raises:
        TimelineError: If the result is longer than ``timedelta.max`` or has more than
            ``sys.maxsize`` steps.

    >>> from kinescript import Dose, Item, Reps, Sets, seconds, timeline
    >>> bridge = Item("Bridge", Dose(Sets(3, Reps(10, hold=seconds(5)), rest=seconds(60))))
    >>> timeline(bridge)
    <Timeline of 93 steps, 0:06:40>
    """
    one_of((Routine, Item), "a Routine or an Item", of)
    items = (
        [("", of)]
        if isinstance(of, Item)
        else [(f"items[{index}]", item) for index, item in enumerate(of.items)]
    )
    return timeline_of(
        items,
        Policy(
            choice=Choice() if choice is None else choice,
            assumptions=Assumptions() if assumptions is None else assumptions,
            affected=affected,
        ),
    )


def timeline_of(items: Iterable[tuple[str, Item]], policy: Policy) -> Timeline:
    """Lay out *items*, each with the path its steps are to carry, one after another."""
    nodes = [item_node(path, item, policy) for path, item in items]
    if not nodes:
        return Timeline(NOTHING)
    transition = StepNode(StepKind.TRANSITION, policy.assumed("transition"))
    prepare = StepNode(StepKind.PREPARE, policy.assumed("prepare"))
    return Timeline(SequenceNode((prepare, *_joined(nodes, [transition] * (len(nodes) - 1)))))


def item_node(path: str, item: Item, policy: Policy) -> SequenceNode:
    """Build the tree of one item, without getting ready for it."""
    if isinstance(item.dose, Unsaid):
        body: Node = StepNode(StepKind.ACTIVITY, policy.assumed("activity"), written=UNSAID)
    else:
        body = _Builder.of(item.dose.sides, policy).dose(item.dose)
    return SequenceNode((body,), mark=ItemMark(path, item.exercise))


def _joined(nodes: Sequence[Node], between: Sequence[Node]) -> tuple[Node, ...]:
    """Put *between* the nodes, one fewer than there are nodes."""
    pairs = chain.from_iterable(zip_longest(nodes, between, fillvalue=NOTHING))
    return tuple(node for node in pairs if node is not NOTHING)


@attrs.frozen
class _Builder:
    policy: Policy
    turns: Turns | None

    @classmethod
    def of(cls, sides: Sides | Unsaid, policy: Policy) -> _Builder:
        return cls(policy, turns(sides, policy) if isinstance(sides, EachSide) else None)

    def dose(self, dose: Dose) -> Node:
        body = self._all_sets(dose)
        if self.turns is not None and self.turns.order is Order.BY_DOSE:
            return self.turns.both(body)
        if isinstance(dose.sides, Side):
            return SequenceNode((body,), mark=side_mark(dose.sides, self.policy))
        return body

    def _in_turns(self, order: Order) -> Turns | None:
        return self.turns if self.turns is not None and self.turns.order is order else None

    def _all_sets(self, dose: Dose) -> Node:
        if len(dose.sets) == 1 and dose.sets[0].count is UNSAID:
            return self._one_set(dose.sets[0].work)
        counts = [self._sets(sets.count) for sets in dose.sets]
        *done, total = accumulate((bounds.chosen for bounds in counts), initial=0)
        nodes = [
            RepeatNode(
                body=self._one_set(sets.work),
                count=bounds.chosen,
                between=self._between_sets(sets),
                level=Level.SET,
                least_count=bounds.least,
                greatest_count=bounds.greatest,
                written=sets.count,
                after=after,
                of=total,
            )
            for sets, bounds, after in zip(dose.sets, counts, done, strict=True)
        ]
        rests = [
            SequenceNode((self._between_sets(sets),), mark=Place(Level.SET, after, total))
            for sets, after in zip(dose.sets, done[1:], strict=False)
        ]
        return SequenceNode(_joined(nodes, rests))

    def _sets(self, count: Count) -> Bounds:
        usual = 1 if count is UNSAID else self.policy.assumptions.sets
        return self.policy.count(count, self.policy.choice.sets, usual)

    def _between_sets(self, sets: Sets) -> Node:
        rest = self._rest(sets.rest, Level.SET)
        by_set = self._in_turns(Order.BY_SET) or self._in_turns(Order.BY_REP)
        return rest if by_set is None else by_set.back(rest)

    def _one_set(self, work: Work) -> Node:
        by_set = self._in_turns(Order.BY_SET)
        return self._work(work) if by_set is None else by_set.both(self._work(work))

    def _work(self, work: Work) -> Node:
        match work:
            case Reps():
                return self._reps(work)
            case Hold(length):
                return self._by_rep(self._lasting(StepKind.HOLD, length, "hold"))
            case Timed(length):
                return self._by_rep(self._lasting(StepKind.ACTIVITY, length, "activity"))
            case Series(parts):
                nodes = [self._part(part) for part in parts]
                return SequenceNode(_joined(nodes, list(starmap(self._between, pairwise(parts)))))
            case Repeat(body, end):
                return self._passes(self._work(body), end, work.between)
            case _ as unreachable:
                assert_never(unreachable)

    def _part(self, part: Work | Rest) -> Node:
        return self._rest(part, Level.PASS) if isinstance(part, Rest) else self._work(part)

    def _between(self, part: Work | Rest, following: Work | Rest) -> Node:
        by_rep = self._in_turns(Order.BY_REP)
        is_rest = isinstance(part, Rest) or isinstance(following, Rest)
        return NOTHING if by_rep is None or is_rest else by_rep.back()

    def _by_rep(self, body: Node, *, in_passing: bool = False) -> Node:
        by_rep = self._in_turns(Order.BY_REP)
        return body if by_rep is None else by_rep.both(body, in_passing=in_passing)

    def _reps(self, reps: Reps) -> Node:
        # Movements that alternate change sides in passing; what is held does not.
        in_passing = reps.hold is None and self.turns is not None and not self.turns.is_said
        return self._repeat(
            body=self._by_rep(SequenceNode(self._rep(reps)), in_passing=in_passing),
            written=reps.count,
            usual=self.policy.assumptions.reps,
            level=Level.REP,
            between=self._back(reps.rest, Level.REP, in_passing=in_passing),
        )

    def _passes(self, body: Node, end: Count, between: Rest | Unsaid) -> Node:
        usual = self.policy.assumptions.passes
        rest = self._back(between, Level.PASS)
        return self._repeat(body, written=end, usual=usual, level=Level.PASS, between=rest)

    def _back(self, rest: Rest | Unsaid, level: Level, *, in_passing: bool = False) -> Node:
        """Return the rest before the next repetition, with the way back to the first side."""
        node = NOTHING if isinstance(rest, Unsaid) else self._rest(rest, level)
        by_rep = self._in_turns(Order.BY_REP)
        return node if by_rep is None or in_passing else by_rep.back(node)

    def _repeat(
        self, body: Node, *, written: Count, usual: int, level: Level, between: Node
    ) -> RepeatNode:
        bounds = self.policy.count(written, self.policy.choice.reps, usual)
        return RepeatNode(
            body=body,
            count=bounds.chosen,
            between=between,
            level=level,
            least_count=bounds.least,
            greatest_count=bounds.greatest,
            written=written,
        )

    def _rep(self, reps: Reps) -> tuple[Node, ...]:
        if reps.hold is None and isinstance(reps.tempo, Unsaid):
            return (StepNode(StepKind.REP, self.policy.assumed("repetition")),)
        beats = () if isinstance(reps.tempo, Unsaid) else reps.tempo.beats
        return tuple(
            self._lasting(each.kind, each.length, each.assumption, each.part)
            for each in parts_of_rep(beats, reps.hold)
        )

    def _lasting(
        self, kind: StepKind, length: Length, assumption: str, part: Part | None = None
    ) -> Node:
        timing = self.policy.timing(length, assumption, self.policy.choice.lengths)
        text = length.text if isinstance(length, Words) else ""
        return StepNode(kind, timing, written=length, part=part, text=text)

    def _rest(self, rest: Rest | Unsaid, level: Level) -> Node:
        if isinstance(rest, Unsaid):
            return StepNode(StepKind.REST, self.policy.assumed("rest"), level=level)
        timing = self.policy.timing(rest.length, "rest", self.policy.choice.rests)
        text = rest.activity or (rest.length.text if isinstance(rest.length, Words) else "")
        return StepNode(StepKind.REST, timing, written=rest.length, level=level, text=text)
