"""A prescription becomes findings, by the checks of one table."""

from __future__ import annotations

import re

from kinescript._fields import one
from kinescript.checks._apart import find_impossible_gaps, find_rests_never_taken
from kinescript.checks._doubts import (
    find_contradictions,
    find_impossible_days,
    find_long_holds,
    find_many_exercises,
    find_unsaid_safety,
    find_unsaid_sides,
    find_very_many_exercises,
)
from kinescript.checks._figures import find_implausible_intensities, find_impossible_values
from kinescript.checks._finding import Check, Finding, Severity
from kinescript.checks._never import find_impossible_picks, find_impossible_times, find_late_starts
from kinescript.checks._starts import find_implausible_intervals, find_impossible_intervals
from kinescript.checks._totals import find_contradictory_totals
from kinescript.checks._twice import find_lost_days, find_shared_units
from kinescript.checks._unsaid import find_unsaid_amounts
from kinescript.model import Prescription

_MEDINA = (
    "Medina-Mirapeix 2009, table 3, 184 patients, "
    "https://bmcmusculoskeletdisord.biomedcentral.com/articles/10.1186/1471-2474-10-155/tables/3"
)
_ECKARD = "Eckard 2015, 155 patients, https://www.ncbi.nlm.nih.gov/pubmed/25643386"

CHECKS = (
    Check(
        code="impossible-day",
        severity=Severity.ERROR,
        title="the exercises of one day take more than 24 hours even at their least",
        source="arithmetic: a day has 24 hours",
        look=find_impossible_days,
    ),
    Check(
        code="impossible-gap",
        severity=Severity.ERROR,
        title="the gap that is written cannot be kept so often",
        source="arithmetic: a week of 7 days has 3 days that lie 48 hours apart",
        look=find_impossible_gaps,
    ),
    Check(
        code="impossible-interval",
        severity=Severity.ERROR,
        title="something takes longer, by its written times alone, than until it starts again",
        source="arithmetic: 30 s of work cannot start every 20 s",
        look=find_impossible_intervals,
    ),
    Check(
        code="impossible-pick",
        severity=Severity.ERROR,
        title="more is to be picked than there is",
        source="arithmetic: of 2 exercises nobody can pick 5",
        look=find_impossible_picks,
    ),
    Check(
        code="impossible-time",
        severity=Severity.ERROR,
        title="something is never done: its time lies outside that around it, or no day is left",
        source="arithmetic: weeks 6 to 8 are no part of weeks 1 and 2",
        look=find_impossible_times,
    ),
    Check(
        code="impossible-value",
        severity=Severity.ERROR,
        title="a value is not on its scale, or can never be",
        source="arithmetic: a scale that ends at 10 has no 15, and nothing above 10",
        look=find_impossible_values,
    ),
    Check(
        code="ambiguous-days",
        severity=Severity.WARNING,
        title="times of the day alone mean every day, within what is done on certain days only",
        source="TIDieR: when and how much; the nearest frequency counts, and all of it",
        look=find_lost_days,
    ),
    Check(
        code="ambiguous-rest",
        severity=Severity.WARNING,
        title="a rest is never taken: it lies between sets, and there is one set",
        source="CERT item 13: sets, repetitions, duration; a rest was meant for something",
        look=find_rests_never_taken,
    ),
    Check(
        code="ambiguous-side",
        severity=Severity.WARNING,
        title="an exercise for one side at a time has a dose that names no side",
        source="CERT item 8: each exercise is described so that it can be replicated",
        look=find_unsaid_sides,
    ),
    Check(
        code="ambiguous-start",
        severity=Severity.WARNING,
        title="something starts just when what is around it ends, so that it is never done",
        source="arithmetic: what lasts 12 weeks has nothing in it that starts after 12 weeks",
        look=find_late_starts,
    ),
    Check(
        code="ambiguous-weeks",
        severity=Severity.WARNING,
        title="an exercise is due twice in a week that ends one span and begins the next",
        source="arithmetic: weeks 1 to 2 and weeks 2 to 6 both have week 2",
        look=find_shared_units,
    ),
    Check(
        code="contradictory-source",
        severity=Severity.NOTE,
        title="the source's words can be read in more than one way, or contradict themselves",
        source="CERT item 13: sets, repetitions, duration; a reading was chosen, others are kept",
        look=find_contradictions,
    ),
    Check(
        code="contradictory-total",
        severity=Severity.WARNING,
        title="a total is more than a tenth off what its parts come to, with rest or without",
        source="arithmetic; no source for the tenth: our figure",
        look=find_contradictory_totals,
    ),
    Check(
        code="implausible-hold",
        severity=Severity.WARNING,
        title="a position is kept for more than 20 minutes",
        source="no source: our figure",
        look=find_long_holds,
    ),
    Check(
        code="implausible-intensity",
        severity=Severity.WARNING,
        title="an intensity is more than a person reaches: above 200% of a best, 100% of the "
        "greatest heart rate, 250 beats or 300 turns a minute, 30 MET, or 360 degrees",
        source="no source: our figures",
        look=find_implausible_intensities,
    ),
    Check(
        code="implausible-interval",
        severity=Severity.WARNING,
        title="bouts are less than a minute apart, all through the day",
        source="no source: our figure",
        look=find_implausible_intervals,
    ),
    Check(
        code="incomplete-amount",
        severity=Severity.WARNING,
        title="nothing says how much of an exercise to do, or how often",
        source="CERT item 13: sets, repetitions, duration; TIDieR: when and how much",
        look=find_unsaid_amounts,
    ),
    Check(
        code="burden-exercises",
        severity=Severity.NOTE,
        title="one day has 5 or 6 different exercises",
        source=f"4 or more: lower compliance than with 2 or fewer ({_ECKARD}); "
        f"4 to 6 against 1 to 3: odds of adherence 0.6 (0.2 to 1.8, not significant; {_MEDINA})",
        look=find_many_exercises,
    ),
    Check(
        code="burden-many-exercises",
        severity=Severity.WARNING,
        title="one day has more than 6 different exercises",
        source=f"more than 6 against 1 to 3: odds of adherence 0.2 (0.1 to 0.9; {_MEDINA})",
        look=find_very_many_exercises,
    ),
    Check(
        code="safety-advice",
        severity=Severity.WARNING,
        title="nothing tells the person when to stop or whom to ask",
        source="i-CONTENT: safety; CERT item 11: adverse events",
        look=find_unsaid_safety,
    ),
)
"""Every check that `check` applies, by family."""


def check(prescription: Prescription) -> tuple[Finding, ...]:
    """
    Return everything that is doubtful about *prescription*, in its order.

    What concerns the whole comes first. A side that is left open is settled by a
    reading that has another dose among its others.

    Raises:
        ModelError: If it is no prescription.

    >>> from kinescript import Dose, Hold, Item, Phase, Prescription, Routine, minutes, per_day
    >>> plank = Item("Plank", Dose(Hold(minutes(30))), frequency=per_day(1))
    >>> rx = Prescription("Core", Phase("", Routine("", plank)), advice="stop if it hurts")
    >>> for finding in check(rx):
    ...     print(finding.severity.value, finding.message)
    warning Plank is held for 30 min, more than 20 min
    """
    known = one(Prescription, "a Prescription", prescription)
    found = [finding for each in CHECKS for finding in each.findings(known)]
    return tuple(sorted(found, key=_place))


def _place(finding: Finding) -> list[int]:
    return [int(index) for index in re.findall(r"\[(\d+)\]", finding.path)]
