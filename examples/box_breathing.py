"""A breathing exercise in the morning and evening, built in Python."""

import kinescript as ks

FOUR = ks.seconds(4)

PRESCRIPTION = ks.Prescription(
    "Box breathing",
    ks.Phase(
        "",
        ks.Routine(
            "Breathing",
            ks.Item(
                ks.Exercise("Box breathing", kind=ks.ExerciseKind.BREATHING),
                ks.Dose(ks.Reps(10, tempo=ks.breathing(FOUR, FOUR, FOUR, FOUR))),
                words="inhale 4, hold 4, exhale 4, hold 4; 10 cycles",
            ),
            frequency=ks.Frequency(times=ks.At((ks.Anchor.MORNING, ks.Anchor.EVENING))),
        ),
    ),
    id="urn:kinescript:example:box-breathing",
    precautions="breathe as you like if you feel dizzy",
)

if __name__ == "__main__":
    print(ks.dumps(PRESCRIPTION), end="")
