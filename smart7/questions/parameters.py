"""Named parameters of a statement in the making, and the statement with them written out."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

_NAME = re.compile(r"\$([a-z_][a-z0-9_]*)")


class Parameters(dict[str, object]):
    """Values by name; each piece of SQL adds what it needs and writes the `$name` it was given."""

    def add(self, name: str, value: object) -> str:
        """Keep a value under a name of its own and return how SQL refers to it."""
        own, n = name, 1
        while own in self and self[own] != value:
            own, n = f"{name}_{n}", n + 1
        self[own] = value
        return f"${own}"

    def among(self, column: str, name: str, values: Iterable[str]) -> str:
        """Return a condition that a column holds one of some values; of none, that is false."""
        given = [self.add(f"{name}_{n}", value) for n, value in enumerate(values)]
        if len(given) == 1:
            return f"{column} = {given[0]}"
        return f"{column} in ({', '.join(given)})" if given else "false"


def written_out(sql: str, parameters: Mapping[str, object]) -> str:
    """Return a statement with each parameter as a literal, for reading and for pasting elsewhere."""
    return _NAME.sub(lambda found: literal(parameters[found[1]]), sql)


def literal(value: object) -> str:
    """Return a value as SQL writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return f"date '{value}'"
    if isinstance(value, int | float):
        return str(value)
    return "'" + str(value).replace("'", "''") + "'"
