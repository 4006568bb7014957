"""What travels between grader and worker: plain values as tagged bytes, and framed messages.

Both sides use this file, and only the grader's side has to distrust what it reads. A decoder either
returns a value built from the types below or raises `WireError`; it never executes, imports or resolves
anything, and it checks every length against the bytes at hand before it allocates.

The bounds below hold for everything that is said. They stand here and nowhere else: whoever gets a value may
count on them (an integer fits into an array, a text into a message, a dict is filled in linear time). What an
answer returns beyond them is sent as an `Opaque`, so that it is a wrong value and no disturbed connection.

    value   None  bool  int  float  complex  str  bytes  list  tuple  dict
            numpy array or scalar of a listed dtype
            Handle    an object that stays in the worker, by number
            Opaque    an object that cannot travel, by the name of its type
            Function  source to be run in the worker

    frame   nonce (16 bytes), length of the body (8 bytes, little-endian), body
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

MAX_BODY_BYTES = 64 << 20
MAX_DATA_BYTES = 48 << 20  # of the arrays and bytes in one message: the rest is left for what is said about them
MAX_VALUES = 200_000
MAX_KEYS = 5000  # of one dict
MAX_DEPTH = 32
MAX_DIMENSIONS = 16
MAX_TEXT_BYTES = 64 << 10  # source travels as bytes
MAX_TEXT_CHARACTERS = MAX_TEXT_BYTES // 4  # which is what a character may take
MAX_TYPE_NAME = 100
INT_BYTES = 9  # with the sign
INTEGERS = range(-(1 << 63), 1 << 64)  # what an array can hold
# Larger ones can be made to collide, and a dict of such keys takes quadratic time: hash(n) is n modulo 2**61 - 1.
WHOLE_KEYS = range(-(1 << 60), 1 << 60)

FRAME = struct.Struct("<16sQ")
READY = b"R"  # what a worker says before it is asked anything: from here on only student code can end it
_U32 = struct.Struct("<I")
_U64 = struct.Struct("<Q")
_F64 = struct.Struct("<d")
_C128 = struct.Struct("<dd")

# The position in this list is the dtype's code. Anything else stays in the worker: objects, strings,
# structured types, dates.
DTYPES = ["|b1", "|i1", "<i2", "<i4", "<i8", "|u1", "<u2", "<u4", "<u8", "<f2", "<f4", "<f8", "<c8", "<c16"]
_CODE = {np.dtype(name): code for code, name in enumerate(DTYPES)}
_DTYPE = [np.dtype(name) for name in DTYPES]


class WireError(Exception):
    """The bytes are not a message of this protocol."""


class Handle(NamedTuple):
    """An object that stays in the worker. The grader allocates `number`."""

    number: int
    type_name: str


class Opaque(NamedTuple):
    """Stands for a value that cannot travel."""

    type_name: str


class Function(NamedTuple):
    """Public source of a function that an answer calls, and the constants it needs."""

    name: str
    source: str
    constants: dict[str, Any]


def type_name(value: object) -> str:
    return _name(str(type(value).__name__))


def _name(name: str) -> str:
    """As it may stand in a sentence: an answer's own classes can be called anything."""
    return "".join(char if char.isprintable() else "?" for char in name[:MAX_TYPE_NAME])


def portable(array: Any) -> Any:
    """`array` as base-class ndarray of a dtype that travels, or None if there is none."""
    dtype = array.dtype
    if dtype in _CODE and dtype.isnative:
        return np.ndarray.view(array, np.ndarray) if type(array) is not np.ndarray else array
    if dtype.kind == "f":
        return np.asarray(array, dtype="<f8")  # long double loses digits here, never meaning
    if dtype.kind == "c":
        return np.asarray(array, dtype="<c16")
    native = dtype.newbyteorder("=")
    return np.asarray(array, dtype=native) if native in _CODE else None


