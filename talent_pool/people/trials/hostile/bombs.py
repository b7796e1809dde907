"""Small files that unpack to very much."""

import zipfile
from collections.abc import Iterator

from talent_pool.people.trials.hostile.packing import (
    DECLARED,
    LIST,
    MAIN,
    SHARED,
    SHEET,
    book,
    packed,
    parts,
    row_of,
    rows_of,
    sheet,
    with_forged_size,
    with_long_part,
    workbook,
)

MIB = 1 << 20
LAST_ROW = 1_048_576
OPENING, CLOSING = (part.encode() for part in sheet(rows_of(LIST) + "|").split("|"))


def zeros(_random) -> bytes:
    return packed(parts() | {"xl/media/image1.png": bytes(300 * MIB)})


def zeros_below_the_limit(_random) -> bytes:
    return packed(parts() | {"xl/media/image1.png": bytes(200 * MIB)})


def nested(_random) -> bytes:
    inner = packed({"zeros": bytes(64 * MIB)})
    for _ in range(4):
        inner = packed({f"{number}.zip": inner for number in range(8)})
    return packed(parts() | {"xl/embeddings/more.zip": inner})


def nested_and_nothing_else(_random) -> bytes:
    return packed({"0.zip": packed({"1.zip": packed({"zeros": bytes(64 * MIB)})})})


def blanks(gigabytes: float = 1.0) -> Iterator[bytes]:
    """Rows of empty cells, as a sheet has them whose every cell was once given a border."""
    written, number = 0, 5
    yield OPENING
    while written < gigabytes * 1024 * MIB and number < LAST_ROW:
        piece = "".join(f'<row r="{row}">{"<c/>" * 200}</row>' for row in range(number, number + 500)).encode()
        yield piece
        written, number = written + len(piece), number + 500
    yield CLOSING


def a_gigabyte_of_blanks(_random) -> bytes:
    return with_long_part(SHEET, blanks())


def a_gigabyte_of_blanks_that_lies(_random) -> bytes:
    return with_forged_size(a_gigabyte_of_blanks(_random), SHEET)


def addressed_blanks(_random) -> bytes:
    """As before with addresses and a style: the reader has to keep each."""
    pieces = (
        "".join(
            f'<row r="{row}"><c r="A{row}" s="0"/><c r="ZZ{row}" s="0"/></row>' for row in range(first, first + 500)
        )
        for first in range(5, 800_000, 500)
    )
    return with_forged_size(with_long_part(SHEET, (OPENING, *(one.encode() for one in pieces), CLOSING)), SHEET)


def one_endless_cell(_random) -> bytes:
    start = b'<row r="5"><c r="A5" t="inlineStr"><is><t>'
    pieces = (OPENING, start, *[b"x" * MIB] * 400, b"</t></is></c></row>", CLOSING)
    return with_forged_size(with_long_part(SHEET, pieces), SHEET)


def endless_shared_strings(_random) -> bytes:
    start = f'{DECLARED}<sst xmlns="{MAIN}">'.encode()
    pieces = (start, *["<si><t>一格</t></si>".encode() * 40_000] * 400, b"</sst>")
    return with_forged_size(with_long_part(SHARED, pieces), SHARED)


def one_string_many_times(_random) -> bytes:
    """200,000 characters kept once and shown in 20,000 cells."""
    shared = f'{DECLARED}<sst xmlns="{MAIN}"><si><t>{"链" * 200_000}</t></si></sst>'
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(5, 20_005))
    return workbook(SHARED=shared, SHEET=sheet(rows_of(LIST) + cells))


def overlapping_entries(_random) -> bytes:
    """Nine hundred entries that are all the same packed megabytes."""
    archive = packed(parts() | {"xl/media/image.png": bytes(8 * MIB)})
    end = archive.rindex(b"PK\x05\x06")
    last = archive.rindex(b"PK\x01\x02", 0, end)
    more = archive[last:end] * 900
    tail = bytearray(archive[end:])
    count = len(parts()) + 901
    size = int.from_bytes(tail[12:16], "little") + len(more)
    tail[8:12] = count.to_bytes(2, "little") * 2
    tail[12:16] = size.to_bytes(4, "little")
    return archive[:end] + more + bytes(tail)


