"""A genuine Neo4j server of the tests' own: started on a free port, ended by SIGTERM."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

from tests.neo4j.artifacts import classes, jars, java

USER = "neo4j"
PASSWORD = "chỉ-để-kiểm-thử"
DATABASE = "neo4j"
_READY_SECONDS = 120.0
_END_SECONDS = 60.0

_CONFIGURATION = {
    "server.default_listen_address": "127.0.0.1",
    "server.http.enabled": "false",
    "server.https.enabled": "false",
    "server.memory.heap.initial_size": "256m",
    "server.memory.heap.max_size": "512m",
    "server.memory.pagecache.size": "128m",
    "dbms.usage_report.enabled": "false",
    "db.transaction.bookmark_ready_timeout": "3s",
    "internal.server.bolt.thread_pool_shutdown_wait_time": "200ms",  # else each end takes 5 s
}
_JAVA_OPTIONS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "-Dfile.encoding=UTF-8",
)  # fmt: skip
QUICK_TO_START = ("-Xms256m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
QUICK_TO_ANSWER = ("-Xms2g", "-Xmx2g")


@dataclass(frozen=True)
class Access:
    """How to reach a server: `uri` is a bolt:// or neo4j:// address, `user` None signs in nobody.

    It may be printed: the password does not show.
    """

    uri: str
    user: str | None
    password: str | None
    database: str | None = None

    def __repr__(self) -> str:
        return f"Access({self.uri!r}, {self.user!r})"

    @contextmanager
    def session(self) -> Iterator[neo4j.Session]:
        """A session of a driver of its own."""
        with (
            neo4j.GraphDatabase.driver(self.uri, auth=self.auth, **QUIET) as driver,
            driver.session(database=self.database) as session,
        ):
            yield session

    @property
    def auth(self) -> tuple[str, str] | None:
        return None if self.user is None else (self.user, self.password or "")

    def environment(self) -> dict[str, str]:
        """The variables by which phahe signs in there."""
        named = {"USER": self.user, "PASSWORD": self.password, "DATABASE": self.database}
        return {f"PHAHE_NEO4J_{name}": value for name, value in named.items() if value is not None}


class Server:
    """A server process on its own folder; it can be killed and started again there."""

    def __init__(
        self,
        home: Path,
        configuration: Mapping[str, str] | None = None,
        java_options: Sequence[str] = QUICK_TO_START,
    ) -> None:
        self._home = home
        self._java = (*_JAVA_OPTIONS, *java_options)
        self._port = _free_port()
        self._configuration = {**_CONFIGURATION, **(configuration or {})}
        self._process: subprocess.Popen[bytes] | None = None
        self._guard: subprocess.Popen[bytes] | None = None

    @property
    def access(self) -> Access:
        return Access(f"bolt://127.0.0.1:{self._port}", USER, PASSWORD, DATABASE)

    @property
    def port(self) -> int:
        return self._port

    def start(self, more: Mapping[str, str] | None = None) -> None:
        """Start it and wait until it answers; `more` is configuration for this time only.

        One that runs already is ended first. Raises RuntimeError where it does not answer.
        """
        self.stop()
        self._configure(more)
        options = [f"--home-dir={self._home}", f"--config-dir={self._home / 'conf'}"]
        start = ["-cp", f"{jars()}/*", "org.neo4j.server.CommunityEntryPoint", *options]
        known = classes()
        written = f"-XX:ArchiveClassesAtExit={self._home / known.name}"
        archive = _archive(known) if known.exists() else written
        with (self._home / "started.log").open("ab") as log:
            self._process = subprocess.Popen(
                [java(), *self._java, archive, *start],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self._home,
                start_new_session=True,  # Ctrl-C is for the tests, which then end the server
            )
        self._guard = guard(self._process.pid)
        end = time.monotonic() + _READY_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > end:
                self.kill()
                raise RuntimeError(f"Neo4j did not start:\n{self._log()[-3000:]}")
            time.sleep(0.2)

    def stop(self) -> int:
        """End it by SIGTERM and return its exit code; one that does not end is killed."""
        if self._process is None:
            return 0
        self._unguard()
        self._process.send_signal(signal.SIGTERM)
        try:
            code = self._process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise
        self._process = None
        self._keep_classes()
        return code

    def _keep_classes(self) -> None:
        """Put the archive of classes, if this server wrote one, where the next one finds it."""
        written, kept = self._home / classes().name, classes()
        if written.exists() and not kept.exists():
            beside = kept.with_name(f"{kept.name}.{os.getpid()}")
            shutil.move(written, beside)
            beside.replace(kept)

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._unguard()
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def _unguard(self) -> None:
        """End the guard first: once the server is gone its number may be another's."""
        if self._guard is not None:
            self._guard.kill()
            self._guard.communicate()
            self._guard = None

    def administer(self, arguments: Sequence[str], folder: Path) -> str:
        """Run `neo4j-admin ARGUMENTS` in a folder, on this server's, which is not running.

        Returns what it printed. Raises RuntimeError where it fails.
        """
        self._configure()
        added = {"NEO4J_HOME": str(self._home), "NEO4J_CONF": str(self._home / "conf")}
        known = classes()
        tool = [java(), *self._java, *([_archive(known)] if known.exists() else [])]
        done = subprocess.run(
            [*tool, "-cp", f"{jars()}/*", "org.neo4j.cli.AdminTool", *arguments],
            cwd=folder,
            env=os.environ | added,
            capture_output=True,
            text=True,
            timeout=600,
        )
        if done.returncode:
            raise RuntimeError(f"neo4j-admin ended with {done.returncode}:\n{done.stderr[-3000:]}")
        return done.stdout

    def _configure(self, more: Mapping[str, str] | None = None) -> None:
        address = f"127.0.0.1:{self._port}"
        rows = (
            self._configuration
            | dict(more or {})
            | {
                "server.bolt.listen_address": address,
                "server.bolt.advertised_address": address,  # what neo4j:// is told to go to
            }
        )
        (self._home / "conf").mkdir(parents=True, exist_ok=True)
        text = "".join(f"{name}={value}\n" for name, value in rows.items())
        (self._home / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")

    def _answers(self) -> bool:
        """Whether it lets us in; the first time the password it comes with has to be changed."""
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", self._port), timeout=1).close()
            for password in (PASSWORD, "neo4j"):
                if self._lets_in(password):
                    return True
        return False

    def _lets_in(self, password: str) -> bool:
        uri = self.access.uri
        try:
            with neo4j.GraphDatabase.driver(uri, auth=(USER, password), **QUIET) as driver:
                if password != PASSWORD:
                    driver.execute_query(
                        "ALTER CURRENT USER SET PASSWORD FROM $old TO $new",
                        {"old": password, "new": PASSWORD},
                        database_="system",
                    )
                    return False  # the next try signs in with the new one
                driver.execute_query("RETURN 1", database_=DATABASE)
                return True
        except (DriverError, Neo4jError):
            return False

    def _log(self) -> str:
        logs = [self._home / "started.log", self._home / "logs" / "neo4j.log"]
        return "\n".join(log.read_text(errors="replace") for log in logs if log.exists())


_GUARD = """
import os, signal, sys
sys.stdin.read()
os.kill(int(sys.argv[1]), signal.SIGTERM)
"""


def guard(process: int) -> subprocess.Popen[bytes]:
    """Start a program that ends the process when this one is gone, however it came to its end.

    It reads from a pipe that only this process writes to, so that any end of it is the pipe's.
    """
    return subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", _GUARD, str(process)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _archive(known: Path) -> str:
    return f"-XX:SharedArchiveFile={known}"


def offered(environment: Mapping[str, str]) -> Access | None:
    """Return the way to the server that the environment names for tests, None where it names none.

    Raises RuntimeError where it holds anything: the tests would delete it.
    """
    uri = environment.get("PHAHE_TEST_NEO4J_URI")
    if not uri:
        return None
    user, password, database = (
        environment.get(f"PHAHE_TEST_NEO4J_{name}") for name in ("USER", "PASSWORD", "DATABASE")
    )
    access = Access(uri, user, password, database)
    with access.session() as session:
        held = session.run("MATCH (n) RETURN count(n)").single(strict=True).value()
    if held:
        raise RuntimeError(f"{uri} holds {held} nodes, and the tests would delete them")
    return access


def empty(access: Access) -> None:
    """Delete all nodes; constraints and indexes stay."""
    with access.session() as session:
        session.run(_DELETE_ALL).consume()


_DELETE_ALL = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"

QUIET: dict[str, Any] = {
    "max_transaction_retry_time": 1.0,
    "connection_timeout": 5.0,
    "notifications_min_severity": "OFF",
}


@contextmanager
def running(home: Path, configuration: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A server for the time of the block. Raises `artifacts.Missing` where none can be started."""
    server = Server(home, configuration)
    server.start()
    try:
        yield server
    finally:
        code = server.stop()
    assert code == 0, f"Neo4j ended with {code}"


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