class Encoder:
    """Writes values. With `mutables` given, each array, list and dict met is appended to it, and one met
    again becomes a reference, so that aliasing survives the journey.

    Attributes:
        room: how many bytes of arrays and of `bytes` may still be written.
    """

    def __init__(self, mutables: list[Any] | None = None, register: bool = True, room: int = MAX_DATA_BYTES) -> None:
        self.parts: list[bytes] = []
        self.room = room
        self.values = 1
        self.mutables = mutables
        self.register = register
        self.seen = {id(value): index for index, value in enumerate(mutables or ())}

    def data(self) -> bytes:
        return b"".join(self.parts)

    def _known(self, value: Any) -> bool:
        if self.mutables is None:
            return False
        index = self.seen.get(id(value))
        if index is not None:
            self.parts.append(b"R" + _U32.pack(index))
            return True
        if self.register:
            self.seen[id(value)] = len(self.mutables)
            self.mutables.append(value)
        return False

    def _text(self, tag: bytes, text: str) -> None:
        data = text.encode("utf-8", "replace")
        self.parts.append(tag + _U32.pack(len(data)) + data)

    def write(self, value: Any, depth: int = 0) -> None:
        """Append `value`; what cannot travel becomes an `Opaque`."""
        if depth > MAX_DEPTH:
            self._text(b"O", "too deeply nested " + type_name(value))
            return
        writer = _WRITERS.get(type(value))
        if writer is None:  # a subclass travels as its base
            writer = next((one for kind, one in _WRITERS.items() if isinstance(value, kind)), Encoder._opaque)
        writer(self, value, depth)

    def _none(self, value: Any, depth: int) -> None:
        self.parts.append(b"N")

    def _bool(self, value: Any, depth: int) -> None:
        self.parts.append(b"T" if value else b"F")

    def _int(self, value: Any, depth: int) -> None:
        value = int(value)
        if value in INTEGERS:
            self.parts.append(b"I" + value.to_bytes(INT_BYTES, "little", signed=True))
        else:
            self._text(b"O", "an integer of more than 64 bits")

    def _float(self, value: Any, depth: int) -> None:
        self.parts.append(b"D" + _F64.pack(value))

    def _complex(self, value: Any, depth: int) -> None:
        self.parts.append(b"C" + _C128.pack(value.real, value.imag))

    def _str(self, value: Any, depth: int) -> None:
        if len(value) > MAX_TEXT_CHARACTERS:
            self._text(b"O", f"a text of {len(value)} characters")
        else:
            self._text(b"S", value)

    def _bytes(self, value: Any, depth: int) -> None:
        if self._fits(len(value)):
            self.parts.append(b"B" + _U64.pack(len(value)) + value)
        else:
            self._text(b"O", f"{len(value)} bytes")

    def _fits(self, size: int) -> bool:
        """Whether there is room for so many more bytes of data, which then is taken."""
        if size > self.room:
            return False
        self.room -= size
        return True

    def _holds(self, count: int) -> bool:
        """Whether so many more values may be written, which then are counted."""
        if self.values + count > MAX_VALUES:
            return False
        self.values += count
        return True

    def _scalar(self, value: Any, depth: int) -> None:
        plain = portable(np.asarray(value))
        if plain is None:
            self._opaque(value, depth)
        else:
            self.parts.append(b"G" + bytes([_CODE[plain.dtype]]) + plain.tobytes())

    def _array(self, value: Any, depth: int) -> None:
        plain = portable(value)
        if plain is None:
            self._text(b"O", f"array of {value.dtype.name}"[:MAX_TYPE_NAME])
        elif self._known(value):
            return
        elif not self._fits(plain.nbytes):
            self._text(b"O", f"array of shape {plain.shape}, which is too large"[:MAX_TYPE_NAME])
        else:
            shape = plain.shape
            head = b"A" + bytes([_CODE[plain.dtype], len(shape)])
            self.parts.append(head + struct.pack(f"<{len(shape)}Q", *shape) + plain.tobytes())

    def _list(self, value: Any, depth: int) -> None:
        if not self._known(value):
            self._items(b"L", list(value), depth)

    def _tuple(self, value: Any, depth: int) -> None:
        self._items(b"U", tuple(value), depth)

    def _items(self, tag: bytes, items: Any, depth: int) -> None:
        if not self._holds(len(items)):
            self._text(b"O", f"{'list' if tag == b'L' else 'tuple'} of {len(items)} values")
            return
        self.parts.append(tag + _U32.pack(len(items)))
        for item in items:
            self.write(item, depth + 1)

    def _dict(self, value: Any, depth: int) -> None:
        if self._known(value):
            return
        items = list(value.items())
        if len(items) > MAX_KEYS or not self._holds(2 * len(items)):
            self._text(b"O", f"dict of {len(items)} keys")
            return
        self.parts.append(b"M" + _U32.pack(len(items)))
        for key, item in items:
            self.write(key if _is_key(key) else str(key)[:MAX_TYPE_NAME])  # plain, however deep the dict lies
            self.write(item, depth + 1)

    def _handle(self, value: Any, depth: int) -> None:
        self.parts.append(b"H" + _U32.pack(value.number))
        self._text(b"S", value.type_name)

    def _function(self, value: Any, depth: int) -> None:
        if depth == MAX_DEPTH or not self._holds(1):  # its constants are a value, and lie deeper
            self._text(b"O", "Function")
            return
        self.parts.append(b"X")
        self._text(b"S", value.name)
        self._text(b"S", value.source)
        self.write(dict(value.constants), depth + 1)

    def _opaque(self, value: Any, depth: int) -> None:
        self._text(b"O", value.type_name if type(value) is Opaque else type_name(value))

    def write_apart(self, items: tuple[Any, ...]) -> None:
        """Append a tuple; an object that stands in two of its items becomes two objects, which share nothing."""
        self.parts.append(b"U" + _U32.pack(len(items)))
        for item in items:
            self.seen.clear()
            self.write(item, 1)

    def write_contents(self, value: Any) -> None:
        """Append a known mutable value itself, not a reference to it; what it holds may be references."""
        index = self.seen.pop(id(value))
        self.write(value)
        self.seen[id(value)] = index


