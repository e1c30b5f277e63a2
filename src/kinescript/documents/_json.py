"""JSON: text to plain values that are safe to look at, and back."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal

from kinescript.documents._faults import TOO_MANY_DIGITS, Doubled, Unreadable, too_deep
from kinescript.documents._problems import is_list, is_object
from kinescript.documents._types import Body, Plain
from kinescript.errors import DocumentError, LimitError, Problem
from kinescript.limits import DOCUMENT_BYTES, NUMBER_DIGITS

_EXPONENT_DIGITS = 3
# What a double may have, so that what other programs computed comes back as it was.
_FRACTION_DIGITS = NUMBER_DIGITS + 2
_WIDTH = 100
_INDENT = 2
_scalar = json.JSONEncoder(ensure_ascii=False).encode


def decode(text: str | bytes) -> Plain:
    """Return the plain values of JSON *text*, with a stand-in for what cannot be read."""
    try:
        return json.loads(
            _decoded(text),
            parse_int=_whole,
            parse_float=_fraction,
            parse_constant=_constant,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        reason = f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise DocumentError(Problem(reason, line=error.lineno, column=error.colno)) from None
    except RecursionError:
        raise too_deep() from None


def _decoded(text: object) -> str:
    if not isinstance(text, str | bytes):
        raise DocumentError(f"expected a document as str or bytes, got {type(text).__name__}")
    _check_size(text)
    whole = text if isinstance(text, str) else _from_utf8(text)
    return whole.removeprefix("\ufeff")


def _from_utf8(text: bytes) -> str:
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        *lines, last = text[: error.start].decode().split("\n")
        reason = f"expected UTF-8, got the byte 0x{text[error.start]:02x}"
        problem = Problem(reason, line=len(lines) + 1, column=len(last) + 1)
        raise DocumentError(problem) from None


def _check_size(text: str | bytes) -> None:
    # A lone surrogate is reported later, by its path.
    size = len(text if isinstance(text, bytes) else text.encode(errors="surrogatepass"))
    if size > DOCUMENT_BYTES:
        raise LimitError(f"expected a document of at most {DOCUMENT_BYTES} bytes, got {size}")


def _whole(text: str) -> int | Unreadable:
    if len(text.lstrip("-")) > NUMBER_DIGITS:
        return Unreadable(text, TOO_MANY_DIGITS)
    return int(text)


def _fraction(text: str) -> Decimal | Unreadable:
    mantissa, _, exponent = text.lower().partition("e")
    if len(mantissa.replace(".", "").lstrip("-0")) > _FRACTION_DIGITS:
        return Unreadable(text, f"expected a fraction of at most {_FRACTION_DIGITS} digits")
    if len(exponent.lstrip("+-")) > _EXPONENT_DIGITS:
        return Unreadable(text, f"expected an exponent of at most {_EXPONENT_DIGITS} digits")
    return Decimal(text)


def _constant(text: str) -> Unreadable:
    return Unreadable(text, "expected a number")


def _object(pairs: list[tuple[str, Plain]]) -> Body:
    body = dict(pairs)
    if len(body) == len(pairs):
        return body
    doubled = Doubled(body)
    times = Counter(key for key, _ in pairs)
    doubled.twice = tuple(key for key in body if times[key] > 1)
    return doubled


def encode(body: Body) -> str:
    """Return *body* as JSON text that is easy to read: what fits on a line stands on one."""
    text = f"{laid_out(body)}\n"
    _check_size(text)
    return text


def laid_out(value: Plain, indent: int = 0, column: int = _WIDTH) -> str:
    """Return *value*, which starts at *column* on a line indented by *indent*, as JSON text."""
    deeper = indent + _INDENT
    if is_object(value):
        keys = [(f"{_scalar(key)}: ", each) for key, each in value.items()]
        parts = [key + laid_out(each, deeper, deeper + len(key)) for key, each in keys]
        first, last = "{}"
    elif is_list(value):
        parts = [laid_out(each, deeper, deeper) for each in value]
        first, last = "[]"
    else:
        return _fractional(value) if isinstance(value, Decimal) else _scalar(value)
    width = column + sum(len(part) + 2 for part in parts)
    if width <= _WIDTH and not any("\n" in part for part in parts):
        return f"{first}{', '.join(parts)}{last}"
    inside = f",\n{' ' * deeper}".join(parts)
    return f"{first}\n{' ' * deeper}{inside}\n{' ' * indent}{last}"


def _fractional(value: Decimal) -> str:
    """Return *value* in a form that nobody reads as a whole number, whose digits are fewer."""
    text = str(value)
    return text if "." in text or "E" in text else f"{value:E}"
