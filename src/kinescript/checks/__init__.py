"""A prescription becomes findings: what is doubtful about it."""

from kinescript.checks._check import RULES, check
from kinescript.checks._finding import Family, Finding, Rule, Severity

__all__ = ["RULES", "Family", "Finding", "Rule", "Severity", "check"]
