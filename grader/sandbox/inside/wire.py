"""What travels between grader and worker: plain values as tagged bytes, and framed messages.

Both sides use this file, and only the grader's side has to distrust what it reads. A decoder either
returns a value built from the types below or raises `WireError`; it never executes, imports or resolves
anything, and it checks every length against the bytes at hand before it allocates.

    value   None  bool  int  float  complex  str  bytes  list  tuple  dict
            numpy array or scalar of a listed dtype
            Handle    an object that stays in the worker, by number
            Opaque    an object that cannot travel, by the name of its type
            Function  source to be run in the worker

    frame   nonce (16 bytes), length of the body (8 bytes, little-endian), body
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

MAX_BODY_BYTES = 64 << 20
MAX_VALUES = 200_000
MAX_DEPTH = 32
MAX_DIMENSIONS = 16
MAX_INT_BYTES = 4096
MAX_TYPE_NAME = 100

FRAME = struct.Struct("<16sQ")
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
    return str(type(value).__name__)[:MAX_TYPE_NAME]


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
    again becomes a reference, so that aliasing survives the journey."""

    def __init__(self, mutables: list[Any] | None = None, register: bool = True) -> None:
        self.parts: list[bytes] = []
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
        data = value.to_bytes((value.bit_length() + 8) // 8, "little", signed=True)
        if len(data) > MAX_INT_BYTES:
            self._text(b"O", "an integer of more than ten thousand digits")
        else:
            self.parts.append(b"I" + _U32.pack(len(data)) + data)

    def _float(self, value: Any, depth: int) -> None:
        self.parts.append(b"D" + _F64.pack(value))

    def _complex(self, value: Any, depth: int) -> None:
        self.parts.append(b"C" + _C128.pack(value.real, value.imag))

    def _str(self, value: Any, depth: int) -> None:
        self._text(b"S", value)

    def _bytes(self, value: Any, depth: int) -> None:
        self.parts.append(b"B" + _U64.pack(len(value)) + value)

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
        elif not self._known(value):
            shape = plain.shape
            head = b"A" + bytes([_CODE[plain.dtype], len(shape)])
            self.parts.append(head + struct.pack(f"<{len(shape)}Q", *shape) + plain.tobytes())

    def _list(self, value: Any, depth: int) -> None:
        if not self._known(value):
            self._items(b"L", list(value), depth)

    def _tuple(self, value: Any, depth: int) -> None:
        self._items(b"U", tuple(value), depth)

    def _items(self, tag: bytes, items: Any, depth: int) -> None:
        self.parts.append(tag + _U32.pack(len(items)))
        for item in items:
            self.write(item, depth + 1)

    def _dict(self, value: Any, depth: int) -> None:
        if self._known(value):
            return
        items = list(value.items())
        self.parts.append(b"M" + _U32.pack(len(items)))
        for key, item in items:
            self.write(key if isinstance(key, _KEYS) else str(key))  # plain, however deep the dict lies
            self.write(item, depth + 1)

    def _handle(self, value: Any, depth: int) -> None:
        self.parts.append(b"H" + _U32.pack(value.number))
        self._text(b"S", value.type_name)

    def _function(self, value: Any, depth: int) -> None:
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
        try:
            return self._take(self._u32()).decode("utf-8")
        except UnicodeDecodeError:
            raise WireError("a text is not UTF-8") from None

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
        if self.values > MAX_VALUES or depth > MAX_DEPTH + 1:
            raise WireError("too many values, or nested too deeply")
        at = self.at
        reader = _READERS.get(self.data[at : at + 1])
        if reader is None:
            raise WireError("unknown tag, or the end of the message")
        self.at = at + 1
        return reader(self, depth)

    def _int(self, depth: int) -> int:
        size = self._u32()
        if size > MAX_INT_BYTES:
            raise WireError("an integer is too long")
        return int.from_bytes(self._take(size), "little", signed=True)

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
        for _ in range(self._size()):
            key = self.read(depth + 1)
            if not isinstance(key, _KEYS) or isinstance(key, np.generic):
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
        size = dtype.itemsize
        for n in shape:
            size *= n
        if any(n > MAX_BODY_BYTES for n in shape):
            raise WireError("a dimension is too large")
        raw = self._take(size)
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
    b"S": lambda decoder, depth: decoder._text(),
    b"B": Decoder._bytes,
    b"A": Decoder._array,
    b"G": Decoder._scalar,
    b"L": Decoder._list,
    b"U": Decoder._tuple,
    b"M": Decoder._dict,
    b"H": lambda decoder, depth: Handle(decoder._u32(), decoder._tagged_text()[:MAX_TYPE_NAME]),
    b"O": lambda decoder, depth: Opaque(decoder._text()[:MAX_TYPE_NAME]),
    b"R": Decoder._reference,
    b"X": Decoder._function,
}


def dumps(value: Any) -> bytes:
    """`value` as bytes; what cannot travel becomes an `Opaque`."""
    encoder = Encoder()
    encoder.write(value)
    return encoder.data()


def loads(data: bytes) -> Any:
    """The value that `data` holds. Raises WireError, also for trailing bytes."""
    decoder = Decoder(data)
    value = decoder.read()
    if decoder.at != len(data):
        raise WireError("bytes follow the value")
    return value
