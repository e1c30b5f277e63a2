"""A prescription as a document or in the notation to the other form, or to its own."""

from __future__ import annotations

from pathlib import Path

import click

from kinescript.cli._files import read_prescription, refusing
from kinescript.cli._notation import canonical
from kinescript.cli._output import write
from kinescript.cli._replace import replace_all
from kinescript.documents import dumps


def convert_file(file: str, form: str, output: str | None) -> None:
    """Write the prescription in *file* in another *form*: to *output*, or for others to read."""
    if output is not None:
        _check_output(file, form, output)
    prescription = read_prescription(file)
    with refusing(file):
        text = dumps(prescription) if form == "json" else canonical(prescription)
    if output is None:
        write(text, encoding="utf-8")
    else:
        replace_all([(output, text)])


def _check_output(file: str, form: str, output: str) -> None:
    """Refuse to write over the file itself, or under an ending by which nobody could read it."""
    if file != "-" and Path(file).resolve() == Path(output).resolve():
        raise click.UsageError("expected another file after --output than FILE")
    ending = Path(output).suffix.lower()
    if ending in {".json", ".kine"} and ending != f".{form}":
        raise click.UsageError(f"expected a file ending in .{form} after --output, got {output}")
