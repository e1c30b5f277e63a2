"""The command line: files and options to text or JSON, and an exit status."""

from __future__ import annotations

import sys
from importlib.util import find_spec

__all__ = ["main"]


def main() -> None:
    """Run the command line on the program's arguments, and exit with its status."""
    if find_spec("click") is None or find_spec("rich") is None:
        sys.exit("kinescript: the command line is an extra: pip install 'kinescript[cli]'")
    from kinescript.cli._app import app

    app(prog_name="kinescript")
