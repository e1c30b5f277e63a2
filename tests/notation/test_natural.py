"""What people write without having read a page: it is understood, or refused, and never misread."""

import re

import pytest

from kinescript import Dose, Frequency, Item, NotationError, parse, write
from kinescript.model import AsNeeded, EachSide, Order, Range, Side

DOSES = {
    # Sides right behind the work.
    "2 x 8 each leg": "2 x 8, each side",
    "3 x 10 each side": "3 x 10, each side",
    "3 x 10/side": "3 x 10, each side",
    "3 x 10 per side": "3 x 10, each side",
    "3 x 10 on each side": "3 x 10, each side",
    "3 x 10 (each side)": "3 x 10, each side",
    "10 each side, 8 each side": "10, 8, each side",
    "8 throws each side": "8 throws, each side",
    "10 left": "10, left side",
    "10 on the left": "10, left side",
    "10 on the right leg": "10, right side",
    "10, right leg only": "10, right side",
    "10, operated leg": "10, affected side",
    "10, uninjured side": "10, unaffected side",
    "12 left, 10 right": "12, on left | 10, on right",
    "30 s on left": "30 s, left side",
    "10 each direction each side": "10, each side, each direction",
    "10 both sides at once": "10, both sides at once",
    "10, both legs together": "10, both sides at once",
    "20 taking turns": "20, each side by rep, counted in total",
    "20 alternating in total": "20, each side by rep, counted in total",
    "20, alternating legs in total": "20, each side by rep, counted in total",
    # Holds and rests, before or behind their length.
    "10, 5 s hold": "10, hold 5 s",
    "10 reps with a 5 s hold": "10, hold 5 s",
    "10 with 3-5 s holds": "10, hold 3-5 s",
    "3 x 10 (5 s hold)": "3 x 10, hold 5 s",
    "3 x 10 (hold 5 s)": "3 x 10, hold 5 s",
    "10 x 5 second holds": "10 x hold 5 s",
    "hold for 30 s": "hold 30 s",
    "hold for 5-10 s, 10 times": "10 x hold 5-10 s",
    "hold for a count of 5": "hold 5 counts",
    "hold 6 s, 6 reps": "6, hold 6 s",
    "hold 6 s, 3 x 6 reps, each side": "3 x 6, hold 6 s, each side",
    "hold 5 s, 10, 8": "10, 8, hold 5 s",
    "10 reps hold 5 seconds": "10, hold 5 s",
    "3 x 10, hold 5 s rest 60 s": "3 x 10, hold 5 s, rest 60 s",
    "hold 6 s rest 3 s, 6 reps": "6, hold 6 s, rest 3 s",
    "10, hold 5 s each side": "10, hold 5 s, each side",
    "10, drop 8 rest 60 s": "10 then 8, rest 60 s",
    "3 x 10 @ 20 kg drop 8 @ 15 kg": "3 x (10 @ 20 kg then 8 @ 15 kg)",
    "4 x 2+2+2 @ 85%": None,
    "10 then (8 @ 20 kg)": "10 then (8 @ 20 kg)",
    "10 then 8, all @ 20 kg": "10 then 8, all @ 20 kg",
    "1:30 min": "90 s",
    "10, drop 8 each side": "10 then 8, each side",
    "10 min of 30 s on, 30 s off": "(10 min of 30 s, rest 30 s)",
    "10 + hold 5 s": "10 then hold 5 s",
    "5+ each side": "at least 5, each side",
    "1 1/2 hours": "90 min",
    "walk 1/2 mile": "walk 0.5 miles",
    "3x15-20 @ RPE 8 rest 60-90s": "3 x 15-20 @ RPE 8, rest 60-90 s",
    "3 x 30 s rest 30 s": "3 x 30 s, rest 30 s",
    "10 squats hold 3 s tempo 3-0-1-0": "10 squats, hold 3 s, tempo 3-0-1-0",
    "3 x 5 @ 70% hold 5 s": "3 x 5 @ 70% of ?, hold 5 s",
    "hold a minute": "hold 60 s",
    "hold for half a minute, 3 times": "3 x hold 30 s",
    "walk for half an hour": "walk 30 min",
    "squats for 30 s": "squats 30 s",
    "walk for 1 mile": "walk 1 mi",
    "hold as long as possible": "hold as long as possible",
    "hold as long as you can, 3 times": "3 x hold as long as possible",
    "walk as long as possible": "walk as long as possible",
    "hold to failure": "hold until failure",
    "10, hold 5 s @ 2 kg": "10 @ 2 kg, hold 5 s",
    "3 x 10 with 2 kg": "3 x 10 @ 2 kg",
    "3 x 10 with red band": '3 x 10 @ "red" band',
    "10, resting 60 s": "10, rest 60 s",
    "10, rest for 60 s": "10, rest 60 s",
    "3 x 10, 60 s rest between sets": "3 x 10, rest 60 s",
    "10, 3 s rest between each rep": "10, rest 3 s between reps",
    "3 x 10, no rest": "3 x 10, rest 0 s",
    "8 x 30 s on, 30 s off": "8 x 30 s, rest 30 s",
    "8 x 20 s on / 10 s off": "8 x 20 s, rest 10 s",
    "5 x 3 min, every 5 min": "5 x 3 min, starting every 5 min",
    # Sets in front, behind or beside.
    "10 reps x 3": "3 x 10",
    "10 x 3 sets": "3 x 10",
    "10 reps x 3 sets": "3 x 10",
    "3 sets x 10": "3 x 10",
    "3 sets": "3 x ? reps",
    "3 sets, 10 reps": "3 x 10",
    "10 reps, 3 sets": "3 x 10",
    "3 sets, 10 reps, 2 sets, 8 reps": "3 x 10, 2 x 8",
    "10 reps, 3 sets, 8 reps, 2 sets": "3 x 10, 2 x 8",
    "3 sets, 2 x 10": "3 x (2 x 10)",
    "10-15, 3-5 s hold, 2-3 sets": "2-3 x 10-15, hold 3-5 s",
    "10, rest 60 s, 3 sets": "3 x 10, rest 60 s",
    "8 reps, each side, 3 sets": "3 x 8, each side",
    "30 s x 3": "3 x 30 s",
    "hold 30 s x 3": "3 x hold 30 s",
    "10, twice": "2 x 10",
    "8 or 10": "8-10",
    "hold 20 s, 5x": "5 x hold 20 s",
    "10 times, 3 sets": "3 x 10",
    "3 times, 10 reps": "3 x 10",
    "3x, 10": "3 x 10",
    "8-6-4": "8, 6, 4",
    "3 x 12 | 10 | 8": "3 x 12 | 10, 8",
    "3 sets, 10 times": "3 x 10",
    "10 times, hold 5 s, 3 sets": "3 x 10, hold 5 s",
    "hold 5 s, 10 times, 3 sets": "3 x (10 x hold 5 s)",
    "3 sets, hold 5 s, 10 times": "3 x (10 x hold 5 s)",
    "2 sets of hold 30 s, 3 times": "2 x (3 x hold 30 s)",
    "3 x 10, twice": "2 x (3 x 10)",
    "hold 30 s, 3 sets per side": "3 x hold 30 s, each side",
    "3 x 10 x 5 s hold": "3 x 10, hold 5 s",
    "3 sets of 10 x 5 s hold": "3 x (10 x hold 5 s)",
    "8 rounds of 20 s on, 10 s off": "8 x 20 s, rest 10 s",
    "4 rounds of 400 m, rest 90 s": "4 x 400 m, rest 90 s",
    "3 rounds of 10": "(3 x 10)",
    "12, 10, 8 each side": "12, 10, 8, each side",
    "several x 10": '"several" x 10',
    "a few reps": '"a few" reps',
    "21-15-9": "21, 15, 9",
    "3 x 12-10-8": "12, 10, 8",
    "12/10/8": "12, 10, 8",
    "10,8,6": "10, 8, 6",
    "12-10-8 @ 60 kg": "12 @ 60 kg, 10 @ 60 kg, 8 @ 60 kg",
    "3 x failure": "3 x to failure",
    "3 x AMRAP": "3 x as many as possible",
    "max reps": "as many as possible",
    "as many as possible in 30 s": "(30 s of as many as possible)",
    "? min": "for ?",
    "hold ? s": "hold ?",
    "? breaths": '? of "breaths"',
    "30 s + 30 s": "30 s then 30 s",
    "8+8": "8, each side",
    # How hard, how fast and how far.
    "3 x 10 x 60 kg": "3 x 10 @ 60 kg",
    "3 x 8RM": "3 x 8 @ 8RM",
    "3 x 8 @ 10 kg per hand": '3 x 8 @ 10 kg per "hand"',
    "3 x 8 @ 10 kg, each side": "3 x 8 @ 10 kg, each side",
    "3 x 10 @ RPE8": "3 x 10 @ RPE 8",
    "30 min @ Z2": "30 min @ zone 2",
    "30 min @ HR 120-140 bpm": "30 min @ HR 120-140",
    "20 min @ 70% of max heart rate": "20 min @ 70% of HRmax",
    "20 min @ 170 spm": "20 min @ 170 steps/min",
    "10 x 10 @ 4020": "10 x 10, tempo 4-0-2-0",
    "5 km @ 5:30/km": "5 km @ pace 5:30 per km",
    "4 x (2 then 2 then 2) @ 85% of 1RM": "4 x (2 then 2 then 2), all @ 85% of 1RM",
    "5k": "5 km",
    "8 x 50 m on 1:00": "8 x 50 m, starting every 60 s",
    "8 x 50 m, on 1:00": "8 x 50 m, starting every 60 s",
    "warm-up 10 @ 20 kg, 5 @ 40 kg | 3 x 5 @ 80 kg": (
        "warm-up 10 @ 20 kg, 5 @ 40 kg | 3 x 5 @ 80 kg"
    ),
    "1 min 30 s": "90 s",
    'hold 20"': "hold 20 s",
    "walk 20 sec. each side": "walk 20 s, each side",
}
"""Doses as they are written, and their canonical form; None where they are refused."""


