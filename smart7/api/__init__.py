"""Read-only routes beside the pages."""

from typing import Final

from starlette.routing import BaseRoute

from smart7.api import layers

ROUTES: Final[list[BaseRoute]] = [*layers.ROUTES]
