"""Scans: our own papers printed to page images, skewed and compressed, and read by Tesseract.

    python -m benchmarks.garbling.scan examples OUT [--language eng] [--font F] [--size 15]
        [--skew 0.4] [--quality 55]

`eng` is what many archives ran over Vietnamese paper: the marks are lost and letters are guessed.
Needs Chromium (PHAHE_CHROMIUM or /usr/bin/chromium) and Tesseract with the language's data.
"""

from __future__ import annotations

import argparse
import html
import os
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from loaders.sources import decode, load_bytes

_PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #f4f2ec; }}
pre {{ box-sizing: border-box; width: 794px; height: {height}px; overflow: hidden; margin: 0;
  padding: 60px 50px; font: {size}px/1.45 "{font}", serif;
  white-space: pre-wrap; transform: rotate({skew}deg); color: #26231f; }}
</style><pre>{text}</pre>"""
_HEIGHT = 1123
_LINES_A_PAGE = 44
_LETTERS_A_LINE = 92


def pages(text: str) -> Iterator[str]:
    """Cut a text into pages of paper: whole lines, as many as fit at the usual type size."""
    page: list[str] = []
    room = _LINES_A_PAGE
    for line in unicodedata.normalize("NFC", text).splitlines():
        needs = 1 + len(line) // _LETTERS_A_LINE
        if needs > room and page:
            yield "\n".join(page)
            page, room = [], _LINES_A_PAGE
        page.append(line)
        room -= needs
    if page:
        yield "\n".join(page)


@dataclass(frozen=True, slots=True)
class Press:
    """How a paper is printed and kept: type face and size, degrees of skew, JPEG quality."""

    font: str = "Liberation Serif"
    size: int = 15
    skew: float = 0.4
    quality: int = 55


def scan(browser: Browser, text: str, language: str, press: Press) -> str:
    """Return what Tesseract reads from the text's pages, with a form feed behind each page.

    Raises CalledProcessError where Tesseract fails.
    """
    read: list[str] = []
    page = browser.new_page(viewport={"width": 794, "height": _HEIGHT}, device_scale_factor=2)
    with tempfile.TemporaryDirectory() as folder:
        for number, words in enumerate(pages(text)):
            image = Path(folder) / f"{number}.jpg"
            skew = press.skew * (-1) ** number
            sheet = _PAGE.format(
                text=html.escape(words), skew=skew, size=press.size, font=press.font, height=_HEIGHT
            )
            page.set_content(sheet)
            page.screenshot(path=image, type="jpeg", quality=press.quality)
            words_of = ["tesseract", str(image), "-", "-l", language, "--psm", "6", "--dpi", "190"]
            done = subprocess.run(words_of, check=True, capture_output=True, timeout=120)
            read.append(done.stdout.decode("utf-8").rstrip("\f\n") + "\n")
    page.close()
    return "\f".join(read)


def main() -> None:
    """Scan every paper of a folder that has a plain text."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--language", default="eng")
    parser.add_argument("--font", default="Liberation Serif")
    parser.add_argument("--size", type=int, default=15)
    parser.add_argument("--skew", type=float, default=0.4)
    parser.add_argument("--quality", type=int, default=55)
    given = parser.parse_args()
    press = Press(given.font, given.size, given.skew, given.quality)
    given.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = os.environ.get("PHAHE_CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=chromium)
        for path in sorted(given.folder.iterdir()):
            if path.suffix != ".txt":
                continue
            text = decode(load_bytes(path), str(path)).text
            garbled = scan(browser, text, given.language, press)
            (given.out / f"{path.stem}.txt").write_text(garbled, encoding="utf-8", newline="")
            print(path.name, file=sys.stderr)
        browser.close()


if __name__ == "__main__":
    main()
