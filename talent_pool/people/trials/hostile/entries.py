"""Archives whose entries point where they should not."""

import stat
import zipfile

from talent_pool.people.trials.hostile.packing import (
    BOOK,
    OFFICE,
    SHEET,
    as_entry,
    book,
    packed,
    parts,
    relations,
    rows_of,
    sheet,
    workbook,
)


def above(_random) -> bytes:
    return packed(parts() | {"../../../../../../etc/cron.d/liancai": "* * * * * root id\n", "..\\..\\evil.dll": "x"})


def absolute(_random) -> bytes:
    return packed(parts() | {"/etc/liancai.conf": "x", "C:\\Windows\\evil.dll": "x", "//host/share/x": "x"})


def only_above(_random) -> bytes:
    return packed({f"../{name}": content for name, content in parts().items()})


def a_link_for_a_sheet(_random) -> bytes:
    link = as_entry(SHEET)
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    return packed([*((name, content) for name, content in parts().items() if name != SHEET), (link, "/etc/passwd")])


def backslashes(_random) -> bytes:
    return packed({name.replace("/", "\\"): content for name, content in parts().items()})


def twice(_random) -> bytes:
    """Two books and two sheets under one name: programs differ in which they take."""
    other = sheet(rows_of([("姓名", "手机号"), ("夏候", "19800700009")]))
    second: dict[str, str | bytes] = {BOOK.replace(".", "_"): book(name="第二"), SHEET.replace(".", "_"): other}
    return packed(parts() | second).replace(b"workbook_xml", b"workbook.xml").replace(b"sheet1_xml", b"sheet1.xml")


def a_nul_in_a_name(_random) -> bytes:
    return packed(parts() | {"xl/media/Z.png": "x"}).replace(b"xl/media/Z.png", b"xl/media/\0.png")


def related_to_a_file(_random) -> bytes:
    return workbook(BOOK_RELATIONS=relations(target="../../../../../../etc/passwd"))


def related_to_an_address(_random) -> bytes:
    return workbook(BOOK_RELATIONS=relations(target="file:///etc/passwd").replace("/>", ' TargetMode="External"/>', 1))


def related_to_itself(_random) -> bytes:
    return workbook(BOOK_RELATIONS=relations(target="workbook.xml"))


def linked_outside(_random) -> bytes:
    more = (
        f'<Relationship Id="rId9" Type="{OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/>'
        f'<Relationship Id="rId8" Type="{OFFICE}/oleObject" TargetMode="External" Target="http://127.0.0.1:9/x"/>'
    )
    link = (
        f'<externalLink xmlns:r="{OFFICE}"><externalBook r:id="rId1"/><ddeLink ddeService="cmd" ddeTopic="/C calc"/>'
        "</externalLink>"
    )
    changed = parts(
        BOOK=book(inside='<externalReferences><externalReference r:id="rId9"/></externalReferences>'),
        BOOK_RELATIONS=relations(more=more),
    )
    return packed(changed | {"xl/externalLinks/externalLink1.xml": link})


def with_macros(_random) -> bytes:
    return packed(parts() | {"xl/vbaProject.bin": bytes.fromhex("d0cf11e0a1b11ae1") + b"Sub AutoOpen()\nShell" * 900})


def encrypted_entries(_random) -> bytes:
    """Every entry says that it is encrypted, as zip programs do it."""
    changed = bytearray(workbook())
    place = -1
    while (place := changed.find(b"PK\x01\x02", place + 1)) >= 0:
        changed[place + 8] |= 1
    return bytes(changed)


def strange_packing(_random) -> bytes:
    """A way of packing that nobody knows."""
    changed = bytearray(workbook())
    place = changed.rindex(b"PK\x01\x02", 0, changed.rindex(SHEET.encode()))
    changed[place + 10 : place + 12] = (97).to_bytes(2, "little")
    return bytes(changed)


def without_a_sheet(_random) -> bytes:
    return packed({name: content for name, content in parts().items() if name != SHEET})


def a_folder_for_a_book(_random) -> bytes:
    entry = zipfile.ZipInfo("xl/workbook.xml/", (2026, 11, 25, 8, 0, 0))
    return packed([*((name, content) for name, content in parts().items() if name != BOOK), (entry, b"")])


FILES = {
    "上级目录.xlsx": above,
    "绝对路径.xlsx": absolute,
    "全在上级.xlsx": only_above,
    "符号链接.xlsx": a_link_for_a_sheet,
    "反斜杠.xlsx": backslashes,
    "同名两份.xlsx": twice,
    "名字里有零.xlsx": a_nul_in_a_name,
    "指向系统文件.xlsx": related_to_a_file,
    "指向地址.xlsx": related_to_an_address,
    "指向自己.xlsx": related_to_itself,
    "外部链接.xlsx": linked_outside,
    "带宏.xlsm": with_macros,
    "条目加密.xlsx": encrypted_entries,
    "未知压缩.xlsx": strange_packing,
    "没有表.xlsx": without_a_sheet,
    "文件夹当表.xlsx": a_folder_for_a_book,
}
