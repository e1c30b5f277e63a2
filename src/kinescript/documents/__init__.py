"""Documents: JSON text in a versioned envelope to values, and back."""

from kinescript.documents._documents import dumps, loads
from kinescript.documents._upgrades import SCHEMA

__all__ = ["SCHEMA", "dumps", "loads"]
