"""Frequencies and spans out of their trees."""

# What a rule of the grammar found can be anything; its reader says what it expects.
# pyright: reportUnknownLambdaType=false, reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time
from typing import Final

import attrs
from lark import Token

from kinescript.model import (
    UNSAID,
    Anchor,
    Around,
    AsNeeded,
    Aspect,
    Budget,
    Cycle,
    DaysPer,
    Duration,
    Every,
    EveryDay,
    EveryDays,
    Exactness,
    Frequency,
    InAll,
    PerDay,
    Period,
    PeriodUnit,
    Range,
    Relation,
    Schedule,
    ThroughTheDay,
    Unsaid,
    Weekday,
    Window,
    Words,
)
from kinescript.notation._numbered_days import cycle_of, days_of, numbered_of
from kinescript.notation._quantities import distance, or_unsaid, period_unit, text, whole
from kinescript.notation._spans import SPANS, calendar_date
from kinescript.notation._texts import unquoted
from kinescript.notation._types import Value
from kinescript.notation._whens import (
    A_WEEK,
    AS_DAYS,
    AT_A_TIME,
    AT_THE_END,
    When,
    flat,
    moment,
    parts_of,
)

_WEEK: Final = tuple(Weekday)
_LATIN: Final = {"b": 2, "t": 3, "q": 4}
_AN_HOUR: Final = Duration(3_600_000)
_ANCHORS: Final = {each.value: each for each in Anchor} | {
    "am": Anchor.MORNING,
    "noon": Anchor.MIDDAY,
    "lunchtime": Anchor.LUNCH,
    "supper": Anchor.DINNER,
    "nightly": Anchor.NIGHT,
    "bed": Anchor.BEDTIME,
    "sleep": Anchor.BEDTIME,
    "waking up": Anchor.WAKING,
    "rising": Anchor.WAKING,
    "getting up": Anchor.WAKING,
    "getting out of bed": Anchor.WAKING,
    "first thing": Anchor.WAKING,
    "first thing in the morning": Anchor.WAKING,
}


def _how_often(*frequencies: Frequency) -> Frequency | Schedule:
    return frequencies[0] if len(frequencies) == 1 else Schedule(frequencies)


def _ordinal(token: Token) -> int:
    word = token.casefold()
    return _ORDINALS[word] if word in _ORDINALS else int(word[0])


def _day_names(first: Token, last: Token | None = None) -> list[Weekday]:
    if first.type == "WEEK_PART":
        return [*_WEEK_PARTS[first.casefold().replace(" ", "").removesuffix("s")]]
    start = Weekday(first[:3].casefold())
    end = start if last is None else Weekday(last[:3].casefold())
    count = (_WEEK.index(end) - _WEEK.index(start)) % 7 + 1
    return [_WEEK[(_WEEK.index(start) + each) % 7] for each in range(count)]


_WEEK_PARTS: Final = {
    "weekday": _WEEK[:5],
    "weekend": _WEEK[5:],
    "mwf": _WEEK[0:5:2],
    "tth": _WEEK[1:4:2],
}


def _per(count: Range | None, unit: Token) -> Period:
    return Period(Range(1) if count is None else count, period_unit(unit))


_A_DAY: Final = Period(1, PeriodUnit.DAY)
_EACH_PERIOD: Final = {
    "weekly": A_WEEK,
    "fortnightly": Period(2, PeriodUnit.WEEK),
    "monthly": Period(1, PeriodUnit.MONTH),
    "yearly": Period(1, PeriodUnit.YEAR),
}
_ORDINALS: Final = {
    "other": 2,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
}


def _times_per(count: Value, per: Period) -> When:
    if per == _A_DAY:
        return When("times", PerDay(count))
    if per == A_WEEK and isinstance(count, Range) and max(count.low or 0, count.high or 0) > 7:  # noqa: PLR2004
        raise ValueError(
            f"expected days and times apart, as in 5 days/week, 2/day; {count} times a week "
            "are more than one a day"
        )
    return When("days", DaysPer(count, per))


def _days_per(count: Value, unit: Token, per: Period) -> When:
    if period_unit(unit) is not PeriodUnit.DAY:
        raise ValueError(f"expected days, as in 3 days/week, got {unit}")
    return When("days", DaysPer(count, per))


