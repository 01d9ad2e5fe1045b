"""``python -m zwfw``."""

import sys

from zwfw.cli import main

if __name__ == "__main__":
    sys.exit(main())
