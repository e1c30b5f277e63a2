"""
Whether an expected value comes out of a prescription.

What is expected stands in ``expected.json`` and nowhere else; a fact says where to find it:

- a figure of the volume: ``figure`` and ``scope``, of the exercise or exercises that ``of``
  names, else of all;
- a time of the timeline: ``timeline`` is ``duration``, the number of ``steps`` or the
  ``order`` of the exercises, of what ``of`` names, else of the whole session, narrowed by
  ``activity``, ``kind``, ``side``, ``way``, ``sets``, ``pass`` and ``lasting``;
- the dates of a plan: ``plan`` is one of those of `planning`, in one ``week``, the first
  ``in_days`` days, ``on`` one weekday, or the whole;
- a value that the prescription states, read back: ``path`` from the prescription, or from
  the item that ``of`` names; ``count`` takes its length, ``some`` whether there is any, and
  ``ends`` how a span lies in the programme; ``because`` tells why a printed total is read
  back and not computed;
- ``aside``: it is no figure of this library, with the reason.

``phase``, ``routine``, ``group``, ``round`` (of a circuit) and ``case`` narrow where it is
looked for; ``at: "target"`` looks at the end of the progression, ``reading`` at readings
that were not chosen, ``assume`` gives seconds for what is not assumed otherwise.

``part`` is the part of the expected value that the fact is about, ``unit`` its unit, and
``bound`` says that it is the end of an open range. Only a word can be told in other words:
``means`` gives them. What ``contradicts`` the expected value is a total that the source
prints and that its parts do not come to. A fact that ``fails`` is known to, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import partial
from typing import Any, Final

from tests.corpus.changes import at_target, other_readings
from tests.corpus.entries import Fact, Value, part_of, parts_in
from tests.corpus.exercises import total_of
from tests.corpus.lasting import of_timeline
from tests.corpus.parts import (
    cases_called,
    components,
    groups_called,
    is_called,
    phases_called,
    round_of,
    routines_called,
    with_items,
)
from tests.corpus.plain import is_equal, plain, weeks_of
from tests.corpus.planning import of_plan

from kinescript import Assumptions, Item, NotDetermined, Prescription, seconds
from kinescript.volumes import Total, item_volumes, volume

_NARROWED: Final[Mapping[str, Callable[[Prescription, str], Prescription]]] = {
    "phase": phases_called,
    "routine": routines_called,
    "case": cases_called,
    "group": groups_called,
    "round": round_of,
}
_CHANGED: Final[Mapping[str, Callable[[Item, Any], Item]]] = {
    "reading": other_readings,
    "at": at_target,
}
_COMMON: Final = frozenset({"part", "unit", "bound", "means", "contradicts", "fails", "of"})
_OF_TIMELINE: Final = frozenset(
    {"activity", "kind", "side", "way", "sets", "pass", "lasting", "ends", "first", "at_place"}
)
_KEYS: Final[Mapping[str, frozenset[str]]] = {
    "aside": frozenset({"part"}),
    "figure": _COMMON | {"scope", "assume", *_NARROWED, *_CHANGED},
    "timeline": _COMMON | {"assume", *_NARROWED, *_CHANGED, *_OF_TIMELINE},
    "plan": _COMMON | {"week", "in_days", "on", "first", "case"},
    "path": _COMMON | {"count", "some", "ends", "because"},
}
"""By what tells what a fact is, what else it can say."""


class Kind(Enum):
    """What becomes of an expected value; of several parts, the last in this order counts."""

    COMPUTED = "computed"
    STATED = "stated"
    ASIDE = "set aside"
    FAILS = "known not to hold"


def kind_of(facts: Sequence[Fact]) -> Kind:
    """Return what becomes of an expected value that these facts are about."""
    return max(map(_kind_of, facts), key=list(Kind).index)


def _kind_of(fact: Fact) -> Kind:
    if "fails" in fact:
        return Kind.FAILS
    if "aside" in fact:
        return Kind.ASIDE
    return Kind.STATED if "path" in fact else Kind.COMPUTED


def problems_of(prescription: Prescription, value: Value, facts: Sequence[Fact]) -> list[str]:
    """Return what is wrong with the *facts* about an expected *value*, if anything."""
    judged = [fact for fact in facts if "fails" not in fact]
    found = [problem for fact in judged if (problem := _problem_of(prescription, value, fact))]
    covered = tuple(fact.get("part", "") for fact in facts)
    found += [f"nothing is told of {part}" for part in parts_in(value) if not _is_in(part, covered)]
    return found


def is_judged(part: str, facts: Sequence[Fact]) -> bool:
    """Whether any of the *facts* tells where the *part* of an expected value is found."""
    left_out = {"aside", "fails"}
    return any(_is_in(part, [fact.get("part", "")]) for fact in facts if not left_out & fact.keys())


def _is_in(part: str, covered: Sequence[str]) -> bool:
    return any(part == each or part.startswith((f"{each}.", f"{each}[")) for each in covered)


def _problem_of(prescription: Prescription, value: Value, fact: Fact) -> str | None:
    ((sort, allowed),) = [each for each in _KEYS.items() if each[0] in fact]
    if unknown := fact.keys() - allowed - {sort}:
        return f"expected no {', '.join(sorted(unknown))} in a {sort}"
    if sort == "aside":
        return None if fact["aside"] else "expected a reason"
    try:
        wanted = _wanted(part_of(value, fact.get("part", "")), fact)
        found = _found(prescription, fact)
    except (AttributeError, IndexError, LookupError, TypeError, ValueError) as error:
        return f"{fact}: {type(error).__name__}: {error}"
    equal = is_equal(found, wanted, fact.get("unit", ""))
    if equal is not fact.get("contradicts", False):
        return None
    return f"{fact}: expected {wanted} {fact.get('unit', '')}, found {found}"


def holds(prescription: Prescription, value: Value, fact: Fact) -> bool:
    """Whether a single *fact* holds of an expected *value*, known to fail or not."""
    return _problem_of(prescription, value, fact) is None


def _wanted(value: Value, fact: Fact) -> object:
    """Return the expected *value* in the way in which a fact tells it."""
    if "means" in fact:
        if not _is_word(value):
            raise TypeError(f"only a word has a meaning, not {value!r}")
        meaning: object = fact["means"]
        return meaning
    if "bound" in fact:
        ends = {"at least": [value, None], "up to": [None, value]}
        return ends[fact["bound"]]
    return value


def _is_word(value: Value) -> bool:
    return all(map(_is_word, value)) if isinstance(value, list) else isinstance(value, str)


def _found(prescription: Prescription, fact: Fact) -> object:
    for name in _CHANGED:
        if name in fact:
            prescription = with_items(prescription, partial(_changed, fact, name))
    if "path" in fact:
        return _at_path(prescription, fact)
    if "plan" in fact:
        return of_plan(prescription, _names(fact), fact)
    for name, narrow in _NARROWED.items():
        if name in fact:
            prescription = narrow(prescription, fact[name])
            if not prescription.phases:
                raise LookupError(f"there is no {name} {fact[name]!r}")
    if "timeline" in fact:
        return of_timeline(prescription, _names(fact), fact, _assumptions(fact))
    total = _total(prescription, fact)
    return str(total) if isinstance(total, NotDetermined) else plain(total)


def _changed(fact: Fact, name: str, item: Item) -> Item:
    names = _names(fact)
    is_meant = not names or item.exercise.name in names
    return _CHANGED[name](item, fact[name]) if is_meant else item


def _names(fact: Fact) -> tuple[str, ...]:
    names = fact.get("of", ())
    return (names,) if isinstance(names, str) else tuple(names)


def _assumptions(fact: Fact) -> Assumptions | None:
    assumed = fact.get("assume")
    fields: dict[str, Any] = {name: seconds(each) for name, each in (assumed or {}).items()}
    return Assumptions(**fields) if fields else None


def _at_path(prescription: Prescription, fact: Fact) -> object:
    value: Any = prescription
    if "of" in fact:
        value = next(each for each in components(prescription) if is_called(each, fact["of"]))
    for name in fact["path"].replace("[", ".[").split("."):
        value = value[int(name[1:-1])] if name.startswith("[") else getattr(value, name)
    if "ends" in fact:
        return weeks_of(value, fact["ends"])
    if "some" in fact:
        return len(value) > 0
    return plain(len(value) if "count" in fact else value)


def _total(prescription: Prescription, fact: Fact) -> Total:
    figure, scope, assumptions = fact["figure"], fact["scope"], _assumptions(fact)
    cases = [fact["case"]] if "case" in fact else []
    if names := _names(fact):
        volumes = item_volumes(prescription, assumptions=assumptions, cases=cases)
        return total_of(prescription, names, volumes, figure, scope)
    whole = volume(prescription, assumptions=assumptions, cases=cases)
    total: Total = getattr(getattr(whole, figure), scope)
    return total