def _time_per(length: Value, per: Period, bouts: Value) -> When:
    if per == _A_DAY:
        return When("times", InAll(length, or_unsaid(bouts)))
    if bouts is not None:
        raise ValueError("expected bouts only for a time a day")
    return When("budget", Budget(length, per))


def _each_period(*found: Value) -> When:
    *count, name = found
    period = _EACH_PERIOD[name.casefold()]
    return _times_per(count[0], period) if count else When("days", EveryDays(period))


def _times_every(count: Value, number: Token | None, unit: Token) -> When:
    period = Period(1 if number is None else whole(number), period_unit(unit))
    if count == Range(1) and period != _A_DAY:
        return When("days", EveryDays(period))
    return _times_per(count, period)


def _half_day_clock(token: Token) -> time:
    """Return "7 am" or "9:30 pm" as a time of the day."""
    digits, half = re.split(r"\s?(?=[ap])", token.casefold(), maxsplit=1)
    hours, _, minutes = digits.replace(".", ":").partition(":")
    if not 1 <= int(hours) <= 12:  # noqa: PLR2004
        raise ValueError(f"expected an hour from 1 to 12 before am or pm, got {token}")
    hour = int(hours) % 12 + (12 if half.startswith("p") else 0)
    return clock_time(f"{hour:02}:{minutes or '00'}")


def _clock(token: Token) -> time:
    return _half_day_clock(token) if token.type == "HALF_DAY_CLOCK" else clock_time(token)


def clock_time(token: str) -> time:
    """Return a time of the day."""
    hours, minutes, *seconds = token.split(":")
    last, _, fraction = (seconds[0] if seconds else "0").partition(".")
    try:
        return time(int(hours), int(minutes), int(last), int(fraction.ljust(6, "0")[:6]))
    except ValueError:
        raise ValueError(f"expected a time of the day such as 07:30, got {token}") from None


def _anchor(token: Token) -> Anchor:
    word = " ".join(token.casefold().split())
    if word == "pm":
        raise ValueError("`pm` can be two moments: expected afternoon or evening")
    return _ANCHORS.get(word) or _ANCHORS[word.removesuffix("s")]


def _event(found: Value) -> Anchor | str:
    is_anchor = isinstance(found, Token) and found.type == "ANCHOR"
    return _anchor(found) if is_anchor else text(found)


def _limit_time(found: Value) -> time | Anchor:
    return _anchor(found) if isinstance(found, Token) else found


@attrs.frozen
class _Within:
    since: Value
    to: Value
    during: str


def _within(since: Value, to: Value, during: Value) -> _Within:
    said = "" if during is None else text(during)
    return _Within(or_unsaid(since), or_unsaid(to), said)


def _preferably(*found: Value) -> When:
    often = parts_of(*found)
    said = [each for each in (often.days, often.times) if not isinstance(each, Unsaid)]
    if len(said) != 1 or often != Frequency(days=often.days, times=often.times):
        raise ValueError("expected days or times, one of them, behind preferably")
    return When("preferably", said[0])


def _every_interval(*found: Value) -> When:
    *count, interval, within = found
    bouts = next((each for each in count if each is not None), Range(1))
    every = Every(interval, bouts=bouts, since=within.since, to=within.to, during=within.during)
    return When("times", every)


def _budget_of(bounds: Range, what: str | Aspect, per: Period) -> When:
    said = what.value if isinstance(what, Aspect) else what
    return When("budget", Budget(bounds, per, what=said))


def _every_days(bounds: Range | None, unit: Token) -> When:
    period = _per(bounds, unit)
    return When("days", EveryDay() if bounds is None and period == _A_DAY else EveryDays(period))


def _cycle(on: Token, off: Token, unit: Token | None, start: Token | None) -> When:
    if unit is not None and period_unit(unit) is not PeriodUnit.DAY:
        raise ValueError(f"expected a day, as in from day 2, got {unit}")
    return When(
        "days", Cycle(whole(on), whole(off), start=0 if start is None else whole(start) - 1)
    )


def _as_needed(reason: Value, most: Value) -> When:
    said = "" if reason is None else text(reason)
    return When("times", AsNeeded(said, most=or_unsaid(most)))


def _most_per(bounds: Range, per: Period) -> Range:
    if per != _A_DAY or bounds.low not in {None, bounds.high}:
        raise ValueError("expected how often a day at the most, as in up to 6/day")
    return Range(None, bounds.high)


