"""Lines and their indentation: a text becomes a tree of heads and tails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from kinescript.errors import LimitError, Problem
from kinescript.limits import NOTATION_CHARACTERS, NOTATION_DEPTH, NOTATION_LINE

BULLET: Final = re.compile(r"(?:[-*\u2013\u2022]|\d+[.)])\s+")
"""The mark of a line in a list, which says nothing."""
_CONTINUES: Final = re.compile(r"(?:then\b|[|,;)])", re.IGNORECASE)


@attrs.frozen
class Line:
    """
    One line, with the lines that belong to it.

    Attributes:
        head: What stands before the colon.
        tail: What stands after it, with the lines that continue it; None without a colon.
        number: Its number, from 1.
        column: The column of its head, from 1.
        at: The column of its tail, from 1.
        children: The lines that are indented under it.
    """

    head: str
    tail: str | None
    number: int
    column: int
    at: int
    children: tuple[Line, ...] = ()


@attrs.define
class _Open:
    """A line whose children are still being read."""

    line: Line
    indent: int
    children: list[Line] = attrs.field(factory=list[Line])

    def closed(self) -> Line:
        return attrs.evolve(self.line, children=tuple(self.children))


def outline(text: str) -> tuple[tuple[Line, ...], list[Problem]]:
    """
    Return the lines of *text* as a tree, and what is wrong with their indentation.

    Raises:
        LimitError: If the text, one of its lines or its depth is beyond a limit.
    """
    if len(text) > NOTATION_CHARACTERS:
        reason = f"expected at most {NOTATION_CHARACTERS} characters, got {len(text)}"
        raise LimitError(Problem(reason))
    problems: list[Problem] = []
    root = _Open(Line("", None, 0, 0, 0), -1)
    path = [root]
    for number, indent, content in _contents(text, problems):
        while indent <= path[-1].indent:
            _close(path)
        if len(path) > NOTATION_DEPTH:
            reason = f"expected lines at most {NOTATION_DEPTH} deep"
            raise LimitError(Problem(reason, line=number, column=indent + 1))
        bullet = BULLET.match(content)
        skipped = bullet.end() if bullet else 0
        path.append(_Open(_line(content[skipped:], number, indent + skipped), indent))
    while len(path) > 1:
        _close(path)
    return tuple(root.children), problems


def _close(path: list[_Open]) -> None:
    done = path.pop()
    path[-1].children.append(done.closed())


def _line(content: str, number: int, before: int) -> Line:
    first = content.split("\n", 1)[0]
    found = _split(first)
    if found is None:
        return Line(content.rstrip(), None, number, before + 1, before + 1)
    head, start = found
    return Line(head.rstrip(), content[start:], number, before + 1, before + start + 1)


def _outside_quotes(content: str) -> Iterator[tuple[int, str]]:
    """Return every character outside quotes with its place."""
    in_quotes = is_escaped = False
    for index, each in enumerate(content):
        if in_quotes:
            in_quotes = is_escaped or each != '"'
            is_escaped = each == "\\" and not is_escaped
        elif each == '"':
            in_quotes = True
        else:
            yield index, each


def _split(content: str) -> tuple[str, int] | None:
    """Return the head of a line and where its tail starts, or None without a colon."""
    for index, each in _outside_quotes(content):
        if each == ":" and content[index + 1 : index + 2] in {"", " "}:
            rest = content[index + 1 :]
            return content[:index], index + 1 + len(rest) - len(rest.lstrip())
    return None


def _contents(text: str, problems: list[Problem]) -> Iterator[tuple[int, int, str]]:
    """Return the number, indent and content of each line, with those that continue it."""
    held: tuple[int, int, str] | None = None
    last = 0
    for number, raw in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if len(raw) > NOTATION_LINE:
            reason = f"expected at most {NOTATION_LINE} characters in a line, got {len(raw)}"
            raise LimitError(Problem(reason, line=number, column=NOTATION_LINE + 1))
        line = _without_comment(plain_spaces(raw.rstrip("\r")))
        content = line.lstrip(" ")
        if not content.strip():
            continue
        indent = len(line) - len(content)
        if content[0] == "\t":
            reason = "expected spaces at the start of a line, got a tab"
            problems.append(Problem(reason, line=number, column=indent + 1))
            continue
        if held is not None and _CONTINUES.match(content):
            skipped = "\n" * (number - last)
            held = (held[0], held[1], f"{held[2]}{skipped}{line}")
            last = number
            continue
        if held is not None:
            yield held
        held = (number, indent, content)
        last = number
    if held is not None:
        yield held


_SPACES: Final = re.compile(r'"(?:[^"\\]|\\.)*"?|[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]')


def plain_spaces(text: str) -> str:
    """Return *text* with plain spaces for wide, narrow and unbreakable ones outside quotes."""
    if text.isascii():
        return text
    return _SPACES.sub(lambda found: found.group() if found.group()[0] == '"' else " ", text)


def _without_comment(line: str) -> str:
    if "#" in line:
        for index, each in _outside_quotes(line):
            if each == "#" and _starts_comment(line, index):
                return line[:index].rstrip()
    return line.rstrip()


def _starts_comment(line: str, index: int) -> bool:
    """Whether a # starts a comment: after a space, and not as the sign of a number."""
    return (index == 0 or line[index - 1].isspace()) and not line[index + 1 : index + 2].isdigit()
