"""What operators copy: image, compose file, unit, manifest and dashboard name only what there is."""

import json
import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest

from bot.cli.parser import parser
from bot.client import Usher
from bot.endpoints import Endpoints
from bot.settings import names
from bot.shards import Shards
from tests.bot.conftest import NewBot

try:
    import yaml
except ModuleNotFoundError:
    pytest.skip("needs a reader of YAML: uv run --group dev pytest", allow_module_level=True)

ROOT = Path(__file__).parents[2]
IMAGE, COMPOSE = ROOT / "Dockerfile", ROOT / "compose.yaml"
UNIT, MANIFEST = ROOT / "deploy" / "usher.service", ROOT / "deploy" / "kubernetes.yaml"
DASHBOARD = ROOT / "deploy" / "grafana.json"
FILES = (IMAGE, COMPOSE, UNIT, MANIFEST)
FIGURE = re.compile(r"\b(?:usher|process)_[a-z_]+\b")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_setting_that_is_named_is_one(file: Path) -> None:
    named = set(re.findall(r"\b(?:USHER_[A-Z_]+|DISCORD_TOKEN)\b", file.read_text(encoding="utf-8")))
    assert named
    assert named - set(names()) == set()


def test_the_image_is_built_from_what_is_there_and_runs_as_nobody_special() -> None:
    text = IMAGE.read_text(encoding="utf-8")
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    lines = re.findall(r"^COPY (?!--)(.*) \S+$", text, re.MULTILINE)
    copied = [word for line in lines for word in line.split()]
    assert {"bot", "knowledge", "pyproject.toml"} <= set(copied)
    assert [word for word in copied if not (ROOT / word).exists() or f"!{word}" not in ignored] == []
    assert re.findall(r"^USER (\d+)$", text, re.MULTILINE) == ["10001"]
    run = re.findall(r"^(?:ENTRYPOINT|CMD) (\[.*\])$", text, re.MULTILINE)
    entry, words = map(json.loads, run)
    assert entry == ["usher"]
    assert parser().parse_args(words).command == "run"


def test_the_unit_and_the_compose_file_run_what_there_is() -> None:
    run = re.findall(r"^ExecStart=(.*)$", UNIT.read_text(encoding="utf-8"), re.MULTILINE)
    assert [parser().parse_args(shlex.split(line)[1:]).command for line in run] == ["run"]
    services = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"]
    assert services["usher"]["read_only"]
    assert "database:5432/usher" in services["usher"]["environment"]["USHER_DATABASE_URL"]


def test_what_the_unit_sets_is_not_undone_by_the_file_that_it_reads() -> None:
    unit, example = UNIT.read_text(encoding="utf-8"), (ROOT / ".env.example").read_text(encoding="utf-8")
    (line,) = re.findall(r"^Environment=(.*)$", unit, re.MULTILINE)
    set_here = {word.partition("=")[0] for word in line.split()}
    both = set_here & set(re.findall(r"^([A-Z_]+)=.", example, re.MULTILINE))
    assert both == {"USHER_DATA_DIR"}
    assert all(f"sed /^{name}=/d .env.example | install" in unit for name in both)


def test_the_processes_of_the_manifest_serve_every_shard_once() -> None:
    documents: list[Any] = list(yaml.safe_load_all(MANIFEST.read_text(encoding="utf-8")))
    spec = next(one["spec"] for one in documents if one["kind"] == "StatefulSet")
    container = spec["template"]["spec"]["containers"][0]
    given = {one["name"]: one["value"] for one in container["env"] if "value" in one}
    assert int(given["PROCESSES"]) == spec["replicas"]
    parts = [_shards_of(container["args"][0], given | {"ORDINAL": str(ordinal)}) for ordinal in range(4)]
    assert {part.count for part in parts} == {40}
    assert sorted(shard for part in parts for shard in part.ids) == list(range(40))
    assert {container[probe]["httpGet"]["path"] for probe in ("livenessProbe", "readinessProbe")} == {
        "/live",
        "/ready",
    }


def _shards_of(line: str, environment: dict[str, str]) -> Shards:
    """What `usher` is called with, by the shell that the manifest names."""
    shown = subprocess.run(
        ["/bin/sh", "-c", line.replace("exec usher", "echo usher")],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return cast("Shards", parser().parse_args(shlex.split(shown.stdout)[1:]).shards)


def _queries(data: Any) -> Iterator[str]:
    for panel in data["panels"]:
        yield from (target["expr"] for target in panel["targets"])


async def test_the_dashboard_shows_figures_that_there_are(new_bot: NewBot) -> None:
    bot: Usher = new_bot()
    Endpoints(bot)
    there = {found[1] for found in re.finditer(r"^# HELP (\w+)", bot.metrics.text().decode(), re.MULTILINE)}
    queries = _queries(json.loads(DASHBOARD.read_text(encoding="utf-8")))
    asked = {name for query in queries for name in FIGURE.findall(query)}
    assert len(asked) > 10
    assert {name for name in asked if not {name, name.removesuffix("_bucket")} & there} == set()
