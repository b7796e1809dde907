"""What pages draw with: {% load web %}. Each tag is a thin door to a function that can be read and tested alone."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from web import covers, dates, figures, icons, numerals

register = template.Library()

FEW = 0.15  # from here on a run of seats is short, and says so
LONGEST_TRACK = 40


@register.simple_tag
def html_lang():
    """The page's language, as browsers and screen readers know it."""
    return "en" if (get_language() or "").startswith("en") else "zh-CN"


@register.simple_tag
def icon(name, **words):
    return icons.icon(name, css=words.get("class", ""), label=words.get("label", ""))


@register.simple_tag
def cover(glyph, hue="", kind="course", tag="", src=""):
    picture = (
        format_html('<img src="{}" alt="" loading="lazy" decoding="async">', src)
        if src
        else covers.cover(str(glyph), hue or "", str(kind))
    )
    word = format_html('<span class="tag">{}</span>', tag) if tag else ""
    return format_html('<div class="cover {}">{}{}</div>', hue or "", picture, word)


@register.simple_tag
def hero(glyph, hue=""):
    return format_html('{}<span class="glyph" aria-hidden="true">{}</span>', covers.hero(str(glyph), hue or ""), glyph)


@register.simple_tag
def emblem(glyph, hue=""):
    return covers.emblem(str(glyph), hue or "")


@register.simple_tag
def track(done, total, now=0, on_dark=False, label=""):
    """One mark per lesson: done, being done, to do. A very long course is a bar instead."""
    label = label or _("%(done)s of %(total)s done") % {"done": done, "total": total}
    if total > LONGEST_TRACK:
        return format_html('<span role="img" aria-label="{}">{}</span>', label, figures.fill(done, total))
    marks = ("on" if place <= done else "now" if place == now else "" for place in range(1, total + 1))
    css = "track" + (" on-dark" if on_dark else "") + (" many" if total > 20 else "")
    return format_html(
        '<span class="{}" role="img" aria-label="{}">{}</span>',
        css,
        label,
        format_html_join("", '<i class="{}"></i>', ((mark,) for mark in marks)),
    )


@register.simple_tag
def ring(value, target, unit="", small=False):
    return figures.ring(value, target, unit, small)


@register.simple_tag
def fill(value, of, low=False):
    return figures.fill(value, of, low)


@register.simple_tag
def seats(left, seats):
    """How many seats are left: a plain number, with bar and word only when few."""
    if left <= 0:
        return format_html('<span class="tag warn">{}</span>', _("Full"))
    words = ngettext("%(left)s seat left", "%(left)s seats left", left) % {"left": left}
    if left > seats * FEW:
        return format_html('<span class="seats">{}</span>', words)
    return format_html(
        '<span class="seats few">{}{} · {}</span>', figures.fill(seats - left, seats), words, _("nearly full")
    )


@register.simple_tag
def leaf(day, past=False):
    return format_html(
        '<time class="leaf{}" datetime="{}"><b>{}</b><span>{}</span><small>{}</small></time>',
        " past" if past else "",
        f"{dates.local(day):%Y-%m-%d}",
        dates.month(day),
        dates.local(day).day,
        dates.weekday(day),
    )


@register.simple_tag
def seal(text, state="signed", small=False):
    css = "seal" + ("" if state == "signed" else f" {state}") + (" sm" if small else "")
    text = str(text)
    half = (len(text) + 1) // 2 if len(text) > 2 else len(text)
    lines = format_html_join(mark_safe("<br>"), "{}", ((line,) for line in (text[:half], text[half:]) if line))
    return format_html('<span class="{}" aria-hidden="true"><span>{}</span></span>', css, lines)


@register.simple_tag
def avatar(name, hue="", size="", gold=False):
    css = " ".join(filter(None, ("ava", hue, size, "gold" if gold else "")))
    return format_html('<span class="{}" aria-hidden="true">{}</span>', css, initial(name))


@register.simple_tag
def qr(text, label=""):
    return figures.qr(str(text), str(label or _("QR code")))


@register.filter
def initial(name):
    """The first character of a name; a family name in Chinese."""
    return (str(name).strip() or "·")[0].upper()


def _filter(function):
    """A filter that leaves an empty value empty."""
    register.filter(function.__name__, lambda value: "" if value in (None, "") else function(value))


for function in (
    dates.short_day,
    dates.day,
    dates.full_day,
    dates.clock,
    dates.day_time,
    dates.weekday,
    numerals.number,
    numerals.hours,
):
    _filter(function)


@register.filter
def period(start, end):
    return dates.period(start, end) if start and end else ""


@register.filter
def letter(place):
    """1 → A: how answers are called."""
    return chr(ord("A") + (int(place) - 1) % 26)
