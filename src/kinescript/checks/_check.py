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
    find_unsaid_amounts,
    find_unsaid_safety,
    find_unsaid_sides,
    find_very_many_exercises,
)
from kinescript.checks._finding import Check, Finding, Severity
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
        code="contradictory-source",
        severity=Severity.NOTE,
        title="the source's words can be read in more than one way, or contradict themselves",
        source="CERT item 13: sets, repetitions, duration; a reading was chosen, others are kept",
        look=find_contradictions,
    ),
    Check(
        code="implausible-hold",
        severity=Severity.WARNING,
        title="a position is kept for more than 10 minutes",
        source="no source: our figure",
        look=find_long_holds,
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
    >>> plank = Item("Plank", Dose(Hold(minutes(15))), frequency=per_day(1))
    >>> rx = Prescription("Core", Phase("", Routine("", plank)), advice="stop if it hurts")
    >>> for finding in check(rx):
    ...     print(finding.severity.value, finding.message)
    warning Plank is held for 15 min, more than 10 min
    """
    known = one(Prescription, "a Prescription", prescription)
    found = [finding for each in CHECKS for finding in each.findings(known)]
    return tuple(sorted(found, key=_place))


def _place(finding: Finding) -> list[int]:
    return [int(index) for index in re.findall(r"\[(\d+)\]", finding.path)]
