"""The README's marked commands: a name in, the command as printed out."""

import re
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
MARKED = re.compile(r"^<!-- command: (\w+) -->\n```sh\n(.*?)\n```$", re.MULTILINE | re.DOTALL)


def commands(text: str) -> dict[str, str]:
    """Each marked command of *text* by its name."""
    return dict(MARKED.findall(text))


if __name__ == "__main__":
    print(commands(README.read_text(encoding="utf-8"))[sys.argv[1]])
