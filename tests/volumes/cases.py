"""Cases named in short by the values of which volumes are made."""

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Final
from zlib import crc32

import attrs
import pytest

from kinescript import UNSAID, Breaths, Counts, NotDetermined, Range
from kinescript.model import Duration, Period

LONGEST: Final = 80
PLAIN: Final = (Range, NotDetermined, Decimal, int, str, Duration, Breaths, Counts, Period)


def told(value: object) -> str:
    """Name a case by what its values say, without what they leave unsaid."""
    words = brief(value)
    if len(words) <= LONGEST:
        return words
    return f"{words[:LONGEST]}... {crc32(words.encode()):08x}"


def brief(value: object) -> str:
    """Return what is given of a value."""
    if isinstance(value, PLAIN):
        return str(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(brief, value))}]"
    kind = type(value)
    if not attrs.has(kind):
        return str(value)
    return f"{kind.__name__}({', '.join(given_in(value, *attrs.fields(kind)))})"


def given_in(value: object, *fields: "attrs.Attribute[object]") -> Iterator[str]:
    """Yield the values of the fields that are not left as they are by default."""
    for index, field in enumerate(fields):
        given = getattr(value, field.name)
        if not index:
            yield brief(given)
        elif given not in ("", (), UNSAID, field.default):
            yield f"{field.name}={brief(given)}"


cases: Final = partial(pytest.mark.parametrize, ids=told)
"""Marks a test to run with each of several cases."""
