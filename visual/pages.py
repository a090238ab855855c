"""The pages: results in, a whole HTML document out. No store, no request, no clock.

For the door that serves them: `/static/<path>` is the folder `static_folder()`; a page is sent
as `text/html; charset=utf-8` with `CONTENT_SECURITY_POLICY`. Links are `/`, `/?q=…&cursor=…`,
`/documents/<key>`, `/documents/<key>?file=<name>&as_of=<date>` and `/docs`; the script of the
graph reads `/v1/documents/<key>/lineage`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph.model import StoreState
from queries.documents import DocumentList, DocumentView, SourceTextView
from queries.lineage import Lineage
from queries.resolve import Candidate, Resolution

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


def static_folder() -> Path:
    """Return the folder that is served as `/static/`."""
    raise NotImplementedError


def home_page(state: StoreState) -> str:
    """Return the first page: what this is, the search box, how much the graph holds."""
    raise NotImplementedError


def search_page(query: str, results: DocumentList, resolution: Resolution | None = None) -> str:
    """Return the answer to `/?q=query`.

    `resolution` is what `queries.resolve` makes of the same words; where they are a number, its
    candidates stand above the list, those of the register too.
    """
    raise NotImplementedError


def document_page(
    view: DocumentView,
    ancestors: Lineage,
    descendants: Lineage,
    near: tuple[Lineage, Lineage],
    text: SourceTextView | None,
) -> str:
    """Return the page of one document.

    `ancestors` and `descendants` (all depths, IMPLEMENTS) are the tables; `near` is the same two
    with `depth=1, limit=NEAR_LIMIT`, where the graph begins. `text` is None for a stub.
    """
    raise NotImplementedError


def problem_page(
    status: int, code: str, detail: str, candidates: Sequence[Candidate] = ()
) -> str:
    """Return the page of an error: HTTP status, stable code, a sentence for people."""
    raise NotImplementedError


def single_file(
    view: DocumentView, ancestors: Lineage, descendants: Lineage, text: SourceTextView | None
) -> str:
    """Return the document's page as one file that needs no network and no service.

    Written as UTF-8 it opens from `file://`; styles and scripts are inside, allowed by hash.
    """
    raise NotImplementedError
