"""
One hierarchy of errors, each carrying all that is wrong.

```
KinescriptError
├── ModelError (ValueError)        a value that no prescription can have
├── DocumentError (ValueError)     a document that cannot be loaded
├── NotationError (ValueError)     a text that is not in the notation
├── LimitError (ValueError)        outside input, or a request, beyond a named limit
├── PlanError (ValueError)         a plan or calendar that was asked for wrongly
├── TimelineError (OverflowError)  a timeline too long to be counted
└── OutsideError (IndexError)      a place that a timeline does not have
```
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

__all__ = [
    "DocumentError",
    "KinescriptError",
    "LimitError",
    "ModelError",
    "NotationError",
    "OutsideError",
    "PlanError",
    "Problem",
    "TimelineError",
]


@attrs.frozen
class Problem:
    """
    One thing that is wrong.

    Attributes:
        reason: One lower-case clause that says what would be accepted.
        path: Where, as in ``phases[0].routines[0].items[2].dose``; empty for the whole.
        value: The offending value as text, cut short; empty where the reason has it.
        line: The line in the text, counted from 1, or 0 where there is no text.
        column: The column in that line, counted from 1, or 0.
    """

    reason: str
    path: str = ""
    value: str = attrs.field(default="", kw_only=True)
    line: int = attrs.field(default=0, kw_only=True)
    column: int = attrs.field(default=0, kw_only=True)

    def under(self, path: str) -> Problem:
        """Return the same problem seen from one level further out."""
        dot = "." if path and self.path and not self.path.startswith("[") else ""
        return attrs.evolve(self, path=f"{path}{dot}{self.path}")

    def __str__(self) -> str:
        place = f"line {self.line}, column {self.column}: " if self.line else ""
        path = f"{self.path}: " if self.path else ""
        return f"{place}{path}{self.reason}"


class KinescriptError(Exception):
    """
    The base of every error that kinescript raises.

    Attributes:
        problems: All that is wrong, in the order found; never empty.
    """

    problems: tuple[Problem, ...]

    def __init__(self, problems: Problem | str | Iterable[Problem]) -> None:
        if isinstance(problems, str):
            problems = Problem(problems)
        if isinstance(problems, Problem):
            problems = (problems,)
        self.problems = tuple(problems)
        if not self.problems:
            raise ValueError("expected at least one problem")
        super().__init__(self.problems)

    @property
    def path(self) -> str:
        """The path of the first problem."""
        return self.problems[0].path

    @property
    def reason(self) -> str:
        """The reason of the first problem."""
        return self.problems[0].reason

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class ModelError(KinescriptError, ValueError):
    """A value that no prescription can have, such as a negative hold."""


class DocumentError(KinescriptError, ValueError):
    """A document that cannot be loaded; lists everything wrong with it."""


class NotationError(KinescriptError, ValueError):
    """A text is not in the notation, or says something that cannot be."""


class LimitError(KinescriptError, ValueError):
    """Input from outside, or a request for output, beyond a named limit."""


class PlanError(KinescriptError, ValueError):
    """A plan or calendar that was asked for in a way that has no answer."""


class TimelineError(KinescriptError, OverflowError):
    """A timeline longer than ``timedelta.max`` or ``sys.maxsize`` steps."""


class OutsideError(KinescriptError, IndexError):
    """An index or offset outside of a timeline."""
