"""Folders that other parts build on."""

import os
from pathlib import Path

STATE = Path(os.environ.get("LIANCAI_STATE", "/var/lib/liancai"))
