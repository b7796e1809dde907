"""XML that wants to read files, call out, or grow."""

from talent_pool.people.trials.hostile.packing import (
    DECLARED,
    LIST,
    MAIN,
    book,
    rows_of,
    sheet,
    workbook,
)

READS = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
CALLS = '<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:9/evil.dtd"> %e;]>'
LAUGHS = "<!DOCTYPE x [<!ENTITY e0 '哈哈哈哈哈哈哈哈哈哈'>{}]>".format(
    "".join(f"<!ENTITY e{number} '{f'&e{number - 1};' * 10}'>" for number in range(1, 10))
)
BLOWS = "<!DOCTYPE x [<!ENTITY e '{}'>]>".format("胀" * 50_000)


def shared(inside: str, prologue: str = "") -> str:
    return f'{DECLARED}{prologue}<sst xmlns="{MAIN}"><si><t>{inside}</t></si></sst>'


SHOWN = sheet(rows_of(LIST) + '<row r="5"><c r="A5" t="s"><v>0</v></c></row>')


def book_that_reads(_random) -> bytes:
    return workbook(BOOK=book(READS, name="&e;"))


def strings_that_read(_random) -> bytes:
    return workbook(SHARED=shared("&e;", READS), SHEET=SHOWN)


def sheet_that_reads(_random) -> bytes:
    return workbook(SHEET=sheet(rows_of([*LIST, ("&e;", "H9", "19800700009", "", "")]), prologue=READS))


def sheet_that_calls(_random) -> bytes:
    return workbook(SHEET=sheet(rows_of(LIST), prologue=CALLS))


def book_that_calls(_random) -> bytes:
    return workbook(BOOK=book(CALLS))


def laughing_book(_random) -> bytes:
    return workbook(BOOK=book(LAUGHS, inside="<a>&e9;</a>"))


def laughing_strings(_random) -> bytes:
    return workbook(SHARED=shared("&e9;", LAUGHS), SHEET=SHOWN)


def laughing_styles(_random) -> bytes:
    styles = f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt formatCode="&e9;"/></numFmts></styleSheet>'
    return workbook(STYLES=DECLARED + LAUGHS + styles)


def quadratic_strings(_random) -> bytes:
    return workbook(SHARED=shared("&e;" * 20_000, BLOWS), SHEET=SHOWN)


def book_in_utf_16(_random) -> bytes:
    return workbook(BOOK=book().replace("UTF-8", "UTF-16").encode("utf-16"))


def sheet_in_utf_7(_random) -> bytes:
    return workbook(SHEET=sheet(rows_of(LIST)).replace("UTF-8", "UTF-7").encode("utf-7"))


def strings_not_there(_random) -> bytes:
    """Cells that show strings far behind the last one."""
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>{row * 10**6}</v></c></row>' for row in range(5, 50))
    return workbook(SHEET=sheet(rows_of(LIST) + cells))


def strings_below_zero(_random) -> bytes:
    return workbook(SHEET=sheet(rows_of(LIST) + '<row r="5"><c r="A5" t="s"><v>-1</v></c></row>'))


def unclosed(_random) -> bytes:
    return workbook(SHEET=sheet(rows_of(LIST)).replace("</t></is></c></row>", ""))


def instructions(_random) -> bytes:
    noise = "<?php system('id'); ?><!-- {} -->".format("注释" * 100_000)
    return workbook(SHEET=sheet(rows_of(LIST), before=noise))


FILES = {
    "外部实体_工作簿.xlsx": book_that_reads,
    "外部实体_字符串.xlsx": strings_that_read,
    "外部实体_表.xlsx": sheet_that_reads,
    "参数实体_表.xlsx": sheet_that_calls,
    "参数实体_工作簿.xlsx": book_that_calls,
    "十亿次大笑_工作簿.xlsx": laughing_book,
    "十亿次大笑_字符串.xlsx": laughing_strings,
    "十亿次大笑_样式.xlsx": laughing_styles,
    "平方膨胀.xlsx": quadratic_strings,
    "UTF-16的工作簿.xlsx": book_in_utf_16,
    "UTF-7的表.xlsx": sheet_in_utf_7,
    "没有的字符串.xlsx": strings_not_there,
    "负的字符串.xlsx": strings_below_zero,
    "标签不闭合.xlsx": unclosed,
    "处理指令.xlsx": instructions,
}
