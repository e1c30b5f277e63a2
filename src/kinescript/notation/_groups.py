"""What stands in a routine, out of its lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from kinescript.model import (
    UNSAID,
    Branch,
    Case,
    Circuit,
    Component,
    Dose,
    Duration,
    Item,
    Pick,
    Range,
    Role,
    Section,
    Superset,
    Unsaid,
)
from kinescript.notation._items import ItemReader
from kinescript.notation._keys import HEADING, kind_of
from kinescript.notation._outline import Line
from kinescript.notation._types import Value

_MINUTE: Final = Duration(60_000)
_ROLE: Final = re.compile(r"^(warm|cool)[ -]?(up|down)\b", re.IGNORECASE)
_ROLES: Final = {role.value: role for role in Role}


def role_in(name: str) -> tuple[Role | Unsaid, str]:
    """Return the role with which the name of a section begins, if it does, and the rest."""
    first, _, rest = _ROLE.sub(r"\1-\2", name).partition(" ")
    role = _ROLES.get(first.casefold(), UNSAID)
    return role, name if isinstance(role, Unsaid) else rest


def _has_sets(part: Component) -> bool:
    return isinstance(part, Item) and isinstance(part.dose, Dose) and len(part.dose.sets) > 1


class ComponentReader(ItemReader):
    """Reads items and groups."""

    def components(self, lines: Iterable[Line]) -> list[Component]:
        return [made for line in lines for made in self._component(line)]

    def _component(self, line: Line) -> list[Value]:
        kind = kind_of(line)
        if kind == "item" and self.is_key(line):
            reason = f"expected no `{line.head}` here; the name of an exercise goes in quotes"
            self.wrong(line, reason, line.head)
            return []
        if kind == "item":
            return self._item(line)
        if kind == "rest":
            self.no_children(line)
            rest: Value = self.tail(line, "rest_line")
            return [] if rest is None else [rest]
        make = self._makers().get(kind)
        if make is None:
            hint = f'; the name of an exercise that starts with "{kind}" goes in quotes'
            self.wrong(line, f"expected no {kind} here{hint}", line.head)
            return []
        if not line.children:
            hint = "the name of an exercise that starts so goes in quotes"
            reason = f"expected at least one item indented under `{kind}`; {hint}"
            self.wrong(line, reason, line.head)
            return []
        return make(line)

    def _makers(self) -> dict[str, Callable[[Line], list[Value]]]:
        return {
            "section": self._section,
            "circuit": self._circuit,
            "emom": self._circuit,
            "amrap": self._circuit,
            "superset": self._superset,
            "pick": self._pick,
            "branch": self._branch,
        }

    def _of_group(self, line: Line, start: str) -> Value:
        return self.tail(line, start) if (line.tail or "").strip() else None

    def _section(self, line: Line) -> list[Section]:
        name = (HEADING.fullmatch(line.head) or [""] * 3)[2] or ""
        role, rest = role_in(name)
        name = self.named_so(line, rest)
        length = self._of_group(line, "section")
        parts = self.components(line.children)
        return self.made(
            line,
            lambda: Section(
                parts, role=role, name=name, length=UNSAID if length is None else length
            ),
        )

    def _circuit(self, line: Line) -> list[Circuit]:
        said: dict[str, Value] = dict(self._of_group(line, "circuit") or {})
        if kind_of(line) == "emom":
            said = {"every": _MINUTE, "turns": True} | said
        # What is done for time, without a word of rounds, is done once.
        is_once = bool(said.get("for_time")) and "end" not in said
        end = said.pop("end", Range(1) if is_once else UNSAID)
        self._check_circuit(line, end, for_time=bool(said.get("for_time")))
        parts = self.components(line.children)
        if is_once and any(map(_has_sets, parts)):
            reason = "expected `superset: for time`, where sets such as 21, 15, 9 alternate"
            self.wrong(line, f"{reason}; in a circuit each round has all of them", line.head)
        return self.made(line, lambda: Circuit(parts, end, name=self.named(line), **said))

    def _check_circuit(self, line: Line, end: Value, *, for_time: bool) -> None:
        """Check that a heading with a meaning of its own says no other."""
        if kind_of(line) == "amrap" and (for_time or not isinstance(end, Duration | Unsaid)):
            self.wrong_tail(line, "expected how long, as in amrap: 20 min")
        if kind_of(line) == "emom" and for_time:
            self.wrong_tail(line, "expected how long or how many rounds, as in emom: 10 min")

    def _superset(self, line: Line) -> list[Superset]:
        if (line.tail or "").strip().casefold() not in {"", "for time"}:
            reason = "expected `for time` or nothing; sets and rests stand in a superset's items"
            self.wrong_tail(line, reason, line.tail or "")
            return []
        for_time = bool(self._of_group(line, "superset"))
        items: list[Value] = [*self.components(line.children)]
        return self.made(line, lambda: Superset(items, for_time=for_time, name=self.named(line)))

    def _pick(self, line: Line) -> list[Pick]:
        count = self._of_group(line, "pick")
        parts = self.components(line.children)
        return self.made(
            line,
            lambda: Pick(parts, UNSAID if count is None else count, name=self.named(line)),
        )

    def _branch(self, line: Line) -> list[Branch]:
        self._no_tail(line)
        if self.named(line):
            self.wrong(line, "expected `branch:`; its cases have the names", line.head)
        cases: list[Case] = []
        for child in line.children:
            if kind_of(child) != "case":
                self.wrong(child, "expected `case` and its name under a branch", child.head)
                continue
            cases += self._case(child)
        return self.made(line, lambda: Branch(cases))

    def _no_tail(self, line: Line) -> None:
        if (line.tail or "").strip():
            self.wrong_tail(line, f"expected nothing after `{line.head}:`", line.tail or "")

    def _case(self, line: Line) -> list[Case]:
        self._no_tail(line)
        parts = self.components(line.children)
        return self.made(line, lambda: Case(self.named(line), parts))
