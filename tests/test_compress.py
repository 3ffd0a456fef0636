"""Compressed copies of fixed files: right, made once, whole or not there at all."""

from __future__ import annotations

import gzip
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from smart7 import compress, prepare

ROOT = Path(__file__).parents[1]
DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "identity": bytes,
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "chunk.js"
    path.write_bytes(b"export const city = 'Khon Kaen';\n" * 200)
    return path


@pytest.fixture
def shelf(tmp_path: Path) -> compress.Shelf:
    return compress.Shelf(tmp_path / "cache")


def wait_for(shelf: compress.Shelf, source: Path) -> None:
    deadline = time.monotonic() + 10
    while not shelf.has(source):
        assert time.monotonic() < deadline, "no copy was made in the background"
        time.sleep(0.01)


@pytest.mark.parametrize("coding", compress.MAKERS)
def test_a_copy_is_smaller_and_reads_as_its_source(shelf: compress.Shelf, source: Path, coding: str) -> None:
    body = shelf.make(source, coding)
    assert len(body) < source.stat().st_size / 10
    assert DECODERS[coding](body) == source.read_bytes()


def test_a_copy_is_made_once(shelf: compress.Shelf, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = shelf.make(source, "br")
    monkeypatch.setattr(compress, "MAKERS", {})
    assert shelf.make(source, "br") == first


def test_a_copy_is_there_for_the_next_process(tmp_path: Path, source: Path) -> None:
    body = compress.Shelf(tmp_path / "cache").make(source, "gzip")
    assert compress.Shelf(tmp_path / "cache").find(source, "gzip") == body


def test_the_first_visitor_gets_gzip_at_once_and_the_next_one_brotli(shelf: compress.Shelf, source: Path) -> None:
    coding, body = shelf.best(source, {"br", "gzip"})
    assert (coding, gzip.decompress(body)) == ("gzip", source.read_bytes())
    wait_for(shelf, source)
    coding, body = shelf.best(source, {"br", "gzip"})
    assert (coding, brotli.decompress(body)) == ("br", source.read_bytes())


def test_what_a_visitor_was_sent_larger_than_need_be_is_made_before_the_rest(
    shelf: compress.Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / f"{name}.js" for name in "abcd"]
    for path in files:
        path.write_text(f"export const name = '{path}';")
    made: queue.SimpleQueue[str] = queue.SimpleQueue()
    may_go_on = threading.Event()

    def fill(path: Path) -> None:
        may_go_on.wait(10)
        made.put(path.stem)

    monkeypatch.setattr(shelf, "fill", fill)
    shelf.ask(files)
    shelf.best(files[3], {"br", "gzip"})
    may_go_on.set()
    assert "d" in {made.get(timeout=10) for _ in range(2)}


def test_a_browser_that_takes_no_compression_gets_the_file_as_it_is(shelf: compress.Shelf, source: Path) -> None:
    assert shelf.best(source, set()) == ("identity", source.read_bytes())


def test_a_file_that_is_compressed_already_is_left_alone(shelf: compress.Shelf, tmp_path: Path) -> None:
    font = tmp_path / "icons.woff2"
    font.write_bytes(b"wOF2" * 100)
    assert shelf.best(font, {"br", "gzip"}) == ("identity", font.read_bytes())


def test_an_unfinished_copy_is_never_served(tmp_path: Path, source: Path) -> None:
    shelf = compress.Shelf(tmp_path / "cache")
    shelf.make(source, "gzip")
    copy = next((tmp_path / "cache").glob("*.gzip"))
    copy.rename(copy.with_name(f"{copy.name}.1-1.part"))
    assert shelf.find(source, "gzip") is None


def test_a_killed_process_leaves_only_whole_copies(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    code = (
        "import sys; from pathlib import Path; from smart7 import compress\n"
        "shelf = compress.Shelf(Path(sys.argv[1])); print('ready', flush=True)\n"
        "for path in reversed(compress.used_files()): shelf.fill(path)"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(folder)], cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    while not whole(folder):
        assert process.poll() is None
        time.sleep(0.01)
    process.kill()
    process.communicate()
    originals = {compress.fingerprint(path): path for path in compress.served_files().values()}
    for copy in whole(folder):
        assert DECODERS[copy.suffix[1:]](copy.read_bytes()) == originals[copy.stem].read_bytes()


def whole(folder: Path) -> list[Path]:
    """Return the copies in a folder that are not in the making."""
    return [path for path in folder.glob("*") if path.suffix != ".part"]


def test_files_are_served_when_the_folder_cannot_be_written(source: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    shelf = compress.Shelf(tmp_path / "file" / "cache")
    assert gzip.decompress(shelf.make(source, "gzip")) == source.read_bytes()
    assert shelf.find(source, "gzip") is not None


def test_copies_of_files_no_longer_served_are_swept_away(shelf: compress.Shelf, source: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.js"
    old.write_text("old")
    shelf.fill(old)
    shelf.fill(source)
    fresh = tmp_path / "cache" / "abc.br.1-1.part"
    fresh.write_bytes(b"being written by another process")
    assert shelf.sweep([source]) == 2
    assert shelf.has(source) and not shelf.has(old) and fresh.exists()


def test_every_chunk_the_pages_use_is_served_and_the_others_are_not_prepared() -> None:
    used = {path.name for path in compress.used_files()}
    assert used <= {path.name for path in compress.served_files().values()}
    starts = {name.split(".")[0] for name in used}
    assert {"index", "embed", "DeckGlJsonChart", "ArrowVegaLiteChart", "DataFrame"} <= starts
    assert {"Sarabun-Regular", "Sarabun-SemiBold", "Sarabun-Bold"} <= starts
    assert not {"PlotlyChart", "EChartsChart", "GraphVizChart", "MermaidChart"} & starts


@pytest.mark.parametrize(
    ("header", "codings"),
    [
        ("gzip, deflate, br, zstd", {"gzip", "deflate", "br", "zstd"}),
        ("br;q=0, gzip;q=0.5", {"gzip"}),
        ("BR ; q=0.000,gzip", {"gzip"}),
        ("br;q=0.001", {"br"}),
    ],
)
def test_a_coding_is_used_only_when_it_is_accepted(header: str, codings: set[str]) -> None:
    assert compress.accepted(header) == codings


def test_preparing_tells_its_progress_and_has_nothing_to_do_the_second_time(
    shelf: compress.Shelf, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compress, "used_files", lambda: [source])
    monkeypatch.setattr(compress, "served_files", lambda: {"/chunk.js": source})
    lines: list[str] = []
    prepare.prepare(shelf, lines.append)
    assert shelf.has(source)
    assert lines[0].startswith("compress: 0 of 1") and lines[1].startswith("compress: 1 of 1")
    lines.clear()
    prepare.prepare(shelf, lines.append)
    assert lines == ["compress: 1 of 1 files are ready, 0 old copies removed"]
