"""What a message of the live line says, read from its outermost fields only: most of it is data nobody here needs."""

from dataclasses import dataclass

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg, ForwardMsgMetadata

NUMBERS = {name: field.number for name, field in ForwardMsg.DESCRIPTOR.fields_by_name.items()}
HASH, METADATA, DELTA = NUMBERS["hash"], NUMBERS["metadata"], NUMBERS["delta"]
REF_HASH, FINISHED = NUMBERS["ref_hash"], NUMBERS["script_finished"]
CACHEABLE = ForwardMsgMetadata.CACHEABLE_FIELD_NUMBER
EXCEPTION, ALERT = Element.EXCEPTION_FIELD_NUMBER, Element.ALERT_FIELD_NUMBER
CHOICE = Element.SELECTBOX_FIELD_NUMBER
Span = tuple[int, int]


@dataclass(slots=True)
class Message:
    """One message: the end of a run, the name of a message sent before, or a piece of the page."""

    finished: int | None = None
    refers_to: str = ""
    keep_as: str = ""
    error: str = ""
    choice: bool = False


def read(data: bytes) -> Message:
    """Return what a message says; a message to keep names the hash it will be referred to by."""
    found = fields(data, (0, len(data)))
    message = Message(found.get(FINISHED, (None,))[0])
    if REF_HASH in found:
        message.refers_to = text(data, found[REF_HASH])
    if METADATA in found and fields(data, found[METADATA]).get(CACHEABLE, (0,))[0]:
        message.keep_as = text(data, found[HASH])
    if DELTA in found:
        element = fields(data, found[DELTA]).get(Delta.NEW_ELEMENT_FIELD_NUMBER, (0, 0))
        inside = fields(data, element)
        message.error, message.choice = error_in(data, inside), CHOICE in inside
    return message


def error_in(data: bytes, inside: dict[int, tuple]) -> str:
    """Return what kind of failure an element shows to the visitor, '' for none."""
    if EXCEPTION in inside:
        return "exception on the page"
    if ALERT in inside:
        begin, end = inside[ALERT]
        alert = Alert.FromString(data[begin:end])
        return "error on the page" if alert.format == Alert.ERROR else ""
    return ""


def text(data: bytes, span: Span) -> str:
    """Return a field that holds text."""
    return data[span[0] : span[1]].decode()


def fields(data: bytes, span: Span) -> dict[int, tuple]:
    """Return where each field of a message lies, or for a number the number; the last of a name counts."""
    found: dict[int, tuple] = {}
    place, end = span
    while place < end:
        tag, place = varint(data, place)
        kind = tag & 7
        if kind == 0:
            value, place = varint(data, place)
            found[tag >> 3] = (value,)
            continue
        length, place = varint(data, place) if kind == 2 else ({1: 8, 5: 4}[kind], place)
        found[tag >> 3] = (place, place + length)
        place += length
    return found


def varint(data: bytes, place: int) -> tuple[int, int]:
    """Return a number of variable length and the place behind it."""
    value = shift = 0
    while True:
        byte = data[place]
        place += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, place
        shift += 7
