"""Files that an answer is written to: whole or not at all, and only where they were asked for."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from api.output import write_bytes, written_whole
from queries.errors import BadOption

not_on_windows = pytest.mark.skipif(os.name == "nt", reason="only on POSIX")


def test_what_fails_leaves_what_was_there_and_nothing_beside_it(tmp_path: Path) -> None:
    to = tmp_path / "a.html"
    write_bytes(to, b"old")
    with pytest.raises(KeyError), written_whole(to) as file:
        file.write(b"new")
        raise KeyError
    assert to.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [to]


@pytest.mark.parametrize("name", ["a.txt/x.html", "none/x.html", "x" * 300])
def test_where_nothing_can_be_written_it_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    with pytest.raises(BadOption):
        write_bytes(tmp_path / name, b"new")


def test_a_name_may_be_as_long_as_the_system_lets_it(tmp_path: Path) -> None:
    to = tmp_path / ("x" * 250 + ".html")
    write_bytes(to, b"new")
    assert to.read_bytes() == b"new"


@not_on_windows
def test_a_link_leads_where_it_led_and_rights_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@not_on_windows
def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_bytes(pipe, b"new")
    reader.join(timeout=30)
    assert read == [b"new"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
