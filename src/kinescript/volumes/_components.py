"""Components: items, rests and groups become a sheet, inside out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final, assert_never

import attrs

from kinescript.model import (
    Branch,
    Case,
    Circuit,
    Component,
    Covers,
    Frequency,
    HowOften,
    Item,
    Pick,
    Range,
    Rest,
    Section,
    Superset,
    Unsaid,
    Weekday,
    Weekdays,
    walk,
)
from kinescript.volumes._circuits import loop_of, numbers_of, pauses_in
from kinescript.volumes._doses import Bout
from kinescript.volumes._items import sheet_of_item, sheets_in_superset
from kinescript.volumes._often import Often, once_on
from kinescript.volumes._setting import Setting
from kinescript.volumes._sheet import Sheet, spread, spread_tally
from kinescript.volumes._tally import Fold, Sided, Tally, shared
from kinescript.volumes._telling import telling, told
from kinescript.volumes._totals import NotDetermined, Total, among, ends

ONE_SESSION: Final = Tally(sessions=Range(1))
"""The session itself."""


def with_sessions(parts: Sequence[Component], setting: Setting) -> Sheet:
    """Return the sheet of what is done in one session, and of the sessions themselves."""
    items = items_in(parts)
    inside = in_session(parts, setting)
    sheet = sheet_of_parts(parts, inside)
    frequency = telling(inside)
    if frequency is not None and _is_inherited(items):
        work = sheet_of_parts(parts, inside.bare()).session.whole.work
        sheet = told(sheet, frequency, inside, work)
    done = sheet.taking(sessions_of(parts, inside), "sessions")
    return attrs.evolve(done, addends=sheet.addends)


def sessions_of(parts: Sequence[Component], inside: Setting, items: Sequence[Item] = ()) -> Sheet:
    """
    Return the sheet of the sessions alone, of *items* if not of all *parts*.

    They are as often as what has no frequency of its own, or on all weekdays of what has.
    """
    items = items or items_in(parts)
    one = Bout(None, None, Sided.same(ONE_SESSION))
    if len(_own(items)) < 2 or _has_inherited(items):  # noqa: PLR2004
        return spread(one, inside.often(), inside.whens())
    together = None if any(map(_has_choice, parts)) else _on_weekdays(items, inside)
    if together is not None:
        return spread(one, together.often(), together.whens())
    reason = NotDetermined("the exercises have frequencies of their own")
    return spread(one, Often(reason, reason, reason), inside.whens())


def items_in(parts: Sequence[Component]) -> list[Item]:
    """Return all items of some parts."""
    return [item for part in parts for _, item in walk(part)]


def in_session(parts: Sequence[Component], setting: Setting) -> Setting:
    """Return the setting of a session: that of its items, where all of them have the same."""
    items = items_in(parts)
    if len(_own(items)) == 1:
        setting = setting.of(items[0])
    if telling(setting) is not None and (_is_inherited(items) or len(items) == 1):
        work = sheet_of_parts(parts, setting).session.whole.work
        setting = attrs.evolve(setting, work=work)
    return setting


def _own(items: Sequence[Item]) -> set[tuple[HowOften, Covers | Unsaid]]:
    return {(item.frequency, item.span) for item in items}


def _is_inherited(items: Sequence[Item]) -> bool:
    """Whether there are items, and all have the frequency of what is around them."""
    return {type(item.frequency) for item in items} == {Unsaid}


def _has_inherited(items: Sequence[Item]) -> bool:
    return any(isinstance(item.frequency, Unsaid) for item in items)


def _has_choice(component: Component) -> bool:
    """Whether some of its items may not be done."""
    match component:
        case Section(parts) | Circuit(parts):
            return any(map(_has_choice, parts))
        case _:
            return isinstance(component, Pick | Branch)


def _on_weekdays(items: Sequence[Item], inside: Setting) -> Setting | None:
    """Return the setting of all weekdays of *items*, if each has its own in the same span."""
    span, *others = {item.span for item in items}
    named = [once_on(item.frequency) for item in items]
    if others or not all(named):
        return None
    days = Frequency(days=Weekdays(set[Weekday]().union(*named)))
    is_around = inside.has_sessions and isinstance(span, Unsaid)
    return attrs.evolve(inside.within(days, span), has_sessions=is_around)


def sheet_of_parts(parts: Sequence[Component], setting: Setting) -> Sheet:
    """Return the sheet of parts that are done one after another."""
    return Sheet.added([sheet_of(part, setting) for part in parts])


def sheet_of(component: Component, setting: Setting) -> Sheet:  # noqa: PLR0911
    """Return the sheet of one component."""
    match component:
        case Item():
            return sheet_of_item(component, setting)
        case Rest():
            return spread_tally(Tally(rest=setting.given.resting(component)), setting.often())
        case Section(parts):
            return sheet_of_parts(parts, setting)
        case Superset():
            return Sheet.added([sheet for _, sheet in sheets_in_superset(component, setting)])
        case Pick():
            return _pick(component, setting)
        case Branch():
            return _branch(component, setting)
        case Circuit():
            return _circuit(component, setting.at(component.intensity))
        case _ as unreachable:
            assert_never(unreachable)


def _pick(pick: Pick, setting: Setting) -> Sheet:
    """Fold the parts of which some are done; where their days differ, one day may have one."""
    number = picked_of(setting.given.count(pick.count, "picked"), len(pick.parts), len(pick.parts))
    sheets = [sheet_of(part, setting) for part in pick.parts]
    of_a_day = number
    if isinstance(number, Range) and len({sheet.whens for sheet in sheets}) > 1:
        of_a_day = Range(1, number.high)
    fold, day = (partial(among, number=each) for each in (number, of_a_day))
    return Sheet.folded(sheets, fold, session=day, day=day)


def picked_of(number: Total, some: int, of: int) -> Total:
    """Return how many of *some* parts are picked where such a number of them all is."""
    if isinstance(number, NotDetermined):
        return number
    low, high = (None if end is None else int(end) for end in ends(number))
    least = None if low is None else max(0, min(low, of) - (of - some))
    return Range(least, None if high is None else min(some, high))


def _branch(branch: Branch, setting: Setting) -> Sheet:
    sheets = [sheet_of_parts(case.parts, setting) for case in holding_in(branch, setting)]
    return Sheet.folded(sheets, which_case(branch))


def holding_in(branch: Branch, setting: Setting) -> Sequence[Case]:
    """Return the cases that hold; all of them where none is named."""
    holding = [case for case in branch.cases if case.name in setting.given.cases]
    return holding or branch.cases


def which_case(branch: Branch) -> Fold:
    """Return the fold of the cases, which keeps what all of them have."""
    names = ", ".join(f"“{case.name}”" for case in branch.cases)
    return shared(f"it depends on the case: {names}")


def _circuit(circuit: Circuit, setting: Setting) -> Sheet:
    sheets = [sheet_of(part, setting) for part in circuit.parts]
    loop = loop_of(circuit, sheets, setting)
    done = [
        (sheet * number).taking(sheet, "bouts")
        for sheet, number in zip(sheets, numbers_of(circuit, loop), strict=True)
    ]
    rests = pauses_in(circuit, setting) * loop.number + loop.rest
    whole = Sheet.added([*done, spread_tally(rests, setting.often())])
    told = Tally(**dict(loop.told))
    is_sided = any(sheet.session != Sided.same(sheet.session.whole) for sheet in sheets)
    each = Tally.unknown("it is told of both sides together") if is_sided else told
    end = spread(Bout(None, None, Sided(told, each)), setting.often())
    return whole.taking(end, *dict(loop.told))


def sheets_in(
    component: Component, setting: Setting, path: str
) -> Iterator[tuple[str, Item, Sheet]]:
    """Return each item with its path and sheet; the rounds of circuits around it multiply it."""
    match component:
        case Item():
            yield path, component, with_sessions([component], setting)
        case Superset():
            for index, (item, sheet) in enumerate(sheets_in_superset(component, setting)):
                sessions = with_sessions([item], setting)
                yield f"{path}.items[{index}]", item, sheet.taking(sessions, "sessions")
        case Branch(cases):
            for index, case in enumerate(cases):
                yield from sheets_in_parts(case.parts, setting, f"{path}.cases[{index}].parts")
        case Circuit():
            yield from _in_rounds(component, setting.at(component.intensity), path)
        case Section(parts) | Pick(parts):
            yield from sheets_in_parts(parts, setting, f"{path}.parts")
        case Rest():
            return
        case _ as unreachable:
            assert_never(unreachable)


def numbered_parts(circuit: Circuit, setting: Setting) -> Iterator[tuple[Component, Total]]:
    """Return each part of a circuit with how often it is done."""
    loop = loop_of(circuit, [sheet_of(part, setting) for part in circuit.parts], setting)
    return zip(circuit.parts, numbers_of(circuit, loop), strict=True)


def _in_rounds(circuit: Circuit, setting: Setting, path: str) -> Iterator[tuple[str, Item, Sheet]]:
    for index, (part, number) in enumerate(numbered_parts(circuit, setting)):
        for place, item, sheet in sheets_in(part, setting, f"{path}.parts[{index}]"):
            yield place, item, (sheet * number).taking(sheet, "bouts", "sessions")


def sheets_in_parts(
    parts: Sequence[Component], setting: Setting, path: str
) -> Iterator[tuple[str, Item, Sheet]]:
    """Return what `sheets_in` does for each of several parts."""
    for index, part in enumerate(parts):
        yield from sheets_in(part, setting, f"{path}[{index}]")
