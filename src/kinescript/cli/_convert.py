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
    if output is not None and _is_same(file, output):
        raise click.UsageError("expected another file after --output than FILE")
    prescription = read_prescription(file)
    with refusing(file):
        text = dumps(prescription) if form == "json" else canonical(prescription)
    if output is None:
        write(text, encoding="utf-8")
    else:
        replace_all([(output, text)])


def _is_same(file: str, output: str) -> bool:
    return file != "-" and Path(file).resolve() == Path(output).resolve()
