"""How a signed-in person's own name is written on pages meant for that person."""


def display(user) -> str:
    return user.full_name or user.handle
