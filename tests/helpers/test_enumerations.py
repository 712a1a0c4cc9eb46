"""Lists that no phrase announces: read where the words around tell that those were there, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import enumerations
from helpers.participants import find_participants

MET = "The Group met in Lima on 5 May 2014. "


def parties(text: str) -> set[str]:
    found = find_participants(text)
    return {iso3 or name for iso3, name in zip(found["iso3"], found["name"], strict=True)}


@pytest.mark.parametrize(
    "text",
    [
        "Taking their seats at the table were Chile, Fiji and Mali.",
        "Those taking part, all of them ministers, were Ana Ruiz for Chile, Joan Low for Fiji and Ba Keita for Mali.",
        "In attendance too were Ms. Ana Ruiz, Minister of Chile; Mr. Joan Low, Minister of Fiji; and Mr. Ba Keita, "
        "Minister of Mali.",
        "The delegations numbered three (Chile, Fiji and Mali).",
        "Three delegations took their places: Chile, Fiji and Mali.",
        "The host received his colleagues from the other countries: Chile, Fiji and Mali.",
        "On the side of the donors were Chile, Fiji and Mali.",
        "At the rank of minister there came also Chile, Fiji and Mali.",
        "Governments were represented as follows.\nChile - Minister Ana Ruiz\nFiji - Minister Joan Low\nMali - Keita",
        "Present in the hall were the states listed below:\nRepublic of Chile,\nRepublic of Fiji,\nRepublic of Mali.",
        "Speeches were given in the evening by the President of Chile, the Minister of Fiji and the Minister of Mali.",
        "The other partners are Chile, Fiji and Mali.",
    ],
)
def test_words_around_a_list_tell_that_its_parties_were_there(text: str) -> None:
    assert parties(MET + text) == {"CHL", "FJI", "MLI"}


@pytest.mark.parametrize(
    "text",
    [
        "We, the leaders of Chile, Fiji and Mali, came to Lima and took these decisions.",
        "The Republic of Chile, the Republic of Fiji and the Republic of Mali, being guarantors of the format: stressed"
        " their respect for the Charter.",
        "This is the statement that the governments of Chile, Fiji and Mali made public in Lima after their meeting.",
        "Invited to Lima by their host, the foreign ministers of Chile, Fiji and Mali sat down there for a conference.",
    ],
)
def test_who_issues_a_document_is_named_where_it_opens(text: str) -> None:
    assert parties(text) == {"CHL", "FJI", "MLI"}


@pytest.mark.parametrize(
    "text",
    [
        "Not present at the meeting were Chile, Fiji and Mali.",
        "Among the observers absent from the hall were Chile, Fiji and Mali.",
        "The delegations will visit three countries: Chile, Fiji and Mali.",
        "The participants in the next meeting will be Chile, Fiji and Mali.",
        "The representatives discussed the situation in three states (Chile, Fiji and Mali).",
        "Seated on the Council, which was founded in 1996, are Chile, Fiji and Mali.",
        "The body consists of delegates from three countries: Chile, Fiji and Mali.",
        "Letters were sent and statements made earlier by the President of Chile, the Minister of Fiji and Mali.",
        "The members recalled the treaty that three states signed: Chile, Fiji and Mali.",
    ],
)
def test_a_list_of_those_who_were_not_there_is_no_attendance(text: str) -> None:
    assert parties(MET + text) == set()


@pytest.mark.parametrize(
    "text", ["Of states there were Chile, Fiji, Mali and Peru.", "Its panel comprises Chile, Fiji, Mali and Peru."]
)
def test_where_nobody_else_is_named_the_long_list_at_the_beginning_is_taken(text: str) -> None:
    assert parties(MET + text) == {"CHL", "FJI", "MLI", "PER"}
    assert parties(MET + "Cuba, Niger and Spain took part. " + text) == {"CUB", "NER", "ESP"}


@pytest.mark.parametrize(
    "text",
    [
        MET + "War goes on in Chile, Fiji, Mali and Peru.",
        MET + "Aid was sent to Chile, Fiji, Mali and Peru.",
        "Prices rose last year. Of states that sell copper there were Chile, Fiji, Mali and Peru.",
        "Its panel comprises Chile, Fiji, Mali and Peru.",
        MET + "Of states there were Chile, Fiji and Mali.",
    ],
)
def test_a_long_list_of_others_is_not_taken(text: str) -> None:
    assert parties(text) == set()


@given(st.permutations(["Chile", "Fiji", "Mali", "Peru", "Cuba"]), st.sampled_from(["(", ": ", "- "]))
def test_the_order_of_a_list_does_not_matter(names: list[str], sign: str) -> None:
    text = f"{MET}The delegations numbered five {sign}{', '.join(names[:-1])} and {names[-1]}{')' * (sign == '(')}."
    assert parties(text) == {"CHL", "FJI", "MLI", "PER", "CUB"}


def test_on_the_lines_below_the_party_of_each_line_is_taken_whatever_follows_on_it() -> None:
    text = f"""{MET}Besides the host there attended:
(a) Chile: President Ana Ruiz, who will be the next Chairperson of the Group;
(b) Fiji: Minister Joan Low, in the place of the President of the Senate;
(c) Atlantis: Minister Nemo;
(d) Mali: Prime Minister Ba Keita, who spoke about Peru.
Cuba is a large island.
"""
    assert parties(text) == {"CHL", "FJI", "MLI"}


@pytest.mark.parametrize(
    "between",
    [
        ", Mr. Joan Low, President of the Transitional Federal Government (TFG) of Fiji, ",
        ", the Organization of Friends and Neighbors in Asia, Fiji, ",
        ", the Ambassador of Fiji to Lima Joan Low, ",
        ", Joan Low, Adviser to the President of Fiji with the rank of Minister, and, as guests of the host, ",
        "; His Excellency Joan Low, minister of foreign affairs in the Republic of Fiji; ",
    ],
)
def test_a_list_goes_on_behind_what_no_table_knows(between: str) -> None:
    found = parties(f"{MET}It was attended by the Minister of Chile{between}the Minister of Mali.")
    assert found >= {"CHL", "FJI", "MLI"}


def test_a_state_that_a_committee_is_about_is_no_party() -> None:
    text = f"{MET}Present were Ana Ruiz, President of Chile and Chairperson of the Committee on Fiji; and Ba Keita."
    assert "FJI" not in parties(text)


class Every:
    """All words, so that each sentence is read."""

    def __contains__(self, word: str) -> bool:
        return True


@pytest.mark.parametrize(
    "said",
    [
        *("With him were", "Besides her there attended:", "The other countries are", "The remaining nations were"),
        *("The delegation was led by officials of three countries (", "Whoever presided met his peers from nations:"),
        *("Remarks were delivered by the Ministers of", "Interventions were made by the Ministers of"),
        *("The talks were conducted by the Ministers of", "The Group meets states:", "Its participation included"),
    ],
)
def test_a_sentence_that_says_so_is_read_wherever_it_stands(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"{MET}It was a fine day. {said} Chile, Fiji and Mali."
    quick = parties(text)
    monkeypatch.setattr(enumerations, "_HINTS", Every())
    assert quick == parties(text)
