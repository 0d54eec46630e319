"""Where a register may lie: the laptop's own disk, and no folder that another program or laptop writes too.

Broken locks on a share lost 108 of 311 saves with SQLite's own check saying all is well (journal.md); a
folder that is kept in step with the cloud is copied while it is written; a stick is pulled out.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

CLOUD, SHARE, STICK = "cloud", "share", "stick"


class Mount(NamedTuple):
    """A disk, share or stick as the system names it: where it hangs, its file system, its label or source.

    `removable` is what the system says of it; a share is told by its file system.
    """

    point: str
    system: str
    source: str = ""
    removable: bool = False


class Place(NamedTuple):
    """A place where no live register should be: its sort, and how people call it ('OneDrive', 'E:')."""

    sort: str
    name: str


_SHARES = {
    *("cifs", "smb", "smb2", "smb3", "smbfs", "nfs", "nfs4", "afpfs", "webdav", "davfs", "davfs2", "ncpfs"),
    *("fuse.sshfs", "fuse.davfs2", "fuse.gvfsd-fuse", "macfuse", "osxfuse", "9p", "vboxsf", "remote"),
}
_CLOUD_SYSTEMS = {
    "fuse.rclone": "",
    "fuse.google-drive-ocamlfuse": "Google Drive",
    "fuse.onedriver": "OneDrive",
}
_STICKS = {"vfat", "exfat", "msdos", "fuseblk", "ufsd"}
# A folder so called, anywhere on the way to the file.
_CLOUDS = (
    ("OneDrive", re.compile(r"onedrive([ -].*)?")),
    ("Dropbox", re.compile(r"dropbox( \(.*\))?")),
    ("Google Drive", re.compile(r"google ?drive([ -].*)?|my drive")),
    ("iCloud", re.compile(r"icloud ?drive|com~apple~clouddocs")),
    ("Nextcloud", re.compile(r"nextcloud|owncloud")),
    ("Box", re.compile(r"box( sync|-box)?")),
)
_ONEDRIVES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


def place_of(path: str, mounts: Sequence[Mount], env: Mapping[str, str]) -> Place | None:
    """What kind of place a file lies in; None for the laptop's own disk.

    >>> place_of("C:\\\\Users\\\\ann\\\\OneDrive - Aldermoor\\\\a.pmdesk", [], {})
    Place(sort='cloud', name='OneDrive')
    >>> place_of("/data/a.pmdesk", [Mount("/", "ext4")], {})
    """
    plain = _plain(path)
    if cloud := _cloud(plain, env):
        return Place(CLOUD, cloud)
    if plain.startswith("//"):
        return Place(SHARE, "/".join(path.replace("\\", "/").split("/")[:4]))
    mount = _deepest(plain, mounts)
    if mount is None:
        return None
    called = mount.point.rstrip("/\\").replace("\\", "/").rpartition("/")[2] or mount.point
    if mount.system in _CLOUD_SYSTEMS:
        return Place(CLOUD, _CLOUD_SYSTEMS[mount.system] or called)
    if label := _cloud(_plain(f"/{mount.source}/x"), {}):
        return Place(CLOUD, label)
    if mount.system in _SHARES:
        return Place(SHARE, mount.source or called)
    if mount.removable or (
        mount.system in _STICKS and _plain(mount.point).startswith(("/media/", "/run/media/"))
    ):
        return Place(STICK, called)
    return None


def _plain(path: str) -> str:
    return path.replace("\\", "/").casefold()


def _cloud(plain: str, env: Mapping[str, str]) -> str:
    for name in _ONEDRIVES:
        kept = _plain(env.get(name, "")).rstrip("/")
        if kept and plain.startswith(f"{kept}/"):
            return "OneDrive"
    folders = plain.split("/")[:-1]
    for called, pattern in _CLOUDS:
        if any(pattern.fullmatch(folder) for folder in folders):
            return called
    return ""


def _deepest(plain: str, mounts: Sequence[Mount]) -> Mount | None:
    """The mount a path lies on: the longest whose point it begins with; of doubled ones the last."""
    found = None
    for mount in mounts:
        point = _plain(mount.point).rstrip("/")
        if plain.startswith(f"{point}/") and (
            found is None or len(point) >= len(_plain(found.point).rstrip("/"))
        ):
            found = mount
    return found
