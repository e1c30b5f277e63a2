"""Values into texts: lines, headings and keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import assert_never

from kinescript.model import (
    UNSAID,
    Branch,
    Breaths,
    Circuit,
    Companion,
    Component,
    Counts,
    Distance,
    Dose,
    Duration,
    Frequency,
    Goal,
    Indication,
    Item,
    Period,
    Phase,
    Pick,
    Prescription,
    Range,
    Rest,
    Review,
    Routine,
    Schedule,
    Section,
    Sessions,
    Source,
    Superset,
    Unsaid,
    Until,
    slug,
)
from kinescript.notation._groups import role_in
from kinescript.notation._texts import free, quoted, says_time, tells_time
from kinescript.notation._types import Value
from kinescript.notation._write_doses import dose_text
from kinescript.notation._write_frequencies import often_text
from kinescript.notation._write_guides import guide_text
from kinescript.notation._write_items import (
    INDENT,
    aim_lines,
    code_line,
    indented,
    item_lines,
    name_text,
    reading_lines,
    text_line,
    text_lines,
    timing_clauses,
    told_lines,
)
from kinescript.notation._write_quantities import (
    at_text,
    condition_text,
    distance_text,
    length_text,
    measured_text,
    pause_text,
    period_text,
    quantity_text,
    until_text,
)
from kinescript.notation._write_work import rest_text


def write(value: Prescription | Item | Dose | Frequency | Schedule) -> str:
    """
    Return *value* as a text in the notation, in its one canonical form.

    Different values give different texts, and `parse` returns the same value.

    >>> from kinescript import Dose, Reps, Sets, seconds, write
    >>> write(Dose(Sets(3, Reps(10, hold=seconds(5, 10)))))
    '3 x 10, hold 5-10 s'
    """
    match value:
        case Prescription():
            return "".join(f"{line}\n" for line in _prescription(value))
        case Item():
            return "".join(f"{line}\n" for line in item_lines(value))
        case Dose():
            return dose_text(value)
        case Frequency() | Schedule():
            return often_text(value)
        case _:
            message = f"expected a Prescription or a part that has a text, got {value!r:.60}"
            raise TypeError(message)


def _prescription(rx: Prescription) -> Iterator[str]:
    yield from text_line("title", rx.title)
    if rx.id != f"urn:kinescript:{slug(rx.title)}":
        yield f"id: {free(rx.id)}"
    if not isinstance(rx.status, Unsaid):
        yield f"status: {rx.status.value}"
    yield from text_line("version", rx.version)
    yield from text_lines("replaces", rx.replaces)
    yield from text_line("author", rx.author)
    yield from text_line("requester", rx.requester)
    if isinstance(rx.authored, date):
        yield f"authored: {rx.authored.isoformat()}"
    for source in rx.sources:
        yield from _source(source)
    yield from map(code_line, rx.codes)
    for indication in rx.indications:
        yield from _indication(indication)
    yield from text_lines("for", rx.audience)
    yield from _goals(rx.goals)
    yield from told_lines(rx)
    yield from text_lines("advice", rx.advice)
    for companion in rx.companions:
        yield from _companion(companion)
    yield from aim_lines(rx.aims)
    yield from (f"review: {_review_text(each)}" for each in rx.reviews)
    yield from text_lines("note", rx.notes)
    for name, json in rx.extensions:
        yield f"extension: {quoted(name)} = {json}"
    if not isinstance(rx.frequency, Unsaid):
        yield f"frequency: {often_text(rx.frequency)}"
    yield from (f"rule: {guide_text(guide)}" for guide in rx.guides)
    yield from _phases(rx.phases)


def _phases(phases: tuple[Phase, ...]) -> Iterator[str]:
    for index, phase in enumerate(phases):
        is_bare = phase == Phase("", phase.routines) and bool(phase.routines)
        if index == 0 and is_bare:
            yield from _routines(phase.routines)
        else:
            yield from _phase(phase)


def _source(source: Source) -> Iterator[str]:
    yield f"source: {free(source.title)}"
    yield from indented(text_line("author", source.author))
    yield from indented(text_line("publisher", source.publisher))
    yield from indented(text_line("address", source.address))
    if source.published is not None:
        yield f"{INDENT}published: {source.published.isoformat()}"


def _indication(indication: Indication) -> Iterator[str]:
    yield f"indication: {free(indication.words)}"
    yield from indented(text_line("site", indication.site))
    if not isinstance(indication.side, Unsaid):
        yield f"{INDENT}side: {indication.side.value}"
    yield from indented(map(code_line, indication.codes))


def _review_text(review: Review) -> str:
    match review:
        case Sessions(count):
            return f"after {count} session{'' if count == 1 else 's'}"
        case Period():
            return f"after {period_text(review)}"
        case _:
            return f"on {review.isoformat()}"


def _goals(goals: Iterable[Goal]) -> Iterator[str]:
    for goal in goals:
        yield f"goal: {free(goal.words)}"
        if not isinstance(goal.target, Unsaid):
            yield f"{INDENT}target: {condition_text(goal.target)}"
        match goal.due:
            case Period():
                yield f"{INDENT}due: {period_text(goal.due)}"
            case date():
                yield f"{INDENT}due: {goal.due.isoformat()}"
            case _:
                pass


def _companion(companion: Companion) -> Iterator[str]:
    yield f"companion: {free(companion.name)}"
    yield from indented(text_line("words", companion.words))
    if companion.reason != Companion("x").reason:
        yield f"{INDENT}reason: {free(companion.reason)}"


def _heading(kind: str, name: str, clauses: Iterable[str]) -> str:
    tail = "; ".join(clauses)
    is_unclear = tells_time(name, kind) and not says_time(tail, kind)
    told = quoted(name) if is_unclear else name_text(name)
    named = f"{kind} {told}" if name else kind
    return f"{named}: {tail}" if tail else f"{named}:"


def _phase(phase: Phase) -> Iterator[str]:
    yield _heading("phase", phase.name, timing_clauses(phase))
    yield from indented(_phase_lines(phase))


def _phase_lines(phase: Phase) -> Iterator[str]:
    yield from (f"entry: {condition_text(each)}" for each in phase.entry)
    yield from (f"exit: {condition_text(each)}" for each in phase.exit)
    yield from text_lines("for", phase.audience)
    yield from _goals(phase.goals)
    yield from told_lines(phase)
    yield from aim_lines(phase.aims)
    yield from text_lines("note", phase.notes)
    yield from (f"rule: {guide_text(guide)}" for guide in phase.guides)
    yield from _routines(phase.routines)


def _routines(routines: tuple[Routine, ...]) -> Iterator[str]:
    if len(routines) == 1 and routines[0].items and routines[0] == Routine("", routines[0].items):
        yield from _components(routines[0].items)
        return
    for routine in routines:
        yield _heading("routine", routine.name, timing_clauses(routine))
        yield from indented(_routine_lines(routine))


def _routine_lines(routine: Routine) -> Iterator[str]:
    yield from reading_lines(routine.readings)
    yield from told_lines(routine)
    yield from aim_lines(routine.aims)
    yield from text_lines("note", routine.notes)
    yield from (f"rule: {guide_text(guide)}" for guide in routine.guides)
    yield from _components(routine.items)


def _components(components: Iterable[Component]) -> Iterator[str]:
    for component in components:
        yield from _component(component)


def _component(component: Component) -> Iterator[str]:
    match component:
        case Item():
            yield from item_lines(component)
        case Rest():
            yield f"rest: {rest_text(component)}"
        case Section(parts):
            yield _section(component)
            yield from indented(_components(parts))
        case Circuit(parts):
            yield _heading("circuit", component.name, [", ".join(_circuit(component))])
            yield from indented(_components(parts))
        case Superset(items):
            yield _heading("superset", component.name, ["for time"] if component.for_time else [])
            yield from indented(_components(items))
        case Pick(parts, count):
            yield _heading("pick", component.name, [quantity_text(count)])
            yield from indented(_components(parts))
        case Branch(cases):
            yield "branch:"
            for case in cases:
                yield INDENT + _heading("case", case.name, [])
                yield from indented(indented(_components(case.parts)))
        case _ as unreachable:
            assert_never(unreachable)


def _section(section: Section) -> str:
    role = "" if isinstance(section.role, Unsaid) else f" {section.role.value}"
    length = "" if section.length is UNSAID else f" {length_text(section.length)}"
    name = ""
    if section.name:
        is_role = not role and role_in(section.name)[0] is not UNSAID
        is_length = not says_time(length, "section") and tells_time(section.name, "section")
        name = f" {quoted(section.name) if is_role or is_length else name_text(section.name)}"
    return f"section{role}{name}:{length}"


def _circuit(circuit: Circuit) -> Iterator[str]:
    yield _end_text(circuit.end)
    if not isinstance(circuit.rest, Unsaid):
        yield f"rest {rest_text(circuit.rest)}"
    if not isinstance(circuit.between, Unsaid):
        yield f"rest {rest_text(circuit.between)} between rounds"
    if circuit.every is not UNSAID:
        yield f"starting every {pause_text(circuit.every)}"
    if circuit.turns:
        yield "taking turns"
    if circuit.for_time:
        yield "for time"
    for intensity in circuit.intensity:
        yield at_text((intensity,)).strip()


def _end_text(end: Value) -> str:
    match end:
        case Duration() | Breaths() | Counts():
            return measured_text(end)
        case Distance():
            return distance_text(end)
        case Until(sign=sign, bounds=Range() as bounds):
            return f"{quantity_text(bounds)} rounds until {condition_text(sign)}"
        case Until():
            return until_text(end)
        case _:
            return f"{quantity_text(end)} round{'' if end == Range(1) else 's'}"
