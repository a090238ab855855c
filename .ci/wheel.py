"""Fail unless the built wheel holds every tracked file of the five packages, and nothing else.

Tables, templates and static files go missing from wheels without a word; this says so.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PACKAGES = ("api", "graph", "loaders", "queries", "visual")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet"]
        subprocess.run([*pip, "--no-deps", "--wheel-dir", folder, "."], check=True)
        [wheel] = Path(folder).glob("*.whl")
        names = {n for n in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in n}
    listing = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--", *PACKAGES],
        check=True,
        capture_output=True,
    )
    tracked = {name for name in listing.stdout.decode().split("\0") if name}
    for name in sorted(tracked - names):
        print(f"not in the wheel: {name}", file=sys.stderr)
    for name in sorted(names - tracked):
        print(f"in the wheel, but not a tracked file of the packages: {name}", file=sys.stderr)
    print(f"wheel: {len(names)} files")
    return 0 if names == tracked else 1


if __name__ == "__main__":
    sys.exit(main())
