"""Files in the notation to their canonical form, and an exit status."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
import click

from kinescript.cli._files import Refused, content_of, is_document, refusing
from kinescript.cli._notation import canonical, decoded, first_comment, parsed
from kinescript.cli._output import Line, write_blocks
from kinescript.cli._replace import replace_all
from kinescript.errors import NotationError, Problem

_LOST = "this comment would be lost: keep the file as it is, or add --drop-comments"


@attrs.frozen
class _Formatted:
    """
    A file with its canonical form.

    Attributes:
        name: The file's name.
        text: The canonical form.
        is_new: Whether the file has another text.
    """

    name: str
    text: str
    is_new: bool


def format_files(files: Iterable[str], *, only_check: bool, drop_comments: bool) -> int:
    """Rewrite *files* in canonical form, or say which would change, and return the status."""
    done: list[_Formatted] = []
    is_refused = False
    for name in dict.fromkeys(files):
        try:
            done.append(_formatted(name, drop_comments=drop_comments))
        except Refused as error:
            error.show()
            is_refused = True
    new = [each for each in done if each.is_new]
    if not only_check:
        if is_refused:
            return 1
        replace_all((each.name, each.text) for each in new)
    changed = "would be rewritten" if only_check else "rewritten"
    write_blocks(Line(f"{each.name}: {changed if each.is_new else 'unchanged'}") for each in done)
    return 1 if is_refused or (only_check and new) else 0


def _formatted(name: str, *, drop_comments: bool) -> _Formatted:
    if name == "-":
        raise click.UsageError("expected files to rewrite, not standard input: convert reads that")
    with refusing(name):
        content = content_of(name)
        if is_document(name, content):
            raise NotationError("expected a file in the notation, got a JSON document")
        text = decoded(content)
        form = canonical(parsed(text))
        place = None if drop_comments else first_comment(text)
        if place is not None:
            line, column = place
            raise NotationError(Problem(_LOST, line=line, column=column))
        return _Formatted(name, form, form.encode() != content)
