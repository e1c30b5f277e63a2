"""What was assumed or chosen to lay out an item, read off its tree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import assert_never

import attrs

from kinescript._fields import Term
from kinescript.model import (
    REASONS,
    UNSAID,
    Assumptions,
    Breaths,
    Counts,
    Duration,
    Estimate,
    Length,
    Quantity,
    Range,
    Unsaid,
    Words,
)
from kinescript.timelines._lengths import Policy
from kinescript.timelines._tree import (
    Basis,
    ItemMark,
    Level,
    Mark,
    Node,
    RepeatNode,
    SequenceNode,
    SideMark,
    StepNode,
)


class Manner(Term):
    """How a plan came to what a prescription leaves open."""

    ASSUMED = "assumed"
    CHOSEN = "chosen"
    READ = "read"


@attrs.frozen
class Assumed:
    """
    One thing that a prescription leaves open and a plan does not.

    Attributes:
        path: Where, as in ``phases[0].routines[0].items[1]``; empty for the whole plan.
        subject: What it is about, such as ``"breath"`` or ``"times a day"``.
        written: What the prescription says of it; empty where it says nothing.
        value: What is planned.
        reason: Why.
        manner: Whether it is assumed, chosen from a range, or a reading of the words.
    """

    path: str
    subject: str
    written: str
    value: str
    reason: str
    manner: Manner = Manner.ASSUMED

    @classmethod
    def chosen(cls, path: str, subject: str, written: str, value: str) -> Assumed:
        """Tell that *value* was chosen from a range."""
        return cls(path, subject, written, value, "chosen within the range", Manner.CHOSEN)


def reason_for(name: str, assumptions: Assumptions) -> str:
    """Return why the assumption called *name* has its value: a default has its `REASONS`."""
    if getattr(assumptions, name) == getattr(_DEFAULTS, name):
        return REASONS[name]
    return _SET


_DEFAULTS = Assumptions()
_SET = "set for this plan"


def assumed(node: Node, policy: Policy, path: str = "") -> Iterator[Assumed]:
    """Return what was assumed or chosen in the tree *node*, in order, perhaps repeatedly."""
    match node:
        case StepNode():
            yield from _of_step(node, policy, path)
        case SequenceNode(parts=parts, mark=mark):
            yield from _of_mark(mark, policy, path)
            path = mark.path if isinstance(mark, ItemMark) else path
            for part in parts:
                yield from assumed(part, policy, path)
        case RepeatNode():
            yield from _of_repeat(node, policy, path)
            yield from assumed(node.body, policy, path)
            if node.greatest_count > 1:
                yield from assumed(node.between, policy, path)
        case _ as unreachable:
            assert_never(unreachable)


def _of_step(node: StepNode, policy: Policy, path: str) -> Iterator[Assumed]:
    written, timing = said(node.written), node.timing
    subject = _RESTS.get(node.level, node.kind.value)
    if timing.amount is not None and written != str(timing.amount):
        yield Assumed.chosen(path, subject, written, str(timing.amount))
    if timing.assumption == "words":
        yield _of_words(path, subject, written, policy)
    elif timing.assumption:
        usual = _estimate(getattr(policy.assumptions, timing.assumption))
        unit = _UNITS.get(timing.assumption, subject)
        reason = reason_for(timing.assumption, policy.assumptions)
        yield Assumed(path, unit, written, usual, reason)
    if _is_open(node.written):
        yield _open_end(path, subject, written, policy)


def _of_words(path: str, subject: str, written: str, policy: Policy) -> Assumed:
    words = written.casefold()
    spoken = dict(policy.assumptions.words)[words]
    is_usual = dict(_DEFAULTS.words).get(words) == spoken
    return Assumed(
        path, subject, written, _estimate(spoken), REASONS["words"] if is_usual else _SET
    )


_UNITS = {"breath": "a breath", "count": "a count"}
_RESTS: dict[Level | None, str] = {
    Level.SET: "rest between sets",
    Level.REP: "rest between repetitions",
}


def _is_open(quantity: Quantity | Length | None) -> bool:
    match quantity:
        case Range(high=high) | Duration(Range(high=high)):
            return high is None
        case Breaths(Range(high=high)) | Counts(Range(high=high)):
            return high is None
        case _:
            return False


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
    written = said(node.written)
    if isinstance(node.written, Range) and not node.written.is_exact:
        yield Assumed.chosen(path, subject, written, str(node.count))
    elif isinstance(node.written, Words) or (node.written is UNSAID and name != "sets"):
        yield Assumed(path, subject, written, str(node.count), reason_for(name, policy.assumptions))
    if _is_open(node.written):
        yield _open_end(path, subject, written, policy)


_REPEATED = {
    Level.SET: ("sets", "sets"),
    Level.REP: ("repetitions", "reps"),
    Level.PASS: ("passes", "passes"),
}


def said(quantity: Quantity | Length | None) -> str:
    """Return a quantity as a text; nothing where it is unsaid."""
    match quantity:
        case None | Unsaid():
            return ""
        case Words(text):
            return text
        case known:
            return str(known)


def _estimate(estimate: Estimate) -> str:
    likely, least, greatest = (
        _seconds(each) for each in (estimate.likely, estimate.least, estimate.greatest)
    )
    return f"{likely} s" if least == greatest else f"{likely} s ({least} to {greatest} s)"


def _seconds(time: timedelta) -> str:
    return f"{time / timedelta(seconds=1):g}"
