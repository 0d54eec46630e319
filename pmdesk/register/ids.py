"""Keys made on the laptop: UUIDv7 text, which sorts by the time it was made."""

import os
import re
import time

_SHAPE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_last = 0


def new_id() -> str:
    """A fresh UUIDv7; ids of one process rise even within a millisecond (a 12-bit counter in `rand_a`)."""
    global _last
    now = int(time.time() * 1000) << 12
    _last = now if now > _last else _last + 1
    number = (_last >> 12) << 80 | 7 << 76 | (_last & 0xFFF) << 64 | 2 << 62
    number |= int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    text = f"{number:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def is_id(value: object) -> bool:
    return isinstance(value, str) and _SHAPE.fullmatch(value) is not None
