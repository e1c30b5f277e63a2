"""Items out of their lines."""

from __future__ import annotations

import re
from typing import Final

import attrs

from kinescript.model import (
    UNSAID,
    Dose,
    Exercise,
    ExerciseKind,
    Item,
    Laterality,
    MuscleAction,
    Position,
    Reading,
    Unsaid,
)
from kinescript.notation._expected import nearest
from kinescript.notation._keys import ALL_KEYS, HEADINGS, QUOTED, kind_of
from kinescript.notation._lines import ENDED, MOST_TOLD, LineReader, place
from kinescript.notation._mending import mended, undosed
from kinescript.notation._outline import Line
from kinescript.notation._parser import WrongError
from kinescript.notation._reading import read
from kinescript.notation._texts import is_of_a_dose
from kinescript.notation._types import Value

_NO_DOSE: Final = re.compile(r"\s*\?\s*(?:;|$)")


_LIKE_A_COLON: Final = re.compile(
    r"\s*([:\uff1a]|(?<=\s)[-\u2013\u2014=](?=\s))\s*(?=[\d?]|hold\b)"
)


_OF_DOSE: Final = re.compile(
    r"\d|(?:each|every|twice|once|daily|sets?|reps?|holds?|rest)\b"
    r"|(?:on (?:the )?)?(?:left|right|both|affected|unaffected|injured|uninjured|involved|operated"
    r"|surgical|painful)(?: (?:sides?|legs?|arms?|hands?|feet|foot|knees?))?$"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)(?:days?|s|rs|nesday|urday)?\b|mwf$"
    r"|(?:weeks?|days?|months?) \d"
    r"|for \d|@|tempo\b|(?:in the )?(?:morning|evening|afternoon|night)s?$",
    re.IGNORECASE,
)


