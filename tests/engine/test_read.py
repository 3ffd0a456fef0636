"""A file of statements says what a row is, which tables it reads and which columns it returns."""

import pytest

from smart7.engine import statements

SOUND = """-- doc: Passes of a stop and hour; one row each.
-- reads: passes, pattern_stops
-- returns: stop_id VARCHAR, passes BIGINT
select stop_id, count(*) as passes from passes group by stop_id order by stop_id
"""


def test_a_statement_is_read_with_its_header(tmp_path):
    (tmp_path / "a.sql").write_text(SOUND, "utf-8")
    found = statements.read("a", tmp_path)
    assert (found.name, found.doc) == ("a", "Passes of a stop and hour; one row each.")
    assert found.reads == ("passes", "pattern_stops")
    assert found.returns == {"stop_id": "VARCHAR", "passes": "BIGINT"}
    assert found.sql == SOUND


@pytest.mark.parametrize("key", ["doc", "reads", "returns"])
def test_a_header_that_says_too_little_is_refused(tmp_path, key):
    (tmp_path / "a.sql").write_text(SOUND.replace(f"-- {key}:", "--"), "utf-8")
    with pytest.raises(ValueError, match=f"has no '-- {key}:'"):
        statements.read("a", tmp_path)


def test_a_column_without_a_type_is_refused(tmp_path):
    (tmp_path / "a.sql").write_text(SOUND.replace(" BIGINT", ""), "utf-8")
    with pytest.raises(ValueError, match="as NAME TYPE"):
        statements.read("a", tmp_path)
