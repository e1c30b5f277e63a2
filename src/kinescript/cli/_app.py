"""The commands with their options; each loads what it needs when it runs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypedDict, Unpack

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
    click.option(
        "--case",
        "cases",
        multiple=True,
        metavar="NAME",
        help="A case of its branches, or an audience of its phases, that the plan is for; "
        "may be given again.",
    ),
)


class _Planning(TypedDict):
    """The argument and options of everything that plans."""

    file: str
    start: date | None
    zone: str | None
    calendar: str | None
    affected: str | None
    cases: tuple[str, ...]


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
        "plan examples/sciatica.json --zone America/Winnipeg", "check examples/sciatica.kine"
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="kinescript", message="%(prog)s %(version)s")
def app() -> None:
    """
    Turn exercise prescriptions into dated sessions, timed to the second.

    FILE is a prescription in the notation (.kine) or as a JSON document (.json), or - for
    standard input.

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
def plan(days: int, form: str, **planning: Unpack[_Planning]) -> None:
    """
    List the sessions of some days: when, what and how long.

    Below them stand what the plan assumes, what no clock schedules, and what found no
    place in a day.
    """
    from kinescript.cli._asked import Asked
    from kinescript.cli._plan import write_plan

    write_plan(Asked(**planning), days, form)


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
def show(day: date | None, number: int, form: str, **planning: Unpack[_Planning]) -> None:
    """
    Show one session step by step.

    Each step comes with the time since the start and on the clock, and with its length:
    assumed after a ~, otherwise prescribed.
    """
    from kinescript.cli._asked import Asked
    from kinescript.cli._show import write_session

    write_session(Asked(**planning), day, number, form)


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


@app.command(
    epilog=_examples(
        "fmt examples/sciatica.kine",
        "fmt --check examples/sciatica.kine examples/strength_day.kine",
    )
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; fail if a FILE would change."
)
@click.option(
    "--drop-comments", is_flag=True, help="Rewrite a FILE that has comments without them."
)
@click.pass_context
def fmt(
    context: click.Context, files: tuple[str, ...], *, only_check: bool, drop_comments: bool
) -> None:
    """
    Rewrite files in the notation in its canonical form.

    Nothing is written if any FILE cannot be read or has comments, which the canonical form
    lacks. The exit status is 1 then, and with --check if a FILE would change.
    """
    from kinescript.cli._fmt import format_files

    context.exit(format_files(files, only_check=only_check, drop_comments=drop_comments))


@app.command(
    epilog=_examples(
        "convert examples/sciatica.json --to kine",
        "convert examples/sciatica.kine --to json",
    )
)
@_FILE
@click.option(
    "--to",
    "form",
    type=click.Choice(["json", "kine"]),
    required=True,
    help="A JSON document, or a text in the notation.",
)
@click.option(
    "-o", "--output", metavar="FILE", help="The file to write.  [default: standard output]"
)
def convert(file: str, form: str, output: str | None) -> None:
    """
    Turn a prescription into a JSON document or into the notation.

    Everything comes along but comments, which only a text in the notation has.
    """
    from kinescript.cli._convert import convert_file

    convert_file(file, form, output)
