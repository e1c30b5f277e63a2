"""What `check` has to say, and the check of its table that says it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

import attrs

from kinescript._fields import Term
from kinescript.model import Prescription


class Severity(Term):
    """
    How much a finding matters.

    An ``ERROR`` cannot be done as written, a ``WARNING`` should be looked at before
    anybody follows the prescription, and a ``NOTE`` is worth knowing.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Family(Term):
    """What is doubtful in the cases that a check finds."""

    IMPOSSIBLE = "impossible"
    AMBIGUOUS = "ambiguous"
    CONTRADICTORY = "contradictory"
    IMPLAUSIBLE = "implausible"
    INCOMPLETE = "incomplete"
    BURDEN = "burden"
    SAFETY = "safety"


@attrs.frozen
class Finding:
    """
    One thing that a check has to say about a prescription.

    Attributes:
        code: The code of the check, which later versions keep.
        severity: How much it matters.
        path: Where, as in ``phases[0].routines[0].items[2].dose``.
        message: What is there, in one clause.
        hint: What to do about it.
    """

    code: str
    severity: Severity
    path: str
    message: str
    hint: str


@attrs.frozen
class Place:
    """What a check found and where, before it is told under the check's code."""

    path: str
    message: str
    hint: str


Look: TypeAlias = Callable[[Prescription], Iterator[Place]]
"""Looks for one kind of doubt in a prescription."""


@attrs.frozen(kw_only=True)
class Check:
    """
    One kind of doubt that `check` looks for.

    Attributes:
        code: Its name, which begins with that of its family.
        severity: How much it matters.
        title: What it looks for.
        source: Where its figures or its demand come from.
        look: Finds all places in a prescription.
    """

    code: str
    severity: Severity
    title: str
    source: str
    look: Look = attrs.field(repr=False)

    @property
    def family(self) -> Family:
        """What is doubtful in the cases that it finds."""
        return Family(self.code.partition("-")[0])

    def findings(self, prescription: Prescription) -> Iterator[Finding]:
        """Return everything in *prescription* that this check finds."""
        for place in self.look(prescription):
            yield Finding(self.code, self.severity, place.path, place.message, place.hint)
