"""Turns .po into .mo with Babel; for `dev`, inside the environment, and for whoever builds the wheel."""

import io
import sys
from collections.abc import Iterable
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po


def compile_files(sources: Iterable[Path]) -> None:
    """Write each .mo whole or not at all; a .po that cannot be read ends the program with its name."""
    for source in sources:
        try:
            catalogue = read_po(io.BytesIO(source.read_bytes()), abort_invalid=True)
        except PoFileError as error:
            raise SystemExit(f"{source}: {error}") from error
        unfinished = source.with_suffix(".mo.part")
        with unfinished.open("wb") as target:
            write_mo(target, catalogue)
        unfinished.replace(source.with_suffix(".mo"))


if __name__ == "__main__":
    compile_files(map(Path, sys.argv[1:]))
