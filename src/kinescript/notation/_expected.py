"""What was expected where a tail cannot be read, and what was perhaps meant."""

# The parser's own types say little of what it takes and of what stands in a tree.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Final

from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken
from lark.lexer import PatternStr

from kinescript.notation._parser import WrongError, parser
from kinescript.notation._types import Value

_SHOWN: Final = re.compile(r'"(?:[^"\\]|\\.)*"?|[^\W\d_][\w\u2019\'-]*|\d[\d.]*|\S', re.UNICODE)


def wrong(error: UnexpectedInput, text: str) -> WrongError:
    """Return what is wrong with a text that the parser could not read."""
    at = _at(error, text)
    allowed = _allowed(error)
    if "COMPARISON" in allowed and not allowed & {"$END", "SEMICOLON"}:
        return _unknown_clause(text, at)
    shown = _shown(text, at)
    before = _LAST_WORD.search(text[:at])
    if before and (reason := roughly(before.group(1))):
        return WrongError(before.start(1), reason, before.group(1))
    if "NUMBER" in allowed and (reason := roughly(shown)):
        return WrongError(at, reason, shown)
    is_loose = allowed >= {"NUMBER", "_FOR", "_UNTIL"} or allowed == {"DISTANCE"}
    if before and is_loose and not is_reserved(before.group(1)):
        return _unknown_word(before)
    got = f"got `{shown}`" if shown else "got the end of the line"
    near = "" if is_reserved(shown) else nearest(shown, _spellings(allowed))
    hint = f": did you mean `{near}`?" if near else ""
    got = got if shown.isprintable() else f"got `{ascii(shown)[1:-1]}`"
    return WrongError(at, f"expected {_expected(allowed, shown)}; {got}{hint}", shown)


def _expected(allowed: set[str], shown: str) -> str:
    """Return what may stand in a place where a rule ends, or the list of it."""
    if "_SIDE" in allowed and _PERIOD.fullmatch(shown):
        return "a side; how often stands behind `;`, as in `10; 3/day` or `3 x 10; daily`"
    if allowed >= _AFTER_WORK:
        return (
            "a detail behind a comma (hold 5 s, rest 60 s, each side), how hard behind `@` "
            "(@ 20 kg), or how often behind `;` (; 3/day)"
        )
    if allowed >= _AFTER_CLAUSE:
        return "`;` before what is said next, or the end of the line"
    return ", ".join(_told(allowed)) or "the end of the line"


_PERIOD: Final = re.compile("day|week|month|year|hour", re.IGNORECASE)
_AFTER_CLAUSE: Final = frozenset({"$END", "SEMICOLON"})
_AFTER_WORK: Final = _AFTER_CLAUSE | {"COMMA", "_AT"}


_LAST_WORD: Final = re.compile(r"([^\W\d_][\w\u2019'-]*)[\s\d.]*$")
_ROUGHLY: Final = frozenset(
    {"about", "approx", "approximately", "around", "circa", "nearly", "roughly", "~"}
)


def roughly(word: str) -> str:
    """Return what is wrong where a word makes a number vague; else an empty text."""
    if word.casefold() not in _ROUGHLY:
        return ""
    return (
        f"expected a number without `{word}`; the source's own text can stand under `words`, "
        "and a range such as 8-12 or words in quotes in place of the number"
    )


def _unknown_word(found: re.Match[str]) -> WrongError:
    """Tell that a word says nothing of a dose."""
    word = found.group(1)
    if word.casefold() in {"repeat", "repeated"}:
        reason = (
            "leaves open whether the first time counts: expected how often in all, as in 3 times"
        )
        return WrongError(found.start(1), f"`{word}` {reason}", word)
    near = nearest(word, list(keywords()))
    hint = f"did you mean `{near}`? H" if near else "h"
    reason = (
        f"`{word[:40]}` is not known here: {hint}ow something is done stands in a cue or note below"
    )
    return WrongError(found.start(1), reason, word)


def _unknown_clause(text: str, at: int) -> WrongError:
    """Tell what may stand where none of it was recognised."""
    start = text.rfind(";", 0, at) + 1
    start += len(text[start:at]) - len(text[start:at].lstrip())
    shown = text[start : at + 1].strip()[:40]
    reason = (
        "expected how often (3/day, Mon Wed Fri), for how long (for 6 weeks), a limit "
        f"(pain <= 3/10), a rule (stop if ...) or a change (build hold to 30 s); got `{shown}`"
    )
    return WrongError(start, reason, shown)


