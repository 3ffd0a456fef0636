"""What goes wrong with an engine, as one sentence that says what to do about it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from smart7.i18n import Text
from smart7.words import engine as words


class EngineFault(Exception):
    """Raise when a statement cannot be run where it should be; as a text it is one sentence in both languages."""

    def __init__(self, said: Text, **values: object) -> None:
        self.said = said.filled(**values) if values else said
        super().__init__(f"{self.said.th} / {self.said.en}")

    def __reduce__(self) -> tuple[type["EngineFault"], tuple[Text]]:
        """Return how one that a process raised is made again in another."""
        return type(self), (self.said,)


def parts_of(tables: Mapping[str, Sequence[Path]]) -> dict[str, list[str]]:
    """Return the Parquet files that tables are made of, folders opened; raises `EngineFault` for one without any."""
    return {name: found(name, paths) for name, paths in tables.items()}


def found(name: str, paths: Sequence[Path]) -> list[str]:
    """Return the files of one table in the order given, those of a folder by name."""
    files: list[str] = []
    for path in paths:
        inside = sorted(path.glob("*.parquet")) if path.is_dir() else [path] if path.is_file() else []
        if not inside:
            raise EngineFault(words.NOTHING_TO_READ, table=name, place=path)
        files += [str(file.absolute()) for file in inside]
    if not files:
        raise EngineFault(words.NOTHING_TO_READ, table=name, place="-")
    return files
