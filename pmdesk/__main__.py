"""The command: opens the window, or runs one verb without it, importing only what that needs."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import NamedTuple

from pmdesk.cli.verbs import VERBS
from pmdesk.domain.words import LANGUAGES, N_, Words, words_in

USAGE = N_(
    "Usage: pmdesk [FILE] [--lang cy], pmdesk --sample [FILE], or pmdesk VERB FILE. See ‘pmdesk --help’."
)
_ASKED = ("--help", "-h", "--version")


class Window(NamedTuple):
    """What was typed to open the window."""

    path: Path | None
    sample: bool
    language: str | None


def main(argv: Sequence[str] | None = None) -> int:
    """Do what was typed; the exit code: 0 done, 1 refused (standard error says why), 2 wrong usage."""
    _speak_utf8()
    try:
        code = _do(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our answer (`head`, a closed pager) has had enough.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 1
    except Exception as fault:
        return _our_fault(fault)
    return code


def _do(typed: list[str]) -> int:
    language, rest = _language(typed)
    if rest and (rest[0] in VERBS or any(word in _ASKED for word in rest)):
        from pmdesk.cli.run import run

        return run([*rest, *(["--lang", language] if language and rest[0] in VERBS else [])])
    wanted = _window(rest, language)
    if wanted is None:
        print(_words(language)(USAGE), file=sys.stderr)
        return 2
    return _open(wanted)


def _language(typed: list[str]) -> tuple[str | None, list[str]]:
    """The language typed before anything else, or among the words that open the window."""
    for place, word in enumerate(typed):
        if word in VERBS:
            break
        if word == "--lang" and place + 1 < len(typed):
            return typed[place + 1], typed[:place] + typed[place + 2 :]
        if word.startswith("--lang="):
            return word.partition("=")[2], typed[:place] + typed[place + 1 :]
    return None, typed


def _window(rest: list[str], language: str | None) -> Window | None:
    """What to open; None for wrong usage."""
    sample = "--sample" in rest
    files = [word for word in rest if word != "--sample"]
    unknown = any(word.startswith("-") for word in files) or (language and language not in LANGUAGES)
    if unknown or len(files) > 1:
        return None
    return Window(Path(files[0]) if files else None, sample, language)


def _open(wanted: Window) -> int:
    words = _words(wanted.language)
    if wanted.path and not wanted.sample and not wanted.path.exists():
        print(words("There is no file {name}.", name=wanted.path.name), file=sys.stderr)
        return 1
    if not _has_display():
        return _without_display(wanted, words)
    from pmdesk.domain.uncollected import uncollected
    from pmdesk.ui.sources import leave_unread

    # Thousands of classes are made on the way to the first paint, and none of them goes.
    with uncollected():
        leave_unread()
        from pmdesk.app import open_window

    return open_window(wanted.path, wanted.sample, wanted.language)


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _without_display(wanted: Window, words: Words) -> int:
    """A copy of the sample can be made without a window; nothing else can be opened."""
    if wanted.sample and wanted.path:
        from pmdesk.cli.run import run

        return run(["new", str(wanted.path), "--sample", "--lang", words.language])
    print(
        words("There is no display to open a window on. ‘pmdesk --help’ lists what works without one."),
        file=sys.stderr,
    )
    return 1


def _our_fault(fault: Exception) -> int:
    from pmdesk.actions.fault_log import note_fault

    path = note_fault(fault)
    print(words_in("en")("Something went wrong inside pmdesk. Nothing half done was kept."), file=sys.stderr)
    if path:
        print(
            words_in("en")("What happened is noted, without anything you typed, in {path}", path=path),
            file=sys.stderr,
        )
    return 1


def _words(language: str | None) -> Words:
    return words_in(language or "en")


def _speak_utf8() -> None:
    """UTF-8 whatever the terminal was set to; a file name that is no text comes out as it is."""
    for stream, errors in ((sys.stdout, "surrogateescape"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


if __name__ == "__main__":
    sys.exit(main())