# Most particular first: bool is an int, numpy.float64 a float, Handle a tuple.
_WRITERS: dict[type, Callable[[Encoder, Any, int], None]] = {
    np.ndarray: Encoder._array,
    np.generic: Encoder._scalar,
    bool: Encoder._bool,
    int: Encoder._int,
    float: Encoder._float,
    complex: Encoder._complex,
    str: Encoder._str,
    bytes: Encoder._bytes,
    type(None): Encoder._none,
    Handle: Encoder._handle,
    Opaque: Encoder._opaque,
    Function: Encoder._function,
    list: Encoder._list,
    tuple: Encoder._tuple,
    dict: Encoder._dict,
}
_KEYS = (str, int, float, bool, type(None))
_KEY_TAGS = (b"S", b"I", b"D", b"T", b"F", b"N")


def _is_key(value: Any) -> bool:
    """Whether it may be a dict's key, by its type and in its bounds."""
    if isinstance(value, int):
        return int(value) in WHOLE_KEYS  # a range is searched number by number for anything but a plain integer
    return isinstance(value, _KEYS) and (not isinstance(value, str) or len(value) <= MAX_TEXT_CHARACTERS)


class Decoder:
    """Reads values out of `data`; raises `WireError` on anything that `Encoder` would not write.

    `mutables` collects the arrays, lists and dicts read, in the order in which the encoder met them; with
    `register` off it is only looked up.
    """

    def __init__(self, data: bytes, mutables: list[Any] | None = None, register: bool = True) -> None:
        self.data = data
        self.at = 0
        self.values = 0
        self.mutables = mutables
        self.register = register

    def _take(self, size: int) -> bytes:
        end = self.at + size
        if end > len(self.data):
            raise WireError("a value runs past the end of the message")
        piece = self.data[self.at : end]
        self.at = end
        return piece

    def _u32(self) -> int:
        at = self.at
        if at + 4 > len(self.data):
            raise WireError("a value runs past the end of the message")
        self.at = at + 4
        return int.from_bytes(self.data[at : at + 4], "little")

    def _text(self) -> str:
        size = self._u32()
        if size > MAX_TEXT_BYTES:
            raise WireError("a text is too long")
        try:
            return self._take(size).decode("utf-8")
        except UnicodeDecodeError:
            raise WireError("a text is not UTF-8") from None

    def _str(self, depth: int) -> str:
        text = self._text()
        if len(text) > MAX_TEXT_CHARACTERS:
            raise WireError("a text is too long")
        return text

    def _tagged_text(self) -> str:
        if self._take(1) != b"S":
            raise WireError("a text was expected")
        return self._text()

    def _keep(self, value: Any) -> Any:
        if self.mutables is not None and self.register:
            self.mutables.append(value)
        return value

    def read(self, depth: int = 0) -> Any:
        """The next value."""
        self.values += 1
        at = self.at
        tag = self.data[at : at + 1]
        if self.values > MAX_VALUES or (depth > MAX_DEPTH and tag != b"O"):  # which stands for what is too deep
            raise WireError("too many values, or nested too deeply")
        reader = _READERS.get(tag)
        if reader is None:
            raise WireError("unknown tag, or the end of the message")
        self.at = at + 1
        return reader(self, depth)

    def _int(self, depth: int) -> int:
        value = int.from_bytes(self._take(INT_BYTES), "little", signed=True)
        if value not in INTEGERS:
            raise WireError("an integer is too large")
        return value

    def _bytes(self, depth: int) -> bytes:
        return self._take(int(_U64.unpack(self._take(8))[0]))

    def _scalar(self, depth: int) -> Any:
        dtype = self._dtype(self._take(1)[0])
        raw = self._take(dtype.itemsize)
        return np.bool_(raw != b"\0") if dtype.kind == "b" else np.frombuffer(raw, dtype)[0]

    def _reference(self, depth: int) -> Any:
        index = self._u32()
        if self.mutables is None or index >= len(self.mutables):
            raise WireError("a reference points nowhere")
        return self.mutables[index]

    def _function(self, depth: int) -> Function:
        name, source, constants = self._tagged_text(), self._tagged_text(), self.read(depth + 1)
        if not isinstance(constants, dict):
            raise WireError("a function's constants are not a dict")
        return Function(name, source, constants)

    def _list(self, depth: int) -> list[Any]:
        items: list[Any] = self._keep([])
        items.extend(self.read(depth + 1) for _ in range(self._size()))
        return items

    def _tuple(self, depth: int) -> tuple[Any, ...]:
        return tuple([self.read(depth + 1) for _ in range(self._size())])

    def _size(self) -> int:
        size = self._u32()
        if size > len(self.data) - self.at:  # each item takes a byte at least
            raise WireError("a container claims more items than the message has bytes")
        return size

    def _dict(self, depth: int) -> dict[Any, Any]:
        items: dict[Any, Any] = self._keep({})
        size = self._size()
        if size > MAX_KEYS:
            raise WireError("a dict of too many keys")
        for _ in range(size):
            if self.data[self.at : self.at + 1] not in _KEY_TAGS:
                raise WireError("a key is not plain")
            key = self.read()  # plain, so that it is nowhere deep
            if not _is_key(key):
                raise WireError("a key is not plain")
            items[key] = self.read(depth + 1)
        return items

    def _dtype(self, code: int) -> np.dtype[Any]:
        if code >= len(_DTYPE):
            raise WireError("unknown dtype")
        return _DTYPE[code]

    def _array(self, depth: int) -> Any:
        code, dimensions = self._take(2)
        dtype = self._dtype(code)
        if dimensions > MAX_DIMENSIONS:
            raise WireError("too many dimensions")
        shape = struct.unpack(f"<{dimensions}Q", self._take(8 * dimensions))
        if math.prod(n or 1 for n in shape) > MAX_BODY_BYTES:  # numpy multiplies them so, also where one is 0
            raise WireError("an array is too large")
        raw = self._take(dtype.itemsize * math.prod(shape))
        if dtype.kind == "b":  # a byte other than 0 and 1 would live on inside a bool array
            return self._keep((np.frombuffer(raw, np.uint8) != 0).reshape(shape))
        return self._keep(np.frombuffer(raw, dtype).reshape(shape).copy())


