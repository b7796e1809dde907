"""Text files, from empty ones to such as a reader chokes on."""

import csv
import io

from talent_pool.people.trials.hostile.packing import LIST

MEGABYTE = 1_000_000
LARGEST = 20 * 1024 * 1024


def as_text(rows=LIST) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue()


def half_a_letter(_random) -> bytes:
    """Cut inside a character of GB18030."""
    return as_text().encode("gb18030").rstrip()[:-1]


def two_encodings(_random) -> bytes:
    return as_text().encode("gb18030") + as_text().encode("utf-8")


def odd_utf_16(_random) -> bytes:
    return as_text().encode("utf-16")[:-1]


def halves_of_pairs(_random) -> bytes:
    return as_text().encode("utf-16") + b"\x00\xd8" * 50


def with_zeros(_random) -> bytes:
    return as_text().replace("知", "\0").encode()


def zeros_alone(_random) -> bytes:
    return bytes(5 * MEGABYTE)


def commas(_random) -> bytes:
    """Nineteen million cells in one row."""
    return as_text().encode() + b"," * 19 * MEGABYTE


def quoted_lines(_random) -> bytes:
    """One row of very many cells, each with a line end inside."""
    return as_text().encode() + b'"\n",' * (4 * MEGABYTE)


def unclosed_quote(_random) -> bytes:
    return as_text().encode() + b'"' + b"x\n" * 9 * MEGABYTE


def line_ends(_random) -> bytes:
    return as_text().encode() + b"\n" * 19 * MEGABYTE


def wide_letters(_random) -> bytes:
    """One letter outside the first plane makes every other one cost four bytes in memory."""
    return (as_text() + "𠮷").encode() + b"a,b\r\n" * (38 * MEGABYTE // 10)


def one_line(_random) -> bytes:
    return as_text().encode() + b"x" * 19 * MEGABYTE


def short_rows(_random) -> bytes:
    """As many rows of people as fit."""
    rows = "".join(f"甲,{number},,,\n" for number in range(1_200_000))
    return (as_text() + rows).encode()[:LARGEST]


def just_too_large(_random) -> bytes:
    return as_text().encode() + b"x" * LARGEST


FILES = {
    "空的.xlsx": lambda _random: b"",
    "只有空白.csv": lambda _random: b"\xef\xbb\xbf \r\n\t\n" * 1_000,
    "半个字.csv": half_a_letter,
    "两种编码.csv": two_encodings,
    "单数字节.csv": odd_utf_16,
    "半个代理.csv": halves_of_pairs,
    "夹着零.csv": with_zeros,
    "全是零.xlsx": zeros_alone,
    "全是逗号.csv": commas,
    "引号换行.csv": quoted_lines,
    "引号没合上.csv": unclosed_quote,
    "全是换行.csv": line_ends,
    "一个生僻字.csv": wide_letters,
    "一行到底.csv": one_line,
    "一百二十万行.csv": short_rows,
    "太大.csv": just_too_large,
}
