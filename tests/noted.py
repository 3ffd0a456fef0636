"""Notes, questions and answers for tests, and texts that somebody means harm with."""

from smart7.ledger import notes
from smart7.ledger.notes import Kind, Note

HARM = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    '=HYPERLINK("http://example.com","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "[x](javascript:alert(1)) **b** $x$ `c`",
    "#set page(fill: red) #sys.inputs *b* _i_ \\ @ref <label>",
    "{figure} %s {0}",
    "\u202eevil\u202c",
)


def said(kind: Kind, text: str = "Why?", **cells: str) -> Note:
    """Return something somebody said about the visits of a town in August."""
    usual = {
        "answers": "", "indicator_id": "visits", "unit_id": "town", "period_kind": "month",
        "period_start": "2026-08-01", "name_th": "ผู้มาเยือน", "name_en": "Visits", "figure_th": "เมือง · ส.ค. 69: 100",
        "figure_en": "Town · Aug 2026: 100", "due": "2026-12-13" if kind == "question" else "", "owner": "division-1",
        "account": "a-1", "author_name": "คุณ ก", "author_role": "councillor", "at": "2026-11-28T03:00:00+00:00",
    }  # fmt: skip
    return Note(note_id=notes.new_id(kind), kind=kind, said=text, **{**usual, **cells})
