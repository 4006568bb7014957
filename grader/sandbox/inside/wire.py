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
            return self._text(b"O", "too deeply nested " + type_name(value))
        if value is None:
            self.parts.append(b"N")
        elif value is True or value is False:
            self.parts.append(b"T" if value else b"F")
        elif isinstance(value, np.ndarray):
            self._array(value)
        elif isinstance(value, np.generic):
            plain = portable(np.asarray(value))
            if plain is None:
                self._text(b"O", type_name(value))
            else:
                self.parts.append(b"G" + bytes([_CODE[plain.dtype]]) + plain.tobytes())
        elif isinstance(value, int):
            data = int(value).to_bytes((int(value).bit_length() + 8) // 8, "little", signed=True)
            if len(data) > MAX_INT_BYTES:
                return self._text(b"O", "an integer of more than ten thousand digits")
            self.parts.append(b"I" + _U32.pack(len(data)) + data)
        elif isinstance(value, float):
            self.parts.append(b"D" + _F64.pack(value))
        elif isinstance(value, complex):
            self.parts.append(b"C" + _C128.pack(value.real, value.imag))
        elif isinstance(value, str):
            self._text(b"S", value)
        elif isinstance(value, bytes):
            self.parts.append(b"B" + _U64.pack(len(value)) + value)
        elif isinstance(value, Handle):
            self.parts.append(b"H" + _U32.pack(value.number))
            self._text(b"S", value.type_name)
        elif isinstance(value, Opaque):
            self._text(b"O", value.type_name)
        elif isinstance(value, Function):
            self.parts.append(b"X")
            self._text(b"S", value.name)
            self._text(b"S", value.source)
            self.write(dict(value.constants), depth + 1)
        elif isinstance(value, (list, tuple)):
            if isinstance(value, list) and self._known(value):
                return None
            self.parts.append((b"L" if isinstance(value, list) else b"U") + _U32.pack(len(value)))
            for item in list(value):
                self.write(item, depth + 1)
        elif isinstance(value, dict):
            if self._known(value):
                return None
            self.parts.append(b"M" + _U32.pack(len(value)))
            for key, item in list(value.items()):
                self.write(key if isinstance(key, (str, int, float, bool, type(None))) else str(key), depth + 1)
                self.write(item, depth + 1)
        else:
            self._text(b"O", type_name(value))
        return None

    def write_contents(self, value: Any) -> None:
        """Append a known mutable value itself, not a reference to it; what it holds may be references."""
        index = self.seen.pop(id(value))
        self.write(value)
        self.seen[id(value)] = index

    def _array(self, value: Any) -> None:
        plain = portable(value)
        if plain is None:
            self._text(b"O", f"array of {value.dtype.name}"[:MAX_TYPE_NAME])
        elif not self._known(value):
            head = b"A" + bytes([_CODE[plain.dtype], plain.ndim])
            self.parts.append(head + b"".join(_U64.pack(n) for n in plain.shape))
            self.parts.append(plain.tobytes())


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
        return int(_U32.unpack(self._take(4))[0])

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
        tag = self._take(1)
        if tag == b"N":
            return None
        if tag in b"TF":
            return tag == b"T"
        if tag == b"A":
            return self._array()
        if tag == b"G":
            dtype = self._dtype(self._take(1)[0])
            raw = self._take(dtype.itemsize)
            return np.bool_(raw != b"\0") if dtype.kind == "b" else np.frombuffer(raw, dtype)[0]
        if tag == b"I":
            size = self._u32()
            if size > MAX_INT_BYTES:
                raise WireError("an integer is too long")
            return int.from_bytes(self._take(size), "little", signed=True)
        if tag == b"D":
            return float(_F64.unpack(self._take(8))[0])
        if tag == b"C":
            return complex(*_C128.unpack(self._take(16)))
        if tag == b"S":
            return self._text()
        if tag == b"B":
            return self._take(int(_U64.unpack(self._take(8))[0]))
        if tag == b"H":
            return Handle(self._u32(), self._tagged_text()[:MAX_TYPE_NAME])
        if tag == b"O":
            return Opaque(self._text()[:MAX_TYPE_NAME])
        if tag == b"R":
            index = self._u32()
            if self.mutables is None or index >= len(self.mutables):
                raise WireError("a reference points nowhere")
            return self.mutables[index]
        if tag == b"X":
            name, source, constants = self._tagged_text(), self._tagged_text(), self.read(depth + 1)
            if not isinstance(constants, dict):
                raise WireError("a function's constants are not a dict")
            return Function(name, source, constants)
        if tag in b"LU":
            size = self._size()
            items: list[Any] = []
            if tag == b"L":
                self._keep(items)
            for _ in range(size):
                items.append(self.read(depth + 1))
            return items if tag == b"L" else tuple(items)
        if tag == b"M":
            return self._dict(depth)
        raise WireError("unknown tag")

    def _size(self) -> int:
        size = self._u32()
        if size > len(self.data) - self.at:  # each item takes a byte at least
            raise WireError("a container claims more items than the message has bytes")
        return size

    def _dict(self, depth: int) -> dict[Any, Any]:
        size = self._size()
        items: dict[Any, Any] = self._keep({})
        for _ in range(size):
            key = self.read(depth + 1)
            if not isinstance(key, (str, int, float, bool, type(None))) or isinstance(key, np.generic):
                raise WireError("a key is not plain")
            items[key] = self.read(depth + 1)
        return items

    def _dtype(self, code: int) -> np.dtype[Any]:
        if code >= len(_DTYPE):
            raise WireError("unknown dtype")
        return _DTYPE[code]

    def _array(self) -> Any:
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
