"""`phahe forget`: what the files of a document said is taken back."""

from __future__ import annotations

from api.commands.opening import document_of, writing
from api.console import out, print_json
from api.exits import Exit
from graph.build import write_files
from queries.errors import BadOption


def run(ref: str, store_url: str | None, *, as_json: bool) -> int:
    """Retract the files of a document and return the exit code.

    What other files say of the document stays: it is then known by citation only.
    """
    with writing(store_url) as store:
        document = document_of(store, ref)
        if not document.files:
            raise BadOption(f"{document.key}: chỉ được dẫn, không có tệp nào để rút")
        write_files(store, (), retract=document.files)
        left = store.documents([document.key]).get(document.key)
    answer = {
        "key": document.key,
        "files": list(document.files),
        "status": None if left is None else left.status,
    }
    if as_json:
        print_json(answer)
    else:
        still = "văn bản khác vẫn dẫn tới" if left is not None else "không còn trong đồ thị"
        out().print(f"{document.key}: đã rút {', '.join(document.files)}; {still}")
    return Exit.DONE
