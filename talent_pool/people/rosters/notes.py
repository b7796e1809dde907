"""What was met while the rows were read, for the sentences that tell how each column was understood."""

from collections import defaultdict


class Notes:
    """Few short codes by field: "tidied" where cells were not as they are stored; ways in which days are written."""

    MOST = 50

    def __init__(self) -> None:
        self.codes: dict[str, set[str]] = defaultdict(set)

    def met(self, field: str, code: str) -> None:
        codes = self.codes[field]
        if len(codes) < self.MOST and code:
            codes.add(code)

    def of(self, field: str) -> frozenset[str]:
        return frozenset(self.codes.get(field, ()))
