"""Spreadsheet files of every kind, made in memory."""

import io
import struct
import zipfile

import xlwt
from openpyxl import Workbook


def xlsx(rows, *, title="Sheet1", hidden=(), **more_sheets) -> bytes:
    """`hidden` are letters of columns; further sheets by name, `{name: rows}`, or None for a hidden empty one."""
    book = Workbook()
    fill(book.active, rows)
    book.active.title = title
    for letter in hidden:
        book.active.column_dimensions[letter].hidden = True
    for name, others in more_sheets.items():
        sheet = book.create_sheet(name)
        fill(sheet, others or [])
        sheet.sheet_state = "visible" if others else "hidden"
    return saved(book)


def fill(sheet, rows) -> None:
    for row in rows:
        sheet.append(list(row))


def saved(book) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xls(rows, *, title="Sheet1") -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet(title)
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if hasattr(value, "year"):
                sheet.write(number, place, value, day)
            elif value not in ("", None):
                sheet.write(number, place, value)
    return saved(book)


def repacked(content: bytes, kind: int = zipfile.ZIP_DEFLATED, **changes: bytes) -> bytes:
    """The archive with entries added or replaced; `__` in a name stands for a slash, `_dot_` for a dot."""
    out = io.BytesIO()
    added = {name.replace("__", "/").replace("_dot_", "."): data for name, data in changes.items()}
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", kind) as new:
        for entry in old.namelist():
            new.writestr(entry, added.pop(entry, None) or old.read(entry))
        for name, data in added.items():
            new.writestr(name, data)
    return out.getvalue()


def replaced(content: bytes, entry: str, before: str, after: str) -> bytes:
    """The archive with other words in one entry."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        text = archive.read(entry).decode()
    assert before in text
    return repacked(content, **{entry.replace("/", "__").replace(".", "_dot_"): text.replace(before, after).encode()})


def bomb(content: bytes, megabytes: int = 64) -> bytes:
    """A workbook whose packed zeros unpack to so much."""
    return repacked(content, xl__media__image1_dot_png=bytes(megabytes << 20))


def lying_bomb(content: bytes, megabytes: int = 400) -> bytes:
    """A workbook with a sheet that unpacks to so much and says in every header that it is small."""
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            if entry != "xl/worksheets/sheet1.xml":
                new.writestr(entry, old.read(entry))
        with new.open("xl/worksheets/sheet1.xml", "w") as part:
            part.write(sheet + b'<c r="A1" t="inlineStr"><is><t>')
            for _ in range(megabytes):
                part.write(b"x" * (1 << 20))
            part.write(b"</t></is></c></row></sheetData></worksheet>")
    return with_size_in_headers(out.getvalue(), b"xl/worksheets/sheet1.xml", size=1_000)


def with_size_in_headers(archive: bytes, name: bytes, size: int) -> bytes:
    """Write another unpacked size into the table of contents of an archive."""
    changed = bytearray(archive)
    place = archive.rindex(b"PK\x01\x02", 0, archive.rindex(name))
    struct.pack_into("<I", changed, place + 24, size)
    return bytes(changed)


def far_corner(content_rows) -> bytes:
    """A workbook with one cell in the last row and column there can be."""
    book = Workbook()
    fill(book.active, content_rows)
    book.active.cell(1_048_576, 16_384).value = "x"
    return saved(book)


def with_password_xls(rows) -> bytes:
    """An .xls with the record that says its cells are encrypted, where the name of its writer stood."""
    content = bytearray(xls(rows))
    writer = content.index(struct.pack("<HH", 0x5C, 112))
    filepass = struct.pack("<HHHHH", 0x2F, 6, 1, 1, 1)
    rest = 112 - len(filepass)
    content[writer : writer + 116] = filepass + struct.pack("<HH", 0x5C, rest) + bytes(rest)
    return bytes(content)


def encrypted_xlsx() -> bytes:
    """What Excel writes for a workbook with a password: a compound file with an EncryptedPackage in it."""
    return xls([["x"]]) + "EncryptedPackage".encode("utf-16-le")
