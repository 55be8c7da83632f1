"""Brings the SPARQL editor of the query page, Triply's YASQE (MIT), from the npm registry.

``python -m kg.serve.yasqe`` does it, for whoever takes in a new version; the files it writes are
part of the package, so that the page works offline.
"""

from __future__ import annotations

import hashlib
import io
import subprocess
import tarfile
import tempfile
from base64 import b64encode
from pathlib import Path

from kg.errors import InputError
from kg.files import write_atomic

PACKAGE = "@triply/yasqe@4.2.28"
INTEGRITY = (
    "sha512-5yLfgvrf9hRU3DFZvpuAOt4tZchw9u0cxBBPSCgDf5+AIKfgeO4WxaTZix+yu7a"
    "QhR8iDf1I1ewvQTXIiCUO6w=="
)
#: The files that ship: their place in the package, their name beside the page.
FILES = {
    "package/build/yasqe.min.js": "yasqe.min.js",
    "package/build/yasqe.min.css": "yasqe.min.css",
    "package/LICENSE.txt": "yasqe.LICENSE.txt",
}
STATIC = Path(__file__).parent / "static"


def bring() -> list[Path]:
    """Fetch the package with npm, check its checksum, write its files; raises ``InputError``."""
    with tempfile.TemporaryDirectory() as folder:
        run = subprocess.run(
            ["npm", "pack", "--silent", PACKAGE, "--pack-destination", folder],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if run.returncode != 0:
            raise InputError(PACKAGE, "npm could not fetch it", run.stderr.strip()[-200:])
        packed = next(Path(folder).glob("*.tgz")).read_bytes()
    found = "sha512-" + b64encode(hashlib.sha512(packed).digest()).decode()
    if found != INTEGRITY:
        raise InputError(PACKAGE, f"has the checksum {found}", f"expected {INTEGRITY}")
    return [_write(packed, place, STATIC / name) for place, name in FILES.items()]


def _write(packed: bytes, place: str, target: Path) -> Path:
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        member = archive.extractfile(place)
        assert member is not None, place
        content = member.read()
    # the map of the sources does not ship, so the last line must not ask for it
    write_atomic(target, content.split(b"\n//# sourceMappingURL")[0].rstrip() + b"\n")
    return target


if __name__ == "__main__":
    bring()
