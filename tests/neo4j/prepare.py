"""Get all that the tests' Neo4j needs: `python -m tests.neo4j.prepare`.

Not needed, as the tests do the same where it is missing; but processes that begin together each
fetch the jars and start without the archive of classes.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.neo4j.artifacts import classes, jars
from tests.neo4j.server import running


def main() -> None:
    """Fetch the jars and write the archive of classes. Raises `artifacts.Missing`."""
    jars()
    if not classes().exists():
        with tempfile.TemporaryDirectory() as home, running(Path(home)):
            pass


if __name__ == "__main__":
    main()
