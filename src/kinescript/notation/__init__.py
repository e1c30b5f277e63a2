"""The notation: prescriptions as the text that clinicians write, and back."""

try:
    import lark as lark
except ImportError:
    message = "the notation is an extra: pip install 'kinescript[notation]'"
    raise ImportError(message) from None

from kinescript.notation._notation import parse
from kinescript.notation._write import write

__all__ = ["parse", "write"]
