"""Workbooks put together part by part, so that each part can be spoiled."""

import io
import struct
import zipfile
from collections.abc import Iterable

HEADERS = ("姓名", "工号", "手机号", "邮箱", "部门")
PEOPLE = (
    ("沈知远", "H00001", "19800700001", "h1@example.com", "算法平台部"),
    ("韩若溪", "H00002", "19800700002", "h2@example.com", "芯片验证部"),
    ("欧阳文博", "H00003", "19800700003", "h3@example.com", "市场部"),
)
LIST = (HEADERS, *PEOPLE)

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
SHEET, SHARED, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
BOOK, BOOK_RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
TYPES = (
    f'{DECLARED}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)


def letters(place: int) -> str:
    """The name of a column: 0 is A, 26 is AA."""
    name = ""
    while place >= 0:
        name = chr(65 + place % 26) + name
        place = place // 26 - 1
    return name


def text_cell(row: int, place: int, text: str) -> str:
    return f'<c r="{letters(place)}{row}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def row_of(number: int, texts: Iterable[str]) -> str:
    inside = "".join(text_cell(number, place, text) for place, text in enumerate(texts))
    return f'<row r="{number}">{inside}</row>'


def rows_of(rows: Iterable[Iterable[str]], first: int = 1) -> str:
    return "".join(row_of(number, texts) for number, texts in enumerate(rows, first))


def sheet(rows: str, before: str = "", after: str = "", prologue: str = "") -> str:
    """A sheet with these rows; `prologue` stands where a document type would."""
    return f'{DECLARED}{prologue}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def book(prologue: str = "", inside: str = "", name: str = "员工") -> str:
    return (
        f'{DECLARED}{prologue}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f'<sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets>{inside}</workbook>'
    )


def relations(target: str = "worksheets/sheet1.xml", more: str = "") -> str:
    kinds = (
        ("rId1", "worksheet", target),
        ("rId2", "sharedStrings", "sharedStrings.xml"),
        ("rId3", "styles", "styles.xml"),
    )
    inside = "".join(f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{to}"/>' for id, kind, to in kinds)
    return f'{DECLARED}<Relationships xmlns="{PACKAGE}">{inside}{more}</Relationships>'


def parts(**changes: str | bytes) -> dict[str, str | bytes]:
    """The parts of a whole workbook with the list of people; `changes` are BOOK, SHEET … by name of the constant."""
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'{DECLARED}<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        BOOK: book(),
        BOOK_RELATIONS: relations(),
        SHARED: f'{DECLARED}<sst xmlns="{MAIN}" count="0" uniqueCount="0"/>',
        STYLES: f'{DECLARED}<styleSheet xmlns="{MAIN}"/>',
        SHEET: sheet(rows_of(LIST)),
    }
    return whole | {globals()[name]: content for name, content in changes.items()}


def packed(entries: dict[str, str | bytes] | list[tuple[str | zipfile.ZipInfo, str | bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in entries.items() if isinstance(entries, dict) else entries:
            archive.writestr(as_entry(entry), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def as_entry(entry: str | zipfile.ZipInfo) -> zipfile.ZipInfo:
    """With a day that never changes, so that the bytes do not either."""
    return entry if isinstance(entry, zipfile.ZipInfo) else zipfile.ZipInfo(entry, (2026, 11, 25, 8, 0, 0))


def workbook(**changes: str | bytes) -> bytes:
    return packed(parts(**changes))


def with_long_part(name: str, pieces: Iterable[bytes], **changes: str | bytes) -> bytes:
    """A workbook one part of which is written piece by piece, because it would not fit into memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for entry, content in parts(**changes).items():
            if entry != name:
                archive.writestr(as_entry(entry), content, zipfile.ZIP_DEFLATED)
        with archive.open(as_deflated(name), "w") as part:
            for piece in pieces:
                part.write(piece)
    return out.getvalue()


def as_deflated(name: str) -> zipfile.ZipInfo:
    entry = as_entry(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def with_forged_size(archive: bytes, name: str, size: int = 1_000) -> bytes:
    """Another unpacked size of one entry, in the table of contents."""
    changed = bytearray(archive)
    place = archive.rindex(b"PK\x01\x02", 0, archive.rindex(name.encode()))
    struct.pack_into("<I", changed, place + 24, size)
    return bytes(changed)
