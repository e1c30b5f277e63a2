"""What was assumed or chosen to lay out an item, read off its tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

import attrs

from kinescript.model import (
    REASONS,
    UNSAID,
    Breaths,
    Counts,
    Distance,
    Duration,
    End,
    Pause,
    Range,
    Share,
    Until,
)
from kinescript.timelines._lengths import Policy
from kinescript.timelines._marks import Basis, GroupMark, ItemMark, Level, Mark, SideMark
from kinescript.timelines._told import (
    DEFAULTS,
    SET,
    Assumed,
    reason_for,
    said,
    told_estimate,
)
from kinescript.timelines._tree import Node, RepeatNode, SequenceNode, StepNode, Timing


def assumed(node: Node, policy: Policy, path: str = "") -> Iterator[Assumed]:
    """Return what was assumed or chosen in the tree *node*, in order, perhaps repeatedly."""
    match node:
        case StepNode():
            subject = _RESTS.get(node.level, node.kind.value)
            yield from told_of(path, subject, node.written, node.timing, policy)
        case SequenceNode(parts=parts, mark=mark):
            yield from _of_mark(mark, policy, path)
            path = mark.path if isinstance(mark, ItemMark | GroupMark) else path
            for told in node.told:
                yield attrs.evolve(told, path=told.path or path)
            for part in parts:
                yield from assumed(part, policy, path)
        case RepeatNode():
            yield from _of_repeat(node, policy, path)
            yield from assumed(node.body, policy, path)
            if node.greatest_count > 1:
                yield from assumed(node.between, policy, path)
        case _ as unreachable:
            assert_never(unreachable)


def told_of(
    path: str, subject: str, written: Pause | End | None, timing: Timing, policy: Policy
) -> Iterator[Assumed]:
    """Return what was assumed or chosen for one length."""
    words = said(written)
    if timing.amount is not None and _is_wide(written):
        yield Assumed.chosen(path, subject, words, said(timing.amount))
    if timing.assumption == "words":
        yield _of_words(path, subject, words, policy)
    elif timing.assumption:
        usual = told_estimate(getattr(policy.assumptions, timing.assumption))
        unit = _UNITS.get(timing.assumption, subject)
        reason = reason_for(timing.assumption, policy.assumptions)
        yield Assumed(path, unit, words, usual, reason)
    if _is_open(written):
        yield _open_end(path, subject, words, policy)


def _of_words(path: str, subject: str, written: str, policy: Policy) -> Assumed:
    words = written.casefold()
    spoken = dict(policy.assumptions.words)[words]
    is_usual = dict(DEFAULTS.words).get(words) == spoken
    return Assumed(
        path, subject, written, told_estimate(spoken), REASONS["words"] if is_usual else SET
    )


_UNITS = {
    "breath": "a breath",
    "count": "a count",
    "metre": "a metre",
    "step": "a step",
    "calorie": "a calorie",
    "lap": "a lap",
}
_RESTS: dict[Level | None, str] = {
    Level.SET: "rest between sets",
    Level.REP: "rest between repetitions",
    Level.ROUND: "rest between rounds",
}


def _range_of(written: Pause | End | None) -> Range | None:
    """Return the figures that are written, in whatever unit."""
    match written:
        case Range():
            return written
        case Duration(amount) | Breaths(amount) | Counts(amount):
            return amount
        case Distance(Range() as amount):
            return amount
        case Share(percent):
            return percent
        case Until(bounds=Range() | Duration() | Breaths() | Counts() | Distance() as bounds):
            return _range_of(bounds)
        case _:
            return None


def _is_wide(written: Pause | End | None) -> bool:
    amount = _range_of(written)
    return amount is not None and not amount.is_exact


def _is_open(written: Pause | End | None) -> bool:
    amount = _range_of(written)
    return amount is not None and amount.high is None


def _open_end(path: str, subject: str, written: str, policy: Policy) -> Assumed:
    greatest = f"at most {policy.assumptions.open_end} times that"
    reason = reason_for("open_end", policy.assumptions)
    return Assumed(path, subject, written, greatest, reason)


def _of_mark(mark: Mark | None, policy: Policy, path: str) -> Iterator[Assumed]:
    if isinstance(mark, SideMark) and mark.basis is Basis.ASSUMED:
        reason = reason_for("first", policy.assumptions)
        yield Assumed(path, "first side", "", policy.assumptions.first.value, reason)


def _of_repeat(node: RepeatNode, policy: Policy, path: str) -> Iterator[Assumed]:
    subject, name = _REPEATED[node.level]
    yield from told_count(path, subject, node.written, node.chosen, name, policy)


def told_count(
    path: str, subject: str, written: End, count: int, name: str, policy: Policy
) -> Iterator[Assumed]:
    """Return what was assumed, as *name*, or chosen for one count."""
    words = said(written)
    if _is_wide(written) and _is_count(written):
        yield Assumed.chosen(path, subject, words, str(count))
    elif _range_of(written) is None and not (written is UNSAID and name == "sets"):
        reason = reason_for(name, policy.assumptions) if name else _TWO
        yield Assumed(path, subject, words, str(count), reason)
    if _is_open(written) and _is_count(written):
        yield _open_end(path, subject, words, policy)


def _is_count(written: End) -> bool:
    return isinstance(written.bounds if isinstance(written, Until) else written, Range)


_REPEATED = {
    Level.SET: ("sets", "sets"),
    Level.REP: ("repetitions", "reps"),
    Level.PASS: ("passes", "passes"),
    Level.ROUND: ("rounds", "rounds"),
    Level.WAY: ("ways", ""),
    Level.ITEM: ("items", ""),
}
_TWO = "no source: two are the fewest that differ"
