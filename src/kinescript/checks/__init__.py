"""A prescription becomes findings: what is doubtful about it."""

from kinescript.checks._check import CHECKS, check
from kinescript.checks._finding import Check, Family, Finding, Severity

__all__ = ["CHECKS", "Check", "Family", "Finding", "Severity", "check"]
