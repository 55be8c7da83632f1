"""Addresses of object stores and other file systems (``s3://bucket/folder``), through fsspec.

Only what its driver lists as files and folders is read. Protocols that fetch from anywhere, run
over one another (``::``) or trust any host they meet are refused; the web is opened only by the
limit ``web_files``, because whoever may name inputs could otherwise reach the machine's own
network through it. Nothing secret is part of a message: passwords in an address are refused, and
the question part of a web address is shown as a digest.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from kg.errors import InputError, UnreachableError

# The protocols that are read, and the package that drives each.
_DRIVERS = {
    "s3": "s3fs", "s3a": "s3fs", "gs": "gcsfs", "gcs": "gcsfs", "az": "adlfs", "abfs": "adlfs",
    "abfss": "adlfs", "oss": "ossfs", "oci": "ocifs", "hdfs": "pyarrow", "webhdfs": "requests",
    "smb": "smbprotocol", "memory": "fsspec", "file": "fsspec", "local": "fsspec",
    "http": "aiohttp", "https": "aiohttp",
}  # fmt: skip
_WEB = ("http", "https")
_LOCAL = ("file", "local")
_NOT_THERE = (404, 410)
_MARKS = ("ETag", "etag", "md5Hash", "md5", "content_md5", "Content-MD5", "checksum", "Digest")
_TIMES = ("mtime", "LastModified", "Last-Modified", "last_modified", "modified", "updated",
          "modificationTime", "last_write_time", "created")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Remote:
    """A file behind an address: ``path`` is its name there, ``root`` the address it was found by.

    ``size`` is ``None`` and ``mark``, which changes with its bytes, empty where it does not say;
    ``listed`` tells that a folder was named and not the file.
    """

    root: str
    path: str
    size: int | None
    mark: str
    listed: bool

    @property
    def system(self) -> Any:
        """The file system it is on; raises :class:`InputError` when that cannot be opened."""
        return system(self.root)

    @property
    def shown(self) -> str:
        """Its address, without what is secret."""
        return shown(self.path if "://" in self.path else f"{protocol_of(self.root)}://{self.path}")


def is_address(given: str | os.PathLike[str]) -> bool:
    """Whether an input is an address and not a path.

    >>> is_address("s3://bucket/folder"), is_address("letters/brief.txt")
    (True, False)
    """
    return isinstance(given, str) and "://" in given


def protocol_of(address: str) -> str:
    """What stands before ``://``.

    >>> protocol_of("S3://bucket/folder")
    's3'
    """
    return address.partition("://")[0].lower()


def is_web(address: str) -> bool:
    """Whether an address is one of the web.

    >>> is_web("https://example.org/brief.pdf"), is_web("s3://bucket")
    (True, False)
    """
    return protocol_of(address) in _WEB


def local_path(address: str) -> str | None:
    """The path of a ``file://`` address; ``None`` of any other.

    >>> local_path("file:///shared/letters"), local_path("s3://bucket")
    ('/shared/letters', None)
    """
    rest = address.partition("://")[2]
    return rest if protocol_of(address) in _LOCAL and rest.startswith("/") else None


def shown(given: str) -> str:
    """An input as messages name it, with nothing secret in it.

    >>> shown("s3://key:secret@bucket/folder"), shown("brief.txt")
    ('s3://…@bucket/folder', 'brief.txt')
    >>> shown("https://example.org/a.pdf?signature=secret")
    'https://example.org/a.pdf?420ea3e56f16'
    """
    protocol, found, rest = given.partition("://")
    if not found:
        return given
    host, slash, path = rest.partition("/")
    if "@" in host:
        host = f"…@{host.rpartition('@')[2]}"
    if is_web(given):
        path, mark, asked = path.partition("?")
        digest = hashlib.sha256(asked.encode("utf-8", "replace")).hexdigest()[:12]
        path += mark + (digest if mark else "")
    return f"{protocol}://{host}{slash}{path}"


def system(address: str) -> Any:
    """The file system of an address.

    Raises :class:`InputError` for one that is not read, or whose driver is not installed.
    """
    place, protocol = shown(address), protocol_of(address)
    if protocol not in _DRIVERS or "::" in address:
        known = ", ".join(sorted(_DRIVERS))
        raise InputError(place, "is no address that is read", f"copy the files, or use: {known}")
    if _holds_password(address):
        problem = "holds a password, which others may see"
        raise InputError(place, problem, "give it to the driver by its own settings")
    try:
        from fsspec import get_filesystem_class
    except ImportError:
        raise _lacks(place, "fsspec", "kamergraaf[cluster]") from None
    try:
        kind = get_filesystem_class(protocol)
        told = kind._get_kwargs_from_urls(address)
        return kind(**{**told, "use_listings_cache": False})
    except ImportError:
        raise _lacks(place, _DRIVERS[protocol], _DRIVERS[protocol]) from None
    except Exception as error:  # what a driver makes of its settings is its own
        raise unread(place, error) from None


def path_in(address: str) -> str:
    """The name by which the file system of an address knows it."""
    return str(system(address)._strip_protocol(address))


def remote(root: str, about: dict[str, Any], *, listed: bool) -> Remote:
    """The file that an entry of a file system tells of.

    >>> remote("memory://", {"name": "/a.txt", "size": 4, "ETag": "x"}, listed=True).size
    4
    """
    size = about.get("size")
    return Remote(
        root, about["name"], size if isinstance(size, int) else None, _mark(about), listed
    )


def unread(place: str, error: Exception) -> InputError:
    """The one line for a file or folder that a driver would not give; never its own words.

    A lack of memory is no fault of the driver, and is raised on.
    """
    if isinstance(error, MemoryError):
        raise error
    if isinstance(error, InputError):
        return error
    if is_web(place) and isinstance(error, FileNotFoundError):
        error = _of_web(error)
    if isinstance(error, FileNotFoundError):
        return UnreachableError(place, "there is no such file or folder", "check the address")
    if isinstance(error, PermissionError):
        return UnreachableError(place, "may not be read", "give the driver credentials that may")
    status = getattr(error, "status", None)
    said = f" {status}" if isinstance(status, int) else ""
    problem = f"cannot be read ({type(error).__name__}{said})"
    remedy = "try again later, or check the address and the settings of its driver"
    return UnreachableError(place, problem, remedy)


def _of_web(error: FileNotFoundError) -> Exception:
    """What lies behind it: the driver of the web says of every failure that nothing is there."""
    cause = error.__cause__
    if not isinstance(cause, Exception) or getattr(cause, "status", None) in _NOT_THERE:
        return error
    return cause


def _mark(about: dict[str, Any]) -> str:
    """What changes when the file does: a checksum, else the time of its last change."""
    for name in (*_MARKS, *_TIMES):
        if about.get(name):
            return f"{name} {about[name]}"
    return ""


def _holds_password(address: str) -> bool:
    try:
        return urlsplit(address).password is not None
    except ValueError:
        return "@" in address


def _lacks(place: str, driver: str, package: str) -> InputError:
    return InputError(place, f"needs {driver}, which is not installed", f"pip install {package}")
