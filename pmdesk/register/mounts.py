"""The disks, shares and sticks of this laptop, as its system names them: Linux, macOS, Windows."""

import re
import sys
from pathlib import Path

from pmdesk.domain.places import Mount

_DRIVE_TYPES = {2: ("", True), 4: ("remote", False)}  # DRIVE_REMOVABLE, DRIVE_REMOTE


def mounts(path: Path) -> list[Mount]:
    """What the system says of the place of `path`, or of all places; nothing where it says nothing."""
    try:
        if sys.platform == "win32":
            return _windows(path)
        if sys.platform == "darwin":
            return mac_mounts(_said_by_mount())
        return linux_mounts(Path("/proc/self/mounts").read_text("utf-8", errors="replace"))
    except OSError:
        return []


def linux_mounts(text: str, blocks: Path = Path("/sys/class/block")) -> list[Mount]:
    """The lines of /proc/mounts: source, point, file system; a disk says whether it can be taken out."""
    found = []
    for line in text.splitlines():
        source, point, system, *_rest = [*map(_unescaped, line.split(" ")), "", "", ""]
        if point.startswith("/"):
            removable = source.startswith("/dev/") and _can_be_taken_out(Path(source).name, blocks)
            found.append(Mount(point, system, source, removable))
    return found


def mac_mounts(text: str) -> list[Mount]:
    """The lines of macOS' mount: '//ann@server/share on /Volumes/share (smbfs, nodev)'."""
    found = []
    for line in text.splitlines():
        told = re.fullmatch(r"(.+) on (/.*) \(([^,)]+).*\)", line)
        if told:
            source, point, system = told.groups()
            # Disks other than the laptop's own hang below /Volumes.
            found.append(Mount(point, system, source, point.startswith("/Volumes/")))
    return found


def _said_by_mount() -> str:
    import subprocess

    done = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False)
    return done.stdout


def _windows(path: Path) -> list[Mount]:
    if sys.platform == "win32":
        import ctypes

        kernel, drive = ctypes.windll.kernel32, f"{path.absolute().drive}\\"
        system, removable = _DRIVE_TYPES.get(kernel.GetDriveTypeW(drive), ("", False))
        label = ctypes.create_unicode_buffer(261)
        kernel.GetVolumeInformationW(drive, label, 261, None, None, None, None, 0)
        return [Mount(drive, system, label.value, removable)]
    return []


def _can_be_taken_out(device: str, blocks: Path) -> bool:
    block = (blocks / device).resolve()
    for folder in (block, block.parent):  # a partition lies in the folder of its disk
        try:
            return (folder / "removable").read_text("ascii").strip() == "1"
        except OSError:
            continue
    return False


def _unescaped(word: str) -> str:
    r"""Spaces and the like stand in it as \040."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found.group(1), 8)), word)
