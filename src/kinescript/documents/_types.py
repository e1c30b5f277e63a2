"""Names for what is read and written: plain values, values of the model and their types."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

Plain: TypeAlias = Any
"""What JSON holds: an object, list, text, number, truth value or null."""

Body: TypeAlias = dict[str, Plain]
"""A JSON object, such as the fields of a document."""

Value: TypeAlias = Any
"""A value of the model, or of a type that its fields have."""

Annotation: TypeAlias = Any
"""The type of a field as it is written there: a class, a union or a tuple of something."""

Read: TypeAlias = Callable[[Plain, Annotation], Value]
"""A hook that makes the value of a plain one, or raises what is wrong with it."""

Write: TypeAlias = Callable[[Value], Plain]
"""A hook that makes the plain value."""