def _at(error: UnexpectedInput, text: str) -> int:
    token: Value = error.token if isinstance(error, UnexpectedToken) else None
    if token is not None and token.type == "$END":
        return len(text)
    at: int | None = error.pos_in_stream
    return len(text) if at is None else at


def _shown(text: str, at: int) -> str:
    found = _SHOWN.match(text, at)
    return found.group()[:40] if found else text[at : at + 1]


def _allowed(error: UnexpectedInput) -> set[str]:
    if isinstance(error, UnexpectedCharacters):
        return set(error.allowed or ())
    return set(error.accepts or error.expected) if isinstance(error, UnexpectedToken) else set()


def nearest(word: str, among: list[str]) -> str:
    """Return the spelling that was probably meant by *word*, or an empty text."""
    spelt = word.casefold()
    alike = [each for each in among if each != spelt and each[:1] == spelt[:1]]
    close = get_close_matches(spelt, alike, 1, 0.7) if len(word) > 2 else []  # noqa: PLR2004
    return close[0] if close else ""


_NAMES: Final = {
    "NUMBER": "a number",
    "NUMBER_WORD": "",
    "COMMA_NUMBER": "",
    "FRACTION": "",
    "WORD": "words",
    "QUOTED": 'words in quotes ("...")',
    "_UNSAID": "?",
    "$END": "the end of the line",
    "COMMA": ",",
    "SEMICOLON": ";",
    "VBAR": "|",
    "LPAR": "(",
    "RPAR": ")",
    "_CROSS": "x",
    "_AT": "@",
    "_PLUS": "",
    "_OPEN": "",
    "_OR_LESS": "",
    "_OR_MORE": "",
    "_DROP": "",
    "COMPARISON": "a comparison such as <=",
    "OUT_OF": "/10",
    "_PERCENT": "%",
    "CLOCK": "a time such as 07:30",
    "DATE": "a date such as 2026-12-01",
    "WEEKDAY": "a weekday",
    "ANCHOR": "a time of day such as morning",
    "DISTANCE": "a unit of distance",
    "PERIOD": "days, weeks or months",
    "MASS": "kg or lb",
    "UNIT": "another unit",
    "REP_MAX": "8RM",
    "DIGITS": "digits such as 3-0-1-0",
    "A_TIME": "",
    "MILLISECOND": "",
    "SECOND": "s",
    "MINUTE": "min",
    "HOUR": "h",
    "_OR": "",
    "_TO": "to",
    "_DASH": "",
    "_PER": "/",
}
_MOST_TOLD: Final = 12


def _told(allowed: set[str]) -> Iterator[str]:
    names = sorted({name for each in allowed if (name := _name(each))}, key=_rank)
    yield from names[:_MOST_TOLD]
    if len(names) > _MOST_TOLD:
        yield "..."


def _rank(name: str) -> tuple[bool, str]:
    return (not name.startswith(("a ", "words", "the ")), name)


def _name(terminal: str) -> str:
    return _NAMES.get(terminal, terminal.strip("_").replace("_", " ").lower())


def _spellings(allowed: set[str]) -> list[str]:
    return [word for each in allowed if each.strip("_").isupper() for word in _words_of(each)]


@cache
def _words_of(terminal: str) -> tuple[str, ...]:
    """Return the words that a terminal stands for."""
    found = next((each for each in parser().terminals if each.name == terminal), None)
    if found is None or terminal in {"WORD", "QUOTED"}:
        return ()
    if isinstance(found.pattern, PatternStr):
        return (found.pattern.value.casefold(),)
    plain = re.sub(r"\(\?[<!=].*?\)|\\[bd]|\{.*?\}", "", found.pattern.value)
    return tuple(word for word in re.findall(r"[a-z]{2,}", plain.replace("?", "")) if word)


_ALIKE: Final = frozenset({"NUMBER_WORD", "_OR_LESS", "_OR_MORE"})
"""Terminals whose words are too much like others to guess a slip from."""


def is_reserved(word: str) -> bool:
    """Return whether a word means something in the notation, if not where it stands."""
    return word in "xX" or _reserved().fullmatch(word) is not None


@cache
def _reserved() -> re.Pattern[str]:
    own = (each for each in parser().terminals if each.name not in {"WORD", "QUOTED", "REPEAT"})
    return re.compile("|".join(each.pattern.to_regexp() for each in own), re.IGNORECASE)


@cache
def keywords() -> tuple[str, ...]:
    """Return the words of the notation that a slip can be told from."""
    named = (each.name for each in parser().terminals if each.name not in _ALIKE)
    words = {word for name in named for word in _words_of(name)}
    return tuple(sorted(word for word in words if len(word) > 3))  # noqa: PLR2004
