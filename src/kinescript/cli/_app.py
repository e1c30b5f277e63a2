"""The commands with their options; each loads what it needs when it runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import click

from kinescript.cli._options import calendar_date, zone_name
from kinescript.limits import EXPANDED_DAYS

_FILE = click.argument("file", metavar="FILE")
_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="A table for people or JSON for programs.",
)
_PLANNING = (
    click.option(
        "--start",
        type=calendar_date,
        metavar="DATE",
        help="First day of the programme, such as 2026-11-23.  [default: today]",
    ),
    click.option(
        "--zone",
        type=zone_name,
        metavar="ZONE",
        help="The person's time zone, such as Europe/Berlin.  [default: this computer's]",
    ),
    click.option(
        "--calendar",
        metavar="FILE",
        help="A calendar document with the person's zone, waking hours and busy times; "
        "stands instead of --zone.",
    ),
    click.option(
        "--affected",
        type=click.Choice(["left", "right"]),
        help="Which side is the affected one.",
    ),
)


def _examples(*lines: str) -> str:
    """Return the end of a help text with example command lines, each kept on its line."""
    return "\n".join(("\b", "Examples:", *(f"  kinescript {line}" for line in lines)))


def _planning(command: Callable[..., None]) -> Callable[..., None]:
    """Give *command* the argument and options of everything that plans."""
    for option in reversed((_FILE, *_PLANNING)):
        command = option(command)
    return command


@click.group(
    "kinescript",
    epilog=_examples(
        "plan examples/sciatica.json --zone America/Winnipeg", "check examples/sciatica.json"
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="kinescript", message="%(prog)s %(version)s")
def app() -> None:
    """
    Turn exercise prescriptions into dated sessions, timed to the second.

    FILE is a prescription as a JSON document, or - for standard input.

    Exit status: 0 if all is well, 1 if a file is wrong or a check finds an error, 2 if
    the command line is wrong.
    """


@app.command(
    epilog=_examples(
        "plan examples/sciatica.json --zone America/Winnipeg --days 14",
        "plan examples/sciatica.json --start 2026-11-23 --format json",
    )
)
@_planning
@click.option(
    "--days",
    type=click.IntRange(1, EXPANDED_DAYS),
    default=7,
    show_default=True,
    help="How many days to plan.",
)
@_FORMAT
def plan(
    file: str,
    start: date | None,
    zone: str | None,
    calendar: str | None,
    affected: str | None,
    days: int,
    form: str,
) -> None:
    """
    List the sessions of some days: when, what and how long.

    Below them stand what the plan assumes, what no clock schedules, and what found no
    place in a day.
    """
    from kinescript.cli._asked import Asked
    from kinescript.cli._plan import write_plan

    write_plan(Asked(file, start, zone, calendar, affected), days, form)


@app.command(
    epilog=_examples(
        "show examples/sciatica.json --zone America/Winnipeg",
        "show examples/sciatica.json --start 2026-11-23 --session 2",
    )
)
@_planning
@click.option(
    "--date", "day", type=calendar_date, metavar="DATE", help="Which day.  [default: the first one]"
)
@click.option(
    "--session",
    "number",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Which session of that day.",
)
@_FORMAT
def show(
    file: str,
    start: date | None,
    zone: str | None,
    calendar: str | None,
    affected: str | None,
    day: date | None,
    number: int,
    form: str,
) -> None:
    """
    Show one session step by step.

    Each step comes with the time since the start and on the clock, and with its length:
    assumed after a ~, otherwise prescribed.
    """
    from kinescript.cli._asked import Asked
    from kinescript.cli._show import write_session

    write_session(Asked(file, start, zone, calendar, affected), day, number, form)


@app.command(
    epilog=_examples(
        "check examples/sciatica.json",
        "check examples/sciatica.json --format json",
    )
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@_FORMAT
@click.pass_context
def check(context: click.Context, files: tuple[str, ...], form: str) -> None:
    """
    Say what is doubtful about prescriptions.

    The exit status is 1 if anything cannot be done as written, or a FILE is no
    prescription; it stays 0 for warnings and notes.
    """
    from kinescript.cli._check import write_findings

    context.exit(write_findings(files, form))
