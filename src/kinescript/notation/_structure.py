"""Lines into a prescription: its keys, phases and routines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Final

from kinescript.model import (
    UNSAID,
    Companion,
    Goal,
    Indication,
    Phase,
    Prescription,
    Routine,
    Side,
    Source,
    Status,
)
from kinescript.notation._elapsing import elapsing, unclear
from kinescript.notation._groups import ComponentReader
from kinescript.notation._keys import kind_of
from kinescript.notation._outline import Line
from kinescript.notation._types import Value


class Reader(ComponentReader):
    """Reads lines and gathers everything that is wrong with them."""

    def prescription(self, lines: Iterable[Line]) -> Prescription | None:
        """Return what *lines* say; None where something was wrong."""
        lines = tuple(lines)
        self.elapsing = elapsing(lines)
        for line in unclear(lines, self.elapsing):
            reason = (
                "expected a phase that begins where another one ends, as in weeks 0-2, 2-6, "
                "or all of them counted, as in weeks 1-2, 3-6"
            )
            self.wrong_tail(line, reason, (line.tail or "").strip())
        keys, body = self.parted(lines, "prescription")
        self._check_audience(keys)
        fields = self._prescription_fields(keys)
        phases: list[Phase] = []
        loose = [line for line in body if kind_of(line) != "phase"]
        self._refuse_after("phase", body)
        if loose:
            phases += self.made(loose[0], lambda: Phase("", self._routines(loose)))
        for line in body:
            if kind_of(line) == "phase":
                phases += self._phase(line)
        if self.problems:
            return None
        made = self.made(None, lambda: Prescription(phases=phases, **fields))
        return made[0] if made else None

    def _check_audience(self, keys: Iterable[Line]) -> None:
        for key in keys:
            if key.head.casefold() == "for" and _LASTING.match(key.tail or ""):
                reason = "expected whom it is for; how long stands behind a phase or item"
                self.wrong_tail(key, reason, key.tail or "")

    def _refuse_after(self, kind: str, lines: Iterable[Line]) -> None:
        """Refuse lines that stand behind a phase or routine without being indented under it."""
        last: Line | None = None
        for line in lines:
            if kind_of(line) == kind:
                last = line
            elif last is not None:
                reason = f"expected it indented under `{last.head}`, or above the first {kind}"
                self.wrong(line, reason, line.head)

    def _prescription_fields(self, keys: list[Line]) -> dict[str, Value]:
        fields: dict[str, Value] = {
            "title": self.one_text(keys, "title"),
            "audience": self.texts(keys, "for"),
            **self.told(keys),
            "advice": self.texts(keys, "advice"),
            "author": self.one_text(keys, "author"),
            "requester": self.one_text(keys, "requester"),
            "version": self.one_text(keys, "version"),
            "replaces": self.texts(keys, "replaces"),
            "notes": self.texts(keys, "note"),
            "status": self.term(keys, "status", Status),
            "goals": self._goals(keys),
            "companions": self.each(keys, "companion", self._companion),
            "sources": self.each(keys, "source", self._source),
            "codes": self.each(keys, "code", self.code),
            "aims": self.aims(keys),
            "guides": self.rules(keys),
            "extensions": self._extensions(keys),
            "indications": self.each(keys, "indication", self._indication),
            "reviews": self._reviews(keys),
        }
        if any(key.head.casefold() == "id" for key in keys):
            fields["id"] = self.one_text(keys, "id")
            self.texts(keys, "id")
        for key in keys:
            if key.head.casefold() == "authored":
                fields["authored"] = self.day(key) or UNSAID
            elif key.head.casefold() == "frequency":
                fields["frequency"] = self.tail(key, "how_often") or UNSAID
        return fields

    def _goals(self, keys: Iterable[Line]) -> list[Goal]:
        return self.each(keys, "goal", self._goal)

    def _goal(self, line: Line) -> list[Goal]:
        keys = self.only_keys(line, "goal")
        fields: dict[str, Value] = {}
        for key in keys:
            if key.head.casefold() == "target":
                fields["target"] = self.tail(key, "condition") or UNSAID
            else:
                fields["due"] = self.tail(key, "due") or UNSAID
        return self.made(line, lambda: Goal(self.text(line), **fields))

    def _companion(self, line: Line) -> list[Companion]:
        keys = self.only_keys(line, "companion")
        fields = {name: self.one_text(keys, name) for name in ("words", "reason")}
        said = {name: text for name, text in fields.items() if text}
        return self.made(line, lambda: Companion(self.text(line), **said))

    def _source(self, line: Line) -> list[Source]:
        keys = self.only_keys(line, "source")
        names = ("author", "publisher", "address")
        fields: dict[str, Value] = {name: self.one_text(keys, name) for name in names}
        for key in keys:
            if key.head.casefold() == "published":
                fields["published"] = self.day(key)
        return self.made(line, lambda: Source(self.text(line), **fields))

    def _indication(self, line: Line) -> list[Indication]:
        keys = self.only_keys(line, "indication")
        fields: dict[str, Value] = {
            "site": self.one_text(keys, "site"),
            "side": self.term(keys, "side", _SIDES),
            "codes": self.each(keys, "code", self.code),
        }
        return self.made(line, lambda: Indication(self.text(line), **fields))

    def _reviews(self, keys: Iterable[Line]) -> list[Value]:
        found = [self.tail(key, "review") for key in keys if key.head.casefold() == "review"]
        return [each for each in found if each is not None]

    def _extensions(self, keys: Iterable[Line]) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for key in keys:
            if key.head.casefold() != "extension":
                continue
            parts = re.fullmatch(r'("(?:[^"\\]|\\.)*"|[^\s"=]+)\s*=\s*(.*)', key.tail or "")
            if parts is None or not _is_json(parts.group(2)):
                reason = 'expected a name, = and a value of JSON, as in x = {"a": 1}'
                self.wrong_tail(key, f"{reason}; the name of an exercise goes in quotes")
                continue
            name = self.name(key, parts.group(1))
            if name in {other for other, _ in found}:
                self.wrong_tail(key, f"expected `{name}` once", name)
            found.append((name, parts.group(2)))
        return found

    def _phase(self, line: Line) -> list[Phase]:
        keys, body = self.parted(line.children, "phase")
        fields = self.clauses(line)
        fields |= {
            "audience": self.texts(keys, "for"),
            **self.told(keys),
            "notes": self.texts(keys, "note"),
            "entry": self.conditions(keys, "entry"),
            "exit": self.conditions(keys, "exit"),
            "goals": self._goals(keys),
            "aims": self.aims(keys),
        }
        fields["guides"] = [*fields.get("guides", ()), *self.rules(keys)]
        routines = self._routines(body)
        return self.made(line, lambda: Phase(self.named(line), routines, **fields))

    def _routines(self, lines: Iterable[Line]) -> list[Routine]:
        lines = tuple(lines)
        self._refuse_after("routine", lines)
        routines: list[Routine] = []
        loose: list[Line] = []
        for line in lines:
            if kind_of(line) == "routine":
                routines += self._loose(loose)
                loose = []
                routines += self._routine(line)
            else:
                loose.append(line)
        return [*routines, *self._loose(loose)]

    def _loose(self, lines: list[Line]) -> list[Routine]:
        if not lines:
            return []
        components = self.components(lines)
        return self.made(lines[0], lambda: Routine("", components))

    def _routine(self, line: Line) -> list[Routine]:
        keys, body = self.parted(line.children, "routine")
        fields = self.clauses(line)
        fields |= {
            "readings": self.each(keys, "reading", self.reading),
            "aims": self.aims(keys),
            "notes": self.texts(keys, "note"),
            **self.told(keys),
        }
        fields["guides"] = [*fields.get("guides", ()), *self.rules(keys)]
        components = self.components(body)
        return self.made(line, lambda: Routine(self.named(line), components, **fields))


_SIDES: Final = (Side.LEFT, Side.RIGHT, Side.BOTH)
_LASTING: Final = re.compile(r"\d+\S*\s+(?:days?|weeks?|months?|sessions?)\b", re.IGNORECASE)


def _is_json(text: str) -> bool:
    try:
        json.dumps(json.loads(text), allow_nan=False)
    except (ValueError, RecursionError):
        return False
    return True
