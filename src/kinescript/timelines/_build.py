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
    Repeat,
    Reps,
    Rest,
    Routine,
    Series,
    Side,
    Timed,
    Unsaid,
    Words,
    Work,
    opposite,
)
from kinescript.timelines._lengths import Policy
from kinescript.timelines._moments import moments
from kinescript.timelines._timeline import Timeline
from kinescript.timelines._tree import (
    NOTHING,
    Basis,
    ItemMark,
    Level,
    Node,
    Place,
    RepeatNode,
    SequenceNode,
    SideMark,
    StepKind,
    StepNode,
)


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
        body = _Builder(policy, item.dose.sides).dose(item.dose)
    return SequenceNode((body,), mark=ItemMark(path, item.exercise))


def _joined(nodes: Sequence[Node], between: Sequence[Node]) -> tuple[Node, ...]:
    """Put *between* the nodes, one fewer than there are nodes."""
    pairs = chain.from_iterable(zip_longest(nodes, between, fillvalue=NOTHING))
    return tuple(node for node in pairs if node is not NOTHING)


@attrs.frozen
class _Builder:
    policy: Policy
    sides: Side | EachSide | Unsaid

    def dose(self, dose: Dose) -> Node:
        if not isinstance(self.sides, EachSide):
            return self._on(self.sides, self._all_sets(dose))
        if self.sides.order is not Order.BY_DOSE:
            return self._all_sets(dose)
        return self._on_each(self._all_sets(dose), self.sides, self._switch(self.sides))

    def _on(self, side: Side | Unsaid, body: Node, basis: Basis = Basis.PRESCRIBED) -> Node:
        if isinstance(side, Unsaid):
            return body
        return SequenceNode((body,), mark=SideMark(self.policy.side(side), basis))

    def _on_each(self, body: Node, sides: EachSide, switch: Node) -> Node:
        first, basis = self._first(sides)
        second = opposite(first)
        parts = [self._on(first, body, basis), self._on(second, body, basis)]
        return SequenceNode(_joined(parts, [self._to(second, switch, basis)]))

    def _to(self, side: Side, switch: Node, basis: Basis) -> Node:
        return switch if switch is NOTHING else self._on(side, switch, basis)

    def _first(self, sides: EachSide) -> tuple[Side, Basis]:
        if isinstance(sides.first, Unsaid):
            return self.policy.assumptions.first, Basis.ASSUMED
        return sides.first, Basis.PRESCRIBED

    def _switch(self, sides: EachSide) -> Node:
        timing = self.policy.timing(sides.switch, "switch", self.policy.choice.rests)
        return StepNode(StepKind.SWITCH, timing, written=sides.switch)

    def _all_sets(self, dose: Dose) -> Node:
        if len(dose.sets) == 1 and dose.sets[0].count is UNSAID:
            return self._one_set(dose.sets[0].work)
        counts = [self.policy.count(sets.count, self.policy.choice.sets, 1) for sets in dose.sets]
        *done, total = accumulate((bounds.chosen for bounds in counts), initial=0)
        nodes = [
            RepeatNode(
                body=self._one_set(sets.work),
                count=bounds.chosen,
                between=self._rest(sets.rest, Level.SET),
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
            SequenceNode((self._rest(sets.rest, Level.SET),), mark=Place(Level.SET, after, total))
            for sets, after in zip(dose.sets, done[1:], strict=False)
        ]
        return SequenceNode(_joined(nodes, rests))

    def _one_set(self, work: Work) -> Node:
        if isinstance(self.sides, EachSide) and self.sides.order is Order.BY_SET:
            return self._on_each(self._work(work), self.sides, self._switch(self.sides))
        return self._work(work)

    def _work(self, work: Work) -> Node:
        match work:
            case Reps():
                return self._reps(work)
            case Hold(length):
                return self._by_rep(self._lasting(StepKind.HOLD, length, "hold"), Level.PASS)
            case Timed(length):
                return self._by_rep(
                    self._lasting(StepKind.ACTIVITY, length, "activity"), Level.PASS
                )
            case Series(parts):
                nodes = [self._part(part) for part in parts]
                return SequenceNode(_joined(nodes, list(starmap(self._between, pairwise(parts)))))
            case Repeat(body, end):
                return self._repeat(self._work(body), end, Level.PASS, work.between)
            case _ as unreachable:
                assert_never(unreachable)

    def _part(self, part: Work | Rest) -> Node:
        return self._rest(part, Level.PASS) if isinstance(part, Rest) else self._work(part)

    def _between(self, part: Work | Rest, following: Work | Rest) -> Node:
        if isinstance(part, Rest) or isinstance(following, Rest):
            return NOTHING
        return self._switch_back(Level.PASS)

    def _switch_back(self, level: Level) -> Node:
        if isinstance(self.sides, EachSide) and self.sides.order is Order.BY_REP:
            first, basis = self._first(self.sides)
            return self._to(first, self._switch_after(self.sides, level), basis)
        return NOTHING

    def _switch_after(self, sides: EachSide, level: Level) -> Node:
        # Repetitions that alternate change sides in the movement itself.
        is_in_passing = level is Level.REP and sides.switch is UNSAID
        return NOTHING if is_in_passing else self._switch(sides)

    def _by_rep(self, body: Node, level: Level) -> Node:
        if isinstance(self.sides, EachSide) and self.sides.order is Order.BY_REP:
            return self._on_each(body, self.sides, self._switch_after(self.sides, level))
        return body

    def _reps(self, reps: Reps) -> Node:
        body = self._by_rep(SequenceNode(self._rep(reps)), Level.REP)
        return self._repeat(body, reps.count, Level.REP, reps.rest)

    def _repeat(self, body: Node, count: Count, level: Level, rest: Rest | Unsaid) -> RepeatNode:
        usual = self.policy.assumptions.reps
        bounds = self.policy.count(count, self.policy.choice.reps, usual)
        return RepeatNode(
            body=body,
            count=bounds.chosen,
            between=self._switch_back(level)
            if isinstance(rest, Unsaid)
            else self._rest(rest, level),
            level=level,
            least_count=bounds.least,
            greatest_count=bounds.greatest,
            written=count,
        )

    def _rep(self, reps: Reps) -> tuple[Node, ...]:
        if reps.hold is None and isinstance(reps.tempo, Unsaid):
            return (StepNode(StepKind.REP, self.policy.assumed("repetition")),)
        beats = () if isinstance(reps.tempo, Unsaid) else reps.tempo.beats
        return tuple(self._lasting(*moment) for moment in moments(beats, reps.hold))

    def _lasting(self, kind: StepKind, length: Length, assumption: str) -> Node:
        timing = self.policy.timing(length, assumption, self.policy.choice.lengths)
        text = length.text if isinstance(length, Words) else ""
        return StepNode(kind, timing, written=length, text=text)

    def _rest(self, rest: Rest | Unsaid, level: Level) -> Node:
        if isinstance(rest, Unsaid):
            return StepNode(StepKind.REST, self.policy.assumed("rest"), level=level)
        timing = self.policy.timing(rest.length, "rest", self.policy.choice.rests)
        text = rest.activity or (rest.length.text if isinstance(rest.length, Words) else "")
        return StepNode(StepKind.REST, timing, written=rest.length, level=level, text=text)
