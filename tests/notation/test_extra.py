"""The parser library is an extra."""

import subprocess
import sys
from importlib import reload

import pytest

from kinescript import notation


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever lacks the parser library is told which extra brings it."""
    monkeypatch.setitem(sys.modules, "lark", None)

    with pytest.raises(ImportError, match=r"pip install 'kinescript\[notation\]'"):
        reload(notation)


def test_the_grammar_is_not_loaded_before_it_is_needed() -> None:
    """Importing the library loads neither the parser library nor the grammar."""
    code = "import kinescript, sys; assert 'lark' not in sys.modules; kinescript.parse"

    subprocess.run([sys.executable, "-c", code], check=True)
