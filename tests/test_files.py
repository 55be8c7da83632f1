"""Files are written whole or not at all, and nothing but a file is ever replaced."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from commons import ROOT, Built

from kg.errors import InputError
from kg.files import making, opened, write_atomic


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_atomic(pipe, b"content")
    reader.join(30)
    assert read == [b"content"] and stat.S_ISFIFO(pipe.stat().st_mode)
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_device_stays_a_device() -> None:
    assert not Path(os.devnull).is_file(), "this machine is sound"
    if os.geteuid() == 0:  # what would go wrong breaks the machine: look without doing it
        from kg.files import _is_device

        assert _is_device(Path(os.devnull))
    else:
        write_atomic(Path(os.devnull), b"content")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_standard_output_by_its_name_is_standard_output(built: Built, tmp_path: Path) -> None:
    code = [sys.executable, "-c", "from kg.cli import main; main()", "export", "-f", "ntriples",
            "-g", str(built[0]), "-o", "/dev/stdout"]  # fmt: skip
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(code, env=env, capture_output=True, check=True)
    assert run.stdout.count(b" .\n") > 1000
    with (tmp_path / "file").open("wb") as target:
        subprocess.run(code, env=env, stdout=target, check=True)
    assert (tmp_path / "file").read_bytes() == run.stdout
    assert Path("/dev/stdout").is_symlink()


def test_a_folder_is_named_by_its_own_name(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError) as failed, opened(tmp_path):
        pass
    assert failed.value.filename == str(tmp_path) and not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_is_named_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError) as failed, opened(tmp_path / "file" / "graph.ttl"):
        pass
    assert str(failed.value.filename).startswith(str(tmp_path / "file"))


def test_a_folder_that_cannot_take_its_place_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "dataset"
    for content in ("old", "new"):
        with making(folder, "SIGN") as made:
            (made / "SIGN").write_text(content)
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self == made_now:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="No space"), making(folder, "SIGN") as made_now:
        (made_now / "SIGN").write_text("newer")
    assert (folder / "SIGN").read_text() == "new"
    assert list(tmp_path.iterdir()) == [folder], "nothing is left behind"


def test_a_folder_is_not_made_where_a_file_stands(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError, match="is a file; choose a folder"):
        with making(tmp_path / "file", "SIGN"):
            pass
