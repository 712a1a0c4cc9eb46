"""JupyterLab, started as the README says, serves the whole course and asks no learner about news."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import json, sys
from jupyterlab.labapp import LabApp
from jupyterlab_server.settings_utils import get_settings

server = LabApp.initialize_server(argv=["notebooks/00_start_here.ipynb", "--no-browser", "--allow-root"])
lab = next(app for app in server.extension_manager.extension_points.values() if app.name == "lab").app
settings, _ = get_settings(
    lab.app_settings_dir, lab.schemas_dir, lab.user_settings_dir,
    schema_name="@jupyterlab/apputils-extension:notification",
)
print(json.dumps([server.root_dir, server.file_to_run, settings["schema"]["properties"]["fetchNews"]["default"]]))
"""


def test_links_to_the_data_lead_somewhere_and_no_question_is_asked(root: Path, tmp_path: Path) -> None:
    places = {name: str(tmp_path) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=root,
        env=os.environ | places,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    served, opened, news = json.loads(done.stdout.splitlines()[-1])
    assert Path(served) == root  # else ../data/codebook.md would lie outside of what JupyterLab shows
    assert Path(opened) == root / "notebooks" / "00_start_here.ipynb"
    assert news == "false"
