"""The type of what a rule of the grammar stands for."""

from __future__ import annotations

from typing import Any, TypeAlias

Value: TypeAlias = Any
"""What a rule stands for: the reader of the rule around it says what it expects."""
