"""Page addresses share the root with the rest of the site; a page must not hide behind one of ours."""

from django.urls import URLPattern, URLResolver, get_resolver

SERVED_BEFORE_DJANGO = frozenset({"static", "media"})


def reserved_names() -> frozenset[str]:
    """The first path segments that the site's own addresses begin with."""
    return SERVED_BEFORE_DJANGO | first_segments(get_resolver().url_patterns)


def first_segments(patterns) -> set[str]:
    names: set[str] = set()
    for entry in patterns:
        name = str(entry.pattern).lstrip("^").split("/")[0]
        if isinstance(entry, URLResolver) and not name:
            names |= first_segments(entry.url_patterns)
        elif isinstance(entry, URLPattern | URLResolver) and name.replace("-", "").isalnum():
            names.add(name)
    return names
