"""The image and the compose file: what can be known of them without a container engine.

`.ci/image.py` carries out the Dockerfile's first stage; here stands what needs no network.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.api.papers import paper, write

ROOT = Path(__file__).parent.parent
COMPOSE_FILE = ROOT / "docker-compose.yml"
COMPOSE: dict[str, Any] = yaml.safe_load(COMPOSE_FILE.read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OURS = ("load", "phahe", "load-neo4j", "phahe-neo4j")
SERVING = ("phahe", "phahe-neo4j")


def stages() -> list[list[tuple[str, str]]]:
    """The Dockerfile's instructions, stage by stage, FROM first."""
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if line and not line.startswith("#"))
    found: list[list[tuple[str, str]]] = []
    for line in text.replace("\\\n", " ").splitlines():
        word, _, rest = line.partition(" ")
        if word == "FROM":
            found.append([])
        found[-1].append((word, rest.strip()))
    return found


BUILD, LAST = stages()


def said(stage: list[tuple[str, str]], word: str) -> list[str]:
    return [rest for name, rest in stage if name == word]


def copied() -> set[str]:
    """What the first stage takes from the folder in which the image is built."""
    return {name for rest in said(BUILD, "COPY") for name in rest.split()[:-1]}


def test_both_stages_stand_on_the_same_pinned_image() -> None:
    [build], [last] = said(BUILD, "FROM"), said(LAST, "FROM")
    assert build == f"{last} AS build"
    assert re.fullmatch(r"python:3\.\d+-slim-[a-z]+", last)


def test_the_last_stage_takes_the_environment_only() -> None:
    assert said(LAST, "COPY") == ["--from=build /opt/phahe /opt/phahe"]


def test_nothing_to_build_or_install_with_is_left() -> None:
    assert "RUN python -m venv --without-pip /opt/phahe" in [" ".join(one) for one in BUILD]
    [run] = said(LAST, "RUN")
    assert "pip uninstall --yes pip setuptools wheel" in run
    assert "ensurepip" in run
    assert "apt-get" not in " ".join(said(BUILD, "RUN") + said(LAST, "RUN"))


def test_it_runs_without_rights_of_its_own() -> None:
    user = said(LAST, "USER")
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", user[-1])
    after = [word for word, _ in LAST[LAST.index(("USER", user[-1])) :]]
    assert "RUN" not in after
    assert said(LAST, "VOLUME") == said(LAST, "WORKDIR") == ["/data"]


def test_its_health_is_that_of_the_service() -> None:
    [check] = said(LAST, "HEALTHCHECK")
    [command] = said(LAST, "CMD")
    port = json.loads(command)[-1]
    assert f"http://127.0.0.1:{port}/readyz" in json.loads(check.partition("CMD ")[2])[-1]
    assert said(LAST, "EXPOSE") == [port]


def test_the_build_takes_all_that_the_wheel_is_made_of() -> None:
    packages = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    papers = [PROJECT["project"]["readme"], *PROJECT["project"]["license-files"]]
    assert copied() == {*packages, *papers, "pyproject.toml", "constraints.txt"}


def test_only_what_the_build_takes_is_sent_to_the_engine() -> None:
    rules = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    rules = [rule for rule in rules if not rule.startswith("#")]
    assert rules[0] == "*"
    assert {rule[1:] for rule in rules if rule.startswith("!")} == copied()
    assert [rule for rule in rules[1:] if not rule.startswith("!")] == ["**/__pycache__"]


def name_of(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match is not None
    return re.sub(r"[-_.]+", "-", match.group()).lower()


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if not line.startswith("#"))


