"""Memory that comes back, and heaps that threads share."""

import gc
import subprocess
import sys
import weakref

import pyarrow as pa
import pytest

from smart7 import memory

HEAPS = """
import ctypes, threading, xml.etree.ElementTree as tree
from smart7 import memory
if {few}: memory.few_heaps()
held, ready, over = [], threading.Barrier(9), threading.Event()
def work():
    held.append([bytes(600) for _ in range(1000)])
    ready.wait()
    over.wait()
threads = [threading.Thread(target=work) for _ in range(8)]
for one in threads: one.start()
ready.wait()
size, buffer = ctypes.c_size_t(), ctypes.c_char_p()
gnu = ctypes.CDLL(None)
gnu.open_memstream.restype = ctypes.c_void_p
stream = gnu.open_memstream(ctypes.byref(buffer), ctypes.byref(size))
gnu.malloc_info(0, ctypes.c_void_p(stream)); gnu.fclose(ctypes.c_void_p(stream))
print(len(tree.fromstring(buffer.value).findall("heap")))
over.set()
"""


def test_memory_that_nobody_can_reach_comes_back_even_where_it_was_set_aside():
    class Session:
        pass

    one = Session()
    one.itself = one
    gone = weakref.ref(one)
    gc.freeze()
    del one
    memory.give_back()
    assert gone() is None


@pytest.mark.parametrize(("pause", "generation", "aside"), [(-1, 2, True), (-1, 1, False), (3600, 2, False)])
def test_what_a_collection_took_long_to_look_through_is_set_aside_from_the_next(monkeypatch, pause, generation, aside):
    monkeypatch.setattr(memory, "PAUSE", pause)
    held, before = [[] for _ in range(5000)], gc.get_freeze_count()
    with memory.short_pauses():
        gc.collect(generation)
    assert (gc.get_freeze_count() >= before + len(held)) is aside
    before = gc.get_freeze_count()
    gc.collect()
    assert gc.get_freeze_count() == before, "nobody hears any more"


def heaps(*, few: bool) -> int:
    """Return how many heaps eight threads that hold memory at once have made the GNU library open."""
    program = [sys.executable, "-c", HEAPS.format(few=few)]
    return int(subprocess.run(program, check=True, capture_output=True, text=True, timeout=60).stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="heaps of the GNU library")
def test_all_threads_share_two_heaps():
    assert heaps(few=True) <= memory.HEAPS < heaps(few=False)


def test_arrow_takes_the_system_s_memory():
    before = pa.default_memory_pool()
    try:
        memory.few_heaps()
        assert pa.default_memory_pool().backend_name == "system"
    finally:
        pa.set_memory_pool(before)
