"""Values into texts: lines, headings and keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, assert_never

from kinescript.model import (
    UNSAID,
    Aim,
    Branch,
    Breaths,
    Circuit,
    Code,
    Companion,
    Component,
    Counts,
    Distance,
    Dose,
    Duration,
    Exercise,
    Frequency,
    Goal,
    Item,
    Period,
    Phase,
    Pick,
    Position,
    Prescription,
    Range,
    Reading,
    Rest,
    Routine,
    Schedule,
    Section,
    Source,
    Span,
    Superset,
    Unsaid,
    Until,
    slug,
)
from kinescript.notation._groups import ROLES
from kinescript.notation._lines import ALL_KEYS, HEADING
from kinescript.notation._texts import free, quoted
from kinescript.notation._types import Value
from kinescript.notation._write_doses import dose_text, rest_text
from kinescript.notation._write_frequencies import (
    aim_text,
    guide_text,
    often_text,
    span_text,
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

_INDENT: Final = "  "


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
            return "".join(f"{line}\n" for line in _item(value))
        case Dose():
            return dose_text(value)
        case Frequency() | Schedule():
            return often_text(value)
        case _:
            message = f"expected a Prescription or a part that has a text, got {value!r:.60}"
            raise TypeError(message)


def _under(lines: Iterable[str]) -> Iterator[str]:
    return (_INDENT + line for line in lines)


def _texts(key: str, texts: Iterable[str]) -> Iterator[str]:
    return (f"{key}: {free(text)}" for text in texts)


def _text(key: str, text: str) -> Iterator[str]:
    return _texts(key, [text] if text else [])


def _prescription(rx: Prescription) -> Iterator[str]:
    yield from _text("title", rx.title)
    if rx.id != f"urn:kinescript:{slug(rx.title)}":
        yield f"id: {free(rx.id)}"
    if not isinstance(rx.status, Unsaid):
        yield f"status: {rx.status.value}"
    yield from _text("version", rx.version)
    yield from _texts("replaces", rx.replaces)
    yield from _text("author", rx.author)
    yield from _text("requester", rx.requester)
    if isinstance(rx.authored, date):
        yield f"authored: {rx.authored.isoformat()}"
    for source in rx.sources:
        yield from _source(source)
    yield from map(_code, rx.codes)
    yield from _texts("for", rx.audience)
    yield from _goals(rx.goals)
    yield from _texts("precaution", rx.precautions)
    yield from _texts("contraindication", rx.contraindications)
    yield from _texts("advice", rx.advice)
    for companion in rx.companions:
        yield from _companion(companion)
    yield from _aims(rx.aims)
    yield from _texts("note", rx.notes)
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
    yield from _under(_text("author", source.author))
    yield from _under(_text("publisher", source.publisher))
    yield from _under(_text("address", source.address))
    if source.published is not None:
        yield f"{_INDENT}published: {source.published.isoformat()}"


def _code(code: Code) -> str:
    display = f" {free(code.display)}" if code.display else ""
    return f"code: {_token(code.system)} {_token(code.code)}{display}"


_TOKEN: Final = re.compile(r"[!-~]+")


def _token(text: str) -> str:
    is_plain = _TOKEN.fullmatch(text) and '"' not in text and "#" not in text
    return text if is_plain else quoted(text)


def _goals(goals: Iterable[Goal]) -> Iterator[str]:
    for goal in goals:
        yield f"goal: {free(goal.words)}"
        if not isinstance(goal.target, Unsaid):
            yield f"{_INDENT}target: {condition_text(goal.target)}"
        match goal.due:
            case Period():
                yield f"{_INDENT}due: {period_text(goal.due)}"
            case date():
                yield f"{_INDENT}due: {goal.due.isoformat()}"
            case _:
                pass


def _companion(companion: Companion) -> Iterator[str]:
    yield f"companion: {free(companion.name)}"
    yield from _under(_text("words", companion.words))
    if companion.reason != Companion("x").reason:
        yield f"{_INDENT}reason: {free(companion.reason)}"


def _aims(aims: Iterable[Aim]) -> Iterator[str]:
    return (f"aim: {aim_text(aim)}" for aim in aims)


def _readings(readings: Iterable[Reading]) -> Iterator[str]:
    for reading in readings:
        yield f"reading: {free(reading.words)}"
        yield f"{_INDENT}reason: {free(reading.reason)}"
        for other in reading.others:
            match other:
                case Dose():
                    yield f"{_INDENT}or dose: {dose_text(other)}"
                case Frequency() | Schedule():
                    yield f"{_INDENT}or frequency: {often_text(other)}"
                case Unsaid():
                    yield f"{_INDENT}or: ?"
                case _ as unreachable:
                    assert_never(unreachable)


def _heading(kind: str, name: str, clauses: Iterable[str]) -> str:
    named = f"{kind} {_name(name)}" if name else kind
    tail = "; ".join(clauses)
    return f"{named}: {tail}" if tail else f"{named}:"


_PLAIN_NAME: Final = re.compile(r'[^\s,:;|()"#][^,:"#]*')
_CONTINUED: Final = re.compile(r"then\b", re.IGNORECASE)


def _name(text: str) -> str:
    """Return a name as it stands in a heading or before an item's colon."""
    is_plain = (
        _PLAIN_NAME.fullmatch(text)
        and text.isprintable()
        and text == " ".join(text.split(" ")).strip()
        and not _CONTINUED.match(text)
    )
    return text if is_plain else quoted(text)


