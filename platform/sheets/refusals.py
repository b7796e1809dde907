"""Why a file is not read, each in a sentence to the person who sent it."""

from django.utils.translation import gettext as _


class SheetRefused(Exception):
    """A sentence fit for a person: what is wrong with the file and what they can do."""


def empty() -> SheetRefused:
    return SheetRefused(_("The file is empty."))


def too_large(megabytes: int) -> SheetRefused:
    return SheetRefused(
        _("The file is larger than %(limit)s MB. Remove pictures from it, or send it in parts.") % {"limit": megabytes}
    )


def has_a_password() -> SheetRefused:
    return SheetRefused(_("The file is protected by a password. Save it without one and send it again."))


def damaged() -> SheetRefused:
    return SheetRefused(
        _("The file is damaged or did not arrive whole. Open it, save it under a new name and send that.")
    )


def swells() -> SheetRefused:
    return SheetRefused(
        _("The file unpacks to far more than a list of people needs. Copy the list into a new file and send that.")
    )


def too_many_cells() -> SheetRefused:
    return SheetRefused(
        _(
            "The sheet takes up far more cells than a list of people needs. "
            "Copy the list, with the columns that are needed, into a new file and send that; a very long list in parts."
        )
    )


def other_format() -> SheetRefused:
    return SheetRefused(_("This kind of file cannot be read. Save the list as .xlsx or .csv and send it again."))


def unreadable_text() -> SheetRefused:
    return SheetRefused(_("The characters of the file cannot be told. Save the list as .xlsx and send it again."))
