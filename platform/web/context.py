"""What the base template may know of a visitor: the size of type they chose."""

SIZE_COOKIE = "size"


def look(request):
    return {"type_size": "large" if request.COOKIES.get(SIZE_COOKIE) == "large" else ""}
