"""Good files, cut off or changed at random places."""

from talent_pool.people.trials.hostile.kinds import old_workbook
from talent_pool.people.trials.hostile.packing import workbook

CUTS, FLIPS = 6, 8


def cut(content: bytes, random) -> bytes:
    return content[: random.randrange(1, len(content))]


def flipped(content: bytes, random) -> bytes:
    changed = bytearray(content)
    for _ in range(random.randrange(1, 12)):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


FILES = {
    **{f"截断{number}.xlsx": lambda random: cut(workbook(), random) for number in range(CUTS)},
    **{f"截断{number}.xls": lambda random: cut(old_workbook(), random) for number in range(2)},
    **{f"翻转{number}.xlsx": lambda random: flipped(workbook(), random) for number in range(FLIPS)},
    **{f"翻转{number}.xls": lambda random: flipped(old_workbook(), random) for number in range(FLIPS)},
}
