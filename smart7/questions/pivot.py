"""An answer as a table of rows and columns, each cell one row of the answer, as the explore page shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from smart7.i18n import Lang
from smart7.questions.answer import Answer, period_names
from smart7.words import explore as words

Key = tuple[str, ...]
NOWHERE: Final = -1


@dataclass(frozen=True)
class Pivot:
    """Rows and columns of an answer.

    A row's key holds an id per dimension of `row_dimensions`, fewer for a subtotal, none for the grand total; a
    column's key one per dimension of `column_dimensions`, none for the total over columns. `places[r, c]` is the row
    of `answer.every` that stands there, -1 for none. Sample figures stand in rows of their own.
    """

    answer: Answer
    row_dimensions: tuple[str, ...]
    column_dimensions: tuple[str, ...]
    rows: tuple[Key, ...]
    row_samples: tuple[bool, ...]
    columns: tuple[Key, ...]
    places: np.ndarray

    @property
    def values(self) -> pd.DataFrame:
        """Return the numbers, missing where there is none or a reason."""
        return pd.DataFrame(self.take("value"), dtype=float)

    def take(self, column: str) -> np.ndarray:
        """Return a column of the answer in the shape of the pivot, None where nothing stands."""
        found = np.array([*self.answer.every[column].astype(object), None], dtype=object)
        return np.asarray(found[self.places])

    def row_names(self, lang: Lang) -> list[tuple[str, ...]]:
        """Return the names of each row; a subtotal says so in the place of what it sums over."""
        return self.said(self.rows, self.row_dimensions, lang)

    def column_names(self, lang: Lang) -> list[str]:
        """Return the name of each column."""
        return [" · ".join(one) for one in self.said(self.columns, self.column_dimensions, lang)]

    def said(self, keys: Sequence[Key], dimensions: Sequence[str], lang: Lang) -> list[tuple[str, ...]]:
        """Return keys in words."""
        every = self.answer.every
        times = period_names(every, lang) if "period" in every else {}
        known = self.answer.names

        def name(dimension: str, slug: str) -> str:
            return times.get(slug, slug) if dimension == "period" else known.get(dimension, slug, lang)

        total = words.TOTAL.get(lang)
        return [
            tuple(name(dimension, slug) for dimension, slug in zip(dimensions, key, strict=False))
            + (total,) * (len(key) < len(dimensions)) + ("",) * (len(dimensions) - len(key) - 1)
            for key in keys
        ]  # fmt: skip


def pivot(answer: Answer, *, totals: bool = True) -> Pivot:
    """Return an answer as rows and columns; without `totals`, its cells alone."""
    across = answer.question.axes
    every = answer.every if totals else answer.every[answer.every["kept"] == answer.full]
    rows, row_at = keys_of(every, across[0], answer, samples=True)
    columns, column_at = keys_of(every, across[1], answer, samples=False)
    places = np.full((len(rows), len(columns)), NOWHERE)
    places[row_at, column_at] = every.index.to_numpy()
    return Pivot(
        answer=answer,
        row_dimensions=across[0],
        column_dimensions=across[1],
        rows=tuple(key[1:] for key in rows),
        row_samples=tuple(bool(key[0]) for key in rows),
        columns=tuple(key[1:] for key in columns),
        places=places,
    )


def keys_of(
    every: pd.DataFrame, dimensions: Sequence[str], answer: Answer, *, samples: bool
) -> tuple[list[Key], np.ndarray]:
    """Return the keys of one axis in their order, and for each row of the answer the place of its key."""
    own = list(dimensions)
    parts = every[own].astype(object).where(every[own].notna(), "") if own else pd.DataFrame(index=every.index)
    mark = every["is_sample"] & (samples and not answer.question.counts)
    parts.insert(0, "", mark.map({True: "sample", False: ""}))
    codes = parts.groupby(list(parts.columns), sort=False, dropna=False).ngroup().to_numpy()
    firsts = parts.loc[~pd.Series(codes, index=parts.index).duplicated()]
    keys = [tuple(key) for key in firsts.itertuples(index=False, name=None)]
    # What is empty is summed over; a key ends before it.
    trimmed = [(key[0], *(slug for slug in key[1:] if slug)) for key in keys]
    ranked = sorted(range(len(keys)), key=order_of(trimmed, dimensions, answer, samples=samples))
    place = np.empty(len(keys), dtype=int)
    place[ranked] = range(len(keys))
    return [trimmed[n] for n in ranked], place[codes]


def order_of(
    keys: Sequence[Key], dimensions: Sequence[str], answer: Answer, *, samples: bool
) -> Callable[[int], tuple[Any, ...]]:
    """Return how the keys of an axis are ordered: rows as the answer has them, totals behind what they hold."""
    nth: list[dict[str, int]] = [{} for _ in dimensions]
    for level, dimension in enumerate(dimensions):
        slugs = dict.fromkeys(key[level + 1] for key in keys if len(key) > level + 1)
        nth[level] = {slug: n for n, slug in enumerate(sorted(slugs, key=natural(dimension, answer)))}
    by_value = samples and bool(answer.question.order)

    def place(n: int) -> tuple[Any, ...]:
        key = keys[n]
        if by_value:
            return (-len(key), n)
        full = [nth[level][slug] for level, slug in enumerate(key[1:])]
        return (*((0, one) for one in full), *([(1, 0)] * (len(dimensions) - len(full))), key[0])

    return place


def natural(dimension: str, answer: Answer) -> Callable[[str], Any]:
    """Return the order of the values of a dimension: time for periods, the catalogue's for everything else."""
    if dimension == "period":
        rows = answer.every[["period", "period_start", "period_end"]].dropna().drop_duplicates("period")
        when = {slug: (start, end) for slug, start, end in rows.itertuples(index=False, name=None)}
        return lambda slug: when[slug]
    place = {slug: n for n, slug in enumerate(answer.names.by_dimension[dimension])}
    return lambda slug: place.get(slug, len(place))
