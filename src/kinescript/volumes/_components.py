"""Components: items, rests and groups become a sheet, inside out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from typing import Final, assert_never

from kinescript.model import (
    Branch,
    Circuit,
    Component,
    Item,
    Pick,
    Range,
    Rest,
    Routine,
    Section,
    Superset,
    Unsaid,
    walk,
)
from kinescript.volumes._doses import Bout, bout_of
from kinescript.volumes._often import Often
from kinescript.volumes._passes import Passes, passes
from kinescript.volumes._sheet import Setting, Sheet, spread, spread_tally
from kinescript.volumes._tally import Sided, Tally, shared, sum_of
from kinescript.volumes._totals import NotDetermined, Total, added, agreed, among, ends, exactly
from kinescript.volumes._work import gaps

ONE_SESSION: Final = Tally(sessions=Range(1))
"""The session itself."""


def with_sessions(parts: Sequence[Component], setting: Setting) -> Sheet:
    """Return the sheet of what is done in one session, and of the sessions themselves."""
    sessions = spread_tally(ONE_SESSION, _sessions(parts, setting))
    return sheet_of_parts(parts, setting).taking(sessions, "sessions")


def _sessions(parts: Sequence[Component], setting: Setting) -> Often:
    """Tell how often the session is: as often as what has no frequency of its own."""
    items = [item for part in parts for _, item in walk(part)]
    own = {(item.frequency, item.span) for item in items}
    if len(own) == 1:
        return _often(items[0], setting)
    if not items or any(isinstance(item.frequency, Unsaid) for item in items):
        return setting.often()
    reason = NotDetermined("the exercises have frequencies of their own")
    return Often(reason, reason, reason)


def is_daily(routine: Routine, setting: Setting) -> bool:
    """Whether everything in a routine is done every day."""
    inside = setting.within(routine.frequency, routine.span)
    items = (item for part in routine.items for _, item in walk(part))
    return all(_often(item, inside).is_daily for item in items)


def _often(item: Item, setting: Setting) -> Often:
    is_own = not isinstance(item.frequency, Unsaid)
    return setting.within(item.frequency, item.span).often(is_own=is_own)


def sheet_of_parts(parts: Sequence[Component], setting: Setting) -> Sheet:
    """Return the sheet of parts that are done one after another."""
    return Sheet.folded([sheet_of(part, setting) for part in parts])


def sheet_of(  # noqa: PLR0911
    component: Component, setting: Setting, *, is_followed: bool = False
) -> Sheet:
    """Return the sheet of one component; *is_followed* is as in a dose."""
    given = setting.given
    match component:
        case Item(dose=dose):
            bout = bout_of(dose, given, is_followed=is_followed)
            return spread(bout, _often(component, setting))
        case Rest():
            return spread_tally(Tally(rest=given.resting(component)), setting.often())
        case Section(parts):
            return sheet_of_parts(parts, setting)
        case Superset():
            return Sheet.folded([sheet for _, sheet in _in_superset(component, setting)])
        case Pick(parts, count):
            fold = partial(among, number=given.count(count, "picked"))
            return Sheet.folded([sheet_of(part, setting) for part in parts], fold)
        case Branch():
            return _branch(component, setting)
        case Circuit():
            return _circuit(component, setting)
        case _ as unreachable:
            assert_never(unreachable)


def _in_superset(superset: Superset, setting: Setting) -> Iterator[tuple[Item, Sheet]]:
    """Return each item and its sheet; a set of another item follows all but the last."""
    last = len(superset.items) - 1
    for index, item in enumerate(superset.items):
        yield item, sheet_of(item, setting, is_followed=index < last)


def _branch(branch: Branch, setting: Setting) -> Sheet:
    holding = [case for case in branch.cases if case.name in setting.given.cases]
    names = ", ".join(f"“{case.name}”" for case in branch.cases)
    sheets = [sheet_of_parts(case.parts, setting) for case in holding or branch.cases]
    return Sheet.folded(sheets, shared(f"it depends on the case: {names}"))


def _circuit(circuit: Circuit, setting: Setting) -> Sheet:
    sheets = [sheet_of(part, setting) for part in circuit.parts]
    loop = _loop(circuit, sheets, setting)
    done = [
        (sheet * number).taking(sheet, "bouts")
        for sheet, number in zip(sheets, _numbers(circuit, loop), strict=True)
    ]
    rests = _pauses(circuit, setting) * loop.number + loop.rest
    whole = Sheet.folded([*done, spread_tally(rests, setting.often())])
    told = Tally(**dict(loop.told))
    is_sided = any(sheet.session != Sided.same(sheet.session.whole) for sheet in sheets)
    each = Tally.unknown("it is told of both sides together") if is_sided else told
    end = spread(Bout(None, None, Sided(told, each)), setting.often())
    return whole.taking(end, *dict(loop.told))


def _loop(circuit: Circuit, sheets: Sequence[Sheet], setting: Setting) -> Passes:
    """Find how many rounds there are, or how many turns."""
    parts = [sheet.session.whole for sheet in sheets]
    if circuit.turns:
        taken = [added((each.work, each.rest)) for each in parts]
        once = Tally(work=agreed(taken, "the turns differ"))
    else:
        once = sum_of((*parts, _pauses(circuit, setting)))
    between, every = circuit.between, circuit.every
    end = circuit.end
    return passes(once, end, setting.given, between=between, every=every, name="rounds")


def _pauses(circuit: Circuit, setting: Setting) -> Tally:
    """Tally the rests between the parts of one round."""
    number = 1 if circuit.turns else sum(not isinstance(part, Rest) for part in circuit.parts)
    return gaps(circuit.rest, Range(number), setting.given)


def _numbers(circuit: Circuit, loop: Passes) -> Iterator[Total]:
    """Return how often each part is done."""
    parts = len(circuit.parts)
    for index in range(parts):
        if isinstance(loop.number, NotDetermined) or not circuit.turns:
            yield loop.number
        else:
            yield exactly(*(_turns(end, index, parts) for end in ends(loop.number)))


def _turns(number: Fraction | None, index: int, parts: int) -> Fraction | None:
    """Return how many of the turns the part at *index* has."""
    return None if number is None else Fraction(-((index - number) // parts))


def sheets_in(component: Component, setting: Setting, path: str) -> Iterator[tuple[str, Sheet]]:
    """Return each item's path and sheet; the rounds of circuits around it multiply it."""
    match component:
        case Item():
            yield path, with_sessions([component], setting)
        case Superset():
            for index, (item, sheet) in enumerate(_in_superset(component, setting)):
                sessions = with_sessions([item], setting)
                yield f"{path}.items[{index}]", sheet.taking(sessions, "sessions")
        case Branch(cases):
            for index, case in enumerate(cases):
                yield from sheets_in_parts(case.parts, setting, f"{path}.cases[{index}].parts")
        case Circuit():
            yield from _in_rounds(component, setting, path)
        case Section(parts) | Pick(parts):
            yield from sheets_in_parts(parts, setting, f"{path}.parts")
        case Rest():
            return
        case _ as unreachable:
            assert_never(unreachable)


def _in_rounds(circuit: Circuit, setting: Setting, path: str) -> Iterator[tuple[str, Sheet]]:
    loop = _loop(circuit, [sheet_of(part, setting) for part in circuit.parts], setting)
    parts = zip(circuit.parts, _numbers(circuit, loop), strict=True)
    for index, (part, number) in enumerate(parts):
        for place, sheet in sheets_in(part, setting, f"{path}.parts[{index}]"):
            yield place, (sheet * number).taking(sheet, "bouts", "sessions")


def sheets_in_parts(
    parts: Sequence[Component], setting: Setting, path: str
) -> Iterator[tuple[str, Sheet]]:
    """Return what `sheets_in` does for each of several parts."""
    for index, part in enumerate(parts):
        yield from sheets_in(part, setting, f"{path}[{index}]")
