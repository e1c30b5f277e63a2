"""What a plan takes for granted, told in words."""

from __future__ import annotations

from datetime import timedelta

import attrs

from kinescript._fields import Term
from kinescript.model import (
    AS_LONG_AS_POSSIBLE,
    AS_MANY_AS_POSSIBLE,
    REASONS,
    Assumptions,
    Condition,
    Distance,
    End,
    Estimate,
    Pause,
    Period,
    Share,
    Unsaid,
    Until,
    Words,
)
from kinescript.model._told import condition_words


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


SET = "set for this plan"
DEFAULTS = Assumptions()


def reason_for(name: str, assumptions: Assumptions) -> str:
    """Return why the assumption called *name* has its value: a default has its `REASONS`."""
    if getattr(assumptions, name) == getattr(DEFAULTS, name):
        return REASONS[name]
    return SET


def said(written: Pause | End | Period | None) -> str:
    """Return what a prescription says of a quantity as a text; nothing where it is unsaid."""
    match written:
        case None | Unsaid() | Distance(Unsaid()):
            return ""
        case Words(text) | Distance(Words(text)):
            return text
        case Share(percent, of):
            return f"{percent}%" if isinstance(of, Unsaid) else f"{percent}% of {of}"
        case Until(sign, bounds, then=then):
            parts = (until(sign), said(bounds), "" if isinstance(then, Unsaid) else f"then {then}")
            return ", ".join(filter(None, parts))
        case known:
            return str(known)


_UTMOST = (AS_MANY_AS_POSSIBLE, AS_LONG_AS_POSSIBLE)


def until(condition: Condition) -> str:
    """Return the words for an end that waits for *condition*."""
    if condition in _UTMOST:
        return condition_words(condition)
    return f"until {condition_words(condition)}"


def told_estimate(estimate: Estimate) -> str:
    """Return an estimate with its margin, if it has one."""
    likely, least, greatest = (
        _seconds(each) for each in (estimate.likely, estimate.least, estimate.greatest)
    )
    return f"{likely} s" if least == greatest else f"{likely} s ({least} to {greatest} s)"


def _seconds(time: timedelta) -> str:
    return f"{time / timedelta(seconds=1):g}"
