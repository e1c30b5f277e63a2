"""New contents into files: all of them, each in one stroke, or none."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack, suppress
from pathlib import Path
from secrets import token_hex
from shutil import copymode

from kinescript.cli._files import refusing


def replace_all(contents: Iterable[tuple[str, str]]) -> None:
    """
    Write each text to the file of its name.

    Everything is written beside the files before the first of them is replaced, so that
    what goes wrong leaves them as they were.
    """
    with ExitStack() as stack:
        ready = [(name, *_written(name, text, stack)) for name, text in contents]
        for name, written, path in ready:
            with refusing(name):
                written.replace(path)


def _written(name: str, text: str, stack: ExitStack) -> tuple[Path, Path]:
    """Return a new file that holds *text*, and the one that it is to replace."""
    with refusing(name):
        path = Path(name).resolve()
        written = path.with_name(f".{path.name}.{token_hex(4)}")
        with written.open("xb") as file:
            stack.callback(written.unlink, missing_ok=True)
            file.write(text.encode())
        with suppress(FileNotFoundError):
            copymode(path, written)
        return written, path
