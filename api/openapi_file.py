"""Write the OpenAPI document to a file, for the copy that is committed.

`python -m api.openapi_file docs/openapi.json`
"""

from __future__ import annotations

import sys
from pathlib import Path

import orjson

from api.app import create_app
from api.openapi import openapi_of
from api.settings import Settings


def main(path: str) -> None:
    """Write the document of the service to `path`, replacing what is there."""
    options = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
    document = openapi_of(create_app(Settings("sqlite:none")))
    Path(path).write_bytes(orjson.dumps(document, option=options))


if __name__ == "__main__":
    main(sys.argv[1])
