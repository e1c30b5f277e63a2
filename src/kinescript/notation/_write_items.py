"""Items and exercises as lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from kinescript.model import (
    Aim,
    Code,
    Dose,
    Exercise,
    Frequency,
    Item,
    Phase,
    Position,
    Prescription,
    Reading,
    Routine,
    Schedule,
    Span,
    Unsaid,
)
from kinescript.notation._keys import ALL_KEYS, HEADING
from kinescript.notation._outline import BULLET
from kinescript.notation._texts import free, is_of_a_dose, quoted
from kinescript.notation._types import Value
from kinescript.notation._write_doses import dose_text
from kinescript.notation._write_frequencies import often_text
from kinescript.notation._write_guides import aim_text, guide_text, span_text

INDENT: Final = "  "


def indented(lines: Iterable[str]) -> Iterator[str]:
    return (INDENT + line for line in lines)


def text_lines(key: str, texts: Iterable[str]) -> Iterator[str]:
    return (f"{key}: {free(text)}" for text in texts)


def text_line(key: str, text: str) -> Iterator[str]:
    return text_lines(key, [text] if text else [])


def code_line(code: Code) -> str:
    display = f" {free(code.display)}" if code.display else ""
    return f"code: {_token(code.system)} {_token(code.code)}{display}"


_TOKEN: Final = re.compile(r"[!-~]+")


def _token(text: str) -> str:
    is_plain = _TOKEN.fullmatch(text) and '"' not in text and "#" not in text
    return text if is_plain else quoted(text)


def told_lines(told: Prescription | Phase | Routine | Item) -> Iterator[str]:
    yield from text_lines("precaution", told.precautions)
    yield from text_lines("contraindication", told.contraindications)
    yield from (f"{each.topic.value}: {free(each.text)}" for each in told.details)


def aim_lines(aims: Iterable[Aim]) -> Iterator[str]:
    return (f"aim: {aim_text(aim)}" for aim in aims)


def reading_lines(readings: Iterable[Reading]) -> Iterator[str]:
    for reading in readings:
        yield f"reading: {free(reading.words)}"
        yield f"{INDENT}reason: {free(reading.reason)}"
        for other in reading.others:
            match other:
                case Dose():
                    yield f"{INDENT}or dose: {dose_text(other)}"
                case Frequency() | Schedule():
                    yield f"{INDENT}or frequency: {often_text(other)}"
                case Unsaid():
                    yield f"{INDENT}or: ?"
                case _ as unreachable:
                    assert_never(unreachable)


_PLAIN_NAME: Final = re.compile(r'[^\s,:;|()"#][^,:"#]*')


_CONTINUED: Final = re.compile(r"then\b", re.IGNORECASE)


def name_text(text: str) -> str:
    """Return a name as it stands in a heading or before an item's colon."""
    is_plain = (
        _PLAIN_NAME.fullmatch(text)
        and text.isprintable()
        and text == " ".join(text.split(" ")).strip()
        and not _CONTINUED.match(text)
        and not BULLET.match(text)
    )
    return text if is_plain else quoted(text)


def _item_name(text: str) -> str:
    is_key = text.casefold() in ALL_KEYS or HEADING.fullmatch(text) or is_of_a_dose(text)
    return quoted(text) if is_key else name_text(text)


def timing_clauses(value: Value) -> Iterator[str]:
    """Return how often and for how long something is done."""
    if not isinstance(value.frequency, Unsaid):
        yield often_text(value.frequency)
    if isinstance(value, Phase):
        if value.span != Span():
            yield span_text(value.span)
        if value.turns:
            yield "taking turns"
    elif not isinstance(value.span, Unsaid):
        yield span_text(value.span)


def item_lines(item: Item) -> Iterator[str]:
    clauses = [
        "?" if isinstance(item.dose, Unsaid) else dose_text(item.dose),
        *timing_clauses(item),
    ]
    clauses += [guide_text(guide) for guide in item.guides]
    yield f"{_item_head(item.exercise)}: {'; '.join(clauses)}"
    yield from indented(_item_lines(item))


def _item_lines(item: Item) -> Iterator[str]:
    yield from _exercise_lines(item.exercise)
    yield from text_line("words", item.words)
    yield from reading_lines(item.readings)
    yield from told_lines(item)
    yield from aim_lines(item.aims)
    yield from text_lines("note", item.notes)
    yield from text_line("id", item.id)


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
            yield from indented(text_lines("setup", position.setup))
            yield from indented(text_lines("instruction", position.instructions))
    if not isinstance(exercise.kind, Unsaid):
        yield f"kind: {exercise.kind.value}"
    if not isinstance(exercise.laterality, Unsaid):
        yield f"laterality: {exercise.laterality.value}"
    if not isinstance(exercise.action, Unsaid):
        yield f"action: {exercise.action.value}"
    yield from text_lines("instruction", exercise.instructions)
    yield from text_lines("cue", exercise.cues)
    yield from text_lines("fault", exercise.faults)
    yield from text_lines("equipment", exercise.equipment)
    yield from text_line("purpose", exercise.purpose)
    yield from map(code_line, exercise.codes)
    yield from text_lines("media", exercise.media)
