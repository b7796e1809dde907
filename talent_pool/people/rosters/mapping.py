"""What HR says the columns of its rosters mean; it wins over the names we know."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field

from sheets import Cell
from talent_pool.people.rosters.headers import HEADERS, as_header, written


@dataclass(frozen=True)
class Mapping:
    """`fields` is header (as `as_header` gives it) to field; "" leaves the column out."""

    fields: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, said: MappingOf[str, str]) -> "Mapping":
        """From headers as anybody wrote them; fields that no roster has are dropped."""
        told = {as_header(header): name for header, name in said.items() if name == "" or name in HEADERS}
        return cls({header: name for header, name in told.items() if header})

    def meaning(self, header: Cell) -> str | None:
        """The field, "" for a column that is left out, None where HR has said nothing of the header."""
        said = self.fields.get(as_header(written(header)))
        return said if said is not None else self.fields.get(as_header(header))
