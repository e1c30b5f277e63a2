"""Bytes in the notation to text and prescriptions, and a prescription to its text."""

from __future__ import annotations

import re
from typing import Final

from kinescript.errors import NotationError, Problem
from kinescript.model import Prescription

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_MISSING: Final = "the notation is an extra: pip install 'kinescript[notation]'"
# A comment starts outside of quotes; quotes that stay open last to the end of the line.
_COMMENT: Final = re.compile(r'(?P<comment>(?<!\S)#)|"(?:[^"\\]|\\.)*(?:"|\\?$)|.')


def decoded(content: bytes) -> str:
    """
    Return the text that UTF-8 bytes are.

    Raises:
        NotationError: If they are not UTF-8, or nothing is written there.
    """
    try:
        text = content.removeprefix(BYTE_ORDER_MARK).decode()
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        reason = f"expected UTF-8, got the byte 0x{error.object[error.start]:02x}"
        raise NotationError(Problem(reason, line=line, column=column)) from None
    if not text.strip():
        raise NotationError("expected a prescription, got an empty text")
    return text


def parsed(text: str) -> Prescription:
    """
    Return the prescription that *text* says.

    Raises:
        NotationError: If it says none, or the notation is not installed.
    """
    try:
        from kinescript.notation import parse
    except ImportError:
        raise NotationError(_MISSING) from None
    return parse(text)


def canonical(prescription: Prescription) -> str:
    """
    Return *prescription* in the notation.

    Raises:
        NotationError: If the notation is not installed.
    """
    try:
        from kinescript.notation import write
    except ImportError:
        raise NotationError(_MISSING) from None
    return write(prescription)


def first_comment(text: str) -> tuple[int, int] | None:
    """Return the line and column of the first comment in *text*, if it has any."""
    for number, line in enumerate(text.split("\n"), 1):
        matches = _COMMENT.finditer(line) if "#" in line else ()
        for found in matches:
            if found["comment"]:
                return number, found.start() + 1
    return None
