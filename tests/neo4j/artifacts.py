"""The Neo4j that the tests start: its jars from Maven, and a Java that runs them.

Community Edition is a program beside the tests, under its own licence: never imported, bundled or
shipped. The jars are fetched once into the user's cache, in a folder named by the version.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

VERSION = "5.26.19"
"""The last of 5.26 (long-term support) whose artifacts are all in Maven Central."""

JAVA = (17, 21)
"""What this version runs on."""

_OTHERWISE = "PHAHE_TEST_NEO4J_URI with the address of an empty one"
_ARTIFACTS = (
    ("org.neo4j", "neo4j"),
    ("org.neo4j.app", "neo4j-server"),
    ("org.neo4j", "neo4j-import-tool"),
)
_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion>
<groupId>phahe</groupId><artifactId>neo4j-for-tests</artifactId><version>1</version>
<packaging>pom</packaging>
<dependencies>{dependencies}</dependencies>
</project>
"""
_DEPENDENCY = (
    "<dependency><groupId>{group}</groupId><artifactId>{name}</artifactId>"
    "<version>{version}</version></dependency>"
)


class Missing(Exception):
    """This machine lacks what starting Neo4j needs; the message says what."""


def classes() -> Path:
    """Return the place of the archive of loaded classes, which makes a start three times as fast.

    A server that starts where there is none yet writes it when it ends in order. A Java that the
    archive does not fit passes it over.
    """
    return _folder() / "classes.jsa"


def java() -> str:
    """Return the path of a fitting Java. Raises Missing."""
    homes = [Path(home) for name in ("JAVA_HOME",) if (home := os.environ.get(name))]
    found = [str(home / "bin" / "java") for home in homes]
    found += [path] if (path := shutil.which("java")) else []
    found += sorted(str(path) for path in Path("/usr/lib/jvm").glob("*/bin/java"))
    for candidate in found:
        if _version_of(candidate) in JAVA:
            return candidate
    raise Missing(f"needs Java {' or '.join(map(str, JAVA))} to start a Neo4j, or {_OTHERWISE}")


def _version_of(candidate: str) -> int | None:
    try:
        told = subprocess.run([candidate, "-version"], capture_output=True, text=True, timeout=60)
    except OSError:
        return None
    version = re.search(r'version "(\d+)', told.stderr)
    return int(version[1]) if version else None


def jars() -> Path:
    """Return the folder of the jars, fetched where they are not there yet. Raises Missing."""
    folder = _folder()
    if not all((folder / f"{name}-{VERSION}.jar").is_file() for _, name in _ARTIFACTS):
        maven = shutil.which("mvn")
        if maven is None:
            raise Missing(f"needs Maven (mvn) to fetch Neo4j's jars, or {_OTHERWISE}")
        _fetch(maven, folder)
    return folder


def _folder() -> Path:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "phahe" / f"neo4j-{VERSION}"


def _fetch(maven: str, folder: Path) -> None:
    """Fetch into a folder beside, and put it in place whole: another run may do the same.

    A folder that lacks jars gets those; a server may be running on the others.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as work:
        pom = Path(work) / "pom.xml"
        rows = (_DEPENDENCY.format(group=g, name=n, version=VERSION) for g, n in _ARTIFACTS)
        pom.write_text(_POM.format(dependencies="".join(rows)), encoding="utf-8")
        made = Path(work) / "jars"
        done = subprocess.run(
            [
                *(maven, "-q", "-B", "-f", str(pom), "dependency:copy-dependencies"),
                *(f"-DoutputDirectory={made}", "-DincludeScope=runtime"),
            ],
            capture_output=True,
            text=True,
            timeout=1200,
        )
        if done.returncode:
            lines = (done.stdout + done.stderr).strip().splitlines()
            raise Missing(f"Maven could not fetch Neo4j's jars: {lines[0] if lines else ''}")
        if not folder.is_dir():
            made.rename(folder)
            return
        for jar in made.iterdir():
            if not (folder / jar.name).exists():
                jar.rename(folder / jar.name)


if __name__ == "__main__":
    jars()