def needed(*names: str) -> Iterator[str]:
    """What the installed distributions of these names need, themselves included, extras apart."""
    seen, rest = set[str](), list(names)
    while rest:
        name = rest.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            asked = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue  # behind a marker that does not hold here: another system, an older Python
        yield name
        rest += [name_of(one) for one in asked if "extra ==" not in one]


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux, as the image")
def test_everything_that_is_installed_has_its_version_pinned() -> None:
    project = PROJECT["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["neo4j"]]
    here = {name: importlib.metadata.version(name) for name in needed(*map(name_of, asked))}
    assert {name: pins().get(name) for name in here} == here, "make install, or pin these versions"


def test_every_pin_is_one_version_in_order() -> None:
    names = list(pins())
    assert names == sorted(names)
    assert [v for v in pins().values() if not re.fullmatch(r"\d+(\.\d+)+", v)] == []


@pytest.fixture(scope="module")
def docker_compose() -> str:
    program = shutil.which("docker-compose")
    if program is None:
        pytest.skip("docker-compose is not installed (Debian, Ubuntu: apt install docker-compose)")
    return program


def checked(program: str, file: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run `docker-compose config`, which checks a file by the schema of the specification."""
    command = [program, "--file", str(file), "--project-directory", str(ROOT), "config"]
    env = {key: value for key, value in os.environ.items() if not key.startswith("PHAHE_")}
    return subprocess.run(
        command, env=env | variables, capture_output=True, encoding="utf-8", timeout=60
    )


def test_compose_accepts_the_file(docker_compose: str) -> None:
    done = checked(docker_compose, COMPOSE_FILE)
    assert done.returncode == 0, done.stderr
    resolved = yaml.safe_load(done.stdout)
    assert set(resolved["services"]) == {*OURS, "neo4j"}
    assert f"{ROOT / 'examples'}:/papers:ro" in resolved["services"]["load"]["volumes"]


@pytest.fixture(scope="module")
def resolved(docker_compose: str) -> dict[str, Any]:
    """The file as compose itself understands it, anchors and defaults filled in."""
    done = checked(docker_compose, COMPOSE_FILE)
    assert done.returncode == 0, done.stderr
    return dict(yaml.safe_load(done.stdout))


def started(resolved: dict[str, Any], *names: str) -> set[str]:
    """What `docker compose up NAMES` starts by the specification: the services of no profile, or
    those that are named, and what these depend on."""
    services = resolved["services"]
    plain = [name for name, service in services.items() if not service.get("profiles")]
    found, rest = set[str](), list(names) or plain
    while rest:
        name = rest.pop()
        found.add(name)
        rest += [one for one in services[name].get("depends_on", {}) if one not in found]
    return found


def test_by_default_the_service_runs_on_sqlite_and_nothing_else_does(
    resolved: dict[str, Any],
) -> None:
    assert started(resolved) == {"load", "phahe"}
    for name in started(resolved):
        service = resolved["services"][name]
        assert "secrets" not in service
        assert not [
            key for key in service.get("environment", {}) if "NEO4J" in key or "STORE" in key
        ]
        assert "phahe:/data:rw" in service["volumes"]
    settings = dict(pair.split("=", 1) for rest in said(LAST, "ENV") for pair in rest.split())
    assert settings["PHAHE_STORE"] == "sqlite:/data/phahe.sqlite"  # the image's own counts
    assert resolved["services"]["phahe"]["ports"] == ["127.0.0.1:8000:8000/tcp"]


def test_the_other_form_runs_on_a_pinned_server_that_it_waits_for(resolved: dict[str, Any]) -> None:
    services = resolved["services"]
    assert started(resolved, "phahe-neo4j") == {"neo4j", "load-neo4j", "phahe-neo4j"}
    for name in started(resolved, "phahe-neo4j"):
        assert services[name]["profiles"] == ["neo4j"]
    server = services["neo4j"]
    assert re.fullmatch(r"neo4j:5\.26\.\d+-community", server["image"])
    assert server["volumes"] == ["neo4j:/data:rw"]
    assert server["secrets"] == [{"source": "neo4j_auth"}]
    assert server["environment"]["NEO4J_AUTH_FILE"] == "/run/secrets/neo4j_auth"
    check = server["healthcheck"]
    assert check["test"][:2] == ["CMD", "wget"]
    assert {key for key in check if check[key]} == {
        "test", "interval", "timeout", "retries", "start_period",
    }  # fmt: skip
    for name in ("load-neo4j", "phahe-neo4j"):
        service = services[name]
        assert service["depends_on"]["neo4j"] == {"condition": "service_healthy"}
        assert service["secrets"] == [{"source": "neo4j_password"}]
        found = service["environment"]
        assert found["PHAHE_STORE"] == "bolt://neo4j:7687"
        assert found["PHAHE_NEO4J_PASSWORD_FILE"] == "/run/secrets/neo4j_password"
        assert not {"PHAHE_NEO4J_PASSWORD", "NEO4J_AUTH"} & set(found)
    assert services["phahe-neo4j"]["ports"] == ["127.0.0.1:8001:8000/tcp"]
    assert {one["file"] for one in resolved["secrets"].values()} == {
        str(ROOT / "var" / "secrets" / name) for name in ("neo4j_auth", "neo4j_password")
    }
    assert set(resolved["volumes"]) == {"phahe", "neo4j"}


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("    profiles: [neo4j]\n    image: neo4j", "    image: neo4j"),
        ("    depends_on:\n      load: {", "    depends_on:\n      neo4j: {"),
    ],
)
def test_a_server_that_starts_unasked_is_noticed(
    docker_compose: str, tmp_path: Path, good: str, bad: str
) -> None:
    text = COMPOSE_FILE.read_text(encoding="utf-8")
    assert good in text
    (tmp_path / "changed.yml").write_text(text.replace(good, bad), encoding="utf-8")
    done = checked(docker_compose, tmp_path / "changed.yml")
    assert done.returncode != 0 or "neo4j" in started(yaml.safe_load(done.stdout))


def test_compose_takes_folders_and_ports_from_the_environment(
    docker_compose: str, tmp_path: Path
) -> None:
    done = checked(
        docker_compose, COMPOSE_FILE,
        PHAHE_PAPERS="/srv/papers", PHAHE_PORT="9000", PHAHE_SECRETS="/etc/phahe",
    )  # fmt: skip
    resolved = yaml.safe_load(done.stdout)
    assert "/srv/papers:/papers:ro" in resolved["services"]["load"]["volumes"]
    assert resolved["services"]["phahe"]["ports"] == ["127.0.0.1:9000:8000/tcp"]
    assert {one["file"] for one in resolved["secrets"].values()} == {
        "/etc/phahe/neo4j_auth",
        "/etc/phahe/neo4j_password",
    }


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("image: phahe", "imago: phahe"),
        ("start_period: 60s", "start_period: soon"),
        ("condition: service_healthy", "condition: service_well"),
    ],
)
def test_compose_refuses_a_broken_file(
    docker_compose: str, tmp_path: Path, good: str, bad: str
) -> None:
    text = COMPOSE_FILE.read_text(encoding="utf-8")
    assert good in text
    (tmp_path / "broken.yml").write_text(text.replace(good, bad), encoding="utf-8")
    assert checked(docker_compose, tmp_path / "broken.yml").returncode != 0


def test_sqlite_alone_starts_unless_the_profile_is_asked_for() -> None:
    plain = {name for name, service in SERVICES.items() if "profiles" not in service}
    assert plain == {"load", "phahe"}
    others = [service["profiles"] for name, service in SERVICES.items() if name not in plain]
    assert others == [["neo4j"]] * 3


def test_ports_are_open_on_this_machine_only() -> None:
    ports = [port for service in SERVICES.values() for port in service.get("ports", [])]
    assert len(ports) == 4
    assert [port for port in ports if not port.startswith("127.0.0.1:")] == []


@pytest.mark.parametrize("name", OURS)
def test_our_containers_can_write_to_data_and_tmp_only(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["tmpfs"] == ["/tmp"]
    for volume in service["volumes"]:
        assert volume == "phahe:/data" or volume.endswith(":/papers:ro")


def test_who_serves_waits_for_the_load_and_the_load_for_the_server() -> None:
    finished = {"condition": "service_completed_successfully"}
    healthy = {"condition": "service_healthy"}
    assert SERVICES["phahe"]["depends_on"] == {"load": finished}
    assert SERVICES["load-neo4j"]["depends_on"] == {"neo4j": healthy}
    assert SERVICES["phahe-neo4j"]["depends_on"] == {"neo4j": healthy, "load-neo4j": finished}
    assert "test" in SERVICES["neo4j"]["healthcheck"]
    for name in SERVING:
        assert "healthcheck" not in SERVICES[name]  # the image's own counts


def test_the_server_is_pinned_and_keeps_its_data() -> None:
    neo4j = SERVICES["neo4j"]
    assert re.fullmatch(r"neo4j:5\.26\.\d+-community", neo4j["image"])
    assert neo4j["volumes"] == ["neo4j:/data"]
    assert set(COMPOSE["volumes"]) == {"phahe", "neo4j"}


def test_passwords_come_from_files() -> None:
    for name in ("load-neo4j", "phahe-neo4j"):
        environment = SERVICES[name]["environment"]
        assert environment["PHAHE_NEO4J_PASSWORD_FILE"] == "/run/secrets/neo4j_password"
        assert SERVICES[name]["secrets"] == ["neo4j_password"]
    assert SERVICES["neo4j"]["environment"]["NEO4J_AUTH_FILE"] == "/run/secrets/neo4j_auth"
    used = [name for one in SERVICES.values() for name in one.get("secrets", [])]
    assert set(used) == set(COMPOSE["secrets"])
    every = {key for one in SERVICES.values() for key in one.get("environment", {})}
    assert [key for key in every if re.search("PASSWORD|AUTH", key) and key[-5:] != "_FILE"] == []


@pytest.mark.skipif(os.name == "nt", reason="only on systems with sh")
@pytest.mark.parametrize(
    ("name", "text", "store", "expected"),
    [
        ("good.txt", paper(), "graph.sqlite", 0),
        ("empty.txt", "", "graph.sqlite", 0),
        ("good.txt", paper(), "good.txt", 3),
    ],
    ids=["read", "unreadable", "no store"],
)
def test_the_load_ends_well_unless_the_store_is_unusable(
    tmp_path: Path, name: str, text: str, store: str, expected: int
) -> None:
    write(tmp_path, name, text)
    [shell, option, script] = SERVICES["load"]["entrypoint"]
    script = script.replace("$$", "$").replace("/papers", str(tmp_path))
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "PHAHE_STORE": f"sqlite:{tmp_path / store}"}
    done = subprocess.run([shell, option, script], env=env, capture_output=True, timeout=60)
    assert (done.returncode != 0, b"good.txt" in done.stderr) == (expected != 0, expected != 0)
