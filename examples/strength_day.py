"""A strength day three times a week, built in Python."""

import kinescript as ks

PRESCRIPTION = ks.Prescription(
    "Strength day",
    ks.Phase(
        "",
        ks.Routine(
            "Squats",
            ks.Item(
                ks.Exercise("Squat", kind=ks.ExerciseKind.STRENGTH),
                ks.Dose(
                    ks.Sets(3, ks.Reps(ks.Range(8, 12)), rest=ks.seconds(90)),
                    intensity=ks.Load(20, ks.Mass.KILOGRAM),
                ),
                words="3 x 8-12 at 20 kg, rest 90 s",
            ),
            frequency=ks.Frequency(
                days=ks.Weekdays((ks.Weekday.MON, ks.Weekday.WED, ks.Weekday.FRI))
            ),
        ),
    ),
    id="urn:kinescript:example:strength-day",
    precautions="stop if a lift hurts",
)

if __name__ == "__main__":
    print(ks.dumps(PRESCRIPTION), end="")
