"""Problems: what is wrong in a document to reasons that show it as JSON, with paths."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from typing import TypeGuard

from kinescript.documents._types import Body, Plain
from kinescript.errors import DocumentError, KinescriptError, Problem

MOST = 100
"""The most problems that are looked for, so that a hostile document ends soon."""

_SHOWN = 60
_BITS_SHOWN = 1000


def is_object(value: Plain) -> TypeGuard[Body]:
    """Whether a plain *value* is a JSON object."""
    return isinstance(value, dict)


def is_list(value: Plain) -> TypeGuard[Sequence[Plain]]:
    """Whether a plain *value* is a JSON list."""
    return isinstance(value, list | tuple)


def quoted(value: Plain) -> str:
    """Return a plain *value* as a reason shows it: as JSON, cut short."""
    match value:
        case dict():
            return "an object"
        case list() | tuple():
            return "a list"
        case str():
            short = _cut(value)
            return json.dumps(short, ensure_ascii=not short.isprintable())
        case bool() | None:
            return json.dumps(value)
        case int() if value.bit_length() > _BITS_SHOWN:
            return "a huge number"
        case _:
            return _cut(str(value))


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."


def refused(expected: str, value: Plain) -> DocumentError:
    """Make the error that says what was *expected* and what came instead."""
    got = quoted(value)
    return DocumentError(Problem(f"expected {expected}, got {got}", value=got))


def at_key(key: str) -> str:
    """Return *key* as a path shows it."""
    return key if key.isidentifier() and len(key) <= _SHOWN else f"[{quoted(key)}]"


def guess(word: str, options: Iterable[str]) -> str | None:
    """Return which of *options* was probably meant by *word*, if any."""
    near = get_close_matches(word[:_SHOWN].casefold(), options, 1)
    return near[0] if near else None


def one_of(options: Iterable[str]) -> str:
    """Return the *options* as a reason lists them."""
    *others, last = map(quoted, options)
    return f"{', '.join(others)} or {last}" if others else last


def place_of(word: Plain, options: Sequence[str]) -> int:
    """Return the place of *word* among *options*, or say which was meant."""
    if isinstance(word, str):
        if word in options:
            return options.index(word)
        if meant := guess(word, options):
            got = quoted(word)
            reason = f"unknown {got}: did you mean {quoted(meant)}?"
            raise DocumentError(Problem(reason, value=got))
    raise refused(one_of(options), word)


class Collector:
    """Gathers the problems of several attempts, so that all are told at once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    @contextmanager
    def under(self, path: str) -> Generator[None]:
        """Gather what goes wrong inside as seen from one level further out."""
        try:
            yield
        except KinescriptError as error:
            self.problems += (problem.under(path) for problem in error.problems)

    @property
    def is_full(self) -> bool:
        """Whether so much is wrong that looking further would not help."""
        return len(self.problems) >= MOST

    def raise_all(self) -> None:
        """Raise everything gathered as one error, if there is anything."""
        if self.problems:
            raise DocumentError(self.problems)
