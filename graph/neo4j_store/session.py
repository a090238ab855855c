"""Talking to one Neo4j database: single answers, whole commits, and a driver a process shares.

Both kinds of address work, `bolt://` and `neo4j://`: reads and writes are routed as such, and the
bookmarks that a process keeps (`graph.neo4j_store.bookmarks`) let each of its reads see what it
committed before.
"""

from __future__ import annotations

import logging
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import DriverError, IncompleteCommit, Neo4jError, ServiceUnavailable

from graph.neo4j_store.bookmarks import Known, are_void, bookmarks_of
from graph.neo4j_store.transaction import Transaction, parts
from graph.neo4j_store.watch import NoAnswer, Watch

T = TypeVar("T")

RETRY_SECONDS = 5.0
"""How long the driver tries again where a server is away or a transaction has to be repeated."""

SYSTEM = "system"
"""The database in which a server keeps its users and the names of its databases."""

_CONNECT_SECONDS = 5.0
_GRACE_SECONDS = 5.0
_IDLE_SECONDS = 60.0
_SECONDS = 120.0
# Setting a property locks the node, so that commits follow one another.
_LOCK = "MATCH (g:Graph {name: 'phahe'}) SET g.locked = true WITH g RETURN g.revision"
_SIGN = """
MATCH (g:Graph {name: 'phahe'})
SET g.revision = g.revision + 1, g.commit = $token RETURN g.revision
"""
_SIGNED = "MATCH (g:Graph {name: 'phahe'}) RETURN g.commit"

# What the driver notes while it tries again is no news: the error that is left is told.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Access:
    """The way to a database: `user` None signs in nobody, `database` None is the user's home.

    `seconds` is how long the server may take over one statement.
    """

    url: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    database: str | None = None
    seconds: float | None = None