@pytest.mark.parametrize("text", DOSES)
def test_doses_are_understood_as_people_write_them(text: str) -> None:
    """A dose in common words means what it says, or is refused."""
    canonical = DOSES[text]
    if canonical is None:
        with pytest.raises(NotationError):
            parse(text, Dose)
        return

    assert write(parse(text, Dose)) == canonical


UNCLEAR = {
    "10 both sides": "can mean two things: expected `each side` or `both sides at once`",
    "10, both legs": "can mean two things",
    "10 both": "can mean two things",
    "10 alternating": "can count each side or both",
    "10, alternating": "can count each side or both",
    "20, counted in total": "expected `each side` beside `counted in total`",
    "10, relax 10 s": "expected another set of the same kind behind the comma",
    "3 x 10, 5 s": "expected another set of the same kind",
    "5 x walk 2 min, jog 1 min": "expected another set of the same kind",
    "walk 2 min, jog 1 min": "expected another set of the same kind",
    "10, hold 10 s then 10 quick": "expected another set of the same kind",
    "1,500 steps": "expected 1500 for one number, a space behind the comma for several",
    "1,5 km": "expected 1.5 for one number",
    "10,5 kg": "expected 10.5 for one number",
    "at least 8, up to 12": "expected both ends of a range in one, as in 8-12",
    "up to 45 s, at least 30 s": "expected both ends of a range in one",
    "10 left, 10 right x 3": "expected sets of one piece of work only",
    "2 x 12-10-8": "expected as many sets as numbers",
    "hold 6 s, rest 3 s, 6": "expected work before rest",
    "10 then 12 hold 5 s": "expected repetitions or breaths before a hold",
    "3 x": "expected a number",
    "hold 5 s | relax 5 s, 10 times": None,
    "12, 10, 3 times": "expected one piece of work before it",
    "21, 15, 9 @ 95 lb": "`all @` once for all of them",
    "3 x 5 @ RPE 7, 8, 9": "expected @ behind each of these sets",
    "10, every 2 h": "how often stands behind `;`",
    "12 left left": None,
    "10 then 3 sets": "expected work, got sets or a load alone",
    "30 s with a 5 s hold": "expected repetitions or breaths before a hold",
    "3 sets, 4 sets": "expected the number of sets once",
    "2 x 10, 3 sets": "expected the number of sets once",
    "2 sets, 10, 3 sets": "expected the number of sets once",
    "10, 12, 3 sets": "expected sets of one piece of work only",
    "3 sets, 10, 12": "expected sets of one piece of work only",
    "3 sets, 10, 12, 2 sets": "expected sets of one piece of work only",
    "10 on left, 12 on right, 3 sets": "expected sets of one piece of work only",
    "10.000 steps": "expected 10000 or 10, for 10.000 can be read as both",
    "1.500 m": "expected 1500 or 1.5, for 1.500 can be read as both",
    "1:75": "expected minutes and seconds below 60 behind a colon, got 1:75",
    "1:60:00": "expected minutes and seconds below 60 behind a colon, got 1:60:00",
    "5 km @ pace 5:99 per km": "expected minutes and seconds below 60 behind a colon, got 5:99",
    "inhale 4 s | hold 7 s": "`inhale` is not known here",
    "10 R": "`R` is not known here",
    "10 quick marches eyes closed": "`eyes` is not known here",
    "10 foot contacts": "`contacts` is not known here",
    "1½ min": "`½` is not known here",
    "5 of": "expected words in quotes",
    "3 x 10, slowly": "`slowly` is not known here",
    "3 x 10, hodl 5 s": "did you mean `hold`",
    "repeat 10 times": "leaves open whether the first time counts",
    "20 reps, 10 each side": "expected the number for each side alone",
    "3 x 8 with 2 kg each hand": "a load on each side can mean two things: expected `per hand`",
    "10, each side | 12": "expected each side, one side, each direction and `all @` behind the",
    "10 then 8 then 6 @ 20 kg": "expected @ behind every part of a chain, or `, all @`",
    "10 each side, 20 in total": "expected the number for each side alone",
    "10 on the left, hold 5 s on the right": "expected a side right behind the work",
    "3 x 10 @ 20 kg, hold 5 s @ 30 kg": "expected @ once, behind the work or behind its hold",
    "5 min then 3 x 10": "expected parentheses around what is repeated",
    "3 x 10 then 2 x 8": "expected parentheses around what is repeated",
    "10 + 3 x 5": "expected parentheses around what is repeated",
    "5 x 6 x hold 7 s, rest 3 s": "expected `rest ... between sets`, or parentheses",
    "3 x 8, 3-1-3": "3-1-3 can mean two things: expected `tempo 3-1-3`, or sets as in 3, 1, 3",
    "4-7-8": "expected `tempo 4-7-8`, or sets as in 4, 7, 8",
    "10, 1/2/2026": "can mean two things",
    "2026-12-25": "expected",
    "3 x 12, 10, 8": "three sets that differ are 12, 10, 8",
    "warm-up 10, 3 x 10": "expected `|` before the sets that are no warm-up",
    "3 x 10 rest 60 s @ 20 kg": "expected the load right behind the work, before its rest",
    "3 x as many as possible in 30 s, rest 60 s": "expected `rest ... between sets`",
    "as long as tolerated": "is not known here",
    "3 x 20, 10 each leg": "expected the number for each side alone",
    "5 sets of 6 x hold 7 s, rest 3 s": "expected `rest ... between sets`, or parentheses",
    "2 x 3 x 10, rest 60 s": "expected `rest ... between sets`, or parentheses",
    "4 rounds of 400 m, rest 90 s, rest 60 s": "expected rest once",
    '"as far as you can"': "expected what is counted or how long it lasts",
    "? x 10": "expected how many sets, or words",
    "10 x 100 m @ 1:30": "`@ 1:30` can mean several things: expected `starting every 1:30`",
    "10 @ RPE 11-13": "Borg's scale is from 6 to 20",
    "3 x 10/day": "how often stands behind `;`, as in `10; 3/day` or `3 x 10; daily`",
    "20 s then 3 breaths, hold 3 s": "put what is held in parentheses",
    "10 @ HR 120 rpm": "expected bpm or nothing behind a heart rate",
    "about 10": "expected a number without `about`",
    "3 x about 10": "expected a number without `about`",
    "approx. 10": "expected a number without `approx`",
    "~10": "expected a number without `~`",
    "walk about 30 min": "expected a number without `about`",
    "60 kg": "expected repetitions before it",
    "1 s 3 min": "expected a smaller unit of time",
}
"""Doses that are refused, and what the reason says; None where they are read all the same."""