def very_many_entries(_random) -> bytes:
    entries = parts() | {f"{number}": b"" for number in range(60_000)}
    return packed(entries)


def a_huge_book(_random) -> bytes:
    """The part that is read to find hidden columns, swollen and packed too well to be noticed by its ratio."""
    noise = "".join(f'<a b="{number * 7919 % 1_000_003}"/>' for number in range(3_000_000))
    return workbook(BOOK=book(inside=noise))


def a_deep_book(_random) -> bytes:
    return workbook(BOOK=book(inside="<a>" * 400_000 + "</a>" * 400_000))


def said_to_be_everything(_random) -> bytes:
    return workbook(SHEET=sheet(rows_of(LIST), before='<dimension ref="A1:XFD1048576"/>'))


def a_far_corner(_random) -> bytes:
    corner = f'<row r="{LAST_ROW}"><c r="XFD{LAST_ROW}" t="inlineStr"><is><t>x</t></is></c></row>'
    return workbook(SHEET=sheet(rows_of(LIST) + corner))


def every_row_once(_random) -> bytes:
    """A full sheet of one column: 1,048,576 rows, each with a word."""
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="str"><v>x</v></c></row>' for row in range(5, LAST_ROW + 1))
    return workbook(SHEET=sheet(rows_of(LIST) + cells))


def every_column(_random) -> bytes:
    """16,384 columns of distinct words in 60 rows."""
    wide = [*LIST[0], *(f"列{place}" for place in range(16_379))]
    others = (
        [*person, *(f"{number}-{place}" for place in range(16_379))] for number in range(20) for person in LIST[1:]
    )
    return workbook(SHEET=sheet(rows_of([wide, *others])))


def long_cells(_random) -> bytes:
    rows = [LIST[0], *((name + "长" * 200_000, *rest) for name, *rest in LIST[1:])]
    return workbook(SHEET=sheet(rows_of(rows)))


def merged_everywhere(_random) -> bytes:
    merges = "".join(f'<mergeCell ref="A1:XFD{number}"/>' for number in range(2, 60_000))
    return workbook(SHEET=sheet(rows_of(LIST), after=f"<mergeCells>{merges}</mergeCells>"))


def merged_without_end(_random) -> bytes:
    """Every merge holds the one before."""
    merges = "".join(f'<mergeCell ref="A1:E{LAST_ROW - number}"/>' for number in range(100))
    return workbook(SHEET=sheet(row_of(1, LIST[0]) + rows_of(LIST[1:], 2), after=f"<mergeCells>{merges}</mergeCells>"))


def stored_whole(_random) -> bytes:
    """Nineteen megabytes that are not packed at all."""
    return packed([*parts().items(), (zipfile.ZipInfo("xl/media/a.bin"), bytes(8 * MIB))]) + bytes(MIB)


FILES = {
    "压缩炸弹.xlsx": zeros,
    "200兆的零.xlsx": zeros_below_the_limit,
    "套娃.xlsx": nested,
    "只有套娃.xlsx": nested_and_nothing_else,
    "一千兆空白.xlsx": a_gigabyte_of_blanks,
    "一千兆空白_谎报大小.xlsx": a_gigabyte_of_blanks_that_lies,
    "八十万行空白_谎报大小.xlsx": addressed_blanks,
    "一格四百兆.xlsx": one_endless_cell,
    "无尽的共享字符串.xlsx": endless_shared_strings,
    "一串两万次.xlsx": one_string_many_times,
    "重叠的条目.xlsx": overlapping_entries,
    "六万个条目.xlsx": very_many_entries,
    "巨大的workbook.xlsx": a_huge_book,
    "四十万层.xlsx": a_deep_book,
    "自称占满整表.xlsx": said_to_be_everything,
    "最远的角.xlsx": a_far_corner,
    "一百万行.xlsx": every_row_once,
    "一万六千列.xlsx": every_column,
    "二十万字一格.xlsx": long_cells,
    "到处合并.xlsx": merged_everywhere,
    "合并套合并.xlsx": merged_without_end,
    "尾巴.xlsx": stored_whole,
}
