"""What is looked at before anything is unpacked: size, kind, password, and how much an archive would swell."""

import io
import struct
import zipfile

from sheets import refusals

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE
MOST_ENTRIES = 1_000
LARGEST_UNPACKED = 256 * MEGABYTE
SMALL_UNPACKED = 8 * MEGABYTE
"""Up to here nobody asks how well an archive is packed."""
SAMPLE, BLANK = 8_192, b"\0 \r\n\t\xef\xbb\xbf\xff\xfe"
STRONGEST_RATIO = 150
"""Sheets pack 10 to 40 times smaller; a bomb 1,000 times."""
KNOWN_PACKING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What spreadsheets use; others may ask for any amount of memory."""

ZIP, COMPOUND = b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1")
EMPTY_ZIP = b"PK\x05\x06"
LISTED = b"PK\x01\x02"
"""How each line of an archive's table of contents begins."""
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
BEGINNING_OF_XLS = bytes.fromhex("0908100000060500")
"""The record that opens an .xls since Excel 97; what says that the rest is encrypted follows closely."""
FILEPASS = 0x2F
RECORDS_AT_THE_HEAD = 8
WORKBOOK_STREAMS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))


def check_size(content: bytes) -> None:
    """Raise SheetRefused for a file without content, or with more than 20 MB."""
    if not content[:SAMPLE].strip(BLANK) and not content.strip(BLANK):
        raise refusals.empty()
    if len(content) > LARGEST_FILE:
        raise refusals.too_large(LARGEST_FILE // MEGABYTE)


def is_archive(content: bytes) -> bool:
    """The .xlsx family."""
    return content.startswith((ZIP, EMPTY_ZIP))


def is_compound(content: bytes) -> bool:
    """The .xls family, and .xlsx with a password."""
    return content.startswith(COMPOUND)


def check_archive(content: bytes) -> None:
    """Raise SheetRefused unless this is a whole .xlsx that unpacks to a bearable size by its own table of contents."""
    if content.count(LISTED) > MOST_ENTRIES:  # before they are all read into memory
        raise refusals.swells()
    try:
        entries = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, struct.error) as fault:
        raise refusals.damaged() from fault
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > LARGEST_UNPACKED:
        raise refusals.swells()
    if unpacked > SMALL_UNPACKED and unpacked > STRONGEST_RATIO * min(max(packed, 1), len(content)):
        raise refusals.swells()
    if any(entry.flag_bits & 1 for entry in entries):
        raise refusals.has_a_password()
    if any(entry.compress_type not in KNOWN_PACKING for entry in entries):
        raise refusals.damaged()
    if "xl/workbook.xml" not in {entry.filename for entry in entries}:
        raise refusals.other_format()


def check_compound(content: bytes) -> None:
    """Raise SheetRefused for an .xls or .xlsx with a password, and for documents that hold no workbook."""
    if ENCRYPTED_PACKAGE in content or FILEPASS in records_at_the_head(content):
        raise refusals.has_a_password()
    if not any(stream in content for stream in WORKBOOK_STREAMS):
        raise refusals.other_format()


def records_at_the_head(content: bytes) -> list[int]:
    """The kinds of the first records of an .xls: each has its kind and its length, two bytes each, before it."""
    kinds: list[int] = []
    place = content.find(BEGINNING_OF_XLS)
    while 0 <= place <= len(content) - 4 and len(kinds) < RECORDS_AT_THE_HEAD:
        kind, length = struct.unpack_from("<HH", content, place)
        kinds.append(kind)
        place += 4 + length
    return kinds