@pytest.mark.parametrize("text", [text for text in UNCLEAR if UNCLEAR[text]])
def test_what_can_be_misread_is_refused(text: str) -> None:
    """What has two meanings, or words that nobody knows, is an error that says what to write."""
    with pytest.raises(NotationError) as caught:
        parse(text, Dose)

    assert str(UNCLEAR[text]) in str(caught.value)


FREQUENCIES = {
    "every other day": "every 2 days",
    "daily, every day": "daily",
    "every 3rd day": "every 3 days",
    "alternate days": "every 2 days",
    "weekly": "every week",
    "twice weekly": "2 days/week",
    "2-3 days weekly": "2-3 days/week",
    "fortnightly": "every 2 weeks",
    "once every 2 weeks": "every 2 weeks",
    "twice every 3 weeks": "2 days/3 weeks",
    "once every day": "1/day",
    "3x/week": "3 days/week",
    "3 x a week": "3 days/week",
    "2-3x daily": "2-3/day",
    "3 or 4 times a day": "3-4/day",
    "once or twice a day": "1-2/day",
    "once to three times a week": "1-3 days/week",
    "at least twice a week": "at least 2 days/week",
    "no more than twice a day": "up to 2/day",
    "tds": "3/day",
    "b.i.d.": "2/day",
    "hourly": "every 1 h",
    "every waking hour": "every 1 h",
    "every 2 h during waking hours": "every 2 h",
    "every half hour while sitting": 'every 30 min of "sitting"',
    "3 sessions/week": "3 days/week",
    "2-3 sessions per week": "2-3 days/week",
    "several times a day": '"several"/day',
    "every hour while awake": "every 1 h",
    "hourly from 7 am to 9:30 pm": "every 1 h from 07:00 to 21:30",
    "every minute": "every 60 s",
    "10 times an hour": "10 times every 1 h",
    "10/hour": "10 times every 1 h",
    "twice every 4 h": "2 times every 4 h",
    "every morning": "daily, morning",
    "every morning and evening": "daily, morning, evening",
    "nightly": "night",
    "at night": "night",
    "in the morning and at bedtime": "morning, bedtime",
    "upon waking": "waking",
    "twice a day, morning and evening": "morning, evening",
    "before bed": "before bedtime",
    "after meals": "after meals",
    "after breakfast and dinner": "after breakfast, after dinner",
    "30 min before lunch, dinner": "30 min before dinner, 30 min before lunch",
    "before breakfast, bedtime": None,
    "after exercise, lunch": None,
    "dinner, evening, after lunch": "dinner, evening, after lunch",
    "after lunch, after exercise, 18:00": "18:00, after exercise, after lunch",
    "daily, not after breakfast, lunch and dinner": (
        "daily, not after breakfast, not after lunch, not after dinner"
    ),
    "daily, not before bed, morning": None,
    "daily, not Sun, Mon 07:00": None,
    "daily, not Sat, Sun": "daily except Sat Sun",
    "daily, preferably morning and evening": None,
    "2/day, not within 1 h after meals": "2/day, not 1 h after meals",
    "2/day, not in the first 30 min after waking": "2/day, not 30 min after waking",
    "before getting out of bed": "before waking",
    "first thing in the morning": "waking",
    "as needed, max 6/day": "as needed up to 6/day",
    "20 min before each meal": "20 min before meal",
    "at noon": "midday",
    "AM and bedtime": "morning, bedtime",
    "PM": None,
    "at 8 am and 12 pm": "08:00, 12:00",
    "12 am": "00:00",
    "weekdays": "Mon Tue Wed Thu Fri",
    "weekends": "Sat Sun",
    "Mon/Wed/Fri": "Mon Wed Fri",
    "Monday, Wednesday and Friday": "Mon Wed Fri",
    "on Mondays": "Mon",
    "MWF": "Mon Wed Fri",
    "Mon 9am": "Mon, 09:00",
    "on Tuesdays at 10:00": "Tue, 10:00",
    "Mon, Thu mornings": "Mon Thu, morning",
    "every Tuesday and Thursday evening": "Tue Thu, evening",
    "Mon 9am, Thu 5pm": None,
    "Mon morning, evening": None,
    "TTh": "Tue Thu",
    "Mon-Wed-Fri": "Mon Wed Fri",
    "3 days a week, Mon Wed Fri": "Mon Wed Fri",
    "3 days a week, non-consecutive": "3 days/week, 1 day apart",
    "3 days a week, not on consecutive days": "3 days/week, 1 day apart",
    "most days of the week": 'on "most days"',
    "as needed for pain, up to 6/day": 'as needed for "pain" up to 6/day',
    "up to 4/day, prn": "as needed up to 4/day",
    "as needed up to 6 times a day": "as needed up to 6/day",
    "preferably outdoors, daily": None,
    "3 days/week, daily": None,
    "2/day, morning": None,
    "10 times a week": None,
    "as needed up to 6 times a week": None,
    "13 pm": None,
    '"as tolerated"': None,
    "1:30 after lunch": None,
    "3 weeks weekly": None,
}
"""How often, as it is written, and the canonical form; None where it is refused."""


