"""The little markup of the demo's lessons: paragraphs, `## headings`, `- ` lists, **bold**, `code`."""

import html
import re

BOLD = re.compile(r"\*\*(.+?)\*\*")
CODE = re.compile(r"`(.+?)`")


def to_html(text: str) -> str:
    """Rich text as the lesson's text block keeps it."""
    return "".join(_part(part.strip()) for part in re.split(r"\n\s*\n", text) if part.strip())


def length(text: str) -> int:
    """How many characters a reader reads: no white space, no marks."""
    return len(re.sub(r"\s|\*\*|`|^## |^- ", "", text, flags=re.MULTILINE))


def _part(part: str) -> str:
    if part.startswith("## "):
        return f"<h2>{_inline(part[3:])}</h2>"
    if part.startswith("- "):
        return "<ul>" + "".join(f"<li>{_inline(line[2:])}</li>" for line in part.splitlines()) + "</ul>"
    return f"<p>{_inline(part)}</p>"


def _inline(text: str) -> str:
    return BOLD.sub(r"<b>\1</b>", CODE.sub(r"<code>\1</code>", html.escape(text, quote=False)))
