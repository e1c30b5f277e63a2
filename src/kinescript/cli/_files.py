"""A file's name to the value that is written in it, or to lines that say what is wrong."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from kinescript.cli._notation import BYTE_ORDER_MARK, decoded, parsed
from kinescript.cli._text import clean
from kinescript.documents import loads
from kinescript.errors import KinescriptError, LimitError, Problem
from kinescript.limits import DOCUMENT_BYTES
from kinescript.model import Prescription

T = TypeVar("T")


class Refused(click.ClickException):
    """A file that cannot be used, with one line for each problem."""

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        self.lines = [_line(label(name), problem) for problem in problems]
        super().__init__("\n".join(self.lines))

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the lines to standard error."""
        for line in self.lines:
            click.echo(line, file=file, err=True)


def _line(name: str, problem: Problem) -> str:
    place = f":{problem.line}:{problem.column}" if problem.line else ""
    path = f"{problem.path}: " if problem.path else ""
    is_told = not problem.line or problem.value in problem.reason
    got = "" if is_told else f", got `{problem.value}`"
    return clean(f"{name}{place}: {path}{problem.reason}{got}")


def label(name: str) -> str:
    """Return the name of a file as messages show it."""
    return "<stdin>" if name == "-" else name


@contextmanager
def refusing(name: str) -> Generator[None]:
    """Report what goes wrong inside as problems of the file *name*."""
    try:
        yield
    except KinescriptError as error:
        raise Refused(name, error.problems) from None
    except OSError as error:
        words = error.strerror or str(error)
        raise Refused(name, [Problem(f"{words[:1].lower()}{words[1:]}")]) from None


def read(name: str, kind: type[T]) -> T:
    """Return the value of *kind* in the document *name*; "-" is standard input."""
    with refusing(name):
        value: T = loads(content_of(name), kind)
        return value


def read_prescription(name: str) -> Prescription:
    """Return the prescription in the file *name*, which is a document or in the notation."""
    with refusing(name):
        content = content_of(name)
        if is_document(name, content):
            prescription: Prescription = loads(content, Prescription)
            return prescription
        return parsed(decoded(content))


def is_document(name: str, content: bytes) -> bool:
    """Whether a file holds a JSON document: so its name ends, or else it starts."""
    ending = Path(name).suffix.lower()
    start = content.removeprefix(BYTE_ORDER_MARK).lstrip()[:1]
    return ending == ".json" or (ending != ".kine" and start == b"{")


def content_of(name: str) -> bytes:
    """
    Return what is in the file *name*; "-" is standard input.

    Raises:
        LimitError: If it is longer than documents may be.
        OSError: If it cannot be read.
    """
    if name != "-":
        with Path(name).open("rb") as file:
            return _limited(file)
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return _limited(sys.stdin.buffer)


def _limited(file: IO[bytes]) -> bytes:
    content = file.read(DOCUMENT_BYTES + 1)
    if len(content) > DOCUMENT_BYTES:
        raise LimitError(f"expected a document of at most {DOCUMENT_BYTES} bytes")
    return content