@pytest.mark.parametrize("text", FREQUENCIES)
def test_how_often_is_understood_as_people_write_it(text: str) -> None:
    """How often, in common words, means what it says, or is refused."""
    canonical = FREQUENCIES[text]
    if canonical is None:
        with pytest.raises(NotationError):
            parse(text, Frequency)
        return

    assert write(parse(text, Frequency)) == canonical


LINES = {
    "- Bridge: 3 sets of 10, twice a day, for 6 weeks.": "Bridge: 3 x 10; 2/day; for 6 weeks\n",
    "1. Bridge: 3 x 10 twice daily": "Bridge: 3 x 10; 2/day\n",
    "Bridge: 10, every 2 hours": "Bridge: 10; every 2 h\n",
    "Bridge: 3 x 10, Mon, Wed, Fri": "Bridge: 3 x 10; Mon Wed Fri\n",
    "Bridge: 10 reps 3 times daily": "Bridge: 10; 3/day\n",
    "Walk: 30 min 5 days a week": "Walk: 30 min; 5 days/week\n",
    "Walk: 30 min/day, 5 days/week": "Walk: ?; 5 days/week, 30 min/day\n",
    "Stand up: 2 min every 30 min": "Stand up: 2 min; every 30 min\n",
    "Squat: 3 sets to failure, 2 min rest": "Squat: 3 x to failure, rest 2 min\n",
    "Squat: 3 x 5 @ 8 RPE": "Squat: 3 x 5 @ RPE 8\n",
    "Calf: hold 30 s x 3 each leg; 2/day": "Calf: 3 x hold 30 s, each side; 2/day\n",
    "Quad set: 10; up to 6 weeks": "Quad set: 10; for up to 6 weeks\n",
    "Stretch: 10; from 2026-12-01 to 2026-12-24": (
        "Stretch: 10; from 2026-12-01 until 2026-12-24\n"
    ),
    "Bridge: 3 x 10; 2/day;": "Bridge: 3 x 10; 2/day\n",
    "Bridge: 3 x 10; Mon; 2/day; morning and evening": "Bridge: 3 x 10; Mon, morning, evening\n",
    "Bridge: 10; daily, not after meals; not before sport": (
        "Bridge: 10; daily, not after meals, not before sport\n"
    ),
    "Bridge: 10; daily x 6 weeks": "Bridge: 10; daily; for 6 weeks\n",
    "Bridge: 10, twice daily, for 6 weeks, stop if pain > 5/10": (
        "Bridge: 10; 2/day; for 6 weeks; stop if pain > 5/10\n"
    ),
    "Walk: 20 min x 3, weekly": "Walk: 3 x 20 min; every week\n",
    "Bridge: 3 x 10 every 2 h": "Bridge: 3 x 10; every 2 h\n",
    "Bridge: 10, twice daily": "Bridge: 10; 2/day\n",
    "Bridge: 3 x 10, 5 times weekly": "Bridge: 3 x 10; 5 days/week\n",
    "Bridge: 10; daily, 8 weeks": "Bridge: 10; daily; for 8 weeks\n",
    "Bridge: 10; twice daily, 5 days per week, for 6 weeks": (
        "Bridge: 10; 5 days/week, 2/day; for 6 weeks\n"
    ),
    "Bridge: 10; daily, pain < 3/10": "Bridge: 10; daily; pain < 3/10\n",
    "Bridge: 10, stop if pain > 5/10": "Bridge: 10; stop if pain > 5/10\n",
    "Bridge: 10, pain <= 3/10": "Bridge: 10; pain <= 3/10\n",
    "Bridge: 10; from week 3 for 3 weeks": "Bridge: 10; weeks 3-5\n",
    "Bridge: 10 for 6 weeks": "Bridge: 10; for 6 weeks\n",
    "Walk: for 30 min for 6 weeks": "Walk: 30 min; for 6 weeks\n",
    "Bridge: 10, hold 5 s, 5x daily": "Bridge: 10, hold 5 s; 5/day\n",
    "Bridge: 3 x 10 daily for 6 weeks": "Bridge: 3 x 10; daily; for 6 weeks\n",
    "Bridge: 10; 6 weeks": "Bridge: 10; for 6 weeks\n",
    "Bridge: 10; stop if pain is more than 5/10": "Bridge: 10; stop if pain > 5/10\n",
    "Bridge: 10; stop when pain over 5 out of 10": "Bridge: 10; stop if pain > 5/10\n",
    "Bridge: 10; pain up to 3/10, else stop": "Bridge: 10; pain <= 3/10, else stop\n",
    "Bridge: 10; pain 0-3/10": "Bridge: 10; pain = 0-3/10\n",
    "Bridge: 10; daily until bend at least 90 degrees": (
        'Bridge: 10; daily; until "bend" >= 90 degrees\n'
    ),
    "Plank: hold 10 s; build hold by 5 s to 30 s every week": (
        "Plank: hold 10 s; build hold to 30 s by 5 s every week\n"
    ),
    "Walk: 10 min; increase time by 5 min each week up to 30 min": (
        "Walk: 10 min; build time to 30 min by 5 min every week\n"
    ),
    "Squat: 5; build load by 2.5 kg per session": "Squat: 5; build load by 2.5 kg every session\n",
    "Squat: 5; build load by 5 kg to 60 kg": "Squat: 5; build load to 60 kg by 5 kg\n",
    "Squat: 5; build load by 1 kg per hand": 'Squat: 5; build load by 1 kg per "hand"\n',
    "Squat: 5; build reps and load by 5-10%": "Squat: 5; build reps, load by 5-10%\n",
}


