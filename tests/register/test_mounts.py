"""What each system says of its disks, read from its own words."""

import ctypes
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

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


def test_each_system_is_asked_in_its_own_way(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "darwin")
        patch.setattr(
            subprocess, "run", lambda *_a, **_k: SimpleNamespace(stdout="//a@s/x on /Volumes/x (smbfs)\n")
        )
        assert mounts(tmp_path) == [Mount("/Volumes/x", "smbfs", "//a@s/x", True)]

    def gone(*_given: object, **_named: object) -> None:
        raise FileNotFoundError

    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "darwin")
        patch.setattr(subprocess, "run", gone)
        assert mounts(tmp_path) == [], "what says nothing stops nobody"


@pytest.mark.parametrize(
    ("told", "system", "removable"), [(2, "", True), (4, "remote", False), (3, "", False)]
)
def test_windows_says_what_a_drive_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, told: int, system: str, removable: bool
) -> None:
    def volume(_drive: str, label: ctypes.Array[ctypes.c_wchar], *_rest: object) -> None:
        label.value = "STICK"

    kernel = SimpleNamespace(GetDriveTypeW=lambda _drive: told, GetVolumeInformationW=volume)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    (found,) = mounts(tmp_path)
    assert (found.system, found.source, found.removable) == (system, "STICK", removable)
