"""Which places are no place for a live register: real paths of three systems, each beside the answer."""

import pytest

from pmdesk.domain.places import CLOUD, SHARE, STICK, Mount, Place, place_of

HOME, MAC, WIN = (
    "/".join(["", "home", "ann"]),
    "/".join(["", "Users", "ann"]),
    "\\".join(["C:", "Users", "ann"]),
)
LINUX = [
    Mount("/", "ext4", "/dev/nvme0n1p2"),
    Mount(HOME.rpartition("/")[0], "btrfs", "/dev/nvme0n1p3"),
    Mount("/mnt/council", "cifs", "//fileserver/partnerships"),
    Mount("/srv/homes", "nfs4", "server:/homes"),
    Mount("/media/ann/KINGSTON", "vfat", "/dev/sdb1", True),
    Mount("/media/ann/OLD", "vfat", "/dev/sdc1"),
    Mount("/data", "ext4", "/dev/sda1"),
    Mount(f"{HOME}/gd", "fuse.rclone", "gdrive:"),
    Mount("/run/user/1000/gvfs", "fuse.gvfsd-fuse", "gvfsd-fuse"),
]
WINDOWS = [
    ("C:", Mount("C:\\", "", "Windows")),
    ("H:", Mount("H:\\", "remote", "Homes")),
    ("E:", Mount("E:\\", "", "KINGSTON", True)),
    ("G:", Mount("G:\\", "", "Google Drive")),
]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (f"{HOME}/Documents/a.pmdesk", None),
        ("/data/register/a.pmdesk", None),
        (f"{HOME}/OneDrive/a.pmdesk", Place(CLOUD, "OneDrive")),
        (f"{HOME}/Dropbox/w/a.pmdesk", Place(CLOUD, "Dropbox")),
        (f"{HOME}/Nextcloud/a.pmdesk", Place(CLOUD, "Nextcloud")),
        (f"{HOME}/gd/a.pmdesk", Place(CLOUD, "gd")),
        (f"{HOME}/dropbox.pmdesk", None),
        (f"{HOME}/Toolbox/a.pmdesk", None),
        ("/mnt/council/2026/a.pmdesk", Place(SHARE, "//fileserver/partnerships")),
        ("/mnt/council2/a.pmdesk", None),
        ("/srv/homes/ann/a.pmdesk", Place(SHARE, "server:/homes")),
        ("/run/user/1000/gvfs/smb-share:server=x/a.pmdesk", Place(SHARE, "gvfsd-fuse")),
        ("/media/ann/KINGSTON/a.pmdesk", Place(STICK, "KINGSTON")),
        ("/media/ann/OLD/a.pmdesk", Place(STICK, "OLD")),
        (f"{MAC}/Library/CloudStorage/OneDrive-Aldermoor/a.pmdesk", Place(CLOUD, "OneDrive")),
        (
            f"{MAC}/Library/CloudStorage/GoogleDrive-ann@x.uk/My Drive/a.pmdesk",
            Place(CLOUD, "Google Drive"),
        ),
        (f"{MAC}/Library/Mobile Documents/com~apple~CloudDocs/a.pmdesk", Place(CLOUD, "iCloud")),
    ],
)
def test_on_linux_and_macos(path: str, place: Place | None) -> None:
    assert place_of(path, LINUX, {}) == place


@pytest.mark.parametrize(
    ("path", "env", "place"),
    [
        (f"{WIN}\\Documents\\a.pmdesk", {}, None),
        (f"{WIN}\\OneDrive - Aldermoor DC\\a.pmdesk", {}, Place(CLOUD, "OneDrive")),
        ("C:\\Work\\Docs\\a.pmdesk", {"OneDriveCommercial": "c:\\work"}, Place(CLOUD, "OneDrive")),
        ("C:\\Workshop\\a.pmdesk", {"OneDriveCommercial": "c:\\work"}, None),
        (f"{WIN}\\iCloudDrive\\a.pmdesk", {}, Place(CLOUD, "iCloud")),
        ("H:\\a.pmdesk", {}, Place(SHARE, "Homes")),
        ("\\\\fileserver\\Partnerships\\2026\\a.pmdesk", {}, Place(SHARE, "//fileserver/Partnerships")),
        ("E:\\a.pmdesk", {}, Place(STICK, "E:")),
        ("G:\\a.pmdesk", {}, Place(CLOUD, "Google Drive")),
    ],
)
def test_on_windows(path: str, env: dict[str, str], place: Place | None) -> None:
    mounts = [mount for drive, mount in WINDOWS if path.startswith(drive)]
    assert place_of(path, mounts, env) == place


def test_on_a_mac_a_disk_that_can_be_taken_out() -> None:
    mounts = [Mount("/", "apfs"), Mount("/Volumes/STICK", "msdos", "/dev/disk4s1", True)]
    assert place_of("/Volumes/STICK/a.pmdesk", mounts, {}) == Place(STICK, "STICK")
    assert place_of(f"{MAC}/a.pmdesk", mounts, {}) is None


def test_a_place_that_no_disk_holds_is_nothing_to_warn_of() -> None:
    assert place_of("X:\\a.pmdesk", [Mount("C:\\", "", "Windows")], {}) is None
    assert place_of("/data/a.pmdesk", [], {}) is None
