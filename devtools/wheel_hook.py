"""Called by hatchling: no .mo is committed, so the wheel's are compiled as it is built."""

import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOMS = ("platform", "cms", "courses", "talent_pool")


class CompileMessages(BuildHookInterface):
    def initialize(self, version, build_data):
        sys.path.insert(0, self.root)
        from devtools.message_files import compile_files

        compile_files(po for room in ROOMS for po in Path(self.root, room).glob("**/locale/*/LC_MESSAGES/django.po"))
