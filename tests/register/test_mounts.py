"""What each system says of its disks, read from its own words."""

from pathlib import Path

from pmdesk.domain.places import Mount
from pmdesk.register.mounts import linux_mounts, mac_mounts, mounts


def test_linux(tmp_path: Path) -> None:
    for disk, removable in (("sda", "0"), ("sdb", "1")):
        folder = tmp_path / disk / f"{disk}1"
        folder.mkdir(parents=True)
        (tmp_path / disk / "removable").write_text(f"{removable}\n")
        (tmp_path / f"{disk}1").symlink_to(folder)
    said = (
        "/dev/sda1 / ext4 rw,relatime 0 0\n"
        "proc /proc proc rw 0 0\n"
        "/dev/sdb1 /media/ann/My\\040stick vfat rw 0 0\n"
        "//server/share /mnt/s cifs rw 0 0\n"
        "strange\n"
    )
    assert linux_mounts(said, tmp_path) == [
        Mount("/", "ext4", "/dev/sda1"),
        Mount("/proc", "proc", "proc"),
        Mount("/media/ann/My stick", "vfat", "/dev/sdb1", True),
        Mount("/mnt/s", "cifs", "//server/share"),
    ]
    assert linux_mounts("/dev/none / ext4 rw", tmp_path) == [Mount("/", "ext4", "/dev/none")]


def test_macos() -> None:
    said = (
        "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)\n"
        "//ann@server/share on /Volumes/share (smbfs, nodev, nosuid)\n"
        "/dev/disk4s1 on /Volumes/MY STICK (msdos, local)\n"
        "nonsense\n"
    )
    assert mac_mounts(said) == [
        Mount("/", "apfs", "/dev/disk3s1s1"),
        Mount("/Volumes/share", "smbfs", "//ann@server/share", True),
        Mount("/Volumes/MY STICK", "msdos", "/dev/disk4s1", True),
    ]


def test_this_laptop_has_a_root(tmp_path: Path) -> None:
    assert any(mount.point for mount in mounts(tmp_path))
