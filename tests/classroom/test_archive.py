"""Five thousand texts: on a cluster of Dask, of which a worker is killed midway, as in one process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SIZE = 5000

# Runs in an environment of its own, in which distributed is installed. The worker is killed for good, without a word,
# when a third of the texts is done.
RUN = """
import json, os, signal, sys
from pathlib import Path
from helpers.archive import Settings, analyze_archive, local_cluster
from helpers.made_up_archive import HOST, make_up_archive, practice_gazetteer
from helpers.reference import practice_table

TABLES = ("documents", "participants", "themes", "statements", "problems")


def main(folder, size):
    make_up_archive(folder, size)
    settings = Settings(HOST, practice_gazetteer(), memberships=practice_table(2, "memberships"))
    seen = []

    def progress(done, all_of_them):
        seen.append(done)
        if done >= size // 3 and not killed:
            killed.append(next(iter(workers.values())))
            os.kill(killed[0], signal.SIGKILL)

    killed = []
    results = Path(folder).with_name("results.jsonl")
    with local_cluster(workers=2) as client:
        workers = client.run(os.getpid)
        there = analyze_archive(folder, settings, results=results, client=client, progress=progress)
        now = client.run(os.getpid)
    here = analyze_archive(folder, settings)
    print("FOUND", json.dumps({
        "same": {name: getattr(here, name).equals(getattr(there, name)) for name in TABLES},
        "texts": len(here.documents), "problems": len(here.problems), "participants": len(here.participants),
        "killed": len(killed), "replaced": killed[0] not in now.values(),
        "in_order": seen == sorted(seen), "kept": sum(1 for _ in results.open()),
    }))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Install the package with its extra for archives into an environment of its own; return its variables."""
    folder = tmp_path_factory.mktemp("dask")
    uv = os.environ.get("UV") or shutil.which("uv")
    command = [uv] if uv else [sys.executable, "-m", "uv"]
    subprocess.run([*command, "venv", "--quiet", "--python", sys.executable, folder / "venv"], check=True)
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    chosen = ["--python", scripts / "python", "--constraint", ROOT / "constraints.txt", f"{ROOT}[archive]"]
    subprocess.run([*command, "pip", "install", "--quiet", *chosen], check=True)
    ours = ("HELPERS_PROGRESS", "VIRTUAL_ENV", "PYTHONHOME")
    variables = {name: value for name, value in os.environ.items() if name not in ours}
    variables["PYTHONPATH"] = str(ROOT / "tests" / "offline")
    return variables | {"PATH": os.pathsep.join([str(scripts), variables["PATH"]])}


def test_a_cluster_that_loses_a_worker_finds_what_one_process_finds(environment: dict[str, str], tmp_path: Path):
    script = tmp_path / "run.py"
    script.write_text(RUN, encoding="utf-8")
    command = ["python", script, tmp_path / "texts", str(SIZE)]
    run = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    said = [line for line in run.stdout.splitlines() if line.startswith("FOUND ")]
    assert said, run.stderr[-4000:]
    found = json.loads(said[0].removeprefix("FOUND "))
    assert set(found["same"].values()) == {True}, found
    assert (found["texts"], found["problems"], found["killed"]) == (SIZE, 3, 1)
    assert found["participants"] > SIZE
    assert found["replaced"], found
    assert found["in_order"], found
    assert found["kept"] == SIZE + 3
