"""Older documents are brought up to the current schema, one step at a time."""

import pytest

from kinescript.documents._types import Body
from kinescript.documents._upgrades import SCHEMA, STEPS, readable_schema, upgrade
from kinescript.errors import DocumentError


def renamed(body: Body) -> Body:
    """Rename a key, as the step from schema 1 to 2 might."""
    return {"title": body["name"]}


def wrapped(body: Body) -> Body:
    """Put a text into a list, as the step from schema 2 to 3 might."""
    return {**body, "title": [body["title"]]}


@pytest.mark.parametrize(
    ("schema", "body"),
    [(1, {"name": "T"}), (2, {"title": "T"}), (3, {"title": ["T"]})],
)
def test_each_older_schema_is_upgraded(schema: int, body: Body) -> None:
    """Whatever the schema of a document, its fields end up in the newest."""
    assert upgrade(body, schema, 3, {1: renamed, 2: wrapped}) == {"title": ["T"]}


def test_every_older_schema_has_its_step() -> None:
    """Any release reads all schemas before its own."""
    assert list(STEPS) == list(range(1, SCHEMA))


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        (4, "schema 4 is newer than 3, the newest this release reads"),
        (None, "missing: expected a schema's number, 3 or less"),
        (0, "expected a whole number of 1 or more, got 0"),
        (True, "expected a whole number of 1 or more, got true"),
        ("1", 'expected a whole number of 1 or more, got "1"'),
    ],
)
def test_other_schemas_are_refused(schema: object, reason: str) -> None:
    """A schema is a number that this release knows."""
    with pytest.raises(DocumentError) as caught:
        readable_schema(schema, 3)

    assert caught.value.reason == reason
    assert readable_schema(3, 3) == 3
