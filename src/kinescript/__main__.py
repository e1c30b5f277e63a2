"""The command line, as ``python -m kinescript``."""

from kinescript.cli import main

if __name__ == "__main__":
    main()
