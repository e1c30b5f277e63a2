"""Reads the keys and tails of lines, and gathers everything that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

import attrs

from kinescript.errors import ModelError, Problem
from kinescript.model import (
    UNSAID,
    Aim,
    Between,
    Code,
    Detail,
    Frequency,
    Schedule,
    Span,
)
from kinescript.notation._elapsing import Elapsing
from kinescript.notation._expected import nearest
from kinescript.notation._keys import ALL_KEYS, DETAILED, HEADING, KEYS, QUOTED, TOPICS, kind_of
from kinescript.notation._outline import Line
from kinescript.notation._parser import WrongError
from kinescript.notation._reading import read
from kinescript.notation._spans import Numbered, Turning
from kinescript.notation._texts import says_time, tells_time, unquoted
from kinescript.notation._types import Value
from kinescript.notation._whens import joined

_AIMED: Final = re.compile(
    r"(.*\d\+?)\s+(reps?|repetitions?|sets?|sessions?|bouts?|rounds?)\.?", re.IGNORECASE
)
_OF_EACH: Final = re.compile(
    r"^([^\"]*\w)(?:\s*/\s*|\s+(?:an?|each)\s+)(day|week|session|set|side)\.?$", re.IGNORECASE
)
_COUNTED: Final = {"rep": "reps", "repetition": "reps", "repetitions": "reps"}
_ONCE: Final = frozenset({"authored", "frequency", "target", "due", "published"})
"""The keys that can stand once, besides those of a single text."""


MOST_TOLD: Final = 200
"""How many problems of a text are told, and then how many more there are."""
ENDED: Final = re.compile(r"(?<![\d?])[\s;.]+$|[\s;]+$|(?<=\d)\.$")
"""What may end a line and says nothing."""


class LineReader:
    """Reads keys and tails, and gathers everything that is wrong."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.elapsing = Elapsing()

    def wrong(self, line: Line | None, reason: str, found: str = "") -> None:
        """Note what is wrong with the head of a line."""
        at = (1, 1) if line is None else (line.number, line.column)
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
            return read(ENDED.sub("", line.tail or ""), start)
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
                if head in keys_of(kind):
                    if head in _ONCE and head in {key.head.casefold() for key in keys}:
                        self.wrong(line, f"expected `{head}` once", head)
                    if head not in KEYS:
                        self.no_children(line)
                    keys.append(line)
                else:
                    reason = f"expected no `{head}` here, but one of {_known(kind)}"
                    self.wrong(line, reason, head)
            else:
                body.append(line)
        return keys, body

    def only_keys(self, line: Line, kind: str) -> list[Line]:
        keys, strangers = self.parted(line.children, kind)
        for stranger in strangers:
            near = nearest(stranger.head, list(keys_of(kind)))
            hint = f"; did you mean `{near}`?" if near else ""
            reason = f"expected one of {_known(kind)}, got `{stranger.head[:40]}`{hint}"
            self.wrong(stranger, reason, stranger.head)
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
        tail = line.tail or ""
        tail = tail if " per " in tail else _OF_EACH.sub(r"\1 per \2", tail)
        amount, _, of = tail.partition(" per ")
        if found := _AIMED.fullmatch(amount):
            # What is counted stands with what it is counted of: "90 reps per day".
            amount, what = found.group(1), found.group(2).casefold()
            of = " a ".join(filter(None, (_COUNTED.get(what, what), of)))
        made = self.tail(attrs.evolve(line, tail=amount), "aim")
        said = attrs.evolve(line, tail=of or "session")
        return [] if made is None else self.made(line, lambda: Aim(made, self.text(said)))

    def told(self, keys: Iterable[Line]) -> dict[str, Value]:
        """Return what is told of an item, a routine, a phase and a whole prescription alike."""
        return {
            "precautions": self.texts(keys, "precaution"),
            "contraindications": self.texts(keys, "contraindication"),
            "details": [detail for key in keys for detail in self._detail(key)],
        }

    def _detail(self, key: Line) -> list[Detail]:
        topic = TOPICS.get(key.head.casefold())
        found = [] if topic is None else self.texts([key], topic.value)
        return [Detail(topic, text) for text in found if topic is not None]

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
        return self.named_so(line, (heading and heading.group(2)) or "")

    def named_so(self, line: Line, name: str) -> str:
        """Return the name in a heading, in which neither times nor numbers may be lost."""
        is_lost = not name.startswith('"') and not says_time(line.tail or "", kind_of(line))
        if is_lost and tells_time(name, kind_of(line)):
            told = "when" if kind_of(line) in {"phase", "routine"} else "how much"
            reason = (
                f"expected {told} behind the colon; a name such as `{name[:40]}` goes in quotes"
            )
            self.wrong(line, reason, name)
        return self.name(line, name)

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
                elif isinstance(each, Turning):
                    self._add_turns(line, fields)
                elif isinstance(each, Span | Between | Numbered):
                    self._add_span(line, fields, each)
                else:
                    self._add_frequency(line, fields, each)
        return fields | ({"guides": guides} if guides else {})

    def _add_span(
        self, line: Line, fields: dict[str, Value], span: Span | Between | Numbered
    ) -> None:
        if "span" in fields:
            self.wrong_tail(line, "expected for how long once")
        if isinstance(span, Numbered):
            is_phase = kind_of(line) == "phase"
            span = span.span(is_elapsing=self.elapsing.elapses(span, is_phase=is_phase))
        fields["span"] = span

    def _add_turns(self, line: Line, fields: dict[str, Value]) -> None:
        if kind_of(line) != "phase":
            self.wrong_tail(line, "expected `taking turns` on the line of a phase, or in a dose")
        else:
            fields["turns"] = True

    def _add_frequency(
        self, line: Line, fields: dict[str, Value], often: Frequency | Schedule
    ) -> None:
        before = fields.get("frequency")
        try:
            fields["frequency"] = often if before is None else joined(before, often)
        except ValueError as error:
            reason = f"{error}; `also` joins what differs from day to day"
            self.wrong_tail(line, reason)


def keys_of(kind: str) -> frozenset[str]:
    """Return the keys that can stand under a kind of line."""
    return frozenset({*KEYS[kind], *(TOPICS if kind in DETAILED else ())})


def _known(kind: str) -> str:
    """Return the keys of a kind of line as an error tells them."""
    topics = ("a topic such as setting",) if kind in DETAILED else ()
    return ", ".join((*KEYS[kind], *topics))


def is_guide(value: object) -> bool:
    return not isinstance(value, Span | Between | Numbered | Turning | Frequency | Schedule | tuple)


def place(text: str, at: int, line: int, column: int) -> tuple[int, int]:
    """Return the line and column of an offset into *text*, which starts at a line and column."""
    before = text[:at]
    lines = before.count("\n")
    return (line + lines, at - before.rfind("\n")) if lines else (line, column + at)


def _flat(clause: Value) -> list[Value]:
    """Return the parts of a clause; how often and for how long may stand in one."""
    return [*clause] if isinstance(clause, tuple) else [clause]
