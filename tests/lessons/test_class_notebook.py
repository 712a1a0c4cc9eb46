"""The class notebook runs on whatever a teacher's folder holds, and says of the made-up class what it prints."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pandas as pd
import pytest

from helpers.classroom import read_annotations, save_annotations
from helpers.entities import spans_from
from helpers.texts import read_text

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = ROOT / "notebooks" / "instructor" / "class_notebook.ipynb"
LESSON = "02_marking_up_by_hand.ipynb"
NAMES = [("22 January 2014", "DATE"), ("Shanghai Cooperation Organization", "IGO"), ("RATS", "IGO")]


def cells(notebook: Path, kind: str) -> list[str]:
    return [
        "".join(cell["source"])
        for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == kind
    ]


@pytest.mark.parametrize("folder", ["notebooks", "notebooks/instructor"])
@pytest.mark.parametrize("me", ["...", "first", "pd.concat([first, last])", "[('RATS', 'IGO')]"])
def test_lesson_2_hands_in_what_was_marked_and_nothing_before(
    tmp_path, monkeypatch, capsys, folder: str, me: str
) -> None:
    monkeypatch.chdir(tmp_path)
    found = [source for source in cells(ROOT / folder / LESSON, "code") if "save_annotations(" in source]
    assert found == ["saved = save_annotations(me)"]
    text = read_text()
    first = spans_from(text, [("SCO", "IGO")], start=120, end=370)
    last = spans_from(text, [("RATS", "IGO")], start=1111, end=1247)
    variables = {"save_annotations": save_annotations, "me": eval(me, {"pd": pd, "first": first, "last": last})}
    exec(found[0], variables)
    written = list(tmp_path.iterdir())
    marks, _ = read_annotations(tmp_path)
    said = capsys.readouterr().out
    assert said.startswith({"...": "Nothing to save yet", "[('RATS', 'IGO')]": "Nothing is saved: "}.get(me, "Saved "))
    assert (variables["saved"] is None) == (not written)
    assert marks["text"].tolist() == {"first": ["SCO"], "pd.concat([first, last])": ["SCO", "RATS"]}.get(me, [])


def run(folder: str) -> dict[str, object]:
    """Run all code cells in one go, with a folder written in."""
    variables: dict[str, object] = {"__name__": "__main__"}
    with pd.option_context("display.max_colwidth", 50):
        for source in cells(NOTEBOOK, "code"):
            source = re.sub(r'^folder = ""$', lambda _: f"folder = {folder!r}", source, flags=re.M)
            exec(compile(source, NOTEBOOK.name, "exec"), variables)
    return variables


@pytest.mark.parametrize("readers", [0, 1, 2, 3])
def test_it_runs_on_a_folder_of_ones_own(tmp_path: Path, capsys, readers: int) -> None:
    (tmp_path / "essay.pdf").write_bytes(b"%PDF")
    (tmp_path / "broken.json").write_text("[" * 100_000, encoding="utf-8")
    for number in range(readers):
        spans = spans_from(read_text(), NAMES[: number + 1])
        save_annotations(spans, f"reader {number}", tmp_path)
    before = sorted(tmp_path.iterdir())
    variables = run(str(tmp_path))
    assert variables["marks"]["annotator"].nunique() == readers
    assert len(variables["problems"]) == 2
    assert len(variables["pairs"]) == readers * (readers - 1) // 2
    assert sorted(tmp_path.iterdir()) == before, "it only reads"
    assert ("Two readers at least are needed" in capsys.readouterr().out) == (readers < 2)


def test_as_shipped_it_says_so_and_leaves_nothing_behind(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    variables = run("")
    said = capsys.readouterr().out
    assert "this is the made-up class" in said
    assert not Path(variables["folder"]).exists()
    assert list(tmp_path.iterdir()) == []
    by_hand = re.findall(r"^0\.\d{4}$", said, flags=re.M)
    assert len(by_hand) == 2
    assert by_hand[0] == by_hand[1]
    prose = " ".join(cells(NOTEBOOK, "markdown"))
    pair = variables["pairs"].loc[lambda table: table["f1"] < 0.1].sort_values("kappa").iloc[-1]
    assert f"an f1 of {pair['f1']:.2f} and a kappa of {pair['kappa']:.2f}" in prose
    assert f"{len(variables['pairs'])} pairs in the made-up class of forty" in prose
    assert "pseudonym" in prose
    assert "delete them after" in prose
