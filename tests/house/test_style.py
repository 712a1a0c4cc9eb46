"""The linter's word on sources and notebooks alike."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("command", [["check", "--output-format=concise"], ["format", "--check"]], ids=lambda c: c[0])
def test_ruff_finds_nothing(root: Path, command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "--no-cache", "."],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_ruff_looks_at_notebooks_too(root: Path, tmp_path: Path) -> None:
    notebook = tmp_path / "notebook.ipynb"
    notebook.write_text(
        '{"cells": [{"cell_type": "code", "execution_count": null, "id": "a", "metadata": {}, "outputs": [],'
        ' "source": ["print(absent)"]}], "metadata": {"language_info": {"name": "python"}},'
        ' "nbformat": 4, "nbformat_minor": 5}',
        encoding="utf-8",
    )
    configuration = root / "pyproject.toml"
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--config", str(configuration), str(notebook)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert "F821" in done.stdout
