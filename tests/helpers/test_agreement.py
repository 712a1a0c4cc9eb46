"""Scores are those of scikit-learn, pairs are as many as can be, and every span has one outcome."""

import math
import warnings
from collections import Counter
from itertools import permutations
from types import ModuleType

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from helpers.agreement import compare_spans, confusion, kappa, score_labels, score_spans
from helpers.errors import CourseError
from helpers.reference import data_path, gold

TEXT = "abcdefghijklmnopqrstuvwxyz"


def spans(*rows: tuple[int, int, str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["start", "end", "label"]).astype({"start": int, "end": int})
    return table.assign(text=[TEXT[start:end] for start, end in zip(table["start"], table["end"], strict=True)])


def row(table: pd.DataFrame, label: object) -> list[float]:
    return table.set_index("label").loc[label].tolist()


LABELS = st.lists(st.sampled_from("ABC"), min_size=1, max_size=12)
PAIRS = st.lists(st.tuples(st.sampled_from("ABCD"), st.sampled_from("ABC")), min_size=1, max_size=20)
SPAN = st.tuples(st.integers(0, 12), st.integers(1, 6), st.sampled_from("AB")).map(lambda t: (t[0], t[0] + t[1], t[2]))
SPANS = st.lists(SPAN, max_size=6)


@st.composite
def flat_spans(draw: st.DrawFn) -> list[tuple[int, int, str]]:
    """Draw spans that do not overlap one another."""
    edges = draw(st.lists(st.integers(0, 25), max_size=10, unique=True).map(sorted))
    return [(a, b, draw(st.sampled_from("AB"))) for a, b in zip(edges[::2], edges[1::2], strict=False)]


# -- Spans -------------------------------------------------------------------------------------------------------------


def test_strict_and_partial_by_hand():
    ours = spans((0, 5, "STATE"), (6, 9, "STATE"), (10, 20, "IGO"), (21, 23, "DATE"))
    theirs = spans((0, 5, "STATE"), (6, 9, "IGO"), (12, 20, "IGO"))
    assert score_spans(ours, theirs)["label"].tolist() == ["DATE", "IGO", "STATE", "all"]
    assert row(score_spans(ours, theirs), "STATE") == [1.0, 0.5, 2 / 3, 2]
    assert row(score_spans(ours, theirs), "all") == pytest.approx([1 / 3, 1 / 4, 2 / 7, 4])
    assert row(score_spans(ours, theirs, match="partial"), "IGO") == [0.5, 1.0, 2 / 3, 1]
    assert row(score_spans(ours, theirs, match="partial"), "all") == pytest.approx([2 / 3, 2 / 4, 4 / 7, 4])


def test_nothing_predicted_and_nothing_marked_are_zero():
    something, nothing = spans((0, 5, "A")), spans()
    assert row(score_spans(something, nothing), "all") == [0, 0, 0, 1]
    assert row(score_spans(nothing, something), "all") == [0, 0, 0, 0]
    assert score_spans(nothing, nothing)["label"].tolist() == ["all"]
    assert row(score_spans(something, something), "all") == [1, 1, 1, 1]


def test_spans_that_touch_do_not_overlap():
    assert row(score_spans(spans((0, 5, "A")), spans((5, 9, "A")), match="partial"), "all")[0] == 0


def test_pairs_are_as_many_as_can_be():
    ours, theirs = spans((0, 5, "A"), (4, 9, "A")), spans((3, 6, "A"), (0, 2, "A"))
    for one in (ours, ours[::-1]):
        for other in (theirs, theirs[::-1]):  # who takes the first that fits leaves the other with nothing
            assert row(score_spans(one, other, match="partial"), "all")[2] == 1


def test_a_long_chain_of_overlaps_is_no_trouble():
    starts = np.arange(0, 10_000, 10)
    ours = pd.DataFrame({"start": starts, "end": starts + 10, "label": "A"})
    theirs = pd.DataFrame({"start": starts + 5, "end": starts + 15, "label": "A"})[::-1]
    assert row(score_spans(ours, theirs, match="partial"), "all") == [1, 1, 1, 1000]
    assert row(score_spans(ours, theirs), "all") == [0, 0, 0, 1000]


def test_the_frozen_model_scores_what_its_data_card_says():
    model = pd.read_csv(data_path("model_outputs/spacy_en_core_web_sm_3.8.0.csv"), encoding="utf-8")
    mapped = {"GPE": "STATE", "ORG": "IGO", "DATE": "DATE", "LAW": "DOC", "WORK_OF_ART": "DOC", "EVENT": "INITIATIVE"}
    body = model["text"].str.contains("ministry|government|forces", case=False) & (model["label"] == "ORG")
    model["label"] = model["label"].map(mapped).mask(body, "GOV")
    model = model.dropna(subset="label")
    model["start"] += 4 * model["text"].str.startswith("the ")
    assert [round(x, 3) for x in row(score_spans(gold("entities"), model), "all")] == [0.593, 0.660, 0.625, 53]
    assert row(score_spans(gold("entities"), model, match="partial"), "all")[2] == pytest.approx(0.75)


@given(SPANS, SPANS)
def test_strict_is_the_common_part(ours, theirs):
    common = (Counter(ours) & Counter(theirs)).total()
    precision, recall, f1, support = row(score_spans(spans(*ours), spans(*theirs)), "all")
    assert (precision, recall) == (common / max(len(theirs), 1), common / max(len(ours), 1))
    assert f1 == pytest.approx(2 * common / max(len(ours) + len(theirs), 1))
    assert support == len(ours)


@given(SPANS, SPANS, st.randoms())
def test_partial_is_the_best_of_all_pairings(ours, theirs, random):
    ours, theirs = ours[:4], theirs[:4]
    few, many = sorted((ours, theirs), key=len)
    best = max(
        sum(a[0] < b[1] and b[0] < a[1] and a[2] == b[2] for a, b in zip(few, order, strict=False))
        for order in permutations(many)
    )
    random.shuffle(ours)
    random.shuffle(theirs)
    table = score_spans(spans(*ours), spans(*theirs), match="partial")
    assert row(table, "all")[:2] == [best / max(len(theirs), 1), best / max(len(ours), 1)]
    assert (table.iloc[:-1]["support"].sum(), table["label"].is_monotonic_increasing) == (len(ours), True)


# -- Outcomes ----------------------------------------------------------------------------------------------------------


def test_each_outcome_by_hand():
    ours = spans((0, 2, "A"), (3, 6, "A"), (8, 9, "A"), (10, 12, "A"), (14, 18, "A"))
    theirs = spans((0, 2, "A"), (4, 6, "A"), (8, 9, "B"), (15, 18, "B"), (20, 21, "B"))
    table = compare_spans(ours, theirs)
    assert table.columns.tolist() == ["start", "end", "label", "text", "outcome", "predicted_label", "predicted_text"]
    assert table[["start", "label", "outcome", "predicted_label", "predicted_text"]].values.tolist() == [
        [0, "A", "agrees", "A", "ab"],
        [3, "A", "boundary differs", "A", "ef"],
        [8, "A", "label differs", "B", "i"],
        [10, "A", "missed", "", ""],
        [14, "A", "missed", "", ""],
        [15, "B", "extra", "B", "pqr"],
        [20, "B", "extra", "B", "u"],
    ]


@given(SPANS, SPANS)
def test_every_span_has_one_outcome(ours, theirs):
    table = compare_spans(spans(*ours), spans(*theirs))
    outcome = table["outcome"]
    from_gold = table[outcome != "extra"]
    assert Counter(from_gold[["start", "end", "label"]].itertuples(index=False, name=None)) == Counter(ours)
    from_them = table[outcome != "missed"]
    texts_and_labels = Counter((TEXT[start:end], label) for start, end, label in theirs)
    assert (
        Counter(from_them[["predicted_text", "predicted_label"]].itertuples(index=False, name=None)) == texts_and_labels
    )
    assert all(TEXT[start:end] == text for start, end, text in table[["start", "end", "text"]].itertuples(index=False))
    assert table[["start", "end"]].apply(tuple, axis=1).tolist() == sorted(
        zip(table["start"], table["end"], strict=True)
    )
    same_label = outcome.isin(["agrees", "boundary differs"])
    assert (table.loc[same_label, "label"] == table.loc[same_label, "predicted_label"]).all()
    same_text = outcome.isin(["agrees", "label differs"])
    assert (table.loc[same_text, "text"] == table.loc[same_text, "predicted_text"]).all()


@given(flat_spans(), flat_spans())
def test_outcomes_add_up_to_the_scores(ours, theirs):
    counts = Counter(compare_spans(spans(*ours), spans(*theirs))["outcome"])
    for match, hits in (("strict", counts["agrees"]), ("partial", counts["agrees"] + counts["boundary differs"])):
        precision, recall = row(score_spans(spans(*ours), spans(*theirs), match=match), "all")[:2]
        assert (precision, recall) == (hits / max(len(theirs), 1), hits / max(len(ours), 1))


@pytest.fixture(scope="module")
def metrics() -> ModuleType:
    """Give scikit-learn's scores: to import them takes a second, which each process that collects tests would take."""
    from sklearn import metrics

    return metrics


# -- Labels ------------------------------------------------------------------------------------------------------------


@given(PAIRS)
def test_scores_of_labels_are_those_of_scikit_learn(metrics: ModuleType, pairs):
    ours, theirs = map(list, zip(*pairs, strict=True))
    table = score_labels(ours, pd.Series(theirs, index=range(5, 5 + len(theirs))))
    labels = sorted({*ours, *theirs})
    assert table["label"].tolist() == [*labels, "all"]
    expected = metrics.precision_recall_fscore_support(ours, theirs, labels=labels, zero_division=0)
    assert np.allclose(table.iloc[:-1][["precision", "recall", "f1", "support"]].to_numpy(float).T, expected)
    micro = metrics.precision_recall_fscore_support(ours, theirs, labels=labels, average="micro", zero_division=0)[:3]
    assert row(table, "all") == pytest.approx([*micro, len(pairs)])


@given(st.lists(st.lists(st.booleans(), min_size=6, max_size=6), min_size=2, max_size=8))
def test_scores_of_themes_are_those_of_scikit_learn(metrics: ModuleType, rows):
    both = np.array(rows)
    themes = ["war", "peace", "trade"]
    ours, theirs = pd.DataFrame(both[:, :3], columns=themes), pd.DataFrame(both[:, 3:], columns=themes)
    table = score_labels(ours.assign(sentence=range(len(rows))), theirs.assign(extra=True)[["extra", *themes[::-1]]])
    assert table["label"].tolist() == [*themes, "all"]
    expected = metrics.precision_recall_fscore_support(ours, theirs, zero_division=0)
    assert np.allclose(table.iloc[:-1][["precision", "recall", "f1", "support"]].to_numpy(float).T, expected)
    micro = metrics.precision_recall_fscore_support(ours, theirs, average="micro", zero_division=0)[:3]
    assert row(table, "all")[:3] == pytest.approx(micro)


def test_the_human_themes_agree_with_themselves():
    table = score_labels(gold("themes"), gold("themes"))
    assert len(table) == 10
    assert (table["f1"] == 1).all()


@given(PAIRS)
def test_kappa_is_that_of_scikit_learn(metrics: ModuleType, pairs):
    ours, theirs = map(list, zip(*pairs, strict=True))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expected = metrics.cohen_kappa_score(ours, theirs)
    assert kappa(ours, theirs) == pytest.approx(expected, nan_ok=True)
    assert kappa(theirs, ours) == pytest.approx(kappa(ours, theirs), nan_ok=True)


def test_kappa_where_there_is_little_to_measure():
    assert math.isnan(kappa(["A", "A"], ["A", "A"]))
    assert kappa(["A", "A"], ["A", "B"]) == 0
    assert kappa(["A", "B"], ["B", "A"]) == -1
    assert kappa([True, False, True], np.array([True, False, True])) == 1


@pytest.mark.filterwarnings("ignore:A single label was found")
@given(PAIRS, st.permutations("ABCDE"))
def test_the_confusion_matrix_is_that_of_scikit_learn(metrics: ModuleType, pairs, order):
    ours, theirs = map(list, zip(*pairs, strict=True))
    table = confusion(ours, theirs)
    labels = sorted({*ours, *theirs})
    assert table.index.tolist() == table.columns.tolist() == labels
    assert (table.index.name, table.columns.name) == ("gold", "predicted")
    assert (table.to_numpy() == metrics.confusion_matrix(ours, theirs, labels=labels)).all()
    assert (confusion(ours, theirs, order).to_numpy() == metrics.confusion_matrix(ours, theirs, labels=order)).all()


@given(LABELS)
def test_who_agrees_agrees(labels):
    assert (score_labels(labels, labels)["f1"] == 1).all()
    assume(len(set(labels)) > 1)
    assert kappa(labels, labels) == pytest.approx(1)


def test_labels_may_be_numbers_words_or_both():
    assert score_labels([10, 9, 9], [10, 10, 9])["label"].tolist() == [9, 10, "all"]
    assert score_labels(["b", 1, ""], ["b", 1, ""])["label"].tolist() == [1, "", "b", "all"]
    assert score_labels(np.array(["a"]), pd.Categorical(["a"]))["label"].tolist() == ["a", "all"]
    assert score_labels([], [])["label"].tolist() == ["all"]
    assert confusion([], []).empty


# -- What does not fit -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        (spans().drop(columns="label"), spans(), "gold lacks the column(s) label. It has start, end, text"),
        (spans(), pd.DataFrame({"word": []}), "predicted lacks the column(s) start, end, label"),
        (spans(), [(0, 5, "A")], "predicted must be a table of spans with the columns start, end, label"),
        (..., spans(), "gold must be a table"),
        (spans((5, 5, "A")), spans(), "gold, row 0 ends before it has begun"),
        (spans((0, 2, "A")).assign(start=[None]), spans(), "gold must be whole numbers"),
        (spans(), spans((0, 2, "A")).assign(end="two"), "predicted must be whole numbers"),
        (spans(), spans((0, 2, "A")).assign(end=1.5), "predicted must be whole numbers"),
        (spans((0, 2, "A"), (3, 4, None)), spans(), "gold, row 1 has no label"),
    ],
)
def test_tables_that_are_no_spans_are_told_why(ours, theirs, words):
    for function in (score_spans, compare_spans):
        with pytest.raises(CourseError) as caught:
            function(ours, theirs)
        assert words in str(caught.value)


