"""Whether there is memory to be had, asked by wanting it: nobody else knows of every limit that may stand in the way."""

from __future__ import annotations


def is_room(size: int) -> bool:
    """Whether a process can have so many bytes. None is touched, so it costs none."""
    import mmap

    own = {"flags": mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS} if hasattr(mmap, "MAP_PRIVATE") else {}  # as malloc does
    try:
        mmap.mmap(-1, size, **own).close()
    except (OSError, MemoryError, ValueError):
        return False
    return True