class ItemReader(LineReader):
    """Reads items."""

    def item(self, line: Line) -> Item | None:
        """Return the item that a line says; None where something was wrong."""
        if kind_of(line) != "item" or self.is_key(line):
            self.wrong(line, f"expected an item, got `{line.head[:40]}`", line.head)
            return None
        made = self._item(line)
        return made[0] if made and not self.problems else None

    def _item(self, line: Line) -> list[Item]:
        if line.tail is None:
            self._no_colon(line)
            return []
        self._check_name(line)
        keys = self.only_keys(line, "item")
        dose, clauses = self._dose_and_clauses(line)
        exercise = self._exercise(line, keys)
        fields = self.fields_of(line, clauses)
        fields |= {
            "words": self.one_text(keys, "words"),
            "readings": self.each(keys, "reading", self.reading),
            "aims": self.aims(keys),
            "notes": self.texts(keys, "note"),
            "id": self.one_text(keys, "id"),
            **self.told(keys),
        }
        fields["guides"] = [*fields.get("guides", ()), *self.rules(keys)]
        if not exercise:
            return []
        return self.made(line, lambda: Item(exercise[0], dose, **fields))

    def _no_colon(self, line: Line) -> None:
        found = _LIKE_A_COLON.search(line.head)
        if found:
            head = line.head[: found.start()]
            reason = f"expected a colon and a space after `{head[:40]}`, got `{found.group(1)}`"
            self.wrong(line, reason, found.group(1))
            return
        near = nearest(line.head.split(" ")[0], list(HEADINGS))
        hint = f": did you mean `{near}`?" if near else "; write `?` where it is not known"
        reason = f"expected a colon and the dose after `{line.head[:40]}`{hint}"
        self.wrong(line, reason, line.head)

    def _check_name(self, line: Line) -> None:
        name = line.head.partition(",")[0].strip()
        if is_of_a_dose(name):
            is_pair = re.match(r"[A-H]\d", name)
            hint = "items that alternate stand indented under `superset`; " if is_pair else ""
            reason = (
                f"expected the name of an exercise; {hint}`{name[:40]}` goes in quotes if it is"
            )
            self.wrong(line, reason, name)

    def _dose_and_clauses(self, line: Line) -> tuple[Dose | Unsaid, tuple[Value, ...]]:
        found = _NO_DOSE.match(line.tail or "")
        if found is None:
            read_ = self._item_tail(line)
            if read_ is None:
                self._hint_key(line)
                return UNSAID, ()
            return read_[0], read_[1:]
        rest = (line.tail or "")[found.end() :]
        if not rest.strip():
            return UNSAID, ()
        number, column = place(line.tail or "", found.end(), line.number, line.at)
        after = attrs.evolve(line, tail=rest, number=number, at=column)
        return UNSAID, self.tail(after, "clauses") or ()

    def _item_tail(self, line: Line) -> Value:
        """Read the dose and the clauses of an item."""
        before = len(self.problems)
        found = self.tail(line, "item")
        # Of many wrong lines only the first are told, so that no others need be mended.
        if found is not None or before >= MOST_TOLD:
            return found
        text = ENDED.sub("", line.tail or "")
        try:
            found = undosed(text) or mended(text)
        except WrongError as error:
            del self.problems[before:]
            self.wrong_tail(line, error.reason, error.found)
            return None
        if found is not None:
            del self.problems[before:]
        return found

    def _hint_key(self, line: Line) -> None:
        """Add to the last problem which key was perhaps meant by the head."""
        words = line.head.split(" ")
        near = nearest(words[0], [*HEADINGS, *(ALL_KEYS if len(words) == 1 else ())])
        if near and abs(len(near) - len(words[0])) < 2:  # noqa: PLR2004
            last = self.problems.pop()
            reason = f"{last.reason} (`{words[0][:40]}`: did you mean `{near}`?)"
            self.problems.append(attrs.evolve(last, reason=reason))

    def _exercise(self, line: Line, keys: list[Line]) -> list[Exercise]:
        name, positions = self._head(line)
        fields: dict[str, Value] = {
            "kind": self.term(keys, "kind", ExerciseKind),
            "laterality": self.term(keys, "laterality", Laterality),
            "action": self.term(keys, "action", MuscleAction),
            "positions": [*positions, *self.each(keys, "position", self._position)],
            "instructions": self.texts(keys, "instruction"),
            "cues": self.texts(keys, "cue"),
            "faults": self.texts(keys, "fault"),
            "equipment": self.texts(keys, "equipment"),
            "purpose": self.one_text(keys, "purpose"),
            "codes": self.each(keys, "code", self.code),
            "media": self.texts(keys, "media"),
        }
        return self.made(line, lambda: Exercise(name, **fields))

    def _head(self, line: Line) -> tuple[str, list[str]]:
        found = QUOTED.match(line.head)
        if found is None:
            name, _, positions = line.head.partition(",")
        else:
            name, positions = found.group(), line.head[found.end() :]
            if positions and not positions.startswith(","):
                self.wrong(line, "expected a comma or colon after the name in quotes")
            positions = positions.removeprefix(",")
        if "," in positions:
            self.wrong(line, "expected several positions joined by `or`", positions.strip())
        if found := _OF_DOSE.match(positions.strip()):
            reason = f"expected a position; `{found.group()}` stands behind the colon"
            self.wrong(line, reason, positions.strip())
        places = re.split(r"(?<!\s)\s+or\s+", positions.strip()) if positions.strip() else []
        return self.name(line, name.strip()), [self.name(line, each) for each in places]

    def _position(self, line: Line) -> list[Position]:
        keys = self.only_keys(line, "position")
        return self.made(
            line,
            lambda: Position(
                self.text(line),
                setup=self.texts(keys, "setup"),
                instructions=self.texts(keys, "instruction"),
            ),
        )

    def reading(self, line: Line) -> list[Reading]:
        keys = self.only_keys(line, "reading")
        others = [
            other
            for key in keys
            if key.head.casefold().startswith("or")
            for other in self._other(key)
        ]
        reason = self.one_text(keys, "reason")
        if not reason.strip():
            self.wrong(line, "expected a line `reason: ...` below it, why it is read so")
            return []
        return self.made(line, lambda: Reading(self.text(line), reason, others=others))

    def _other(self, key: Line) -> list[Value]:
        if (key.tail or "").strip() == "?":
            return [UNSAID]
        start = {"or dose": "dose", "or frequency": "how_often"}.get(key.head.casefold())
        other = self.tail(key, start) if start else self._dose_or_frequency(key)
        return [] if other is None else [other]

    def _dose_or_frequency(self, key: Line) -> Value:
        try:
            return read(key.tail or "", "how_often")
        except WrongError:
            return self.tail(key, "dose")
