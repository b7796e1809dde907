#!/usr/bin/env python3
"""Django's command line from a checkout, under development settings unless told otherwise."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT / "platform"), str(ROOT)]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")

if __name__ == "__main__":
    from config.__main__ import main

    main()