_READERS: dict[bytes, Callable[[Decoder, int], Any]] = {
    b"N": lambda _, depth: None,
    b"T": lambda _, depth: True,
    b"F": lambda _, depth: False,
    b"I": Decoder._int,
    b"D": lambda decoder, depth: float(_F64.unpack(decoder._take(8))[0]),
    b"C": lambda decoder, depth: complex(*_C128.unpack(decoder._take(16))),
    b"S": Decoder._str,
    b"B": Decoder._bytes,
    b"A": Decoder._array,
    b"G": Decoder._scalar,
    b"L": Decoder._list,
    b"U": Decoder._tuple,
    b"M": Decoder._dict,
    b"H": lambda decoder, depth: Handle(decoder._u32(), _name(decoder._tagged_text())),
    b"O": lambda decoder, depth: Opaque(_name(decoder._text())),
    b"R": Decoder._reference,
    b"X": Decoder._function,
}


def dumps(value: Any) -> bytes:
    """`value` as bytes; what cannot travel becomes an `Opaque`."""
    encoder = Encoder()
    encoder.write(value)
    return encoder.data()


def envelope(*parts: Any) -> bytes:
    """A tuple of parts that are written already, as bytes, and of plain values."""
    encoder = Encoder(room=MAX_BODY_BYTES)
    encoder.write(parts)
    return encoder.data()


def loads(data: bytes) -> Any:
    """The value that `data` holds. Raises WireError, also for trailing bytes."""
    decoder = Decoder(data)
    value = decoder.read()
    if decoder.at != len(data):
        raise WireError("bytes follow the value")
    return value
