"""Lines and tables to plain text, to a terminal, or to the next program."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from errno import EBADF
from typing import TYPE_CHECKING, TypeAlias
from unicodedata import combining, east_asian_width

import attrs
import click

from kinescript.cli._text import clean

if TYPE_CHECKING:
    from rich.console import RenderableType

_GAP = "  "
_MOST_LAID_OUT = 3000  # rows that a terminal gets within about a second


@attrs.frozen
class Line:
    """
    A line of text.

    Attributes:
        text: The text.
        style: How it looks in a terminal.
    """

    text: str = ""
    style: str = ""


@attrs.frozen(kw_only=True)
class Table:
    """
    Rows of cells in columns; a column without any text is left out.

    Attributes:
        rows: The cells.
        head: What the columns are called, if they are.
        styles: How each column looks in a terminal.
        wide: Which columns give way where a terminal is narrow.
        indent: How far it is set in.
    """

    rows: Sequence[tuple[str, ...]]
    head: tuple[str, ...] = ()
    styles: tuple[str, ...]
    wide: tuple[int, ...]
    indent: int = 0


Block: TypeAlias = Line | Table


def write_blocks(blocks: Iterable[Block]) -> None:
    """Write *blocks* to standard output: in colour and wrapped where that is a terminal."""
    known = list(blocks)
    rows = sum(len(block.rows) for block in known if isinstance(block, Table))
    if sys.stdout is not None and sys.stdout.isatty() and rows <= _MOST_LAID_OUT:
        write(_for_terminal(known))
    else:
        write("".join(f"{line}\n" for block in known for line in _plain(block)))


def _plain(block: Block) -> Iterator[str]:
    if isinstance(block, Line):
        yield clean(block.text)
        return
    _, rows = _used(block)
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        )
        yield (" " * block.indent + _GAP.join(padded)).rstrip()


def _used(table: Table) -> tuple[list[int], list[tuple[str, ...]]]:
    """Return which columns have any text, and the rows of these, the head first."""
    rows = [tuple(map(clean, row)) for row in table.rows]
    used = [index for index, column in enumerate(zip(*rows, strict=True)) if any(column)]
    heads = [table.head] if table.head else []
    return used, [tuple(row[index] for index in used) for row in (*heads, *rows)]


def _width(text: str) -> int:
    """Return how many columns *text* takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(char) else 1 + (east_asian_width(char) in "WF") for char in text)


def _for_terminal(blocks: Iterable[Block]) -> str:
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False)
    with console.capture() as captured:
        for block in blocks:
            console.print(_rich(block))
    return captured.get()


def _rich(block: Block) -> RenderableType:
    from rich.padding import Padding
    from rich.table import Table as Grid
    from rich.text import Text

    if isinstance(block, Line):
        return Text(clean(block.text), block.style)
    used, rows = _used(block)
    grid = Grid.grid(padding=(0, len(_GAP), 0, 0))
    for index in used:
        grid.add_column(style=block.styles[index], no_wrap=index not in block.wide, overflow="fold")
    for row in rows:
        grid.add_row(*map(Text, row))
    return Padding(grid, (0, 0, 0, block.indent))


def write_json(text: str) -> None:
    """Write a JSON *text* to standard output, in UTF-8 whatever the system's encoding is."""
    write(text, encoding="utf-8")


def write(text: str, *, encoding: str | None = None) -> None:
    """
    Write *text* to standard output, in *encoding* where that must not depend on the system.

    A character that the encoding lacks is written as an escape. Where nothing can be
    written, the program ends with status 1, and says why unless the reader went away.
    """
    try:
        _write(text, encoding)
    except BrokenPipeError:
        _leave()
        raise click.exceptions.Exit(1) from None
    except OSError as error:
        _leave()
        raise click.ClickException(f"cannot write the output: {error.strerror}") from None


def _write(text: str, encoding: str | None) -> None:
    if sys.stdout is None:
        raise OSError(EBADF, "standard output is closed")
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding=encoding, errors="backslashreplace")
    sys.stdout.write(text)
    sys.stdout.flush()


def _leave() -> None:
    """Let the interpreter flush what it could not write to nowhere when it ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
