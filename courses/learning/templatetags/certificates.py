"""How a certificate is written: in Chinese, whatever language the page around it has. {% load certificates %}"""

from django import template

from web.dates import full_day, local, short_day

register = template.Library()

DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
ONES = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九")


def written(number: int) -> str:
    """12 → 十二, 30 → 三十: numbers of days and months."""
    tens, ones = divmod(number, 10)
    return (ONES[tens] if tens > 1 else "") + ("十" if tens else "") + ONES[ones]


@register.filter
def written_out(day) -> str:
    """2026-12-02 → 二〇二六年十二月二日"""
    day = local(day)
    return f"{str(day.year).translate(DIGITS)}年{written(day.month)}月{written(day.day)}日"


@register.filter
def held(certificate) -> str:
    """2026年10月12日至11月30日; the year twice when it changes; one day when it was one."""
    start, end = certificate.started_on, certificate.completed_on
    if start == end:
        return full_day(start, "zh")
    last = short_day(end, "zh") if start.year == end.year else full_day(end, "zh")
    return f"{full_day(start, 'zh')}至{last}"


@register.filter
def leading_mark(certificate) -> str:
    """The first two characters of the leading owner's name, for the small seal."""
    return next((owner["mark"][:2] for owner in certificate.owners if owner["is_leading"]), "")
