#!/usr/bin/env python3
"""Django's command line, from a bare checkout as well as from an installed wheel."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT / "platform"), str(ROOT)]

if __name__ == "__main__":
    from config.__main__ import main

    main()
