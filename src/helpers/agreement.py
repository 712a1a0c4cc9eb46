"""How far do two readings of the same text agree? Precision, recall, F1, Cohen's kappa, and where they part.

One reading is called gold, the other predicted. That is a role, not a rank: gold is what we compare with. Whatever has
nothing to divide by (the precision of somebody who predicted nothing, the recall of a label that gold never uses) is
0.0.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import Any, Literal

import pandas as pd

from helpers.errors import CourseError

Labels = Collection[Hashable] | pd.Series
Counts = Mapping[Hashable, int] | pd.Series


def score_spans(
    gold: pd.DataFrame, predicted: pd.DataFrame, match: Literal["strict", "partial"] = "strict"
) -> pd.DataFrame:
    """Score marked spans against the gold standard, label by label and all together.

    Parameters
    ----------
    gold, predicted : pandas.DataFrame
        One row a span, with the columns ``start``, ``end``, ``label``.
    match : {"strict", "partial"}, default "strict"
        What counts as found: the same span and label (strict), or the same label and any overlap (partial). Each span
        is used once; of all ways to pair overlapping spans, one with the most pairs is taken.

    Returns
    -------
    pandas.DataFrame
        One row a label, sorted, and last the row ``all``: ``label``, ``precision`` (share of the predicted spans that
        are in gold), ``recall`` (share of the gold spans that were predicted), ``f1`` (their harmonic mean),
        ``support`` (number of gold spans). The row ``all`` counts every span once, whatever its label.

    Raises
    ------
    CourseError
        If a table lacks a column, or its spans are no spans.

    Examples
    --------
    >>> gold = pd.DataFrame({"start": [0, 10], "end": [5, 20], "label": ["STATE", "IGO"]})
    >>> predicted = pd.DataFrame({"start": [0, 14], "end": [5, 20], "label": ["STATE", "IGO"]})
    >>> score_spans(gold, predicted).set_index("label").loc["all"].tolist()
    [0.5, 0.5, 0.5, 2.0]
    >>> score_spans(gold, predicted, match="partial").set_index("label").loc["all"].tolist()
    [1.0, 1.0, 1.0, 2.0]
    """
    gold, predicted = _check_spans(gold, "gold"), _check_spans(predicted, "predicted")
    if match not in ("strict", "partial"):
        raise CourseError(f"match is 'strict' (same span) or 'partial' (any overlap), not {match!r}.")
    labels = _in_order({*gold["label"], *predicted["label"]})
    hits = {
        label: len(_pair(gold[gold["label"] == label], predicted[predicted["label"] == label], exact=match == "strict"))
        for label in labels
    }
    return _scores(labels, hits, Counter(predicted["label"]), Counter(gold["label"]))


def compare_spans(gold: pd.DataFrame, predicted: pd.DataFrame) -> pd.DataFrame:
    """List where two annotations of one text agree and where they part.

    Parameters
    ----------
    gold, predicted : pandas.DataFrame
        One row a span, with the columns ``start``, ``end``, ``label``, ``text``.

    Returns
    -------
    pandas.DataFrame
        In the order of the text: ``start``, ``end``, ``label``, ``text`` (of the gold span if there is one, else of the
        predicted one), ``outcome``, ``predicted_label``, ``predicted_text`` (empty if nothing was predicted). Outcomes:
        "agrees", "boundary differs" (same label, some overlap), "label differs" (same span), "missed" (only in gold: a
        false negative), "extra" (only predicted: a false positive).
        Two spans that differ in both label and boundary make two rows.

    Raises
    ------
    CourseError
        If a table lacks a column, or its spans are no spans.

    Examples
    --------
    >>> gold = pd.DataFrame({"start": [3], "end": [11], "label": ["STATE"], "text": ["Mongolia"]})
    >>> predicted = pd.DataFrame({"start": [0], "end": [11], "label": ["STATE"], "text": ["in Mongolia"]})
    >>> compare_spans(gold, predicted)[["text", "outcome", "predicted_text"]].values.tolist()
    [['Mongolia', 'boundary differs', 'in Mongolia']]
    """
    gold, predicted = _check_spans(gold, "gold", "text"), _check_spans(predicted, "predicted", "text")
    outcomes: dict[int, tuple[str, int]] = {}
    for outcome, exact, same_label in (
        ("agrees", True, True),
        ("boundary differs", False, True),
        ("label differs", True, False),
    ):
        left = gold.drop(index=list(outcomes))
        free = predicted.drop(index=[partner for _, partner in outcomes.values()])
        pairs = _pair(left, free, exact=exact, same_label=same_label)
        outcomes |= {span: (outcome, partner) for span, partner in pairs.items()}
    rows = []
    for span in gold.itertuples():
        outcome, partner = outcomes.get(span.Index, ("missed", None))
        other = ("", "") if partner is None else tuple(predicted.loc[partner, ["label", "text"]])
        rows.append((span.start, span.end, span.label, span.text, outcome, *other))
    for span in predicted.drop(index=[partner for _, partner in outcomes.values()]).itertuples():
        rows.append((span.start, span.end, span.label, span.text, "extra", span.label, span.text))
    columns = ["start", "end", "label", "text", "outcome", "predicted_label", "predicted_text"]
    table = pd.DataFrame(rows, columns=columns).astype({"start": int, "end": int})
    return table.sort_values(["start", "end"], kind="stable", ignore_index=True)


def score_labels(gold: Labels | pd.DataFrame, predicted: Labels | pd.DataFrame) -> pd.DataFrame:
    """Score labels against the gold standard: one label a thing, or several as True and False in columns.

    Parameters
    ----------
    gold, predicted : list, pandas.Series or pandas.DataFrame
        Two sequences of labels of the same things in the same order; or two tables with a row for each thing, whose
        bool columns are labels, as the themes of sentences are. Of two tables all bool columns of ``gold`` are scored.

    Returns
    -------
    pandas.DataFrame
        One row a label, sorted (for tables: in the order of gold's columns), and last the row ``all``: ``label``,
        ``precision``, ``recall``, ``f1``, ``support`` (how often gold uses the label). With one label a thing the three
        numbers of ``all`` are the same: the share of things on which both agree.

    Raises
    ------
    CourseError
        If the two are not about the same things, or a column is missing.

    Examples
    --------
    >>> score_labels(["member", "member", "observer"], ["member", "observer", "observer"])
          label  precision    recall        f1  support
    0    member   1.000000  0.500000  0.666667        2
    1  observer   0.500000  1.000000  0.666667        1
    2       all   0.666667  0.666667  0.666667        3
    """
    if isinstance(gold, pd.DataFrame) and isinstance(predicted, pd.DataFrame):
        return _score_columns(gold, predicted)
    gold, predicted = _check_labels(gold, predicted)
    labels = _in_order({*gold, *predicted})
    hits = Counter(one for one, other in zip(gold, predicted, strict=True) if one == other)
    return _scores(labels, hits, Counter(predicted), Counter(gold))


def kappa(a: Labels, b: Labels) -> float:
    """Measure with Cohen's kappa how far two annotators agree beyond what chance would give.

    Parameters
    ----------
    a, b : list or pandas.Series
        The labels that each of them gave to the same things, in the same order.

    Returns
    -------
    float
        1.0 if they agree everywhere, 0.0 if no more often than two people who label blindly, each with their own
        habits; below 0 if less often. Not a number (nan) if both gave one and the same label to everything: then chance
        alone agrees everywhere, and there is nothing to measure.

    Raises
    ------
    CourseError
        If the two differ in length or are empty.

    References
    ----------
    Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20,
    37-46.

    Examples
    --------
    >>> kappa(["name", "name", "no", "no"], ["name", "no", "no", "no"])
    0.5
    """
    a, b = _check_labels(a, b, "a", "b")
    if not a:
        raise CourseError("There is nothing to compare: both lists of labels are empty.")
    shares = confusion(a, b) / len(a)
    if len(shares) == 1:
        return float("nan")
    agree = shares.to_numpy().trace()
    by_chance = shares.sum(axis="columns") @ shares.sum(axis="index")
    return float((agree - by_chance) / (1 - by_chance))


def confusion(gold: Labels, predicted: Labels, labels: Collection[Hashable] | None = None) -> pd.DataFrame:
    """Count how often each label of gold was given each label by the other reading.

    Parameters
    ----------
    gold, predicted : list or pandas.Series
        Labels of the same things in the same order.
    labels : list, optional
        The order of rows and columns; it must hold every label that occurs. Default: all that occur, sorted.

    Returns
    -------
    pandas.DataFrame
        Rows are the labels of gold, columns those predicted; on the diagonal they agree.

    Raises
    ------
    CourseError
        If the two differ in length, or ``labels`` lacks a label.

    Examples
    --------
    >>> confusion(["member", "member", "observer"], ["member", "observer", "observer"]).loc["member", "observer"].item()
    1
    """
    gold, predicted = _check_labels(gold, predicted)
    used = _in_order({*gold, *predicted})
    order = used if labels is None else list(labels)
    if missing := [label for label in used if label not in order]:
        raise CourseError(f"Labels that occur are missing in the order that you gave: {_named(missing)}. Add them.")
    counts = Counter(zip(gold, predicted, strict=True))
    table = pd.DataFrame([[counts[row, column] for column in order] for row in order], index=order, columns=order)
    return table.rename_axis(index="gold", columns="predicted")


# -- Counting ----------------------------------------------------------------------------------------------------------


def _scores(labels: Iterable[Hashable], hits: Counts, found: Counts, support: Counts) -> pd.DataFrame:
    """Turn counts by label into precision, recall and F1, and add the row for all of them."""
    labels = list(labels)
    counts = [(hits[label], found[label], support[label]) for label in labels]
    counts.append(tuple(map(sum, zip(*counts, strict=True))) or (0, 0, 0))
    table = pd.DataFrame(counts, columns=["hits", "found", "support"])
    return pd.DataFrame(
        {
            "label": pd.Series([*labels, "all"], dtype=object),
            "precision": _share(table["hits"], table["found"]),
            "recall": _share(table["hits"], table["support"]),
            "f1": _share(2 * table["hits"], table["found"] + table["support"]),
            "support": table["support"],
        }
    )


def _share(part: pd.Series, whole: pd.Series) -> pd.Series:
    """Divide, and let a share of nothing be 0."""
    return (part / whole.where(whole > 0)).fillna(0.0)


def _score_columns(gold: pd.DataFrame, predicted: pd.DataFrame) -> pd.DataFrame:
    """Score bool columns, row by row."""
    themes = [column for column in gold.columns if pd.api.types.is_bool_dtype(gold[column])]
    if not themes:
        raise CourseError("The gold table has no column of True and False, so there is nothing to score.")
    if missing := [theme for theme in themes if theme not in predicted.columns]:
        raise CourseError(f"The predicted table lacks the column(s) {_named(missing)} that gold has. Add them.")
    if other := [theme for theme in themes if not pd.api.types.is_bool_dtype(predicted[theme])]:
        raise CourseError(f"The column(s) {_named(other)} of the predicted table must hold True and False only.")
    _check_lengths(gold, predicted, "gold", "predicted")
    for place in ("sentence", "start", "end"):
        if place in gold and place in predicted and gold[place].tolist() != predicted[place].tolist():
            raise CourseError(
                f"The two tables are not about the same things: their columns {place} differ. "
                "Score what was made from one and the same text."
            )
    ours, theirs = gold[themes].reset_index(drop=True), predicted[themes].reset_index(drop=True)
    return _scores(themes, (ours & theirs).sum(), theirs.sum(), ours.sum())


# -- Pairing -----------------------------------------------------------------------------------------------------------


def _pair(gold: pd.DataFrame, predicted: pd.DataFrame, *, exact: bool, same_label: bool = True) -> dict[int, int]:
    """Pair each gold span with at most one predicted span, as many as possible (by the tables' index)."""
    starts, ends, labels = (predicted[column].to_numpy(object) for column in ("start", "end", "label"))
    choices = {}
    for span in gold.itertuples():
        fits = (starts == span.start) & (ends == span.end) if exact else (starts < span.end) & (ends > span.start)
        choices[span.Index] = predicted.index[fits & (labels == span.label) if same_label else fits].tolist()
    return _most_pairs(choices)


def _most_pairs(choices: dict[int, list[int]]) -> dict[int, int]:
    """Give as many as possible one of their choices each, no choice twice; the order does not matter for how many.

    A newcomer may take a choice that is taken if its owner finds another one, and so on (augmenting paths).
    """
    has: dict[int, int] = {}
    owner: dict[int, int] = {}
    for newcomer in choices:
        asked_by: dict[int, int] = {}
        waiting = deque([newcomer])
        while waiting:
            asking = waiting.popleft()
            for choice in choices[asking]:
                if choice not in asked_by:
                    asked_by[choice] = asking
                    if choice in owner:
                        waiting.append(owner[choice])
                        continue
                    waiting.clear()  # a free one: everybody on the way back moves to what they asked for
                    while choice is not None:
                        mover = asked_by[choice]
                        given_up = has.get(mover)
                        has[mover], owner[choice] = choice, mover
                        choice = given_up
                    break
    return has


# -- Checking what came ------------------------------------------------------------------------------------------------


def _check_spans(table: pd.DataFrame, whose: str, *more: str) -> pd.DataFrame:
    """Return the columns of a table of spans, with places as int and a fresh index."""
    columns = ["start", "end", "label", *more]
    if not isinstance(table, pd.DataFrame):
        raise CourseError(
            f"{whose} must be a table of spans with the columns {_named(columns)}, not of the type "
            f"{type(table).__name__}. spans_from(text, [...]) makes one."
        )
    if missing := [column for column in columns if column not in table.columns]:
        raise CourseError(f"The table {whose} lacks the column(s) {_named(missing)}. It has {_named(table.columns)}.")
    table = table[columns].reset_index(drop=True)
    try:
        whole = table[["start", "end"]].astype(int)
        sound = bool((whole == table[["start", "end"]].astype(float)).all(axis=None))
    except (TypeError, ValueError):
        sound = False
    if not sound:
        raise CourseError(
            f"start and end of the table {whose} must be whole numbers in every row. Look for empty cells."
        )
    if (bad := whole["start"] >= whole["end"]).any():
        raise CourseError(
            f"In the table {whose}, row {bad.idxmax()} ends before it has begun: end must be beyond start."
        )
    if table["label"].isna().any():
        raise CourseError(f"In the table {whose}, row {table['label'].isna().idxmax()} has no label. Give it one.")
    return table.assign(**whole)


def _check_labels(a: Labels, b: Labels, name_a: str = "gold", name_b: str = "predicted") -> tuple[list[Any], list[Any]]:
    """Return two sequences of labels as lists of one length."""
    lists = []
    for labels, name in ((a, name_a), (b, name_b)):
        if isinstance(labels, str | bytes | Mapping | pd.DataFrame) or not isinstance(labels, Collection):
            raise CourseError(
                f"{name} must be a list or column of labels, one for each thing, not of the type "
                f"{type(labels).__name__}. Two tables of True and False are scored by score_labels."
            )
        as_list = pd.Series(list(labels), dtype=object).tolist()
        if not all(isinstance(label, Hashable) for label in as_list):
            raise CourseError(f"Each label of {name} must be a single value, such as a word. Lists are none.")
        if None in as_list or any(label != label for label in as_list):
            raise CourseError(f"{name} has a thing without a label. Give it one, for example with fillna('none').")
        lists.append(as_list)
    _check_lengths(*lists, name_a, name_b)
    return lists[0], lists[1]


def _check_lengths(a: Collection[Any], b: Collection[Any], name_a: str, name_b: str) -> None:
    if len(a) != len(b):
        raise CourseError(
            f"{name_a} has {len(a)} rows and {name_b} has {len(b)}: both must label the same things in the same order."
        )


def _in_order(labels: set[Hashable]) -> list[Hashable]:
    try:
        return sorted(labels)
    except TypeError:  # words and numbers mixed
        return sorted(labels, key=lambda label: (type(label).__name__, str(label)))


def _named(names: Iterable[Hashable]) -> str:
    return ", ".join(map(str, names))
