"""Files that are something else than their name says."""

import gzip
import io

import xlwt

from talent_pool.people.trials.hostile.packing import DECLARED, LIST, packed, parts, workbook


def old_workbook() -> bytes:
    book = xlwt.Workbook()
    page = book.add_sheet("员工")
    for row, texts in enumerate(LIST):
        for place, text in enumerate(texts):
            page.write(row, place, text)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def old_with_macros(_random) -> bytes:
    """A compound file that names macros, as viruses of the nineties do."""
    return old_workbook() + "_VBA_PROJECT_CUR".encode("utf-16-le") + b'Attribute VB_Name = "AutoOpen"\r\n' * 200


def old_with_password(_random) -> bytes:
    return old_workbook() + "EncryptedPackage".encode("utf-16-le")


def old_of_another_kind(_random) -> bytes:
    """A .doc: a compound file without a workbook."""
    return old_workbook().replace("Workbook".encode("utf-16-le"), "WordDocu".encode("utf-16-le"))


def old_whose_chain_has_no_end(_random) -> bytes:
    """The table of sectors leads in a circle."""
    changed = bytearray(old_workbook())
    table = 512 * (1 + int.from_bytes(changed[76:80], "little"))
    for place in range(table, table + 200, 4):
        changed[place : place + 4] = (1).to_bytes(4, "little")
    return bytes(changed)


def open_document(_random) -> bytes:
    content = '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": DECLARED + content})


def numbers_document(_random) -> bytes:
    return packed(
        {"Index/Document.iwa": bytes(2_000), "Index/Tables/DataList.iwa": bytes(2_000), "preview.jpg": b"\xff\xd8"}
    )


def word_document(_random) -> bytes:
    return packed({"[Content_Types].xml": DECLARED, "word/document.xml": f"{DECLARED}<document/>"})


def binary_workbook(_random) -> bytes:
    entries = {name: content for name, content in parts().items() if name != "xl/workbook.xml"}
    return packed(entries | {"xl/workbook.bin": bytes(2_000)})


def portable_document(_random) -> bytes:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj << /Type /Catalog >> endobj\n" * 50 + b"%%EOF"


def picture(random) -> bytes:
    return bytes.fromhex("ffd8ffe000104a46494600010100000100010000") + random.randbytes(40_000) + b"\xff\xd9"


def program(random) -> bytes:
    return b"\x7fELF\x02\x01\x01\x00" + random.randbytes(20_000)


def page(_random) -> bytes:
    return "<html><table><tr><td>姓名</td><td>手机号</td></tr></table></html>".encode()


def squeezed(_random) -> bytes:
    return gzip.compress(workbook(), mtime=0)


def seven_zip(random) -> bytes:
    return bytes.fromhex("377abcaf271c0004") + random.randbytes(5_000)


FILES = {
    "老表带宏.xls": old_with_macros,
    "老表带密码.xls": old_with_password,
    "其实是文档.xls": old_of_another_kind,
    "链条成环.xls": old_whose_chain_has_no_end,
    "名字不对的老表.csv": lambda _random: old_workbook(),
    "名字不对的新表.xls": lambda _random: workbook(),
    "开放文档.ods": open_document,
    "苹果表格.numbers": numbers_document,
    "文档.docx": word_document,
    "二进制表.xlsb": binary_workbook,
    "其实是PDF.xlsx": portable_document,
    "其实是照片.xlsx": picture,
    "其实是程序.xlsx": program,
    "其实是网页.xls": page,
    "压过一次.xlsx": squeezed,
    "七压.xlsx": seven_zip,
}
