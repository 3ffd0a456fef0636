"""A loop of its own for each test, in a thread of its own: in the main one the browser's may be running."""

from concurrent.futures import ThreadPoolExecutor

import pytest


@pytest.hookimpl(hookwrapper=True)
def pytest_pyfunc_call(pyfuncitem):
    """Have a test of this folder called in another thread, and wait for it."""
    called = pyfuncitem.obj
    with ThreadPoolExecutor(1) as own:
        pyfuncitem.obj = lambda *given, **named: own.submit(called, *given, **named).result()
        yield
    pyfuncitem.obj = called
