"""What stops a backup or a restoring, as one sentence in both languages."""

from smart7.i18n import Text


class Refused(Exception):
    """Raise for what the person at the terminal can act on."""

    def __init__(self, text: Text, /, **values: object) -> None:
        super().__init__(text.both(**values))
