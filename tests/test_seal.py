"""A seal tells a whole file from one that was cut, emptied or changed, and asking twice is cheap."""

import time

import pytest

from smart7 import seal


@pytest.fixture
def sealed(tmp_path):
    """Return a file of some megabytes with its seal."""
    path = tmp_path / "20261122-aa.duckdb"
    path.write_bytes(bytes(range(256)) * 12_000)
    seal.write(path)
    return path


def test_a_file_that_is_what_its_seal_says_is_sound(sealed):
    assert seal.holds(sealed) is True
    assert sorted(path.name for path in sealed.parent.iterdir()) == ["20261122-aa.duckdb", "20261122-aa.seal"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(path.read_bytes() + b"\0"),
        lambda path: path.write_bytes(path.read_bytes()[:2_000_000] + b"?" + path.read_bytes()[2_000_001:]),
        lambda path: seal.place(path).write_bytes(b""),
        lambda path: seal.place(path).write_bytes(b"[]"),
        lambda path: seal.place(path).write_bytes(b'{"size": 1}'),
        lambda path: path.unlink(),
    ],
)
def test_whatever_happened_to_file_or_seal_is_seen_at_the_next_look(sealed, spoil):
    assert seal.holds(sealed) is True
    spoil(sealed)
    assert seal.holds(sealed) is False


def test_a_file_without_a_seal_is_for_the_reader_to_judge(sealed):
    seal.place(sealed).unlink()
    assert seal.holds(sealed) is None


def test_of_a_large_file_header_end_and_stretches_between_are_looked_at(tmp_path):
    size = 200 << 20
    starts = seal.stretches(size)
    assert len(starts) == seal.BLOCKS and starts[0] == 0 and starts[-1] + seal.BLOCK == size
    assert starts == sorted(set(starts))
    path = tmp_path / "large.duckdb"
    with path.open("wb") as file:
        file.truncate(size)
    seal.write(path)
    assert seal.holds(path)
    with path.open("rb+") as file:
        file.seek(starts[30])
        file.write(b"?")
    assert seal.holds(path) is False


def test_of_a_file_up_to_64_megabytes_every_byte_is_looked_at():
    assert seal.stretches(64 << 20) == [n << 20 for n in range(64)]
    assert seal.stretches((3 << 20) + 1) == [0, 1 << 20, 2 << 20, 3 << 20]
    assert seal.stretches(0) == []


def test_asking_again_reads_nothing(sealed, monkeypatch):
    assert seal.holds(sealed)
    monkeypatch.setattr(seal, "made_of", None)
    began = time.perf_counter()
    assert all(seal.holds(sealed) for _ in range(100))
    assert time.perf_counter() - began < 0.5


def test_a_disk_that_fails_once_says_nothing_about_the_next_look(sealed, monkeypatch):
    def fails(_path):
        raise OSError(24, "Too many open files")

    with monkeypatch.context() as once:
        once.setattr(seal, "made_of", fails)
        assert seal.holds(sealed) is False
    assert seal.holds(sealed)
