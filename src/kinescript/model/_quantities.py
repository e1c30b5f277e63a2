"""A quantity: a Range of numbers, the source's Words, or Unsaid."""

from __future__ import annotations

from decimal import Context, Decimal
from enum import Enum
from typing import Final, TypeAlias

import attrs

from kinescript._fields import as_name, named, wrong
from kinescript.errors import ModelError, Problem

Number: TypeAlias = int | Decimal
"""An exact number: an ``int``, or a ``Decimal`` where there is a fraction."""

# A fraction below 10^9 with six decimals survives a trip through a JSON number, and an
# exponent such as 1e999999999 cannot make an int of gigabytes.
_MAGNITUDE = 30
_FRACTIONS_BELOW = 10**9
_SIXTH = Decimal("0.000001")
_EXACT = Context(prec=60)


class Unsaid(Enum):
    """The type of `UNSAID`."""

    UNSAID = "unsaid"

    def __repr__(self) -> str:
        return self.name

    def __str__(self) -> str:
        return "unsaid"


UNSAID: Final = Unsaid.UNSAID
"""The source does not say; not the same as zero, nor as vague `Words`."""


@attrs.frozen(field_transformer=named)
class Words:
    """
    A quantity that the source gives in words without a number, kept as written.

    Attributes:
        text: The words, such as ``"several"`` or ``"slowly"``.
    """

    text: str = attrs.field(converter=as_name)

    def __repr__(self) -> str:
        return f"Words({self.text!r})"

    def __str__(self) -> str:
        return self.text


def _number(value: float | Decimal | None) -> Number | None:
    """Accept a finite number of 0 or more, or None for an open end."""
    return None if value is None else _exactly(value)


def _exactly(value: object) -> Number:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise wrong("a number", value)
    exact = _decimal(value)
    if isinstance(exact, Decimal) and not (exact.is_finite() and exact.adjusted() < _MAGNITUDE):
        raise wrong(f"a finite number below 10^{_MAGNITUDE}", value)
    if exact < 0:
        raise wrong("0 or more", value)
    return exact if isinstance(exact, int) else _plain(exact)


def _decimal(value: float | Decimal) -> Number:
    if isinstance(value, Decimal):
        return value
    # A subclass, such as numpy.float64, may have a repr of its own.
    return int(value) if isinstance(value, int) else Decimal(repr(float(value)))


def _plain(value: Decimal) -> Number:
    """Return equal numbers in one form: whole ones as int, others to six decimals."""
    kept = value.quantize(Decimal(1) if value >= _FRACTIONS_BELOW else _SIXTH, context=_EXACT)
    whole = int(kept)
    return whole if whole == kept else kept.normalize(_EXACT)


@attrs.frozen(field_transformer=named)
class Range:
    """
    The low and high bound of a quantity; one exact value is a range too.

    ``Range(10)`` is exactly 10, ``Range(8, 12)`` is 8 to 12, ``Range(8, None)`` is at
    least 8 and ``Range(None, 45)`` is up to 45. Bounds are numbers of 0 or more;
    fractions are kept exactly, as ``Decimal``, to six decimals.

    Attributes:
        low: The low bound, or None where that end is open.
        high: The high bound, or None where that end is open; *low* if not given.

    Raises:
        ModelError: If a bound is no finite number of 0 or more, the low bound
            exceeds the high one, or both ends are open.
    """

    low: Number | None = attrs.field(converter=_number)
    high: Number | None = attrs.field(
        converter=_number, default=attrs.Factory(lambda self: self.low, takes_self=True)
    )

    def __attrs_post_init__(self) -> None:
        if self.low is None and self.high is None:
            reason = (
                "expected a number for at least one bound; if the source gives none, use UNSAID"
            )
            raise ModelError(Problem(reason))
        if self.low is not None and self.high is not None and self.low > self.high:
            reason = f"expected the low bound first, got {self.low} to {self.high}"
            raise ModelError(Problem(reason))

    @property
    def is_exact(self) -> bool:
        """Whether the range holds a single value."""
        return self.low == self.high

    @property
    def is_whole(self) -> bool:
        """Whether every given bound is a whole number."""
        return not any(isinstance(bound, Decimal) for bound in (self.low, self.high))

    def __contains__(self, value: object) -> bool:
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            return False
        exact = _decimal(value)
        if isinstance(exact, Decimal) and not exact.is_finite():
            return False
        return (self.low or 0) <= exact and (self.high is None or exact <= self.high)

    def __add__(self, other: Range) -> Range:
        """Add endpoint by endpoint; an open end stays open."""
        if not _is_range(other):
            return NotImplemented
        return _range(_sum(self.low, other.low), _sum(self.high, other.high))

    def __mul__(self, other: Range | int) -> Range:
        """Multiply endpoint by endpoint; an open end stays open."""
        if isinstance(other, int) and not isinstance(other, bool):
            other = Range(other)
        if not isinstance(other, Range):
            return NotImplemented
        return _range(_product(self.low, other.low), _product(self.high, other.high))

    __rmul__ = __mul__

    def __repr__(self) -> str:
        return f"Range({self.low})" if self.is_exact else f"Range({self.low}, {self.high})"

    def __str__(self) -> str:
        if self.low is None:
            return f"up to {self.high}"
        if self.high is None:
            return f"at least {self.low}"
        return str(self.low) if self.is_exact else f"{self.low} to {self.high}"


def _is_range(value: object) -> bool:
    return isinstance(value, Range)


def _range(low: Number | None, high: Number | None) -> Range:
    # Adding "at least 3" to "up to 5" leaves only what both sides vouch for: 0 or more.
    return Range(0, None) if low is None and high is None else Range(low, high)


def _sum(one: Number | None, other: Number | None) -> Number | None:
    if one is None or other is None:
        return None
    whole = isinstance(one, int) and isinstance(other, int)
    return one + other if whole else _EXACT.add(one, other)


def _product(one: Number | None, other: Number | None) -> Number | None:
    if one is None or other is None:
        return None
    whole = isinstance(one, int) and isinstance(other, int)
    return one * other if whole else _EXACT.multiply(one, other)


Quantity: TypeAlias = Range | Words | Unsaid
"""What a source says of a quantity: a range, words without a number, or nothing."""

Bound: TypeAlias = float | Decimal | None
"""A bound as one writes it by hand: a number, or None for an open end."""


def bounded(low: Bound, high: Bound | Unsaid) -> Range:
    """Return the range from *low* to *high*; exactly *low* where *high* is UNSAID."""
    return Range(low) if isinstance(high, Unsaid) else Range(low, high)


def as_number(value: int | Quantity) -> Quantity:
    """Accept a whole number of 1 or more, a Range of them, Words or UNSAID."""
    if isinstance(value, Words | Unsaid):
        return value
    if isinstance(value, int) and not isinstance(value, bool) and value >= 1:
        return Range(value)
    if isinstance(value, Range) and value.is_whole and 0 not in (value.low, value.high):
        return value
    raise wrong("a whole number of 1 or more, a range of them, words, or unsaid", value)


def as_amount(value: float | Decimal | Range) -> Range:
    """Accept a number of 0 or more or a Range."""
    return value if isinstance(value, Range) else Range(value)