class Database:
    """One database of one server. Threads may share it."""

    def __init__(self, access: Access) -> None:
        self.place = access.url if access.database is None else f"{access.url}/{access.database}"
        self.name = access.database
        self._seconds = access.seconds or _SECONDS
        self._access = access
        self._bookmarks = bookmarks_of(access.url, access.database)
        self._driver = self._connect()
        self._watch = Watch(self._reconnect)
        self._lock = threading.Lock()
        self._closed = False

    def reach(self) -> None:
        """Connect; a server that is away is said at once, not only after trying again."""
        with self._answered():
            self._driver.verify_connectivity()

    def ask(self, statement: str, **parameters: Any) -> Any:
        """Return the one value of a statement that only reads.

        It is one exchange with the server. Only where that fails for a passing reason it becomes a
        transaction, which is two, and which the driver tries again.
        """
        return self._read(statement, parameters, _value)

    def _read(
        self, statement: str, parameters: dict[str, Any], taken: Callable[[neo4j.Result], T]
    ) -> T:
        """Return what `taken` makes of the answer to a statement that only reads."""
        with self._answered():
            driver, known = self._driver, self._bookmarks.known
            try:
                with self._session(known, known.mode) as session:
                    query = neo4j.Query(statement, timeout=self._seconds)
                    answer = taken(session.run(query, parameters))
                known.answered()
                return answer
            except (DriverError, Neo4jError) as error:
                if are_void(error):
                    self._bookmarks.forget(known)
                elif not error.is_retryable() or driver is not self._driver:
                    raise
        again: T = self._execute(statement, parameters, reads=True, result_transformer_=taken)
        return again

    def gather(self, statement: str, rows: Sequence[Any], **parameters: Any) -> list[Any]:
        """Return the lists that a reading statement gives for `$rows`, joined (`each`)."""
        return [one for part in self.each(statement, rows, **parameters) for one in part]

    def each(self, statement: str, rows: Sequence[Any], **parameters: Any) -> list[Any]:
        """Return the values that a reading statement gives for `$rows`, some thousand at a time.

        Each record of an answer holds one value. Where an answer is large, several records of
        some hundred rows let the server find the next ones while those before are taken apart.
        """
        return [
            value
            for part in parts(rows)
            for value in self._read(statement, {"rows": part, **parameters}, _values)
        ]

    def run(self, statement: str, **parameters: Any) -> None:
        """Run one writing statement that may be run twice, such as one that makes an index."""
        self._execute(statement, parameters)

    def change(self, statement: str, **parameters: Any) -> Any:
        """Run one writing statement that may be run twice, and return the one value it gives."""
        return self._execute(statement, parameters, result_transformer_=_value)

    def _execute(
        self, statement: str, parameters: dict[str, Any], *, reads: bool = False, **how: Any
    ) -> Any:
        """Run a statement by itself; once more where only the reply to its end was lost, or where
        the bookmarks were void."""
        for last in (False, True):
            known = self._bookmarks.known
            try:
                with self._answered():
                    answer = self._driver.execute_query(
                        neo4j.Query(statement, timeout=self._seconds),
                        parameters,
                        database_=self.name,
                        bookmark_manager_=known.manager,
                        routing_=known.routing if reads else neo4j.RoutingControl.WRITE,
                        **how,
                    )
                known.answered()
                return answer
            except (DriverError, Neo4jError) as error:
                if last or not self._may_pass(error, known):
                    raise
        return None

    def _may_pass(self, error: DriverError | Neo4jError, known: Known) -> bool:
        """Whether it is to be tried once more; void bookmarks are forgotten before."""
        if are_void(error):
            self._bookmarks.forget(known)
            return True
        return isinstance(error, IncompleteCommit)

    def ask_of_all(self, statement: str) -> Any:
        """Return the one value of a statement about the server, asked of its own database."""
        with (
            self._answered(),
            self._driver.session(database=SYSTEM, default_access_mode=neo4j.READ_ACCESS) as session,
        ):
            return _value(session.run(neo4j.Query(statement, timeout=self._seconds)))

    def rehearse(self, statement: str) -> None:
        """Run one writing statement and take it back: whether it may be run at all."""
        with (
            self._answered(),
            self._session(self._bookmarks.known) as session,
            session.begin_transaction(timeout=self._seconds) as transaction,
        ):
            transaction.run(statement).consume()
            transaction.rollback()

    def commit(self, work: Callable[[Transaction, int], None]) -> None:
        """Do `work` in one transaction, alone among those that write, and count the revision up.

        `work` gets the transaction and the revision that it finds. It is done again where the
        transaction failed for a passing reason, and where the connection was lost during the
        commit and none was made: each commit signs the graph with a token of its own.
        """
        token = uuid.uuid4().hex

        @neo4j.unit_of_work(timeout=self._seconds)
        def unit(transaction: neo4j.ManagedTransaction) -> None:
            writing = Transaction(transaction)
            work(writing, writing.ask(_LOCK))
            writing.ask(_SIGN, token=token)

        for last in (False, False, True):
            known = self._bookmarks.known
            try:
                with self._answered(), self._session(known) as session:
                    session.execute_write(unit)
                known.answered()
                return
            except (DriverError, Neo4jError) as error:
                if not self._may_pass(error, known):
                    raise
                if isinstance(error, IncompleteCommit) and self._signed_by() == token:
                    return
                if last:
                    raise

    def _signed_by(self) -> str | None:
        """Return the token of the last commit, once nothing is being committed any more."""

        @neo4j.unit_of_work(timeout=self._seconds)
        def unit(transaction: neo4j.ManagedTransaction) -> str | None:
            asking = Transaction(transaction)
            asking.ask(_LOCK)
            token: str | None = asking.ask(_SIGNED)
            return token

        with self._answered(), self._session(self._bookmarks.known) as session:
            return session.execute_write(unit)

    def close(self) -> None:
        """Close the connections, also those that are being used."""
        self._watch.stop()
        with self._lock:
            self._closed = True
        self._driver.close()

    def _session(self, known: Known, mode: str = neo4j.WRITE_ACCESS) -> neo4j.Session:
        return self._driver.session(
            database=self.name, bookmark_manager=known.manager, default_access_mode=mode
        )

    def _connect(self) -> neo4j.Driver:
        access = self._access
        return neo4j.GraphDatabase.driver(
            access.url,
            auth=None if access.user is None else (access.user, access.password or ""),
            max_transaction_retry_time=RETRY_SECONDS,
            connection_timeout=_CONNECT_SECONDS,
            connection_acquisition_timeout=_CONNECT_SECONDS + 1,
            liveness_check_timeout=_IDLE_SECONDS,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
        )

    def _reconnect(self) -> None:
        """Begin anew with other connections: what is being asked on the old ones fails."""
        with self._lock:
            if self._closed:
                return
            old, self._driver = self._driver, self._connect()
        old.close()

    @contextmanager
    def _answered(self) -> Iterator[None]:
        """Run the block; a server that has not answered long after its own limit is given up.

        A commit whose reply is missing stays IncompleteCommit: it may have been made. What the
        server may have waited for, as the bookmarks asked, is not asked again.
        """
        known = self._bookmarks.known
        try:
            with self._watch.over(self._seconds + _GRACE_SECONDS):
                yield
        except NoAnswer as error:
            self._bookmarks.forget(known)
            if isinstance(error.__cause__, IncompleteCommit):
                raise error.__cause__ from None
            raise ServiceUnavailable(str(error)) from error


def _value(result: neo4j.Result) -> Any:
    return result.single(strict=True).value()


def _values(result: neo4j.Result) -> list[Any]:
    return result.value()