@pytest.mark.parametrize("text", LINES)
def test_lines_are_understood_as_people_write_them(text: str) -> None:
    """A line of a leaflet means what it says."""
    assert write(parse(text, Item)) == LINES[text]


WRONG_LINES = {
    "Bridge, each side: 3 x 10": "`each` stands behind the colon",
    "Bridge, left: 3 x 10": "`left` stands behind the colon",
    "Sets: 3": "expected the name of an exercise",
    "Bridge: twice daily": "expected a dose before how often",
    "Bridge: 3 daily": "write `3; daily`, or `?; 3 daily` where the source gives none",
    "Bridge: 10 every hour": "write `10; every hour`, or `?; 10 every hour` where",
    "Walk: 15 min after exercise": "write `15 min; after exercise`, or `?; 15 min after",
    "Run: 8 x 400 m, 2:00": "expected another set of the same kind",
    "Sprint: 10 x 20 m every 60 s": "expected a detail behind a comma (hold 5 s, rest 60 s, ",
    "Run: 5 km in 25 min": "how hard behind `@` (@ 20 kg), or how often behind `;` (; 3/day)",
    'Bridge: 10, until "tired"': "expected another set of the same kind",
    "Bridge: 10, each daily": "expected side or one of direction",
    "Bridge: 10, twice a day foo " + "x" * 200: "expected",
    "Bridge: twice": "expected what is done before it",
    "Bridge: 10; stop if dizzines > 5/10": "did you mean `dizziness`",
    "Bridge, supine, sitting: 10": "expected several positions joined by `or`",
    "Bridge: 10; taking turns": "on the line of a phase",
    'Bridge: 10; 2/day also on "x"; daily': "expected how often once",
    "Monday: 3 x 10": "expected the name of an exercise",
    "A1 Bench press: 3 x 10": "items that alternate stand indented under `superset`",
    "Bridge: 10; as tolerated": "expected how often (3/day, Mon Wed Fri), for how long",
    "Bridge: 10; 2-6 weeks": "expected `for 2-6 weeks` or `weeks 2-6`",
    "Bridge: 10; daily then weekly": "expected `;` before what is said next, or the end of the",
    "Bridge: 10 twic": "`twic` is not known here: did you mean `twice`",
    "Bridge: 10; daily; every 2 days": "`also` joins what differs from day to day",
    "Bridge: 10; build load to 5 kg up to 6 kg": "expected `to` once in a change",
    "Walk: 10 min; build time by 2 to 5 min each week": "expected a range as in by 1-5",
    "Walk: 10; build reps by 1 to 2 every week": "or a target as in by 1 up to 5",
    "Bridge: 10; no pain > 3/10": "expected what is watched alone, as in pain <= 3/10",
    "Bridge: 10; go on if no pain > 2/10": "expected what is watched alone",
    "Bridge: hodl; twice daily, 8 weeks": "did you mean `hold`",
    "Walk: 20 min x 3 weekly": "expected `;` before what is said next",
    "Bridge: 3 x 10 x 2 daily": "or how often behind `;`",
    "Run: 5 x 2 km every 10 min": "or how often behind `;`",
    "Bridge: 10; stop if pain 5/10": "expected a comparison, such as <= 5/10, > 5/10 or = 5/10",
    "Bridge: 10; stop if bend 90 degrees": "such as <= 90 degrees, > 90 degrees or",
    "Squat, operated leg: 10": "`operated leg` stands behind the colon",
    "Squat, Mon Wed: 10": "stands behind the colon",
    "Squat, weeks 0-2: 10": "stands behind the colon",
    "Squat, on the left: 10": "stands behind the colon",
    "Squat, morning: 10": "stands behind the colon",
    "Bridge: 10; stop if swelling >= 2+": "a range with both its ends",
    "Swim: 10 x 100 m @ 1:30; 3 days/week": "for a time of the day, `; 1:30`",
    "Bridge: 10; 1:30 after lunch": "expected a unit, such as 90 min",
}


