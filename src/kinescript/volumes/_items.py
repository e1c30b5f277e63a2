"""Items: an item, alone or in a superset, becomes a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from kinescript.model import Item, Range, Superset, Unsaid
from kinescript.volumes._doses import ALONE, Place, bout_of, number_of_sets
from kinescript.volumes._setting import Setting
from kinescript.volumes._sheet import Sheet, spread
from kinescript.volumes._telling import telling, told
from kinescript.volumes._totals import NONE, NotDetermined, Total, ends

_ONE: Final = Range(1)
_LAST: Final = NotDetermined("which set is the last is not written")


def sheet_of_item(item: Item, setting: Setting, place: Place = ALONE) -> Sheet:
    """Return the sheet of one item, whose dose stands at a *place*."""
    inside = setting.of(item)
    bout = bout_of(item.dose, inside.given, place)
    frequency = telling(inside)
    if isinstance(item.frequency, Unsaid) or frequency is None:
        return spread(bout, inside.often(), inside.whens())
    inside = attrs.evolve(inside, work=bout.sided.whole.work)
    sheet = spread(bout, inside.often(), inside.whens())
    work = bout_of(item.dose, inside.bare().given, place).sided.whole.work
    return told(sheet, frequency, inside, work)


def sheets_in_superset(superset: Superset, setting: Setting) -> Iterator[tuple[Item, Sheet]]:
    """Return each item and its sheet; only the very last set of all has no rest after it."""
    numbers = [number_of_sets(item.dose, setting.given) for item in superset.items]
    for index, item in enumerate(superset.items):
        place = Place(_after(index, numbers), is_in_superset=True)
        yield item, sheet_of_item(item, setting, place)


def _after(index: int, numbers: Sequence[Total]) -> Total:
    """Return how many rests follow the last set of the item at *index*."""
    number, earlier, later = numbers[index], numbers[:index], numbers[index + 1 :]
    if any(_exceeds(each, number) for each in earlier):
        return _ONE
    if any(_reaches(each, number) for each in later):
        return _ONE
    is_last = all(_reaches(number, each) for each in earlier)
    return NONE if is_last and all(_exceeds(number, each) for each in later) else _LAST


def _reaches(one: Total, other: Total) -> bool:
    """Whether *one* is surely not less than the *other*; what is told alike is the same."""
    return one == other or _exceeds(one, other, by=0)


def _exceeds(one: Total, other: Total, by: int = 1) -> bool:
    """Whether *one* is surely more than the *other*."""
    if isinstance(one, NotDetermined) or isinstance(other, NotDetermined):
        return False
    (low, _), (_, most) = ends(one), ends(other)
    return low is not None and most is not None and low >= most + by
