"""Open a snapshot that is being written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import duckdb

# DuckDB's log is for going on after a crash, and nobody goes on with a draft: it takes its place after it was folded
# into its file, closed, opened anew and held to what was counted, or it is deleted. Without the log every statement
# is written once instead of twice.
ATTACH: Final = "attach '{path}' as draft (recovery_mode no_wal_writes)"


@contextmanager
def opened(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Lend a connection that writes a new file, closed at the end.

    What was written stays in memory until a checkpoint folds it into the file. Closing does that too, but says
    nothing when it fails: on a full disk the file would be an empty database.
    """
    # What does not fit into memory goes beside the draft, as it does for a database that is opened by its name.
    connection = duckdb.connect(config={"temp_directory": f"{path}.tmp"})
    try:
        connection.execute(ATTACH.format(path=str(path).replace("'", "''")))
        connection.execute("use draft")
        yield connection
    finally:
        connection.close()
