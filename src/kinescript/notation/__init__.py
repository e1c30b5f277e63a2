"""The notation: prescriptions as the text that clinicians write, and back."""

from kinescript.notation._notation import parse
from kinescript.notation._write import write

__all__ = ["parse", "write"]
