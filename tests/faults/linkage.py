"""Puts a Python function in the place of a C library call, in every library loaded, without a compiler.

Each ELF object reaches `write`, `fsync` and the rest through a table of addresses that the loader filled in.
Here those entries are given another address: so the very calls that SQLite and Python make can be failed,
torn, recorded or made the last. Only for a child process of its own: nothing is ever put back.
"""

import ctypes
import mmap
import os
import platform
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

C = ctypes.CDLL(None, use_errno=True)
_POINTER = ctypes.c_void_p
_DYNAMIC, _LOADED_NAMES = 2, ("libc.so", "ld-linux", "libc.musl", "ld-musl", "linux-vdso")
_STRTAB, _SYMTAB, _RELA, _RELASZ, _JMPREL, _PLTRELSZ = 5, 6, 7, 8, 23, 2
# Relocations that hold a symbol's plain address: x86-64's, then ARM's.
_KINDS = frozenset({1, 6, 7, 257, 1025, 1026})
_PROT_READ_WRITE = 3


class _Header(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        *((name, ctypes.c_uint64) for name in ("offset", "vaddr", "paddr", "filesz", "memsz", "align")),
    ]


class _Loaded(ctypes.Structure):
    _fields_ = [
        ("base", ctypes.c_uint64),
        ("name", ctypes.c_char_p),
        ("headers", ctypes.POINTER(_Header)),
        ("count", ctypes.c_uint16),
    ]


class Place(NamedTuple):
    """Where a library keeps the address of a call it makes."""

    library: str
    symbol: str
    address: int


# By library and symbol; a child that was forked finds what its parent found.
_known: dict[tuple[str, int], dict[str, list[Place]]] = {}
_kept: list[object] = []  # a callback that Python forgets would be called after its memory is gone


def callback(shape: str, function: Callable[..., int]) -> Any:
    """A C function of `shape` made of a Python one: 'i' int, 'n' size, 'p' pointer; the result first."""
    kinds = {"i": ctypes.c_int, "n": ctypes.c_ssize_t, "p": ctypes.c_void_p, "s": ctypes.c_char_p}
    made = ctypes.CFUNCTYPE(*(kinds[letter] for letter in shape), use_errno=True)(function)
    _kept.append(made)
    return made


class Scarce:
    """Memory of which the `nth` piece asked for is denied, and with `for_ever` every one after it.

    Told in the processor's own words where this is one we know, since a Python function at each of fifty
    thousand calls takes longer than what is tried.
    """

    _PLENTY = 1 << 62

    def __init__(self, nth: int, *, for_ever: bool, only: str) -> None:
        """In the libraries named like `only`; RuntimeError when it asks for memory in no way we can reach."""
        self._begun = nth or self._PLENTY
        calls = self._words(for_ever) if platform.machine() == "x86_64" else self._callbacks(for_ever)
        if not replace(calls, only):
            raise RuntimeError("SQLite's allocations could not be reached on this machine")

    def asked(self) -> int:
        """How many pieces were asked for."""
        return self._begun - self._left.value

    def _words(self, for_ever: bool) -> dict[str, Any]:
        page = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
        self._left = ctypes.c_int64.from_buffer(page)
        self._left.value = self._begun
        start, made = ctypes.addressof(self._left), dict[str, Any]()
        for at, name in ((64, "malloc"), (128, "realloc")):
            real = ctypes.cast(getattr(C, name), _POINTER).value or 0
            words = b"\xf0\x48\xff\x0d" + (-at - 8).to_bytes(4, "little", signed=True)  # one less is left
            words += b"\x7e\x06" if for_ever else b"\x74\x06"  # none is: over the next
            words += b"\xff\x25" + (18).to_bytes(4, "little")  # go to the real one, whose address is below
            words += b"\x31\xc0\xc3"  # nothing is given
            page[at : at + len(words)] = words
            page[at + 34 : at + 42] = real.to_bytes(8, "little")
            made[name] = _POINTER(start + at)
        _kept.append(page)
        return made

    def _callbacks(self, for_ever: bool) -> dict[str, Any]:
        self._left = left = ctypes.c_int64(self._begun)

        def is_denied() -> bool:
            left.value -= 1
            return left.value <= 0 if for_ever else left.value == 0

        kinds = {"n": ctypes.c_size_t, "p": ctypes.c_void_p}
        made = dict[str, Any]()
        for name, shape in (("malloc", "n"), ("realloc", "pn")):
            real = getattr(C, name)
            real.restype, real.argtypes = ctypes.c_void_p, [kinds[letter] for letter in shape]
            made[name] = callback(
                f"p{shape}", lambda *given, real=real: 0 if is_denied() else real(*given) or 0
            )
        return made


