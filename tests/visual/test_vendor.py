"""Files of others are those that were published, with their licences."""

from __future__ import annotations

import hashlib
import re

from visual.pages import static_folder

VENDOR = static_folder() / "vendor"
FOLDERS = ("vis-data", "vis-network")
ROW = re.compile(r"^\| (\S+) \|.*\| ([0-9a-f]{64}) \|$", re.MULTILINE)


def test_every_vendored_file_has_the_hash_of_the_table():
    listed = dict(ROW.findall((VENDOR / "README.md").read_text(encoding="utf-8")))
    found = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in FOLDERS
        for path in (VENDOR / folder).rglob("*")
        if path.is_file()
    }
    assert found == {name: digest for name, digest in listed.items() if name.startswith("vis-")}


def test_every_vendored_folder_carries_its_licences():
    for folder in FOLDERS:
        names = {path.name for path in (VENDOR / folder).iterdir()}
        assert {"LICENSE-MIT", "LICENSE-APACHE-2.0"} <= names
