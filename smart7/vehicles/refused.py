"""What keeps a file of positions from being taken."""

from smart7.words import positions as words


class Refused(Exception):
    """Raise for what cannot be used at all; as a text it is one sentence in both languages."""

    def __init__(self, name: str, **values: object) -> None:
        self.name = name
        super().__init__(words.REFUSALS[name].both(**values))
