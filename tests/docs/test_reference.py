"""The reference pages say what the code says."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import attrs
import pytest

import kinescript
from kinescript.agendas import DEFAULT_ANCHORS, Busy, Calendar, Waking
from kinescript.checks import CHECKS, Check
from kinescript.cli._app import app
from kinescript.documents import dumps, loads
from kinescript.documents._forms import TAGS
from kinescript.model import (
    REASONS,
    Aim,
    Around,
    Assumptions,
    Beat,
    Budget,
    Case,
    Choice,
    Code,
    Companion,
    Compared,
    Detail,
    Dose,
    EachWay,
    Estimate,
    Exercise,
    Frequency,
    Goal,
    Indication,
    Item,
    Order,
    Phase,
    Position,
    Prescription,
    Reading,
    Routine,
    Sets,
    Side,
    Sign,
    Source,
    Span,
    Tempo,
)
from kinescript.plans import plan as make_plan

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = sorted(set((DOCS / "how-to").glob("*.md")) - {DOCS / "how-to/index.md"})
PACKAGES = [
    module.name
    for module in iter_modules(kinescript.__path__)
    if module.name != "cli" and not module.name.startswith("_")
]
WITHOUT_KIND = (
    *(Prescription, Phase, Span, Goal, Routine, Item, Case, Exercise, Position, Code),
    *(Dose, EachWay, Sets, Tempo, Beat, Sign, Compared, Frequency, Budget, Around),
    *(Reading, Aim, Companion, Source, Indication, Detail, Calendar, Waking, Busy),
    *(Choice, Assumptions, Estimate),
)
DIRECTIVE = re.compile(
    r"^\.\. auto(?:class|data|exception|function):: (kinescript\.[\w.]+)$", re.MULTILINE
)
ROLE = re.compile(r"\{py:\w+\}`~kinescript\.(\w+)\.(\w+)`")


def page(name: str) -> str:
    """Return the text of one page of the documentation."""
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_name_is_in_the_reference(package: str) -> None:
    """A package's page shows each of its public names once, and nothing else."""
    names = import_module(f"kinescript.{package}").__all__
    found = DIRECTIVE.findall(page(f"reference/{package}.md"))

    assert sorted(found) == sorted(f"kinescript.{package}.{name}" for name in names)


def test_every_daily_name_is_in_the_reference() -> None:
    """The page of the top level links each of its names to the package it comes from."""
    found = ROLE.findall(page("reference/kinescript.md"))
    homes = {name: import_module(f"kinescript.{home}") for home, name in found}

    assert sorted(name for _, name in found) == sorted(kinescript.__all__)
    assert all(getattr(home, name) is getattr(kinescript, name) for name, home in homes.items())


@pytest.mark.parametrize(
    "guide", sorted((DOCS / "how-to").glob("[!i]*.md")), ids=lambda it: it.stem
)
def test_every_guide_links_to_the_reference(guide: Path) -> None:
    """A reader of a guide finds the way to the names that it uses."""
    text = guide.read_text(encoding="utf-8")

    assert "`~kinescript." in text or "`kinescript." in text or "../reference/" in text


def test_every_assumption_is_in_the_reference() -> None:
    """The page of the assumptions has each default with its reason, in order."""
    rows = [
        f"| `{field.name}` | {shown(field.default)} | {REASONS[field.name]} |"
        for field in attrs.fields(Assumptions)
    ]

    assert list(rows_of("reference/assumptions.md", "assumption")) == rows


def shown(default: object) -> str:
    """Return a default as the page of the assumptions shows it."""
    match default:
        case Estimate(likely, least=least, greatest=greatest):
            return f"{seconds(likely)} s ({seconds(least)} to {seconds(greatest)} s)"
        case tuple():
            return "; ".join(f"“{words}” {shown(estimate)}" for words, estimate in default)
        case Side() | Order():
            return str(default.value)
        case _:
            return str(default)


def seconds(time: timedelta) -> str:
    """Return *time* in seconds, without needless digits."""
    return f"{time / timedelta(seconds=1):g}"


def test_every_anchor_is_in_the_reference() -> None:
    """The page of the assumptions has the clock time of each anchor."""
    rows = [f"| `{anchor.name}` | {at:%H:%M} |" for anchor, at in DEFAULT_ANCHORS.items()]

    assert list(rows_of("reference/assumptions.md", "anchor")) == rows


def test_every_check_is_in_the_reference() -> None:
    """The page of the checks has every check with its severity and its source, and no other."""
    _, _, text = page("reference/checks.md").partition("later versions keep it.\n\n")
    found, _, _ = text.partition("\n\n## ")

    assert found == "\n\n".join(map(entry, CHECKS))


def entry(one: Check) -> str:
    """Return a check as the page of the checks shows it."""
    source = re.sub(r"https?://[^\s);,]+", r"<\g<0>>", one.source)
    return f"`{one.code}` ({one.severity.value})\n: {one.title}\n\n  {source}"


def test_every_kind_is_in_the_reference() -> None:
    """The page of the format has every kind of object with its keys, required ones in bold."""
    rows = [f"| `{tag}` | {role(holds)} | {keys(holds)} |" for holds, tag in TAGS.items()]

    assert list(rows_of("reference/documents-format.md", "kind")) == rows


def test_every_object_is_in_the_reference() -> None:
    """The page of the format has every class that a document can hold without a kind."""
    found = list(rows_of("reference/documents-format.md", "holds"))

    assert found == [f"| {role(holds)} | {keys(holds)} |" for holds in WITHOUT_KIND]


def role(holds: type) -> str:
    """Return the link to a class."""
    home = holds.__module__.split(".")[1]
    return f"{{py:class}}`~kinescript.{home}.{holds.__name__}`"


def keys(holds: type) -> str:
    """Return the keys of an object that holds a class."""
    fields = attrs.fields(holds) if attrs.has(holds) else ()
    marks = ("**`{}`**" if field.default is attrs.NOTHING else "`{}`" for field in fields)
    pairs = zip(marks, fields, strict=True)
    return ", ".join(mark.format(field.alias) for mark, field in pairs) or "none"


def test_every_key_of_an_expanded_plan_is_in_the_reference() -> None:
    """The page of the format has every key that an expanded plan has."""
    example = loads((DOCS.parent / "examples/sciatica.json").read_text(encoding="utf-8"))
    plan = make_plan(example, start=date(2026, 11, 23), calendar=Calendar("America/Winnipeg"))
    document = json.loads(dumps(plan, expanded=True, days=1))["expanded"]
    _, _, text = page("reference/documents-format.md").partition("## Expanded plans")
    used = {*document, *document["sessions"][0], *document["timelines"][0]}
    for step in document["timelines"][0]["steps"]:
        used |= set(step)

    assert used - set(re.findall(r"`(\w+)`", text)) == set()


def rows_of(name: str, head: str) -> Iterator[str]:
    """Return the rows of the table on a page whose first column is called *head*."""
    _, _, table = page(name).partition(f"\n| {head} |")
    for line in table.splitlines()[2:]:
        if not line.startswith("|"):
            return
        yield line


def test_every_command_is_in_the_reference() -> None:
    """The page about the command line has a section for each command."""
    text = page("reference/command-line.md")
    sections = re.findall(r"^## (\w+)\n\n```console\n\$ kinescript \1 --help$", text, re.MULTILINE)

    assert sorted(sections) == sorted(app.commands)
