"""What kind of disk a folder is on: a database in WAL mode needs one that this machine alone writes to."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath, PurePosixPath
from typing import NamedTuple

_SHARED_KINDS = (
    "9p afpfs afs beegfs ceph cifs coda davfs drvfs fuse.davfs fuse.glusterfs fuse.mfs fuse.rclone fuse.s3fs "
    "fuse.sshfs fuse.vmhgfs-fuse gfs2 glusterfs gpfs lustre macfuse ncpfs nfs nfs4 ocfs2 orangefs osxfuse prl_fs "
    "smb2 smb3 smbfs vboxsf vmhgfs webdav"
)
_SHARED = frozenset(_SHARED_KINDS.split())
_DRIVE_REMOTE = 4
_OCTAL = re.compile(r"\\([0-7]{3})")
_MAC_LINE = re.compile(r".* on (?P<folder>/.*) \((?P<kind>[^,)]+).*\)")


class Mount(NamedTuple):
    """A folder at which a file system begins, and its kind."""

    folder: PurePosixPath
    kind: str


def is_shared(folder: Path) -> bool:
    """Whether `folder` (absolute) lies on a network share, as far as this system tells."""
    if sys.platform == "win32":
        return _windows_share(folder)
    return kind_of(PurePosixPath(folder), _mounts()) in _SHARED


def kind_of(folder: PurePosixPath, mounts: Iterable[Mount]) -> str:
    """The kind of the file system that holds `folder`; of two on the same folder the later one. Empty if unknown."""
    found = Mount(PurePosixPath(), "")
    for mount in mounts:
        if folder.is_relative_to(mount.folder) and len(mount.folder.parts) >= len(found.folder.parts):
            found = mount
    return found.kind


def read_linux(table: str) -> tuple[Mount, ...]:
    """The mounts in the text of `/proc/self/mounts`."""
    rows = (line.split(" ") for line in table.splitlines())
    return tuple(Mount(PurePosixPath(_unescape(row[1])), row[2]) for row in rows if len(row) > 2)


def read_mac(listing: str) -> tuple[Mount, ...]:
    """The mounts in what `mount` prints on macOS."""
    found = (_MAC_LINE.fullmatch(line) for line in listing.splitlines())
    return tuple(Mount(PurePosixPath(m["folder"]), m["kind"]) for m in found if m)


def is_unc(folder: PurePath) -> bool:
    r"""Whether a Windows path names a server: `\\server\share\...`."""
    return folder.drive.startswith("\\\\") and not folder.drive.startswith(("\\\\?\\", "\\\\.\\"))


def _unescape(field: str) -> str:
    return _OCTAL.sub(lambda m: chr(int(m[1], 8)), field)


def _mounts() -> tuple[Mount, ...]:
    try:
        if sys.platform == "darwin":
            listing = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False)
            return read_mac(listing.stdout)
        return read_linux(Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape"))
    except (OSError, subprocess.SubprocessError):
        return ()


def _windows_share(folder: Path) -> bool:
    if is_unc(folder):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)
    return False
