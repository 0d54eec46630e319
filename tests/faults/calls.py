"""The storage calls that a process makes on the files of one folder: seen one by one, spoilt on demand."""

import ctypes
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from tests.faults import linkage
from tests.faults.linkage import C

# What may happen to a call: 'go' lets it be; 'fail' does nothing and reports an error; 'torn' does half of it
# (or all, where it has no halves) and reports the error; 'last' and 'torn last' end the process there. 'kept'
# and 'torn kept' let somebody look at the files as 'last' and 'torn last' would leave them, and let it be.
WAYS = ("fail", "torn", "last", "torn last")


class Call(NamedTuple):
    """One call about to be made; `data` is what would be written, `to` a new name or length."""

    name: str
    path: str
    offset: int = 0
    data: bytes = b""
    to: str | int = ""


Judge = Callable[[Call], tuple[str, int]]  # what happens to a call: a way and an error number
Seen = Callable[[Call], None]

_SHAPES = {
    "open": "isii",
    "close": "ii",
    "write": "nipn",
    "pwrite": "nipnn",
    "fsync": "ii",
    "ftruncate": "iin",
    "rename": "iss",
    "link": "iss",
    "unlink": "is",
}
_ALIASES = {
    "open": ("open", "open64"),
    "pwrite": ("pwrite", "pwrite64"),
    "ftruncate": ("ftruncate", "ftruncate64"),
    "fsync": ("fsync", "fdatasync"),
}


class Tap:
    """Stands between this process and the files below `folder` from now until the process ends."""

    def __init__(
        self,
        folder: Path,
        judge: Judge,
        seen: Seen = lambda call: None,
        keep: Callable[[], None] = lambda: None,
    ) -> None:
        self._folder, self._judge, self._seen, self._keep = os.fsencode(folder), judge, seen, keep
        self._keeping = False
        self._paths: dict[int, str] = {}
        self._real = {name: _real(name, shape) for name, shape in _SHAPES.items()}
        table: dict[str, Any] = {}
        for name, shape in _SHAPES.items():
            made = linkage.callback(shape, getattr(self, f"_{name}"))
            table.update(dict.fromkeys(_ALIASES.get(name, (name,)), made))
        if not linkage.replace(table):
            raise RuntimeError("no library's storage calls could be reached on this machine")

    def _open(self, path: bytes, flags: int, mode: int) -> int:
        real = lambda: int(self._real["open"](path, flags, mode))  # noqa: E731
        if self._keeping or not path.startswith(self._folder):
            handle = real()
            self._paths.pop(handle, None)
            return handle
        name = "create" if flags & os.O_CREAT and not os.path.lexists(path) else "open"
        handle = self._decide(Call(name, os.fsdecode(path)), real, None)
        if handle >= 0:
            self._paths[handle] = os.fsdecode(path)
        return handle

    def _close(self, handle: int) -> int:
        self._paths.pop(handle, None)
        return int(self._real["close"](handle))

    def _write(self, handle: int, data: int, size: int) -> int:
        if handle not in self._paths:
            return int(self._real["write"](handle, data, size))
        at = os.lseek(handle, 0, os.SEEK_CUR)

        def real() -> int:
            os.lseek(handle, at, os.SEEK_SET)  # half of it may have been written
            return int(self._real["write"](handle, data, size))

        call = Call("write", self._paths[handle], at, ctypes.string_at(data, size))
        return self._decide(call, real, lambda: self._real["write"](handle, data, size // 2))

    def _pwrite(self, handle: int, data: int, size: int, offset: int) -> int:
        real = lambda: int(self._real["pwrite"](handle, data, size, offset))  # noqa: E731
        if handle not in self._paths:
            return real()
        call = Call("write", self._paths[handle], offset, ctypes.string_at(data, size))
        return self._decide(call, real, lambda: self._real["pwrite"](handle, data, size // 2, offset))

    def _fsync(self, handle: int) -> int:
        return self._by_handle("fsync", handle)

    def _ftruncate(self, handle: int, size: int) -> int:
        return self._by_handle("ftruncate", handle, size)

    def _by_handle(self, name: str, handle: int, *more: int) -> int:
        real = lambda: int(self._real[name](handle, *more))  # noqa: E731
        if handle not in self._paths:
            return real()
        return self._decide(Call(name, self._paths[handle], to=more[0] if more else 0), real, None)

    def _rename(self, path: bytes, to: bytes) -> int:
        answer = self._by_name("rename", path, to)
        if answer >= 0:
            # Whoever had the file that was of this name goes on writing in it, and in no other.
            old, new = os.fsdecode(path), os.fsdecode(to)
            for handle, name in self._paths.items():
                self._paths[handle] = f"{new} (replaced)" if name == new else new if name == old else name
        return answer

    def _link(self, path: bytes, to: bytes) -> int:
        return self._by_name("link", path, to)

    def _unlink(self, path: bytes) -> int:
        return self._by_name("unlink", path)

    def _by_name(self, name: str, path: bytes, *to: bytes) -> int:
        real = lambda: int(self._real[name](path, *to))  # noqa: E731
        if self._keeping or not path.startswith(self._folder):
            return real()
        return self._decide(Call(name, os.fsdecode(path), to=os.fsdecode(b"".join(to))), real, None)

    def _decide(self, call: Call, real: Callable[[], int], half: Callable[[], Any] | None) -> int:
        way, error = self._judge(call)
        if way == "last":
            os.kill(os.getpid(), signal.SIGKILL)
        if way in ("go", "kept", "torn kept"):
            answer = self._let_be(way, real, half)
            if answer >= 0:
                self._seen(call)
            return answer
        if way != "fail":
            (half or real)()
        if way == "torn last":
            os.kill(os.getpid(), signal.SIGKILL)
        ctypes.set_errno(error)
        return -1

    def _let_be(self, way: str, real: Callable[[], int], half: Callable[[], Any] | None) -> int:
        if way == "go":
            return real()
        answer = real() if way == "torn kept" and not half else None
        if way == "torn kept" and half:
            half()
        self._keeping = True  # whoever looks makes calls too
        try:
            self._keep()
        finally:
            self._keeping = False
        return real() if answer is None else answer


def _real(name: str, shape: str) -> Any:
    function = getattr(
        C, {"open": "open64", "pwrite": "pwrite64", "ftruncate": "ftruncate64"}.get(name, name)
    )
    kinds = {"i": ctypes.c_int, "n": ctypes.c_ssize_t, "p": ctypes.c_void_p, "s": ctypes.c_char_p}
    function.restype, function.argtypes = kinds[shape[0]], [kinds[letter] for letter in shape[1:]]
    return function
