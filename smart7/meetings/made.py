"""What a kind of item makes of itself, before it is numbered and given its source line."""

from dataclasses import dataclass

from smart7.meetings.slide import Chart, Notes, Panel, Picture, Row, Shown, Table, ToAsk


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """The parts of a slide that depend on its kind."""

    headline: str
    subhead: str
    chart: Chart | None
    figures: tuple[Shown, ...]
    notes: Notes
    drill: str
    table: Table | None = None
    body: str = ""
    source: str = ""
    picture: Picture | None = None
    snapshot_id: str = ""  # where it is not the one of the meeting
    kicker: str = ""
    caption: str = ""
    board: tuple[Row, ...] = ()
    panels: tuple[Panel, ...] = ()
    asks: tuple[ToAsk, ...] = ()
