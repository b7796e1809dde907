"""The order of the look: which component files make up web/site.css and web/site.js.

The order of the lists is the cascade. Flat files joined in one order do what layers would do,
and a page needs one request for its looks and one for its manners.
"""

import re
import shutil
import weakref
from pathlib import Path
from tempfile import mkdtemp

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

SOURCE = Path(__file__).parent / "static" / "web"

STYLES = [
    "tokens",
    "dark",
    "base",
    "layout",
    "bar",
    "footer",
    "button",
    "tag",
    "avatar",
    "card",
    "cover",
    "track",
    "ring",
    "leaf",
    "fill",
    "jobbar",
    "seal",
    "note",
    "table",
    "forms",
    "empty",
    "desk",
    "import",
    "staff",
    "told",
    "ecomap",
    "applying",
    "academy",
    "course",
    "lesson",
    "quiz",
    "me",
    "certificate",
    "sign-in",
    "nudge",
    "print",
]

SCRIPTS = ["errors", "guard", "copy", "fragments"]


def join_styles(source=SOURCE):
    """The stylesheet without its comments, ready to serve."""
    whole = "\n".join((source / "css" / f"{name}.css").read_text("utf-8") for name in STYLES)
    return re.sub(r"\n\s*\n+", "\n", re.sub(r"/\*.*?\*/", "", whole, flags=re.DOTALL)).strip() + "\n"


def join_scripts(source=SOURCE):
    """The scripts as one module; a block around each keeps its names to itself."""
    return "".join(f"{{\n{(source / 'js' / f'{name}.js').read_text('utf-8')}}}\n" for name in SCRIPTS)


class BundleFinder(BaseFinder):
    """Serves the two joined files as real files, for runserver, whitenoise and collectstatic alike.

    They live in a folder of this process that goes when it ends, and are written again when a source changes.
    """

    JOINED = {"web/site.css": join_styles, "web/site.js": join_scripts}

    def __init__(self, *args, **kwargs):
        self._folder = mkdtemp(prefix="liancai-look-")
        self._seen = {}
        self.storage = FileSystemStorage(location=self._folder)
        weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        if path not in self.JOINED:
            return []
        found = str(self._write(path))
        return [found] if find_all else found

    def list(self, ignore_patterns):
        for path in self.JOINED:
            self._write(path)
            yield path, self.storage

    def _write(self, path):
        changed = max(file.stat().st_mtime_ns for file in SOURCE.rglob("*.*"))
        target = Path(self._folder, path)
        if self._seen.get(path) != changed or not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_suffix(".draft")
            draft.write_text(self.JOINED[path](), "utf-8")
            draft.replace(target)
            self._seen[path] = changed
        return target
