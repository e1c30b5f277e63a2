"""
Named bounds on input from outside and on what is written out in full.

They bind documents that are read and lists that are made, never constructors or
lazy values: a program may build a timeline of 10^12 steps and walk through it.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "DOCUMENT_BYTES",
    "DOCUMENT_DEPTH",
    "EXPANDED_DAYS",
    "EXPANDED_SESSIONS",
    "EXPANDED_STEPS",
    "LIST_LENGTH",
    "NOTATION_CHARACTERS",
    "NOTATION_DEPTH",
    "NOTATION_LINE",
    "NUMBER_DIGITS",
    "TEXT_LENGTH",
]

DOCUMENT_BYTES: Final = 10_000_000
"""The longest document that is read, in bytes."""

DOCUMENT_DEPTH: Final = 60
"""How deep lists and objects may stand inside each other in a document."""

LIST_LENGTH: Final = 1000
"""The most members that a list in a document may have, other than what is expanded."""

NUMBER_DIGITS: Final = 15
"""The most digits that a whole number in a document may have; a fraction may have two more."""

TEXT_LENGTH: Final = 10_000
"""The longest single text inside a document, in characters."""

NOTATION_CHARACTERS: Final = 4_000_000
"""The longest text in the notation that is read, in characters."""

NOTATION_DEPTH: Final = 30
"""How deep lines may be indented, and parentheses stand inside each other."""

NOTATION_LINE: Final = 100_000
"""The longest line of the notation that is read, in characters."""

EXPANDED_DAYS: Final = 731
"""The most days that one request expands: two years."""

EXPANDED_SESSIONS: Final = 20_000
"""The most sessions that one request lists."""

EXPANDED_STEPS: Final = 100_000
"""The most steps that one expanded document writes."""