@pytest.mark.parametrize("text", WRONG_LINES)
def test_lines_that_say_something_in_the_wrong_place_are_refused(text: str) -> None:
    """What stands where it would be lost is refused, with the place where it belongs."""
    with pytest.raises(NotationError) as caught:
        parse(text, Item)

    assert WRONG_LINES[text] in str(caught.value)


WRONG_TEXTS = {
    "phase Protect (weeks 0-2): 3/day\n  Q: 10\n": "expected when behind the colon",
    "routine Mon Wed: 2/day\n  Q: 10\n": "expected when behind the colon",
    "routine A (Mon Wed Fri): 2/day\n  Q: 10\n": "expected when behind the colon",
    "routine Strength daily:\n  Q: 10\n": "expected when behind the colon",
    "phase First 2 weeks: daily\n  Q: 10\n": "expected when behind the colon",
    "circuit (3 rounds): rest 60 s between rounds\n  Q: 10\n": "expected how much behind the",
    "emom 10 min: taking turns\n  Q: 10\n": "expected how much behind the colon",
    "phase A: weeks 0-2\n  Q: 10\nphase B: weeks 3-6\n  Q: 10\nphase C: weeks 6-9\n  Q: 10\n": (
        "expected a phase that begins where another one ends, as in weeks 0-2, 2-6"
    ),
    "circuit 3 rounds: for time\n  Q: 10\n": "expected how much behind the colon",
    "circuit: for time\n  Q: 21-15-9\n": "expected `superset: for time`",
    "amrap: 3 rounds\n  Q: 10\n": "expected how long, as in amrap: 20 min",
    "amrap: for time\n  Q: 10\n": "expected how long, as in amrap: 20 min",
    "emom: for time\n  Q: 10\n": "expected how long or how many rounds",
    "phase A: weeks 1-2\nQ: 10\n": "expected it indented under `phase A`",
    "routine A: Mon\n  S: 5\nB: 5\n": "expected it indented under `routine A`",
    "phase Weeks 3-6:\n  Q: 10\n": "expected when behind the colon",
    "phase Two (weeks 0-6):\n  Q: 10\n": "expected when behind the colon",
    "routine Mon Wed Fri:\n  Q: 10\n": "expected when behind the colon",
    "routine 3x/week:\n  Q: 10\n": "expected when behind the colon",
    "phase 12 weeks:\n  Q: 10\n": "expected when behind the colon",
    "circuit 3 rounds:\n  Q: 10\n": "expected how much behind the colon",
    "pick any 2:\n  Q: 10\n  R: 10\n": "expected how much behind the colon",
    "amrap 20:\n  Q: 10\n": "expected how much behind the colon",
    "section warm-up 5 min:\n  Q: 10\n": "expected how much behind the colon",
    "superset 3 rounds:\n  Q: 10\n  R: 10\n": "expected how much behind the colon",
    "superset A: 3 rounds\n  Q: 10\n  R: 10\n": "sets and rests stand in a superset's items",
    "branch by sex:\n  case men:\n    Q: 10\n": "its cases have the names",
    "for: 6 weeks\nQ: 10\n": "expected whom it is for",
}


