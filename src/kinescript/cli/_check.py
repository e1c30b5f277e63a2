"""Prescriptions to what is doubtful about them, and an exit status."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from kinescript.checks import Finding, Severity, check
from kinescript.cli._files import Refused, label, read_prescription
from kinescript.cli._output import Block, Line, Table, write_blocks, write_json

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


def write_findings(files: Iterable[str], form: str) -> int:
    """Write what is doubtful in *files*, and return the exit status."""
    status = 0
    found: list[tuple[str, tuple[Finding, ...]]] = []
    for name in files:
        try:
            found.append((label(name), check(read_prescription(name))))
        except Refused as refused:
            refused.show()
            status = refused.exit_code
    if found:
        write_json(_as_json(found)) if form == "json" else write_blocks(_lines(found))
    errors = (each for _, findings in found for each in findings if each.severity is Severity.ERROR)
    return 1 if any(errors) else status


def _lines(found: Iterable[tuple[str, tuple[Finding, ...]]]) -> Iterator[Block]:
    for name, findings in found:
        if not findings:
            yield Line(f"{name}: nothing found")
        for each in findings:
            text = f"{name}: {each.path}: {each.severity.value}: {each.message} ({each.code})"
            yield Line(text, _STYLES[each.severity])
            yield Table(rows=[(each.hint,)], styles=("",), wide=(0,), indent=4)


def _as_json(found: Iterable[tuple[str, tuple[Finding, ...]]]) -> str:
    rows = [
        {
            "file": name,
            "path": each.path,
            "severity": each.severity.value,
            "code": each.code,
            "message": each.message,
            "hint": each.hint,
        }
        for name, findings in found
        for each in findings
    ]
    return f"{json.dumps(rows, ensure_ascii=False, indent=2)}\n"
