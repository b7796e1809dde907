"""Stored files carry random names: an address tells nothing and cannot be guessed."""

import secrets
from pathlib import PurePath


def random_name(folder: str, filename: str) -> str:
    """`folder/<32 random hex digits>.<extension>`."""
    return f"{folder}/{secrets.token_hex(16)}{PurePath(filename).suffix.lower()}"


def document_name(instance, filename: str) -> str:
    return random_name("documents", filename)