@pytest.mark.parametrize("text", WRONG_TEXTS)
def test_texts_in_which_something_would_be_lost_are_refused(text: str) -> None:
    """Days and weeks in a name, and lines that leave their phase, are errors."""
    with pytest.raises(NotationError) as caught:
        parse(text)

    assert WRONG_TEXTS[text] in str(caught.value)


@pytest.mark.parametrize("code", [0, 0xD800, 0xDFFF])
def test_what_no_file_can_hold_is_refused(code: int) -> None:
    """Half of a surrogate pair, or a null, is an error with its place."""
    with pytest.raises(NotationError, match="line 2, column 1: expected characters that a file"):
        parse(f"Q: 10\n{chr(code)}")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        # Weeks that do not meet are counted from one on.
        ("A: 5; weeks 0-2\nB: 5; weeks 3-6\nC: 5; weeks 7-12", "1-2 3-6 7-12"),
        ("A: 5; weeks 0-6\nB: 5; weeks 1-2", "1-6 1-2"),
        ("A: 5; days 0-3\nB: 5; days 4-14", "1-3 4-14"),
        # Inside of phases that elapse, what has both its ends counts as it is written.
        (
            "phase: weeks 0-6\n  A: 5; weeks 1-4\nphase: weeks 6-12\n  B: 5; weeks 7-8",
            "1-6 1-4 7-12 7-8",
        ),
        # What items say tells nothing of the phases around them, nor of each other.
        (
            "phase: weeks 0-2\n  A: 5\nphase: weeks 3-6\n  A: 5; weeks 4-5\n  B: 5; weeks 5-6",
            "1-2 3-6 4-5 5-6",
        ),
        (
            "phase: weeks 0-2\n  A: 5\nphase: weeks 2-6\n  A: 5; weeks 4-5\n  B: 5; weeks 5-6",
            "1-2 3-6 4-5 5-6",
        ),
        ("A: 5; weeks 0-2\nB: 5; weeks 2-6\nC: 5; 6-8 weeks", None),
        ("A: 5; 0-2 weeks\nB: 5, weeks 2-6.", "1-2 3-6"),
        # What a text says without being how long anything is.
        ("A: 5; weeks 1-2\nB: 5; weeks 2-6\n  note: weeks 0-2 are quiet", "1-2 2-6"),
        ("A: 5; weeks 1-2\nB: 5; weeks 2-6; rest 0-2 days then go back if pain", "1-2 2-6"),
        ("title: weeks 0-2\nA: 5; weeks 1-2\nB: 5; weeks 2-6", "1-2 2-6"),
    ],
)
def test_weeks_elapse_only_where_they_meet(text: str, spans: str | None) -> None:
    """A text tells by weeks that follow one another whether these are counted or elapse."""
    if spans is None:
        with pytest.raises(NotationError, match="can mean two things"):
            parse(text)
        return
    made = parse(text)
    found = re.findall(r"(?:days|weeks) (\d+-\d+)", re.sub(r'title.*|note.*|"', "", write(made)))

    assert " ".join(found) == spans
    assert parse(write(made)) == made


