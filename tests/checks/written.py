"""What one check finds in a text in the notation."""

from __future__ import annotations

from kinescript import Prescription, parse
from kinescript.checks import CHECKS, Finding


def found(code: str, written: str | Prescription) -> list[Finding]:
    """Return what the check of that *code* finds."""
    (one,) = (each for each in CHECKS if each.code == code)
    return list(one.findings(parse(written) if isinstance(written, str) else written))


def messages(code: str, written: str | Prescription) -> list[str]:
    """Return what the check of that *code* says."""
    return [each.message for each in found(code, written)]
