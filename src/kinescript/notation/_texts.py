"""Words as the notation writes them: bare where they are common, else in quotes."""

from __future__ import annotations

import json
import re
from typing import Final

_PLAIN: Final = (
    # What is done.
    "bike breathe breathing bridge circles clap contract cough cycle drink float glide huff jog "
    "jump kick march pause plank press pull pulse pulses push reach relax relaxation roll rotate "
    "row run running shake ski skip slide sprint squat squeeze stand stretch swim swing throw "
    "throws turn walk walking contractions "
    # How hard.
    "brisk comfortable easy fast gentle gently hard light maximal maximum moderate slow slowly "
    "steady submaximal vigorous "
    # What is watched.
    "ache blanching dizziness failure fatigue flushing nausea numbness pain soreness spinning "
    "stiffness strength swelling symptoms tingling tired vertigo weakness"
)
PLAIN: Final = frozenset(_PLAIN.split())
"""The words that need no quotes."""

_SHOWN: Final = 40
_BACKSLASH: Final = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


def quoted(text: str) -> str:
    """Return *text* in quotes, on one line."""
    made = json.dumps(text, ensure_ascii=False)
    return _BACKSLASH.sub(lambda found: f"\\u{ord(found.group()):04x}", made)


def unquoted(token: str) -> str:
    """
    Return the text that stands in quotes.

    Raises:
        ValueError: If an escape in it is wrong.
    """
    try:
        text: str = json.loads(token)
    except ValueError:
        shown = token if len(token) <= _SHOWN else f"{token[:_SHOWN]}..."
        raise ValueError(f"expected quotes with the escapes that JSON has, got {shown}") from None
    return text


def worded(text: str) -> str:
    """Return words as they are written inside a line."""
    return text if text in PLAIN else quoted(text)


def free(text: str) -> str:
    """Return a text as it is written to the end of a line."""
    is_plain = (
        text.strip() == text
        and text.isprintable()
        and not text.startswith(('"', "#"))
        and " #" not in text
        and text
    )
    return text if is_plain else quoted(text)
