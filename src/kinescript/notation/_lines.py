"""Reads the keys and tails of lines, and gathers everything that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Final

import attrs

from kinescript.errors import ModelError, Problem
from kinescript.model import (
    UNSAID,
    Aim,
    Code,
    Frequency,
    Schedule,
    Span,
)
from kinescript.notation._grammar import WrongError, nearest
from kinescript.notation._outline import Line
from kinescript.notation._reading import read
from kinescript.notation._texts import unquoted
from kinescript.notation._types import Value

HEADINGS: Final = (
    *("phase", "routine", "section", "circuit", "superset", "pick", "branch", "case"),
    *("emom", "amrap"),
)
HEADING: Final = re.compile(rf"({'|'.join(HEADINGS)})(?:\s+(.*))?$", re.IGNORECASE | re.DOTALL)
QUOTED: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "prescription": (
        *("title", "id", "for", "goal", "precaution", "contraindication", "advice", "companion"),
        *("aim", "source", "code", "author", "requester", "authored", "version", "status"),
        *("replaces", "note", "extension", "frequency", "rule"),
    ),
    "phase": ("entry", "exit", "for", "goal", "precaution", "aim", "note", "rule"),
    "routine": ("reading", "aim", "note", "rule"),
    "item": (
        *("words", "reading", "aim", "note", "id", "kind", "laterality", "position"),
        *("instruction", "cue", "fault", "equipment", "purpose", "action", "code", "media"),
        "rule",
    ),
    "source": ("author", "publisher", "address", "published"),
    "companion": ("words", "reason"),
    "goal": ("target", "due"),
    "reading": ("reason", "or dose", "or frequency", "or"),
    "position": ("setup", "instruction"),
}
"""The keys that can stand under each kind of line."""
ALL_KEYS: Final = frozenset(key for keys in KEYS.values() for key in keys) | {"rest"}


_ONCE: Final = frozenset({"authored", "frequency", "target", "due", "published"})
"""The keys that can stand once, besides those of a single text."""


class LineReader:
    """Reads keys and tails, and gathers everything that is wrong."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def wrong(self, line: Line | None, reason: str, found: str = "") -> None:
        """Note what is wrong with the head of a line."""
        at = (0, 0) if line is None else (line.number, line.column)
        self.problems.append(Problem(reason, value=found, line=at[0], column=at[1]))

    def wrong_tail(self, line: Line, reason: str, found: str = "") -> None:
        """Note what is wrong with the tail of a line as a whole."""
        self.problems.append(Problem(reason, value=found, line=line.number, column=line.at))

    def made(self, line: Line | None, make: Callable[[], Value]) -> list[Value]:
        before = len(self.problems)
        try:
            made = make()
        except ModelError as error:
            for problem in error.problems:
                told = f"{problem.path}: {problem.reason}" if problem.path else problem.reason
                self.wrong(line, told)
            return []
        return [made] if len(self.problems) == before else []

    def tail(self, line: Line, start: str) -> Value:
        """Read the tail of a line; None where something is wrong with it."""
        try:
            return read(line.tail or "", start)
        except WrongError as error:
            number, column = place(line.tail or "", error.at, line.number, line.at)
            self.problems.append(
                Problem(error.reason, value=error.found, line=number, column=column)
            )
            return None

    def text(self, line: Line) -> str:
        """Return a free text, which may stand in quotes."""
        text = line.tail or ""
        if not text.startswith('"'):
            return text
        if QUOTED.fullmatch(text):
            try:
                return unquoted(text)
            except ValueError:
                pass
        reason = f"expected a text in quotes that ends with one, got {text[:40]}"
        self.wrong_tail(line, reason, text[:40])
        return ""

    def name(self, line: Line, text: str) -> str:
        if not text.startswith('"'):
            return text.strip()
        return self.text(attrs.evolve(line, tail=text.strip(), at=line.column))

    def parted(self, lines: Iterable[Line], kind: str) -> tuple[list[Line], list[Line]]:
        """Part the lines under something into its keys and the rest."""
        keys: list[Line] = []
        body: list[Line] = []
        for line in lines:
            head = line.head.casefold()
            if self.is_key(line) and head != "rest":
                if head in KEYS[kind]:
                    if head in _ONCE and head in {key.head.casefold() for key in keys}:
                        self.wrong(line, f"expected `{head}` once", head)
                    if head not in KEYS:
                        self.no_children(line)
                    keys.append(line)
                else:
                    known = ", ".join(KEYS[kind])
                    self.wrong(line, f"expected no `{head}` here, but one of {known}", head)
            else:
                body.append(line)
        return keys, body

    def only_keys(self, line: Line, kind: str) -> list[Line]:
        keys, strangers = self.parted(line.children, kind)
        for stranger in strangers:
            near = nearest(stranger.head, list(KEYS[kind]))
            hint = f"; did you mean `{near}`?" if near else ""
            known = ", ".join(KEYS[kind])
            self.wrong(
                stranger,
                f"expected one of {known}, got `{stranger.head[:40]}`{hint}",
                stranger.head,
            )
        return keys

    def is_key(self, line: Line) -> bool:
        """Whether a line is a key, wherever that can stand."""
        return line.tail is not None and line.head.casefold() in ALL_KEYS

    def no_children(self, line: Line) -> None:
        for child in line.children:
            self.wrong(child, f"expected nothing under `{line.head}`")

    def texts(self, keys: Iterable[Line], name: str) -> list[str]:
        found = [(key, self.text(key)) for key in keys if key.head.casefold() == name]
        for key, text in found:
            if not text.strip():
                self.wrong_tail(key, f"expected a text after `{name}`")
        return [text for _, text in found if text.strip()]

    def one_text(self, keys: Iterable[Line], name: str) -> str:
        found = [key for key in keys if key.head.casefold() == name]
        for again in found[1:]:
            self.wrong(again, f"expected `{name}` once", name)
        return self.text(found[0]) if found else ""

    def term(self, keys: Iterable[Line], name: str, terms: Value) -> Value:
        found = [key for key in keys if key.head.casefold() == name]
        text = self.one_text(keys, name)
        if not found:
            return UNSAID
        known = {term.value: term for term in terms}
        if text in known:
            return known[text]
        near = nearest(text, list(known))
        hint = f": did you mean `{near}`?" if near else ""
        reason = f"expected one of {', '.join(known)}, got `{text[:40]}`{hint}"
        self.wrong_tail(found[0], reason, text[:40])
        return UNSAID

    def day(self, line: Line) -> date | None:
        text = self.text(line)
        try:
            day = date.fromisoformat(text)
        except ValueError:
            day = None
        if day is None or day.isoformat() != text:
            reason = f"expected a date such as 2026-12-01, got `{text[:40]}`"
            self.wrong_tail(line, reason, text[:40])
            return None
        return day

    def each(
        self, keys: Iterable[Line], name: str, make: Callable[[Line], list[Value]]
    ) -> list[Value]:
        return [made for key in keys if key.head.casefold() == name for made in make(key)]

    def code(self, line: Line) -> list[Code]:
        found = re.fullmatch(
            r'("(?:[^"\\]|\\.)*"|\S+)\s+("(?:[^"\\]|\\.)*"|\S+)(?:\s+(.*))?', line.tail or ""
        )
        if found is None:
            self.wrong_tail(line, "expected a system, a code and perhaps what it says")
            return []
        system, code, display = (self.name(line, part or "") for part in found.groups())
        return self.made(line, lambda: Code(system, code, display=display))

    def aims(self, keys: Iterable[Line]) -> list[Aim]:
        return self.each(keys, "aim", self._aim)

    def _aim(self, line: Line) -> list[Aim]:
        amount, _, of = (line.tail or "").partition(" per ")
        made = self.tail(attrs.evolve(line, tail=amount), "aim")
        said = attrs.evolve(line, tail=of or "session")
        return [] if made is None else self.made(line, lambda: Aim(made, self.text(said)))

    def rules(self, keys: Iterable[Line]) -> list[Value]:
        found: list[Value] = []
        for key in keys:
            if key.head.casefold() == "rule":
                clauses = self.tail(key, "clauses") or ()
                if any(not is_guide(clause) for clause in clauses):
                    self.wrong(
                        key, "expected a limit, a rule or a change, as in stop if pain > 5/10"
                    )
                found += clauses
        return found

    def conditions(self, keys: Iterable[Line], name: str) -> list[Value]:
        found = [self.tail(key, "condition") for key in keys if key.head.casefold() == name]
        return [each for each in found if each is not None]

    def named(self, line: Line) -> str:
        heading = HEADING.fullmatch(line.head)
        return self.name(line, (heading and heading.group(2)) or "")

    def clauses(self, line: Line) -> dict[str, Value]:
        if not (line.tail or "").strip():
            return {}
        return self.fields_of(line, self.tail(line, "clauses") or ())

    def fields_of(self, line: Line, clauses: Iterable[Value]) -> dict[str, Value]:
        """Return what clauses say, by the field that they are for."""
        fields: dict[str, Value] = {}
        guides: list[Value] = []
        for clause in clauses:
            for each in _flat(clause):
                if is_guide(each):
                    guides.append(each)
                    continue
                name = "span" if isinstance(each, Span) else "frequency"
                if name in fields:
                    told = "for how long" if name == "span" else "how often (join two with `also`)"
                    self.wrong(line, f"expected once {told}")
                fields[name] = each
        return fields | ({"guides": guides} if guides else {})


def kind_of(line: Line) -> str:
    """Return what a line is, by its head."""
    if line.head.casefold() == "rest" and line.tail is not None:
        return "rest"
    heading = HEADING.fullmatch(line.head)
    return heading.group(1).casefold() if heading else "item"


def is_guide(value: object) -> bool:
    return not isinstance(value, Span | Frequency | Schedule | tuple)


def place(text: str, at: int, line: int, column: int) -> tuple[int, int]:
    """Return the line and column of an offset into *text*, which starts at a line and column."""
    before = text[:at]
    lines = before.count("\n")
    return (line + lines, at - before.rfind("\n")) if lines else (line, column + at)


def _flat(clause: Value) -> list[Value]:
    """Return the parts of a clause; how often and for how long may stand in one."""
    return [*clause] if isinstance(clause, tuple) else [clause]
