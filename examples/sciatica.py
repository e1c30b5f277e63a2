"""A therapist's published advice for the first stage of sciatica, built in Python."""

import kinescript as ks

BRIDGE = ks.Item(
    ks.Exercise(
        "Bridge",
        kind=ks.ExerciseKind.STRENGTH,
        laterality=ks.Laterality.BILATERAL,
        positions=ks.Position(
            "supine", setup=("on the floor", "feet below the knees, in line with the hips")
        ),
        instructions=("press the hips up", "hold at the top", "lower slowly"),
        cues=("entire foot pressing down", "both hips active so that the back does not arch"),
        purpose="activates the butt muscles",
    ),
    ks.Dose(
        ks.Sets(
            3,
            ks.Reps(
                10,
                hold=ks.seconds(5, 10),
                tempo=ks.Tempo(ks.Beat(ks.Part.LOWER, ks.Words("slowly"))),
            ),
        ),
    ),
    words="3 sets of 10, hold at the top 5 to 10 seconds, lower slowly",
    id="bridge",
)

FIGURE_4 = ks.Item(
    ks.Exercise(
        "Figure-4 stretch",
        kind=ks.ExerciseKind.STRETCH,
        laterality=ks.Laterality.UNILATERAL,
        positions=(ks.Position("lying", setup="on the floor or in bed"), "seated"),
        purpose="calms the area down",
    ),
    ks.Dose(ks.Hold(ks.Breaths(20)), sides=ks.EachSide()),
    frequency=ks.per_day(4, 5),
    words="hold for 20 deep breaths, each side, 4 to 5 rounds a day",
    readings=ks.Reading(
        "deep",
        "a word without a number: the breaths are counted, how long each lasts is assumed",
    ),
    notes=(
        "the page has instructions for each of the two ways",
        "the purpose is in our words: the page is to calm the area down, then to activate",
    ),
    id="figure-4",
)

CLAMSHELL_DOSE = ks.Sets(
    3,
    ks.Reps(
        ks.Range(10, 15),
        hold=ks.seconds(10),
        tempo=ks.Tempo(ks.Beat(ks.Part.LOWER, ks.Words("slowly"))),
    ),
)

CLAMSHELL = ks.Item(
    ks.Exercise(
        "Clamshell",
        kind=ks.ExerciseKind.STRENGTH,
        laterality=ks.Laterality.UNILATERAL,
        positions=ks.Position("side-lying", setup=("knees bent to about 90 degrees",)),
        instructions=(
            "open the knee",
            "hold at the top of the range",
            "return slowly",
        ),
        cues=("wherever you can raise to without your hip sliding back",),
        faults=("hips fall backwards",),
        purpose="activates, once the area is calm",
    ),
    ks.Dose(CLAMSHELL_DOSE, sides=ks.EachSide()),
    frequency=ks.Frequency(times=ks.ThroughTheDay()),
    words="3 sets of 10 to 15, hold 10 seconds, return slowly, routinely in your day",
    readings=ks.Reading(
        "3 sets of 10 to 15",
        "the source names no side; lying on one side works one hip, so each side is meant",
        others=ks.Dose(CLAMSHELL_DOSE),
    ),
    notes="the purpose is in our words: the page is to calm the area down, then to activate",
    id="clamshell",
)

PRESCRIPTION = ks.Prescription(
    "First stage of sciatica",
    ks.Phase(
        "Beginning stages",
        ks.Routine("Hips and back", (BRIDGE, FIGURE_4, CLAMSHELL)),
        goals=("calm the area down", "then activate"),
    ),
    id="urn:kinescript:example:sciatica",
    audience=(
        "shooting pain, numbness or tingling down the leg",
        "long sitting or standing",
    ),
    goals=("calm the irritated area down, then get the muscles around it to work",),
    advice=("see a professional if the pain persists",),
    companions=ks.Companion(
        "Soft-tissue work",
        words="massage",
        reason="a companion to the exercises, advised without a dose or a time",
    ),
    sources=ks.Source(
        "Are you dealing with sciatica pain?",
        author="Kathlyn Hossack",
        publisher="Fit to Farm",
        address="https://www.grainews.ca/farmlife/are-you-dealing-with-sciatica-pain/",
    ),
)

if __name__ == "__main__":
    print(ks.dumps(PRESCRIPTION), end="")
