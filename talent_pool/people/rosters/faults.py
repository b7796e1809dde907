"""What keeps a row out, each told in a sentence."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _


class FaultKind(StrEnum):
    """`duplicate_in_file` is also what a row meets whose phone or staff number is another's on the firm's roster."""

    REQUIRED = "required"
    INVALID_PHONE = "invalid_phone"
    INVALID_DATE = "invalid_date"
    UNKNOWN_CHOICE = "unknown_choice"
    DUPLICATE_IN_FILE = "duplicate_in_file"
    UNKNOWN_MANAGER = "unknown_manager"
    AMBIGUOUS_MANAGER = "ambiguous_manager"
    CIRCULAR_MANAGER = "circular_manager"


@dataclass(frozen=True)
class Fault:
    """A cell that keeps its row out: the sheet's row number, the header of the column, and the kind.

    `field` is the row's field; `value` what was written there, for the eyes of the firm's HR only and never a
    resident id; `first` the earlier row of a duplicate, None where it is a colleague's on the roster.
    """

    row: int
    column: str
    kind: FaultKind
    field: str = ""
    value: str = ""
    first: int | None = None


def what(kind: FaultKind) -> str:
    return {
        FaultKind.REQUIRED: _("empty, but everybody needs a name and a phone."),
        FaultKind.INVALID_PHONE: _("not a mobile number of eleven digits."),
        FaultKind.INVALID_DATE: _("not a day of the calendar."),
        FaultKind.UNKNOWN_CHOICE: _("not one of the words that are known here."),
        FaultKind.DUPLICATE_IN_FILE: _("stands in an earlier row, or belongs to somebody else on your roster."),
        FaultKind.UNKNOWN_MANAGER: _("nobody of that name or number is in the file or on your roster."),
        FaultKind.AMBIGUOUS_MANAGER: _("several people have this name; write the staff number."),
        FaultKind.CIRCULAR_MANAGER: _("the line managers form a circle."),
    }[kind]


def sentence(fault: Fault) -> str:
    """Where, and what is wrong there."""
    return _("Row %(row)s, %(column)s: %(fault)s") % {
        "row": fault.row,
        "column": fault.column,
        "fault": what(fault.kind),
    }
