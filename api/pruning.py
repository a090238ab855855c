"""Pruning: which files of the store are no files any more, and when that may not be believed.

A folder that is not there, or holds nothing at all, is first of all a drive that is not mounted:
what stands below it may be there tomorrow, so nothing is taken back (decision 0010).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from api.naming import is_gone, printable
from graph.store import Store
from loaders.sources import FoundFile
from queries.errors import BadOption


def gone_files(
    store: Store, paths: Sequence[Path], found: Collection[FoundFile]
) -> dict[Path, list[str]]:
    """Return, by the path asked for, the stored files at and below it that are no files any more.

    `found` are the files that a load met. One that may not be looked for is not gone.
    """
    here = {printable(file.name) for file in found}
    missing = [file.name for file in store.files() if file.name not in here]
    gone = [name for name in missing if any(_below(name, root) for root in paths)]
    gone = [name for name in gone if is_gone(name)]
    return {root: [name for name in gone if _below(name, root)] for root in paths}


def refuse_absent(store: Store, paths: Sequence[Path], found: Collection[FoundFile]) -> None:
    """Raise BadOption where pruning would take back all below a path that holds no file."""
    there = still_there(paths, found)
    absent = [path for path in paths if path not in there]
    for path, names in gone_files(store, absent, found).items():
        if names:
            raise BadOption(
                f"--prune: {path}: không có ở đây hoặc không còn tệp nào, mà kho đang giữ "
                f"{len(names)} tệp dưới tên này; có thể ổ đĩa chưa được gắn. Chưa nạp và chưa gỡ "
                "gì. Hãy gắn ổ đĩa rồi chạy lại; nếu các tệp ấy đã bỏ thật, hãy rút từng văn bản "
                "bằng: phahe forget REF, hoặc chạy --prune với thư mục cha còn tệp khác"
            )


def still_there(paths: Sequence[Path], found: Collection[FoundFile]) -> list[Path]:
    """Return the paths at and below which some file that was found is still one.

    A path that could not be got at is met as a file of its own name with an error.
    """
    return [
        path
        for path in paths
        if any(_below(str(one.path), path) and not is_gone(str(one.path)) for one in found)
    ]


def _below(name: str, root: Path) -> bool:
    """Tell whether a name is the path `root`, or stands in the folder of that name."""
    top = Path(printable(str(root)))
    return Path(name) == top or top in Path(name).parents