def test_what_to_match_and_what_to_show_must_be_known():
    with pytest.raises(CourseError, match=r"'strict'.*'partial'.*not 'exact'"):
        score_spans(spans(), spans(), match="exact")
    with pytest.raises(CourseError, match="lacks the column"):
        compare_spans(spans().drop(columns="text"), spans())


def test_places_may_come_as_text_from_a_file():
    read = spans((0, 2, "A")).astype({"start": str, "end": str})
    assert row(score_spans(spans((0, 2, "A")), read), "all") == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        (["A", "B"], ["A"], "has 2 rows and"),
        ("AB", ["A", "B"], "must be a list or column of labels"),
        (["A"], ..., "must be a list or column of labels"),
        (["A"], (label for label in "A"), "must be a list or column of labels"),
        ({"A": 1}, ["A"], "must be a list or column of labels"),
        (["A", None], ["A", "B"], "a thing without a label"),
        (["A", "B"], pd.Series(["A", float("nan")]), "a thing without a label"),
        ([["A"]], ["A"], "must be a single value"),
        (pd.DataFrame({"x": [True]}), ["A"], "not of the type DataFrame"),
    ],
)
def test_labels_that_do_not_fit_are_told_why(ours, theirs, words):
    for function in (score_labels, kappa, confusion):
        with pytest.raises(CourseError) as caught:
            function(ours, theirs)
        assert words in str(caught.value)


def test_kappa_of_nothing_and_an_order_with_gaps():
    with pytest.raises(CourseError, match="nothing to compare"):
        kappa([], [])
    with pytest.raises(CourseError, match="missing in the order that you gave: B"):
        confusion(["A", "B"], ["A", "A"], labels=["A"])


@pytest.mark.parametrize(
    ("theirs", "words"),
    [
        (pd.DataFrame({"sentence": [1, 2]}), "lacks the column(s) war"),
        (pd.DataFrame({"sentence": [1, 2], "war": [0, 1]}), "war of the predicted table must hold True and False"),
        (pd.DataFrame({"sentence": [1], "war": [True]}), "gold has 2 rows and predicted has 1"),
        (pd.DataFrame({"sentence": [1, 3], "war": [True, True]}), "their columns sentence differ"),
    ],
)
def test_themes_that_do_not_fit_are_told_why(theirs, words):
    ours = pd.DataFrame({"sentence": [1, 2], "war": [True, False]})
    with pytest.raises(CourseError) as caught:
        score_labels(ours, theirs)
    assert words in str(caught.value)
    with pytest.raises(CourseError, match="no column of True and False"):
        score_labels(theirs[["sentence"]], theirs)
