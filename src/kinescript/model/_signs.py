"""Signs: what one watches for, and the ends that wait for one."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final, TypeAlias

import attrs

from kinescript._fields import Term, as_name, as_text, many, named, one, one_of, wrong
from kinescript.errors import ModelError, Problem
from kinescript.model._distance import Distance, is_bare
from kinescript.model._lengths import Breaths, Counts, Duration, Measured
from kinescript.model._periods import Period
from kinescript.model._quantities import UNSAID, Quantity, Range, Unsaid, as_amount, as_number


class Comparison(Term):
    """How a measure stands to a value."""

    BELOW = "<"
    AT_MOST = "<="
    EXACTLY = "="
    AT_LEAST = ">="
    ABOVE = ">"


def _as_comparison(value: Comparison) -> Comparison:
    return one(Comparison, "a Comparison such as Comparison.AT_MOST", value)


def _as_value(value: float | Decimal | Range) -> Range:
    bounds = as_amount(value)
    if bounds.low is None or bounds.high is None:
        raise wrong("a number or a range with both its ends", value)
    return bounds


@attrs.frozen(field_transformer=named)
class Compared:
    """
    A measure against a value: "above 4/10", "about 90 degrees".

    Attributes:
        comparison: How it stands to the value.
        value: The value, or a range of them with both its ends.
        unit: What it is counted in: ``"/10"``, ``"%"``, ``"degrees"``.
    """

    comparison: Comparison = attrs.field(converter=_as_comparison)
    value: Range = attrs.field(converter=_as_value)
    unit: str = attrs.field(default="", converter=as_text)


def _as_compared(value: Compared | Unsaid) -> Compared | Unsaid:
    return one_of((Compared, Unsaid), "a Compared, or UNSAID", value)


def _as_lasting(value: Measured | Period | Unsaid) -> Measured | Period | Unsaid:
    expected = "a length or period such as hours(24), or UNSAID"
    return one_of((Duration, Breaths, Counts, Period, Unsaid), expected, value)


@attrs.frozen(field_transformer=named)
class Sign:
    """
    Something that one watches for: a symptom, an ability, a result.

    Attributes:
        name: What is watched: ``"pain"``, ``"failure"``, ``"the dizziness has passed"``.
        compared: The value that counts, where one is given.
        when: When it is watched, as written: ``"during"``, ``"the next morning"``.
        lasting: For how long it has to last.
        times: How often in a row.
    """

    name: str = attrs.field(converter=as_name)
    compared: Compared | Unsaid = attrs.field(default=UNSAID, converter=_as_compared)
    when: str = attrs.field(default="", converter=as_text, kw_only=True)
    lasting: Measured | Period | Unsaid = attrs.field(
        default=UNSAID, converter=_as_lasting, kw_only=True
    )
    times: Quantity = attrs.field(default=UNSAID, converter=as_number, kw_only=True)


FAILURE: Final = Sign("failure")
"""No further repetition is possible with good form."""

AS_MANY_AS_POSSIBLE: Final = Sign("as many as possible")
"""As many as one can."""

AS_LONG_AS_POSSIBLE: Final = Sign("as long as possible")
"""As long as one can."""


def _as_sign(value: Sign | str) -> Sign:
    return Sign(value) if isinstance(value, str) else one(Sign, "a Sign, or its name", value)


def _as_signs(value: Iterable[Sign | str]) -> tuple[Sign, ...]:
    signs = many(_as_sign, value)
    if len(signs) < 2:  # noqa: PLR2004
        raise wrong("at least two signs", value)
    return signs


@attrs.frozen(field_transformer=named)
class AllOf:
    """
    Several signs, of which every one counts.

    Attributes:
        signs: The signs, two or more.
    """

    signs: tuple[Sign, ...] = attrs.field(converter=_as_signs)


@attrs.frozen(field_transformer=named)
class AnyOf:
    """
    Several signs, of which one is enough.

    Attributes:
        signs: The signs, two or more.
    """

    signs: tuple[Sign, ...] = attrs.field(converter=_as_signs)


Condition: TypeAlias = Sign | AllOf | AnyOf
"""A sign, or several of which all or any count."""


def as_condition(value: Condition | str) -> Condition:
    """Accept a condition, or the name of a sign."""
    if isinstance(value, str):
        return Sign(value)
    return one_of((Sign, AllOf, AnyOf), "a Sign, its name, AllOf(...) or AnyOf(...)", value)


def as_conditions(value: Condition | str | Iterable[Condition | str]) -> tuple[Condition, ...]:
    """Accept a condition or several."""
    return many(as_condition, value)


Bounds: TypeAlias = Range | Measured | Distance | Period | Unsaid
"""Between what something that waits for a sign ends."""


def _as_bounds(value: int | Bounds) -> Bounds:
    if isinstance(value, int):
        return as_amount(value)
    kinds = (Range, Duration, Breaths, Counts, Distance, Period, Unsaid)
    expected = "a number, a Range, a length such as seconds(30, None), a Period, or UNSAID"
    bounds = one_of(kinds, expected, value)
    if isinstance(bounds, Distance) and not is_bare(bounds):
        raise wrong("a distance alone", value)
    return bounds


def _as_then(value: Measured | Unsaid) -> Measured | Unsaid:
    expected = "a length such as seconds(20), or UNSAID"
    return one_of((Duration, Breaths, Counts, Unsaid), expected, value)


@attrs.frozen(field_transformer=named)
class Until:
    """
    An end that waits for a sign, within bounds where they are written.

    ``Until("failure", Range(8, None))`` is to failure but at least 8,
    ``Until("the dizziness has passed", seconds(30, None))`` is 30 s or until it has passed,
    whichever is longer, and ``Until("tired", seconds(None, 10))`` whichever is shorter.
    Exact bounds tell about how much it will be.

    Attributes:
        sign: What ends it.
        bounds: Not before, not after, or about when.
        then: How much longer it goes on after the sign.
    """

    sign: Condition = attrs.field(converter=as_condition)
    bounds: Bounds = attrs.field(default=UNSAID, converter=_as_bounds)
    then: Measured | Unsaid = attrs.field(default=UNSAID, converter=_as_then, kw_only=True)


def to_failure(low: int | None = None, high: int | None = None) -> Until:
    """
    Return "to failure", at least *low* and at most *high* times.

    >>> to_failure(8)
    Until(sign=Sign(name='failure', compared=UNSAID, when='', lasting=UNSAID, times=UNSAID), \
bounds=Range(8, None), then=UNSAID)
    """
    return Until(FAILURE, UNSAID if low is None and high is None else Range(low, high))


Count: TypeAlias = Quantity | Until
"""How many whole things: 1 or more, in words, unsaid, or until a sign."""


def as_count(value: int | Count) -> Count:
    """Accept a whole number of 1 or more, a Range of them, Words, UNSAID or Until a sign."""
    if not isinstance(value, Until):
        return as_number(value)
    if not isinstance(value.bounds, Range | Unsaid) or value.then is not UNSAID:
        raise ModelError(Problem("expected a count's bounds, in whole numbers, and no time after"))
    return whole_bounds(value)


def whole_bounds(value: Until) -> Until:
    """Accept an end whose bounds, if they are numbers, are whole ones of 1 or more."""
    if isinstance(value.bounds, Range):
        try:
            as_number(value.bounds)
        except ModelError as error:
            raise ModelError(problem.under("bounds") for problem in error.problems) from None
    return value
