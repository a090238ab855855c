"""Fail unless the Dockerfile's first stage builds, and what it builds serves: without an engine.

Each instruction of that stage is carried out in a folder that stands for the image, with files that
.dockerignore lets through. Then the second stage's command is started with the environment that was
made, and its health check's own command asks it.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LISTING = """
import importlib.metadata, json
print(json.dumps([(one.name, one.version) for one in importlib.metadata.distributions()]))
"""


def instructions(stage: int) -> list[tuple[str, str]]:
    """Return the instructions of a stage, each with its arguments on one line."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    joined = "\n".join(lines).replace("\\\n", " ").splitlines()
    pairs = [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in joined)]
    starts = [at for at, (word, _) in enumerate(pairs) if word == "FROM"]
    return pairs[starts[stage] : [*starts, len(pairs)][stage + 1]]


def sent() -> set[str]:
    """Return what .dockerignore lets through, top-level names only."""
    rules = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    return {rule[1:] for rule in rules if rule.startswith("!")}


def build(image: Path) -> None:
    """Carry out the first stage."""
    venv.create(image / "base", with_pip=True)  # stands for the Python of the base image
    source = image / "src"
    source.mkdir()
    env = {**os.environ, "PATH": f"{image / 'base' / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    for word, rest in instructions(0):
        if word == "ENV":
            env |= dict(pair.split("=", 1) for pair in shlex.split(rest))
        elif word == "COPY":
            *names, target = rest.split()
            for name in names:
                copy(name, source / target / ("" if target == "./" else "."))
        elif word == "RUN":
            command = rest.replace("/opt/phahe", str(image / "phahe")).replace("/src", str(source))
            subprocess.run(["sh", "-ec", command], cwd=source, env=env, check=True)


def copy(name: str, target: Path) -> None:
    if name not in sent():
        raise SystemExit(f".dockerignore keeps {name} from the Dockerfile")
    if (ROOT / name).is_dir():
        shutil.copytree(ROOT / name, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy2(ROOT / name, target)


def installed(image: Path) -> dict[str, str]:
    """Return what stands in the environment, name to version."""
    run = [str(image / "phahe" / "bin" / "python"), "-I", "-c", LISTING]
    rows = json.loads(subprocess.run(run, check=True, capture_output=True).stdout)
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in rows}


def pinned() -> dict[str, str]:
    """Return the versions of constraints.txt."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if "==" in line)


def wrong_versions(image: Path) -> list[str]:
    """Say what was installed besides phahe that constraints.txt does not name like this."""
    expected = pinned()
    found = installed(image)
    if "phahe" not in found:
        return ["phahe itself was not installed"]
    return [
        f"{name} {version} was installed; constraints.txt says {expected.get(name, 'nothing')}"
        for name, version in sorted(found.items())
        if name != "phahe" and expected.get(name) != version
    ]


def served(image: Path) -> str | None:
    """Load examples, serve them as the second stage does, ask as its health check does."""
    last = dict(instructions(1))
    data = image / "data"
    data.mkdir()
    path = f"{image / 'phahe' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    store = {"PATH": path, "HOME": str(data), "PHAHE_STORE": f"sqlite:{data / 'phahe.sqlite'}"}
    env = {key: value for key, value in os.environ.items() if "PYTHON" not in key} | store
    [program] = json.loads(last["ENTRYPOINT"])
    port = free_port()
    command = [word.replace("8000", port) for word in json.loads(last["CMD"])]
    check = json.loads(last["HEALTHCHECK"].partition("CMD ")[2])
    check = [word.replace("8000", port) for word in check]
    subprocess.run([program, "load", ROOT / "examples"], cwd=data, env=env, check=True)
    service = subprocess.Popen([program, *command], cwd=data, env=env, stdout=subprocess.DEVNULL)
    try:
        for _ in range(60):
            time.sleep(0.5)
            if service.poll() is not None:
                return f"the service ended with {service.returncode}"
            if not subprocess.run(check, env=env, stderr=subprocess.DEVNULL).returncode:
                return None
        return "the health check never passed"
    finally:
        service.terminate()
        service.wait(30)


def free_port() -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        image = Path(folder)
        build(image)
        problems = wrong_versions(image)
        problems += [problem for problem in (served(image),) if problem]
    for problem in problems:
        print(f"image: {problem}", file=sys.stderr)
    if not problems:
        print("image: its first stage builds, serves and is healthy")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
