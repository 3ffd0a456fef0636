"""The live line between a page and the server: what many are sent is packed once, and messages leave together."""

import asyncio
import hashlib
import logging
import zlib
from asyncio.transports import BaseTransport
from collections.abc import Sequence
from typing import Any, Final, cast

from cachetools import LRUCache
from uvicorn.config import Config
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState
from websockets.extensions.base import Extension
from websockets.extensions.permessage_deflate import PerMessageDeflate, ServerPerMessageDeflateFactory
from websockets.frames import Frame, Opcode
from websockets.server import ServerProtocol
from websockets.typing import ExtensionParameter

LEAST: Final = 256
"""Bytes below which a message goes as it is."""
MOST: Final = 10_000_000
"""Bytes of packed messages that are kept for whoever is sent the same: some 400 pages."""
LARGEST: Final = 1_000_000
"""Bytes of a packed message beyond which it is not kept: it is no page, and would drive out many."""
TOGETHER: Final = 0.002
"""Seconds in which messages gather, to leave in one piece."""
BITS: Final = 12
"""How far back a browser may look when it packs what it sends: a small request, so little memory for each line."""

_packed: Final[LRUCache[tuple[int, bytes], bytes]] = LRUCache(MOST, getsizeof=len)


class Packed(PerMessageDeflate):
    """Packing of a line whose messages are packed each by itself, so that the same message is packed once for all."""

    def encode(self, frame: Frame) -> Frame:
        """Return a frame packed, or as it is where that would gain nothing."""
        if frame.opcode not in (Opcode.BINARY, Opcode.TEXT) or len(frame.data) < LEAST:
            return frame
        return Frame(frame.opcode, packed(bytes(frame.data), self.local_max_window_bits), frame.fin, rsv1=True)


def packed(message: bytes, bits: int) -> bytes:
    """Return a message as raw deflate without its empty last block (RFC 7692), kept for the next who is sent it."""
    key = bits, hashlib.blake2b(message, digest_size=16).digest()
    found = _packed.get(key)
    if found is None:
        packer = zlib.compressobj(wbits=-bits)
        found = (packer.compress(message) + packer.flush(zlib.Z_SYNC_FLUSH))[:-4]
        if len(found) <= LARGEST:
            _packed[key] = found
    return found


class Packing(ServerPerMessageDeflateFactory):
    """What the server agrees with a browser: that it packs each message by itself."""

    def process_request_params(
        self, params: Sequence[ExtensionParameter], accepted_extensions: Sequence[Extension]
    ) -> tuple[list[ExtensionParameter], Packed]:
        """Return what was agreed, as it is written and as it is done."""
        written, agreed = super().process_request_params(params, accepted_extensions)
        return written, Packed(
            agreed.remote_no_context_takeover, agreed.local_no_context_takeover,
            agreed.remote_max_window_bits, agreed.local_max_window_bits,
        )  # fmt: skip


class Gathering:
    """A transport that lets what is written gather for a moment; in all else the one it stands before."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport, self._loop = transport, loop
        self._gathered: list[bytes] = []

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401, D105
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Take what leaves with all else of this moment."""
        if not self._gathered:
            self._loop.call_later(TOGETHER, self.leave)
        self._gathered.append(data)

    def leave(self) -> None:
        """Write what has gathered."""
        if self._gathered and not self._transport.is_closing():
            self._transport.write(b"".join(self._gathered))
        self._gathered.clear()

    def close(self) -> None:
        """Write what has gathered and close."""
        self.leave()
        self._transport.close()


class Line(WebSocketsSansIOProtocol):
    """uvicorn's own protocol with our packing and our transport."""

    def __init__(self, config: Config, server_state: ServerState, app_state: dict[str, Any], *more: Any) -> None:  # noqa: ANN401
        super().__init__(config, server_state, app_state, *more)
        if config.ws_per_message_deflate:
            packing = Packing(server_no_context_takeover=True, client_max_window_bits=BITS)
            logger = logging.getLogger("uvicorn.error")
            self.conn = ServerProtocol(extensions=[packing], max_size=config.ws_max_size, logger=logger)

    def connection_made(self, transport: BaseTransport) -> None:
        """Begin, with a transport that writes by the handful."""
        gathering = Gathering(cast(asyncio.Transport, transport), self.loop)
        super().connection_made(cast(BaseTransport, gathering))