def _words_alone(token: Token) -> When:
    raise ValueError(
        f"expected `when {token}` for how often; what is said of the dose stands in a note below"
    )


def _window(since: Value, to: Value) -> When:
    if UNSAID in (since, to):
        raise ValueError("expected two moments, as in between 08:00 and 10:00")
    return moment(Window(since, to))


def _weekdays_at(*found: Value) -> tuple[When, When]:
    *names, at = found
    last = _anchor(at) if isinstance(at, Token) else at
    return When(AT_A_TIME, flat(names)), When(AT_THE_END, last)


_TIMINGS: Final = {"EXACTLY": Exactness.EXACTLY, "FLEXIBLE": Exactness.FLEXIBLE}
_OFTEN: Final[dict[str, Callable[..., Value]]] = {
    "how_often": _how_often,
    "frequency": parts_of,
    "timing": lambda token: When("timing", _TIMINGS[token.type]),
    "excepting": lambda days: When("except_on", AS_DAYS[days.field](days.value)),
    "every_day": lambda: When("days", EveryDay()),
    "per_day": lambda count: When("times", PerDay(count)),
    "weekdays": lambda *names: When("weekdays", flat(names)),
    "weekdays_at": _weekdays_at,
    "day_names": _day_names,
    "days_dashed": lambda *names: [Weekday(each[:3].casefold()) for each in names],
    "each_period": _each_period,
    "latin": lambda token: When("times", PerDay(_LATIN[token[0].casefold()])),
    "alternate_days": lambda: When("days", EveryDays(Period(2))),
    "days_each_period": lambda count, unit, name: _days_per(
        count, unit, _EACH_PERIOD[name.casefold()]
    ),
    "every_other": lambda ordinal, unit: When(
        "days", EveryDays(Period(_ordinal(ordinal), period_unit(unit)))
    ),
    "times_every": _times_every,
    "most_days": lambda: When("days", Words("most days")),
    "not_in_a_row": lambda: When("gap", Period(1)),
    "per": _per,
    "times_per": _times_per,
    "times_per_if": lambda count, per, condition: (
        _times_per(count, per),
        When("condition", condition),
    ),
    "days_per": _days_per,
    "time_per": _time_per,
    "apart": lambda gap: When("gap", gap),
    "days_apart": lambda bounds, unit: When("gap", Period(bounds, period_unit(unit))),
    "time_of_day": _clock,
    "clock_time": moment,
    "window": _window,
    "anchor": lambda token: moment(_anchor(token)),
    "every_anchor": lambda token: (When("days", EveryDay()), moment(_anchor(token))),
    "every_interval": _every_interval,
    "hourly": lambda within: _every_interval(_AN_HOUR, within),
    "one_hour": lambda _: _AN_HOUR,
    "one_minute": lambda _: Duration(60_000),
    "within": _within,
    "most_per": _most_per,
    "every_days": _every_days,
    "cycle": _cycle,
    "cycle_of": lambda *found: When("days", cycle_of(*found)),
    "days_of": lambda *found: When("days", days_of(*found)),
    "numbered_of": numbered_of,
    "date_days": lambda token: When("dates", calendar_date(token)),
    "days_in_words": lambda token: When("days", Words(unquoted(token))),
    "through_the_day": lambda: When("times", ThroughTheDay()),
    "as_needed": _as_needed,
    "times_in_words": lambda token: When("times", Words(unquoted(token))),
    "words_alone": _words_alone,
    "not_at": lambda around: When("not_at", around),
    "budget": lambda length, per: When("budget", Budget(length, per)),
    "budgeted": text,
    "budget_of": _budget_of,
    "preferably": lambda words: When("preferably", Words(text(words))),
    "preferably_when": _preferably,
    "far_per": lambda amount, unit, per: When("budget", Budget(distance(amount, unit), per)),
    "only_if": lambda condition: When("condition", condition),
    "limit_time": _limit_time,
    "before": lambda by, event: Around(event, Relation.BEFORE, or_unsaid(by)),
    "after_event": lambda by, event: Around(event, Relation.AFTER, or_unsaid(by)),
    "during": Around,
    "event": _event,
}


FREQUENCIES: Final = {**_OFTEN, **SPANS}
"""What each rule about frequencies and spans makes of what it found."""
