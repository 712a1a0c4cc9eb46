"""Three numbers and what changed them: the board that stands beside a page."""

from __future__ import annotations

import pandas as pd

MEASURES = ("precision", "recall", "f1")
CELL = "text-align:left;padding:2px 14px 2px 0"


def scoreboard(scores: pd.DataFrame, before: pd.DataFrame | None = None) -> str:
    """Write precision, recall and F1 as a small table, with what has changed.

    Parameters
    ----------
    scores : pandas.DataFrame
        One row a label and last the row "all", as `score_spans` and `score_labels` give it.
    before : pandas.DataFrame, optional
        The scores before the last change.

    Returns
    -------
    str
        HTML. A change is told in words: "up 0.05", "down 0.02", "as before".

    Examples
    --------
    >>> scores = pd.DataFrame({"label": ["all"], "precision": [0.5], "recall": [1.0], "f1": [0.67], "support": [3]})
    >>> "0.50" in scoreboard(scores), "up 0.10" in scoreboard(scores, scores.assign(precision=0.4))
    (True, True)
    """
    now = scores.iloc[-1]
    old = None if before is None else before.iloc[-1]
    names = "".join(f'<th scope="col" style="{CELL}">{"F1" if name == "f1" else name}</th>' for name in MEASURES)
    values = "".join(f'<td style="{CELL}"><b>{now[name]:.2f}</b>{_change(name, now, old)}</td>' for name in MEASURES)
    table = f"<thead><tr>{names}</tr></thead><tbody><tr>{values}</tr></tbody>"
    return f'<table style="border-collapse:collapse">{table}</table>'


def _change(name: str, now: pd.Series, old: pd.Series | None) -> str:
    if old is None:
        return ""
    difference = round(float(now[name]) - float(old[name]), 2)
    if pd.isna(difference) or difference == 0:
        return " (as before)"
    return f" ({'up' if difference > 0 else 'down'} {abs(difference):.2f})"
