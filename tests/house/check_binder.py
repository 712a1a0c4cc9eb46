"""Ask repo2docker, which builds the images of Binder, what it would make of this repository. Nothing is built.

repo2docker is no tool of the tests: run this in an environment of its own, as .ci/run does:

    uv run --no-project --isolated --with jupyter-repo2docker python tests/house/check_binder.py
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from repo2docker.app import Repo2Docker
from repo2docker.buildpacks.conda import CondaBuildPack

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Stop with a sentence at the first thing that is not as Binder needs it."""
    os.chdir(ROOT)
    settings = Repo2Docker()
    chosen = next(kind for kind in settings.buildpacks if kind(settings.base_image).detect())
    assert chosen is CondaBuildPack, f"repo2docker picks {chosen.__name__}"

    pack = CondaBuildPack(settings.base_image)
    pack.platform = "linux/amd64"
    assert pack.python_version == "3.13", f"the image would have Python {pack.python_version}"
    assert not pack.separate_kernel_env, "repo2docker does not run a kernel of this Python beside its own JupyterLab"
    dockerfile = pack.render()
    update = 'env update -p ${NB_PYTHON_PREFIX} --file "environment.yml"'
    assert update in dockerfile, "the image would not be made from environment.yml"
    before, _, _ = dockerfile.partition(update)
    assert " src/ ${REPO_DIR}/" in before, "`-e .` and constraints.txt need the repository before the update"

    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", "."]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert update in done.stdout + done.stderr
    print(f"Binder would use {chosen.__name__}, Python {pack.python_version}, environment.yml")


if __name__ == "__main__":
    main()
