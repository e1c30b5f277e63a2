"""Upgrades: the fields of an older document to those of the current schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from kinescript.documents._problems import refused
from kinescript.documents._types import Body, Plain
from kinescript.errors import DocumentError

SCHEMA: Final = 1
"""The number of the schema that this release writes, and the newest that it reads."""

Steps: TypeAlias = Mapping[int, Callable[[Body], Body]]
"""For each older schema, what makes the next one of it."""

STEPS: Steps = {}


def readable_schema(schema: Plain, newest: int = SCHEMA) -> int:
    """Accept the number of a schema that this release reads."""
    if schema is None:
        raise DocumentError(f"missing: expected a schema's number, {newest} or less")
    if isinstance(schema, bool) or not isinstance(schema, int) or schema < 1:
        raise refused("a whole number of 1 or more", schema)
    if schema > newest:
        reason = f"schema {schema} is newer than {newest}, the newest this release reads"
        raise DocumentError(reason)
    return schema


def upgrade(body: Body, schema: int, newest: int = SCHEMA, steps: Steps = STEPS) -> Body:
    """Bring *body* from *schema* up to *newest*, one step at a time."""
    for step in range(schema, newest):
        body = steps[step](body)
    return body
