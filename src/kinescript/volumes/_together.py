"""Together: when each of several parts is done becomes what a day and a week have of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from itertools import tee
from math import inf
from typing import Final, TypeAlias, assert_never

import attrs

from kinescript.model import (
    UNSAID,
    Frequency,
    HowOften,
    Range,
    Schedule,
    Unsaid,
    Weekday,
    Weekdays,
)
from kinescript.volumes._days import ALL, share_of
from kinescript.volumes._measures import Given
from kinescript.volumes._often import weekdays_of
from kinescript.volumes._stretches import Some, Stretch, at_once, choices
from kinescript.volumes._tally import Fold, total_of
from kinescript.volumes._totals import NONE, NotDetermined, Total, added, among, first_open

_ONE: Final = Range(1)
_DAILY: Final = Weekdays(Weekday)
_WEEKS_DIFFER: Final = "the exercises cover different weeks"


@attrs.frozen
class When:
    """
    When something is done.

    Attributes:
        days: On which days: weekdays where they are told, else what tells them.
        stretch: In which part of the programme.
    """

    days: Hashable
    stretch: Stretch


Whens: TypeAlias = frozenset[When]
"""When all of something is done; none for what goes with anything, such as a rest."""


def when(frequency: HowOften, stretch: Stretch, given: Given) -> Whens:
    """Tell when something of this *frequency* is done that goes on for a *stretch*."""
    return frozenset({When(_days_of(frequency, given), stretch)})


def _days_of(frequency: HowOften, given: Given) -> Hashable:
    """Tell the days; what has no frequency goes with all that is done."""
    match frequency:
        case Unsaid():
            return _DAILY
        case Frequency():
            return _rule(frequency, given)
        case Schedule(frequencies):
            rules = [_rule(each, given) for each in frequencies]
            if _DAILY in rules:
                return _DAILY
            named = [day for rule in rules if isinstance(rule, Weekdays) for day in rule.days]
            is_named = all(isinstance(rule, Weekdays) for rule in rules)
            return Weekdays(named) if is_named else tuple(rules)
        case _ as unreachable:
            assert_never(unreachable)


def _rule(frequency: Frequency, given: Given) -> Hashable:
    if frequency.condition is not UNSAID or (frequency.days, frequency.times) == (UNSAID, UNSAID):
        return frequency
    if share_of(frequency.days, given) == ALL:
        return _DAILY
    named = weekdays_of(frequency)
    return Weekdays(named) if named else frequency.days


def folds(
    whens: Sequence[Whens], weeks: Iterable[Some] | None = None, reason: str = _WEEKS_DIFFER
) -> tuple[Fold, Fold]:
    """
    Return how the totals of parts that are done at these times fold for a day and a week.

    A day has between the least and the most that it can; a week has a total where all
    weeks have the same, and else none, for *reason*.

    Args:
        whens: When each part is done.
        weeks: Which parts go on in one week; else what their stretches tell.
        reason: Why a total is not determined where the *weeks* differ.
    """
    if weeks is None:
        if len({each for each in whens if each}) <= 1:
            return total_of, total_of
        weeks = _weeks(whens)
    rules = [_rules(each) for each in whens]
    # Most totals differ early, so that few weeks are looked at.
    (told,) = tee(weeks, 1)
    (days,) = tee((_meetings(rules, some) for some in copy(told)), 1)

    def day(totals: Sequence[Total]) -> Total:
        return _alike(totals, (among([*_sums(totals, each)], _ONE) for each in copy(days)), reason)

    def week(totals: Sequence[Total]) -> Total:
        return _alike(totals, _sums(totals, copy(told)), reason)

    return day, week


def _sums(totals: Sequence[Total], parts: Iterable[Some]) -> Iterator[Total]:
    return (added(totals[index] for index in some) for some in parts)


def _alike(totals: Sequence[Total], sums: Iterator[Total], reason: str) -> Total:
    """Return what all *sums* of the *totals* are, without adding more of them than it takes."""
    some = totals[0] if totals else NONE
    if (some == NONE or isinstance(some, NotDetermined)) and all(each == some for each in totals):
        return some
    first = next(sums, None)
    if first is not None and all(each == first for each in sums):
        return first
    return first_open(totals) or NotDetermined(reason)


def _weeks(whens: Sequence[Whens]) -> Iterator[Some]:
    """Yield which parts go on in one week."""
    groups: dict[frozenset[Stretch], list[int]] = defaultdict(list)
    for index, each in enumerate(whens):
        groups[frozenset(one.stretch for one in each)].append(index)
    free = groups.pop(frozenset(), [])
    places = list(groups.values())
    for some in at_once([_hull(stretches) for stretches in groups]):
        yield tuple(sorted(free + [i for group in some for i in places[group]]))


def _hull(found: frozenset[Stretch]) -> Stretch:
    """Return the stretch of several: it is sure where there is only one."""
    if len(found) == 1:
        return next(iter(found))
    if len({each.has_dates for each in found}) > 1:
        return Stretch((0, inf), (0, inf))
    firsts, ends = zip(*(each.possible for each in found), strict=True)
    return Stretch((min(firsts), inf), (min(firsts), max(ends)), next(iter(found)).has_dates)


def _meetings(rules: Sequence[frozenset[Hashable]], some: Some) -> list[Some]:
    """Return which of *some* parts a day may have, as `choices` does or by their weekdays."""
    if len(some) == 1:
        return [some]
    groups: dict[frozenset[Hashable], list[int]] = defaultdict(list)
    for index in some:
        groups[rules[index]].append(index)
    free = groups.pop(frozenset(), [])
    if not groups:
        return [some]
    daily = [i for days, group in groups.items() if _DAILY in days for i in group]
    found = _by_weekday(groups)
    if found is None:
        others = [group for days, group in groups.items() if _DAILY not in days]
        found = list(choices(daily, others))
    return [tuple(sorted((*free, *each))) for each in found]


def _rules(whens: Whens) -> frozenset[Hashable]:
    """Return what tells a part's days; itself where it has several parts of a programme."""
    stretches = {each.stretch for each in whens}
    return frozenset(each.days for each in whens) if len(stretches) == 1 else whens


def _by_weekday(groups: Mapping[frozenset[Hashable], Sequence[int]]) -> list[Some] | None:
    """Return which parts each weekday has that has any; None where not all tell theirs."""
    due: dict[Weekday, list[int]] = defaultdict(list)
    for days, group in groups.items():
        named = next(iter(days))
        if len(days) > 1 or not isinstance(named, Weekdays):
            return None
        for day in named.days:
            due[day] += group
    return list(dict.fromkeys(map(tuple, due.values())))
