"""The command line of an installed wheel, under production settings: `liancai migrate`, `python -m config migrate`."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
