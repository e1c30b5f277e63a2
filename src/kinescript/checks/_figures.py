"""A prescription becomes the places of figures that cannot be: beyond a scale, or a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kinescript.checks._finding import Place
from kinescript.checks._values import readable, values_of
from kinescript.model import (
    Compared,
    Comparison,
    Number,
    Prescription,
    Range,
    Share,
    Sign,
    Target,
    Unit,
    Unsaid,
)
from kinescript.model._told import condition_words
from kinescript.plans._words import quoted

# What is compared with more than 20 is no symptom, as in a blood pressure of 180/110.
_SCALE = re.compile(r"/\s*([3-9]|1\d|20)\s*")


def find_impossible_values(prescription: Prescription) -> Iterator[Place]:
    """Find signs with a value that their scale does not have, or that never comes."""
    for path, sign in values_of(Sign, prescription):
        if isinstance(sign.compared, Compared) and (why := _why_never(sign.compared)):
            message = f"{quoted(readable(condition_words, sign))} {why}"
            yield Place(path, message, "check the value, and where its scale begins and ends")


def _why_never(compared: Compared) -> str:
    """Return why a value is never found, or nothing where it may be."""
    scale = _SCALE.fullmatch(compared.unit)
    if scale is None:
        return ""
    end = int(scale[1])
    low, high = compared.value.low, compared.value.high
    if _greatest(compared.value) > end:
        return f"is not on a scale that ends at {end}"
    if compared.comparison is Comparison.ABOVE and low == end:
        return f"can never be: the scale ends at {end}"
    if compared.comparison is Comparison.BELOW and high == 0:
        return "can never be: the scale begins at 0"
    return ""


def _greatest(bounds: Range) -> Number:
    return max(bound for bound in (bounds.low, bounds.high) if bound is not None)


_BESTS = (
    (re.compile(r"\b(\d+ ?RM|MVI?C|VO2 ?(max|peak|R))\b", re.IGNORECASE), 200),
    (
        re.compile(
            r"\b(HR ?max|MHR|HRR|max\w* (HR|heart rate)|heart rate (max\w*|reserve))\b"
            r"|\b220 ?(-|minus) ?age\b",
            re.IGNORECASE,
        ),
        100,
    ),
)
"""What names a person's best, and what share of it is the greatest that is plausible."""

_MOST = {
    Unit.BEATS: (250, "beats a minute"),
    Unit.DEGREE: (360, "degrees"),
    Unit.TURNS: (300, "turns a minute"),
    Unit.MET: (30, "MET"),
}


def find_implausible_intensities(prescription: Prescription) -> Iterator[Place]:
    """Find intensities that nobody reaches."""
    for path, share in values_of(Share, prescription):
        most = _most_of(share.of)
        if most is not None and _greatest(share.percent) > most:
            message = f"{readable(str, share.percent)}% of {share.of} is more than {most}%"
            yield Place(path, message, "check the figure, and what it is a share of")
    for path, target in values_of(Target, prescription):
        limit, name = _MOST.get(target.unit, (None, ""))
        if limit is not None and _greatest(target.amount) > limit:
            message = f"{readable(str, target.amount)} {name} is more than {limit}"
            yield Place(path, message, "check the figure and its unit")


def _most_of(name: str | Unsaid) -> int | None:
    if isinstance(name, Unsaid):
        return None
    return next((most for pattern, most in _BESTS if pattern.search(name)), None)