def replace(calls: Mapping[str, Any], only: str = "") -> int:
    """Let every library loaded (or those named like `only`) make these calls instead; how many entries."""
    found = [
        place
        for library, symbols in _libraries().items()
        for symbol in symbols.keys() & calls.keys()
        if only in library[0]
        for place in symbols[symbol]
    ]
    for place in found:
        page = place.address & -4096
        if C.mprotect(_POINTER(page), ctypes.c_size_t(8192), _PROT_READ_WRITE):
            C.mprotect(_POINTER(page), ctypes.c_size_t(4096), _PROT_READ_WRITE)
        address = ctypes.cast(calls[place.symbol], _POINTER).value or 0
        ctypes.c_uint64.from_address(place.address).value = address
    return len(found)


def places() -> list[Place]:
    """Every entry of every library loaded now, but those of the C library itself."""
    return [place for symbols in _libraries().values() for some in symbols.values() for place in some]


def _libraries() -> dict[tuple[str, int], dict[str, list[Place]]]:
    """The same by library and by symbol."""
    found: dict[tuple[str, int], dict[str, list[Place]]] = {}

    def visit(info: Any, _size: int, _data: int) -> int:
        loaded = info.contents
        name = os.fsdecode(loaded.name or b"python")
        if not any(part in name for part in _LOADED_NAMES):
            key = name, loaded.base
            if key not in _known:
                _known[key] = by_symbol = {}
                for place in _of(name, loaded):
                    by_symbol.setdefault(place.symbol, []).append(place)
            found[key] = _known[key]
        return 0

    shape = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_Loaded), ctypes.c_size_t, ctypes.c_void_p)
    C.dl_iterate_phdr(shape(visit), None)
    return found


def _of(name: str, loaded: _Loaded) -> Iterator[Place]:
    for at in range(loaded.count):
        header = loaded.headers[at]
        if header.type == _DYNAMIC:
            yield from _entries(name, loaded.base, _dynamic(loaded.base, header))


def _dynamic(base: int, header: _Header) -> dict[int, int]:
    """The dynamic section, with addresses that the loader left relative put right."""
    said: dict[int, int] = {}
    at = base + header.vaddr
    while tag := ctypes.c_int64.from_address(at).value:
        value = ctypes.c_uint64.from_address(at + 8).value
        address = tag in (_STRTAB, _SYMTAB, _RELA, _JMPREL) and value < base
        said[tag] = base + value if address else value
        at += 16
    return said


def _entries(name: str, base: int, said: Mapping[int, int]) -> Iterator[Place]:
    for table, size in ((_RELA, _RELASZ), (_JMPREL, _PLTRELSZ)):
        if table not in said or size not in said:
            continue
        numbers = (ctypes.c_uint64 * (said[size] // 8)).from_address(said[table])
        for at in range(0, len(numbers) - 2, 3):
            kind, symbol = numbers[at + 1] & 0xFFFFFFFF, numbers[at + 1] >> 32
            if kind in _KINDS and symbol:
                offset = ctypes.c_uint32.from_address(said[_SYMTAB] + symbol * 24).value
                yield Place(name, ctypes.string_at(said[_STRTAB] + offset).decode(), base + numbers[at])
