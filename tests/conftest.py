"""Hypothesis profiles (``HYPOTHESIS_PROFILE`` names the one to use), and what tests sum up."""

import os

import pytest
from hypothesis import settings

settings.register_profile("dev", deadline=None, max_examples=30)
settings.register_profile("ci", deadline=None, max_examples=100, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests have recorded as their ``summary``, in whichever process they ran."""
    reports = [report for found in terminalreporter.stats.values() for report in found]
    told = [pair for report in reports for pair in getattr(report, "user_properties", ())]
    for text in dict.fromkeys(text for name, text in told if name == "summary"):
        terminalreporter.write_line(str(text))