def _item_name(text: str) -> str:
    is_key = text.casefold() in ALL_KEYS or HEADING.fullmatch(text)
    return quoted(text) if is_key else _name(text)


def _timing(value: Value) -> Iterator[str]:
    """Return how often and for how long something is done."""
    if not isinstance(value.frequency, Unsaid):
        yield often_text(value.frequency)
    if isinstance(value, Phase):
        if value.span != Span():
            yield span_text(value.span)
    elif isinstance(value.span, Span):
        yield span_text(value.span)


def _phase(phase: Phase) -> Iterator[str]:
    yield _heading("phase", phase.name, _timing(phase))
    yield from _under(_phase_lines(phase))


def _phase_lines(phase: Phase) -> Iterator[str]:
    yield from (f"entry: {condition_text(each)}" for each in phase.entry)
    yield from (f"exit: {condition_text(each)}" for each in phase.exit)
    yield from _texts("for", phase.audience)
    yield from _goals(phase.goals)
    yield from _texts("precaution", phase.precautions)
    yield from _aims(phase.aims)
    yield from _texts("note", phase.notes)
    yield from (f"rule: {guide_text(guide)}" for guide in phase.guides)
    yield from _routines(phase.routines)


def _routines(routines: tuple[Routine, ...]) -> Iterator[str]:
    if len(routines) == 1 and routines[0].items and routines[0] == Routine("", routines[0].items):
        for component in routines[0].items:
            yield from _component(component)
        return
    for routine in routines:
        yield _heading("routine", routine.name, _timing(routine))
        yield from _under(_routine_lines(routine))


def _routine_lines(routine: Routine) -> Iterator[str]:
    yield from _readings(routine.readings)
    yield from _aims(routine.aims)
    yield from _texts("note", routine.notes)
    yield from (f"rule: {guide_text(guide)}" for guide in routine.guides)
    yield from _components(routine.items)


def _components(components: Iterable[Component]) -> Iterator[str]:
    for component in components:
        yield from _component(component)


def _component(component: Component) -> Iterator[str]:
    match component:
        case Item():
            yield from _item(component)
        case Rest():
            yield f"rest: {rest_text(component)}"
        case Section(parts):
            yield _section(component)
            yield from _under(_components(parts))
        case Circuit(parts):
            yield _heading("circuit", component.name, [", ".join(_circuit(component))])
            yield from _under(_components(parts))
        case Superset(items):
            yield _heading("superset", component.name, ["for time"] if component.for_time else [])
            yield from _under(_components(items))
        case Pick(parts, count):
            yield _heading("pick", component.name, [quantity_text(count)])
            yield from _under(_components(parts))
        case Branch(cases):
            yield "branch:"
            for case in cases:
                yield _INDENT + _heading("case", case.name, [])
                yield from _under(_under(_components(case.parts)))
        case _ as unreachable:
            assert_never(unreachable)


def _section(section: Section) -> str:
    role = "" if isinstance(section.role, Unsaid) else f" {section.role.value}"
    name = ""
    if section.name:
        is_role = not role and section.name.partition(" ")[0].casefold() in ROLES
        name = f" {quoted(section.name) if is_role else _name(section.name)}"
    length = "" if section.length is UNSAID else f" {length_text(section.length)}"
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


def _item(item: Item) -> Iterator[str]:
    clauses = ["?" if isinstance(item.dose, Unsaid) else dose_text(item.dose), *_timing(item)]
    clauses += [guide_text(guide) for guide in item.guides]
    yield f"{_item_head(item.exercise)}: {'; '.join(clauses)}"
    yield from _under(_item_lines(item))


def _item_lines(item: Item) -> Iterator[str]:
    yield from _exercise_lines(item.exercise)
    yield from _text("words", item.words)
    yield from _readings(item.readings)
    yield from _aims(item.aims)
    yield from _texts("note", item.notes)
    yield from _text("id", item.id)


_PLACE: Final = re.compile(r'[^\s,:;|()"#][^,:;"#]*')


def _is_simple(positions: Iterable[Position]) -> bool:
    return all(
        position == Position(position.name)
        and _PLACE.fullmatch(position.name)
        and position.name.isprintable()
        and position.name.strip() == position.name
        and " or " not in f" {position.name} ".casefold()
        for position in positions
    )


def _item_head(exercise: Exercise) -> str:
    name = _item_name(exercise.name)
    if not exercise.positions or not _is_simple(exercise.positions):
        return name
    return f"{name}, {' or '.join(position.name for position in exercise.positions)}"


def _exercise_lines(exercise: Exercise) -> Iterator[str]:
    if not _is_simple(exercise.positions):
        for position in exercise.positions:
            yield f"position: {free(position.name)}"
            yield from _under(_texts("setup", position.setup))
            yield from _under(_texts("instruction", position.instructions))
    if not isinstance(exercise.kind, Unsaid):
        yield f"kind: {exercise.kind.value}"
    if not isinstance(exercise.laterality, Unsaid):
        yield f"laterality: {exercise.laterality.value}"
    if not isinstance(exercise.action, Unsaid):
        yield f"action: {exercise.action.value}"
    yield from _texts("instruction", exercise.instructions)
    yield from _texts("cue", exercise.cues)
    yield from _texts("fault", exercise.faults)
    yield from _texts("equipment", exercise.equipment)
    yield from _text("purpose", exercise.purpose)
    yield from map(_code, exercise.codes)
    yield from _texts("media", exercise.media)