def test_weeks_elapse_in_the_whole_text_where_one_line_says_so() -> None:
    """Where a text has weeks 0-2, its weeks 2-6 are the four that follow."""
    text = """\
phase A: weeks 0-2
  Q: 10
phase B: weeks 2-6
  Q: 10; from week 4
phase C: week 8
  Q: 10; days 1-3
phase D: months 3-5
  Q: 10; from month 4 for 2 weeks
"""

    assert (
        write(parse(text))
        == """\
phase A: weeks 1-2
  Q: 10
phase B: weeks 3-6
  Q: 10; after 4 weeks
phase C: week 8
  Q: 10; days 1-3
phase D: months 4-5
  Q: 10; after 4 months for 2 weeks
"""
    )


def test_other_texts_are_no_texts() -> None:
    """What is no text is refused as such."""
    with pytest.raises(TypeError, match="expected a text, got 5"):
        parse(5)  # type: ignore[call-overload]


def test_the_side_behind_all_pieces_is_that_of_the_dose() -> None:
    """A side right behind the work is the dose's, unless the sets differ."""
    assert parse("10 left, 8 left", Dose).sides is Side.LEFT
    assert [sets.side for sets in parse("10 left, 8 right", Dose).sets] == [Side.LEFT, Side.RIGHT]


def test_taking_turns_is_by_repetition() -> None:
    """Twenty that take turns change the side after each repetition."""
    sides = parse("20 taking turns", Dose).sides

    assert isinstance(sides, EachSide)
    assert sides.order is Order.BY_REP


def test_a_cap_belongs_to_what_is_done_as_needed() -> None:
    """What is done as needed, up to 6 a day, is one rule."""
    assert parse("as needed, up to 6/day", Frequency).times == AsNeeded(most=Range(None, 6))
