# %% [markdown] editions="both"
# # Practice texts: five papers from a sea that no map shows
# *What do you do with a page for which nobody has prepared the tools?*
#
# There is a sea that no map shows, with states around it, an organization, a bank, and ministers who meet too often. Five of their papers have come to us. Each is harder than the one before, and each hides
# a trap of its own. For each you write what the tools lack: names, patterns, and for the last two a repair. The scores tell how far you have come.
#
# | no. | the page | difficulty | after lesson | minutes |
# | --- | --- | --- | --- | --- |
# | 1 | [The harbor conference](#1-·-The-harbor-conference) | 1 | 7, which reads it in class | 10 |
# | 2 | [The naval ports](#2-·-The-naval-ports) | 2 | 3 | 25 |
# | 3 | [The absent friends](#3-·-The-absent-friends) | 3 | 5 | 30 |
# | 4 | [The northern passage](#4-·-The-northern-passage): out of a PDF | 4 | 5 | 40 |
# | 5 | [The cut cables](#5-·-The-cut-cables): from a web page | 5 | 5 | 40 |
#
# Nothing in these pages is real, and their titles say so. A language model wrote them for the course, and annotated them by our [codebook](../data/codebook.md), once. What it decided where the codebook says nothing stands in the
# [data card](../data/README.md). Do you read a sentence in another way? Write down why. That is worth more than a score.
#
# **Before you begin:** *File*, *Save Notebook As…*, and call it `my_practice.ipynb`; then *Edit*, *Clear Outputs of All Cells*: the stored ones tell how many are missing, and which. Something goes wrong? [Help](help.ipynb) · A word that you do not know? [Glossary](glossary.ipynb)

# %% [markdown] tags=["teaching-note"]
# **What this page is for.** Homework for one, or an hour of practice at the end of a course. No class was timed yet; the minutes are estimates. Set text 2 after lesson 3 (names only) or after lesson 5, and text 3 after lesson 5. An hour with text 2: save and clear (0–3), mark on paper in pairs (3–12), names (12–25), patterns (25–35), the trap and the discussion (35–45); late? Leave out the patterns. Texts 4 and 5 ask for `re.sub` and are for those who like it;
# in pairs, one writes the repair and the other reads the page. In lesson 7 a learner who brings no text may take 2 or 3 in place of the practice text. Then nobody shows text and gold before the sample is marked.
#
# Nothing on this page is checked by `check`, and nothing counts for points: learners measure themselves. The traps stand in the folded boxes, for learners, too, and our names and repairs lie in `data/practice` and in two folded cells (here a solved cell for each text fills in the lists, too): ask
# everybody to write down a guess before anything is unfolded.

# %% [markdown]
# The tools come from Python, pandas and the course's own package.

# %%
import re
from textwrap import fill

import pandas as pd

from helpers.agreement import compare_spans, score_labels, score_spans
from helpers.entities import Gazetteer
from helpers.pictures import draw_scores
from helpers.pipeline import analyze
from helpers.reference import practice_table, practice_text
from helpers.samples import read_pairs
from helpers.themes import Codebook

pd.set_option("display.max_colwidth", 90)

# %% [markdown]
# ## How you will be measured
# These functions do for every page what lesson 7 does for one. `teach` takes pairs of a name and its label, `study` goes the whole way with your names and patterns, and `score` compares with gold. You may read them later.


# %%
def teach(names):
    """Make the course's list of names, and add some."""
    gazetteer = Gazetteer.from_tables()
    for name, label in read_pairs(names):
        gazetteer.add(name, label.upper())
    return gazetteer


def our_names(number):
    """Make the same with the names that we wrote for a page."""
    gazetteer = Gazetteer.from_tables()
    ours = practice_table(number, "gazetteer")
    for name, label, canonical, iso3 in zip(ours["name"], ours["label"], ours["canonical"], ours["iso3"]):
        gazetteer.add(name, label, canonical, iso3)
    return gazetteer


def study(number, page, gazetteer, patterns=()):
    """Analyze a page with a list of names, and with the course's codebook and some patterns more."""
    if len(page) != len(practice_text(number)):
        print("This page is longer or shorter than the one that came, so its places do not fit gold. See `put`.")
    codebook = Codebook.from_table()
    for theme, pattern in read_pairs(patterns):
        if theme not in codebook.themes:
            print(f"There is no theme {theme!r}. The themes are {', '.join(codebook.themes)}.")
        else:
            codebook.add(theme, pattern)
    return analyze(
        page,
        organization="LSCO",
        gazetteer=gazetteer,
        codebook=codebook,
        memberships=practice_table(number, "memberships"),
    )


def score(number, **runs):
    """Say of each run what it has right: names, parties, themes and statements."""
    names = practice_table(number, "entities")
    parties = practice_table(number, "participants")
    codes = practice_table(number, "themes")
    themes = codes.columns[3:].tolist()
    statements = practice_table(number, "statements")
    rows = []
    for run, found in runs.items():
        there = found.themes
        same = [
            there[(there["start"] < end) & (there["end"] > start)] for start, end in zip(codes["start"], codes["end"])
        ]
        coded = pd.DataFrame([sentence[themes].any() for sentence in same])
        right = parties["start"].isin(found.participants["start"]).sum()
        verbs = statements["verb_start"].isin(found.statements["verb_start"]).sum()
        rows.append(
            {
                "run": run.replace("_", " "),
                "names, F1": score_spans(names, found.entities)["f1"].iloc[-1],
                "parties": f"{right} of {len(parties)}, {len(found.participants) - right} extra",
                "themes, F1": score_labels(codes[themes], coded)["f1"].iloc[-1],
                "statements": f"{verbs} of {len(statements)}, {len(found.statements) - verbs} extra",
            }
        )
    return pd.DataFrame(rows).round(2)


def errors(number, found):
    """List the names that are not right."""
    table = compare_spans(practice_table(number, "entities"), found.entities)
    return table[table["outcome"] != "agrees"][
        ["start", "text", "label", "outcome", "predicted_label", "predicted_text"]
    ]


def theme_errors(number, found):
    """List the themes that are not right, sentence by sentence: missed, or extra."""
    codes = practice_table(number, "themes")
    rows = []
    for _, sentence in codes.iterrows():
        there = found.themes[(found.themes["start"] < sentence["end"]) & (found.themes["end"] > sentence["start"])]
        for theme in codes.columns[3:]:
            if sentence[theme] != there[theme].any():
                words = " ".join(found.text[sentence["start"] : sentence["end"]].split())
                rows.append([sentence["sentence"], theme, "missed" if sentence[theme] else "extra", words])
    return pd.DataFrame(rows, columns=["sentence", "theme", "outcome", "text"])


def show(page, start=0, end=None):
    """Print a page, or a part of it, in lines that fit the screen."""
    for paragraph in page[start:end].split("\n"):
        print(fill(paragraph, 100, break_on_hyphens=False))


# %% [markdown]
# - **names** are strict: the same start, end and label. *F1* is low if either precision or recall is low.
# - **parties** are counted by their places: right is a party that gold has at that place, *extra* one that it has not.
# - **themes** are counted over all sentences and all nine themes.
# - **statements**: the verb is found where gold has it.
#
# ## 1 · The harbor conference
# *Who was there, if no list knows them?* Lesson 7 reads this page with you, so here are only its scores, with nothing taught. Half of its names lie in the course's data; you find the other half in exercise 7.2.

# %%
score(1, as_they_are=study(1, practice_text(1), teach([])), half_the_names=study(1, practice_text(1), our_names(1)))

# %% [markdown]
# With half the names four parties are missed. Three of these are states that nobody has taught the tool yet. The fourth is Arvenia, which it finds at another place, in the name of the ministry that invited (`page[349:368]`); gold
# has it in the list (`page[393:412]`). So this one party counts as one missed and one extra.
#
# <details><summary>The trap</summary>
#
# Eight states stand in a list, and the tools know none of them: they mark nothing, and they do not warn you. A ninth, the Union of Solmark, had been invited and did not come. It is a name, and no party.
#
# </details>

# %% [markdown]
# ## 2 · The naval ports
# *Is it the navy, or a state?* Eight months later the ministers meet again, and somebody new is at the table. Read the page before you run anything on it. Mark the names with a pencil, or in your head.

# %%
page_2 = practice_text(2)
show(page_2)

# %%
plain_2 = study(2, page_2, teach([]))
print(len(errors(2, plain_2)), "places are not right with the tools as they are")

# %% [markdown]
# **Try it.** Write the names that are missing, each with its label, as in `[("Republic of Mongolia", "STATE"), ("Heart of Asia process", "INITIATIVE")]`, and patterns for themes that are overlooked, as in `[("drugs", "opium")]`.
# Where do you find the sentences that need a pattern? Read the page again with the nine themes beside you; when your list of names is done, `theme_errors` shows them.
#
# The goal after lesson 3: names at .90 or more (leave the patterns empty, and pass over the other columns). After lesson 5: all ten parties, and themes at .85 or more.
#
# Names first, on paper. The table below the scores tells the missing ones: run it when your list has five names.

# %%
my_names_2 = []
my_patterns_2 = []

mine_2 = study(2, page_2, teach(my_names_2), my_patterns_2)
score(2, as_they_are=plain_2, with_mine=mine_2, with_our_names=study(2, page_2, our_names(2)))

# %%
errors(2, mine_2)

# %% [markdown]
# And the themes, for after lesson 5. Which word of a sentence made its reader think of the theme? (This table tells which theme is missed where: read the page first.)

# %%
theme_errors(2, mine_2)

# %% tags=["solved"]
# For instructors: one way to fill in what is asked above
my_names_2 = [
    ("Arvenia", "STATE"),
    ("Brenland", "STATE"),
    ("Haven", "STATE"),
    ("Nava", "STATE"),
    ("Quessa", "STATE"),
    ("Solmark", "STATE"),
    ("Wexmoor", "STATE"),
    ("LSCO", "IGO"),
]
my_patterns_2 = [
    ("economy_culture", "freight"),
    ("economy_culture", "goods"),
    ("regional_cooperation", "neighbor*"),
    ("regional_cooperation", "coastal state*"),
    ("drugs", "sealed tin*"),
    ("drugs", "such tin*"),
]
score(2, solved=study(2, page_2, teach(my_names_2), my_patterns_2))

# %% [markdown] tags=["quiz"]
# **Quick check.** Somebody adds `("Naval", "STATE")`, because Nava is a state. What happens?
#
# - [ ] Recall rises: every mention of the state is found now.
#   Every mention of its *name* was found before. "Naval" is an adjective, and the codebook does not mark a bare adjective, so there is nothing to gain.
# - [x] Precision falls: places are marked that gold does not have.
#   *Naval ports*, *the Naval side*, *the Naval proposal*: all are bare adjectives. (*Naval vessels* and *a naval presence* escape, because of their small letter. In a title, or at the beginning of a sentence, they would not.)
# - [ ] Nothing: "Naval" never stands alone.
#   For the tool it does: it stands between two blanks, and more it does not ask.

# %% [markdown]
# <details><summary>The traps</summary>
#
# - **Naval** comes from *Nava*, and *naval* from the navy. Only capitals tell them apart, and at the beginning of a sentence not even these would. The one place where it counts is the "Naval Coast Guard": the name of a national force.
# - "**safe haven**" beside *Haven* and the *Safe Haven process*: a common word, a state, and a process.
# - **LSHI** stands in the third sentence and is expanded only in the second paragraph from the end. Who reads from the top does not know yet who took part. **LSCO** is expanded nowhere on this page, so no rule can learn it: it is a name for your list.
# - "what is in" the **sealed tins** is never named.
#
# </details>

# %% [markdown] tags=["teaching-note"]
# **Text 2** *Expected:* the seven states in their short form (the tool puts *Republic of* before a state that it knows), and LSCO; with these eight pairs all names are right, the ministry, too. *Slips:* `Naval` as a STATE; the lower-case *safe haven*.
# *Ask:* which one of your names made most lines vanish from the table of errors? *Names and patterns that do it* stand in the solved cell: themes come to .97 (with these names alone .69). *Then ask:* would you dare to use `such tin*` on another page?

# %% [markdown]
# ## 3 · The absent friends
# *Who was named, and where did they sit?* One year more. A state has a new name; two states have sent messages; a state, a bank and a commission have sent their regrets; and somebody at the ministry likes long titles.

# %%
page_3 = practice_text(3)
show(page_3)

# %%
plain_3 = study(3, page_3, teach([]))
print(len(errors(3, plain_3)), "places are not right with the tools as they are")

# %% [markdown]
# **Try it.** Guess first: how many parties took part? Then names and patterns, as above. The goal: names at .95, themes at .85. And look at the parties: can you get nine?

# %%
my_names_3 = []
my_patterns_3 = []

mine_3 = study(3, page_3, teach(my_names_3), my_patterns_3)
ours_3 = study(3, page_3, our_names(3))
score(3, as_they_are=plain_3, with_mine=mine_3, with_our_names=ours_3)

# %%
errors(3, mine_3)

# %%
theme_errors(3, mine_3)

# %% tags=["solved"]
# For instructors: one way to fill in what is asked above
my_names_3 = [
    ("Arvenia", "STATE"),
    ("Brenland", "STATE"),
    ("Haven", "STATE"),
    ("Quessa", "STATE"),
    ("Wexmoor", "STATE"),
    ("Torva", "STATE"),
    ("Torvan Republic", "STATE"),
    ("Nava", "STATE"),
    ("Solmark", "STATE"),
    ("Zephra", "STATE"),
    ("Orlanda", "STATE"),
    ("Ilmeria", "STATE"),
    ("Confederation of Ilmeria", "STATE"),
    ("LSCO", "IGO"),
    ("Plan of Action for Ports, Ferries and Lighthouses in 2025 and Beyond", "DOC"),
    ("Treaty on the Common Frontier at Sea", "DOC"),
]
my_patterns_3 = [
    ("crime_cyber", "ransom"),
    ("crime_cyber", "< demand*"),
    ("economy_culture", "festival*"),
    ("economy_culture", "freight"),
    ("regional_cooperation", "neighbors"),
    ("meeting_protocol", "regrets"),
    ("meeting_protocol", "to attend"),
    ("meeting_protocol", "meet again"),
]
score(3, solved=study(3, page_3, teach(my_names_3), my_patterns_3))

# %% [markdown]
# Did you miss parties although all names are found? Look at the list in the second sentence, and at what stands in the middle of it. What would the tool read if the bracket were not there? We hide it, and look at the parties only. Blanks take its place, one for each
# character, so that no place moves.

# %%
hidden = re.sub(r"\(until.*?\)", lambda bracket: " " * len(bracket[0]), page_3)
score(3, with_our_names=ours_3, without_the_bracket=study(3, hidden, our_names(3)))

# %% [markdown] tags=["quiz"]
# **Quick check.** "the Federation of Orlanda (until 28 February 2023 the Confederation of Ilmeria)". How many names of states, and how many parties?
#
# - [ ] Two names and two parties.
#   Two names, yes. But the one state had the other name until February, and the meeting was in June: count chairs, not names.
# - [x] Two names and one party.
#   Both are marked as STATE, for the codebook marks "any form of its name". The party is one, under the name of the day. That is what the code in the table is for: both names carry the same one.
# - [ ] One name and one party.
#   The codebook marks every occurrence of a state's name, in any form, and an older name is one.

# %% [markdown]
# <details><summary>The traps</summary>
#
# - **Who did not come:** Solmark and Nava sent messages, Zephra, the bank and the commission their regrets. Five names in two sentences, and no party.
# - **A change of name within the year.** Later, in the sentence about the plan, *Ilmeria* stands alone, for the time when it was called that.
# - **Titles:** "Convention on the Protection of Crews, Passengers and Cargo **in** the Lantern Sea" does not end at its comma. Its year stands behind it, "of 2020", and is a DATE of its own. In "Plan of Action for Ports, Ferries and Lighthouses **in 2025** and Beyond"
#   the year belongs to the title, and only the longest name is marked. (As they are, the tools cut the title off before its year.)
# - "theirs" are two ratifications: an anaphor carries its theme.
#
# </details>

# %% [markdown] tags=["teaching-note"]
# **Text 3** *Expected:* somebody wonders why 2025 is no DATE in gold: let the room read rule 1. "Confederation of Ilmeria" and the two long titles want their full form. *The bracket* costs parties, since the list ends for the tool where it stands; hidden, two names are lost. So one run gives the names and another one the parties, and that is all right, if one says so.
# *Ask:* in what capacity would Orlanda have come in January? *Names and patterns* stand in the solved cell. *Ask at* `to attend`: it finds who did **not** attend; does that matter for the theme?

# %% [markdown]
# ## 4 · The northern passage
# *What has the PDF done to it?* A page that was set for paper, and then saved as a text. Read it and make a list of what is not in order. (Four kinds of damage.)

# %%
page_4 = practice_text(4)
print(page_4)

# %% [markdown]
# With the tools as they are, and with our names. What is it that names alone do not bring?

# %%
plain_4 = study(4, page_4, teach([]))
named_4 = study(4, page_4, our_names(4))
score(4, as_they_are=plain_4, with_our_names=named_4)

# %%
print(len(named_4.themes), "sentences by the tool,", len(practice_table(4, "themes")), "by a reader")
errors(4, named_4)

# %% [markdown]
# ### Repair it, and move nothing
# Gold says *where*. If you take a character away, every place behind it is wrong by one. So a repair **replaces**: a header by as many blanks, a line end by one blank. And a word that was cut? There is a character that nobody sees, the *zero width space*, and our tools read over it.
# `put` writes something shorter and fills up with that.

# %%
UNSEEN = "\u200b"


def put(page, wrong, right):
    """Write `right` wherever `wrong` stands, and fill up with characters that nobody sees: no place moves."""
    return page.replace(wrong, right + UNSEEN * (len(wrong) - len(right)))


print(put("Wex-\nmoor", "-\n", ""), len("Wex-\nmoor"), len(put("Wex-\nmoor", "-\n", "")))

# %% [markdown]
# **Try it.** The first step is done. Which come next, and does their order matter? The goal: as many sentences as a reader counts, and nothing that was right lost (names at .98 or more, all thirteen parties). For a pattern there is `re.sub`, which may be given a function: `re.sub(pattern, lambda found: " " * len(found[0]), my_page_4)` puts blanks over whatever the pattern finds.

# %%
my_page_4 = put(page_4, "-\n", "")

my_names_4 = []
my_patterns_4 = []

mine_4 = study(4, my_page_4, teach(my_names_4), my_patterns_4)
print(len(mine_4.themes), "sentences by the tool,", len(practice_table(4, "themes")), "by a reader")
score(4, with_mine=mine_4, with_our_names=study(4, my_page_4, our_names(4)))

# %%
theme_errors(4, mine_4)

# %% [markdown]
# Our own repair is in the folded cell, to compare with yours when you are done.


# %% tags=["hide-input"]
def repair_pdf(page):
    """Put the two columns, the cut words, the headers and the line ends in order; no place moves."""

    def in_order(row):
        left, gap, right = row.groups()
        return left + ";" + " " * (len(gap) - 1) + right + (" " if right.endswith(".") else ";")

    page = re.sub(r"(?m)^(\S.*?\S)( {3,})([A-Z].*)\n", in_order, page)
    page = put(page, "-\n", "")
    page = re.sub(r"\n\nFinal Communiqué –.*\n\n", lambda header: " " * len(header[0]), page)
    return re.sub(r"(?<!\n)\n(?!\n|$)", " ", page)


repaired_4 = study(4, repair_pdf(page_4), our_names(4))
print(len(repaired_4.themes), "sentences")
score(4, as_they_are=plain_4, with_our_names=named_4, and_repaired=repaired_4)

# %% tags=["solved"]
# For instructors: one way to fill in what is asked above
my_page_4 = repair_pdf(page_4)
my_names_4 = [
    ("Arvenia", "STATE"),
    ("Brenland", "STATE"),
    ("Haven", "STATE"),
    ("Quessa", "STATE"),
    ("Wexmoor", "STATE"),
    ("Torva", "STATE"),
    ("Torvan Republic", "STATE"),
    ("Nava", "STATE"),
    ("Solmark", "STATE"),
    ("Zephra", "STATE"),
    ("Orlanda", "STATE"),
    ("LSCO", "IGO"),
]
my_patterns_4 = [
    ("crime_cyber", "robber*"),
    ("economy_culture", "freight"),
    ("regional_cooperation", "coastal state*"),
    ("meeting_protocol", "minute of silence"),
]
score(4, solved=study(4, my_page_4, teach(my_names_4), my_patterns_4))

# %% [markdown] tags=["quiz"]
# **Quick check.** The page writes *affirmed* with a ligature: its letters f, f and i are one character, U+FB03. Our repair left it, and the tool found the verb all the same. Why did we not write three letters with `put`?
#
# - [ ] Because a ligature is only a matter of looks.
#   On paper it is. In the file it is one character, and a search for "affirmed" with `in` does not find it.
# - [x] Because one character would become three, and every place behind it would move.
#   `put` can write something shorter, and nothing longer. The remedy is a copy with a map from its places to those of the page. Our tools keep one, for ligatures as for soft hyphens: so they find the verb.
# - [ ] Because gold has the ligature, and a score asks for the same text.
#   Gold has it, but a score asks for the same *places*. What the verb looks like in between does not count.

# %% [markdown]
# <details><summary>The traps</summary>
#
# - **Words cut at line ends:** *Wex-moor* in the title, *Archipel-ago Trade Bank*, *Partici-pants*. Try `page_4.count("-\n")`. (Careful: on another page "north-\neast" keeps its hyphen.)
# - **Running headers with page numbers** in the middle of a sentence: for the tool the sentence ends there.
# - **Two columns** in the list of delegations. Read row by row here; other pages are read column by column, and a third kind mixes sentences of the left and the right.
# - **Ligatures:** ﬁ, ﬂ, ﬀ, ﬃ. The tool reads them; your own `in` and `find` do not.
# - "They **observed** a minute of silence": a verb of the table that reports no position here. The tool takes it for one.
#
# </details>

# %% [markdown] tags=["teaching-note"]
# **Text 4** *Expected:* hyphens and headers are seen at once, the columns by those who count the sentences, the ligatures by few. *Ask:* how would you have found them? (`Counter(page_4)`, lesson 1.) *Does the order matter?* Yes: if all line ends are replaced first, neither a cut word nor a row can be told any more.
# *Slip:* `page.replace("-\n", "")`; the line about length says so. *Names and patterns* stand in the solved cell.

# %% [markdown]
# ## 5 · The cut cables
# *What has the web page done to it?* Somebody marked everything, copied and pasted, and saved. `print` hides some of the damage. What do you see, and what do you only suspect?

# %%
page_5 = practice_text(5)
show(page_5)

# %% [markdown]
# Ask the characters, as in lesson 1: here are those beyond ASCII, with their number of occurrences.

# %%
odd = pd.Series([f"U+{ord(character):04X} {character!r}" for character in page_5 if ord(character) > 127])
odd.value_counts().to_frame("times")

# %%
plain_5 = study(5, page_5, teach([]))
named_5 = study(5, page_5, our_names(5))
score(5, as_they_are=plain_5, with_our_names=named_5)

# %%
errors(5, named_5)

# %% [markdown]
# **Try it.** `â€™` was once an apostrophe: its three bytes in UTF-8 were read as three characters of Windows-1252. `put(page_5, "â€™", "’")` sets it right. What else was one character? And which lines are no part of the press release at all? Cover them with blanks.
#
# The goal: names at .90 or more, and all ten parties. With patterns, after lesson 5: themes at .80 or more.

# %%
my_page_5 = put(page_5, "â€™", "’")

my_names_5 = []
my_patterns_5 = []

mine_5 = study(5, my_page_5, teach(my_names_5), my_patterns_5)
score(5, with_mine=mine_5, with_our_names=study(5, my_page_5, our_names(5)))

# %%
errors(5, mine_5)

# %%
theme_errors(5, mine_5)

# %% [markdown]
# Our own repair, folded, to compare with yours.

# %% tags=["hide-input"]
GARBLED = {"â€™": "’", "â€œ": "“", "â€\x9d": "”", "â€“": "–", "Ã£": "ã", "Â©": "©"}


def repair_web(page):
    """Set right what was read in the wrong encoding, and cover the menus with blanks; no place moves."""
    for wrong, right in GARBLED.items():
        page = put(page, wrong, right)
    menu = r"(?m)^(.* \| .*|Skip to .*|Home .*|Back to top|Related: .*)$"
    return re.sub(menu, lambda line: " " * len(line[0]), page)


repaired_5 = study(5, repair_web(page_5), our_names(5))
score(5, as_they_are=plain_5, with_our_names=named_5, and_repaired=repaired_5)

# %% tags=["solved"]
# For instructors: one way to fill in what is asked above
my_page_5 = repair_web(page_5)
my_names_5 = [
    ("Arvenia", "STATE"),
    ("Brenland", "STATE"),
    ("Haven", "STATE"),
    ("Quessa", "STATE"),
    ("Wexmoor", "STATE"),
    ("Nava", "STATE"),
    ("Solmark", "STATE"),
    ("Orlanda", "STATE"),
    ("São Vento", "STATE"),
    ("LSCO", "IGO"),
    ("Report on Unlit Wrecks", "DOC"),
]
my_patterns_5 = [
    ("crime_cyber", "ransom"),
    ("crime_cyber", "< attack*"),
    ("terrorism_extremism", "< attack*"),
    ("drugs", "powder"),
]
score(5, solved=study(5, my_page_5, teach(my_names_5), my_patterns_5))

# %% [markdown] tags=["quiz"]
# **Quick check.** The unrepaired page has "Union of Solmarkâ€™s reply", and *Union of Solmark* is in our list of names. Why is it not right there?
#
# - [ ] Because of the apostrophe: the list has none.
#   A clean apostrophe would do no harm: in the repaired page, "Union of Solmark’s" is found.
# - [x] Because `â` is a letter, so that the name does not end where it should.
#   A name must end at the border of a word, or *Niger* would be found in *Nigeria*. `â` counts as a letter, so for the tool the word is *Solmarkâ*.
# - [ ] Because Solmark took no part.
#   A name is a name, whoever came. It is marked in gold.

# %% [markdown]
# <details><summary>The traps</summary>
#
# - **Mojibake:** `â€™`, `â€œ`, `â€“`, `Ã£`, `Â©`; and behind the end of a quotation a character that nobody sees, U+009D.
# - **Blanks that are none** (U+00A0) inside of *Archipelago Trade Bank* and of dates, and **soft hyphens** (U+00AD) inside of words. Our tools read over both.
# - **Look-alikes:** the Cyrillic *ех* in *Wехmoor* and *С* in *LSСO*. Which of the two did you see?
# - **Navigation:** names in the menu, in "Read more" in the middle of the page, and in the footer. The tool marks nearly all of them (not *ATB* in the last line of the middle: why?), and none is part of the press release. The date of the publication is no date of the text, either.
# - **Who did not come:** Haven asked to be kept informed, and Solmark's reply came too late.
# - "**Joint Press Release** on the LSCO consultations" is the genre of the text and no document. (The tool takes it for one, even at the end.)
#
# </details>

# %% [markdown] tags=["teaching-note"]
# **Text 5** *Expected:* the mojibake is seen, U+009D is not: the table of characters shows it. *Ask:* which of all these kinds of damage did the tools not need your help with? (Non-breaking blanks, soft hyphens, look-alikes.) *Misconception:* "`page.encode('cp1252').decode('utf-8')` sets everything right at once." Let them try:
# U+009D and the Cyrillic letters are not in cp1252, and it stops. And the places would move. *Names and patterns* stand in the solved cell.

# %% [markdown]
# ## All five
# Names, strict, with the tools as they are and with all that we have done for them: names for 1 to 3 (for number 1 half of them), names and repairs for 4 and 5.

# %%
runs = []
for number, page in [(1, practice_text(1)), (2, page_2), (3, page_3), (4, repair_pdf(page_4)), (5, repair_web(page_5))]:
    for name, found in [
        (f"{number} as it is", study(number, practice_text(number), teach([]))),
        (f"{number} repaired and taught" if number > 3 else f"{number} taught", study(number, page, our_names(number))),
    ]:
        runs.append(score_spans(practice_table(number, "entities"), found.entities).tail(1).assign(system=name))
draw_scores(pd.concat(runs), title="Names on the five practice texts, strict")

# %% [markdown]
# Which page was the hardest for the *tools*? And for *you*? It need not be the same one.
#
# > **Keep this** · The names, the patterns and the repairs were all taken from the page on which we measure. So a high score says "this page is mastered". It says nothing about the next one, which has names, words and damage of its own.
#
# **Go on** with a page of your own: [lesson 7](07_your_own_communique.ipynb) shows how to mark a sample before you look, and how to say how far your result may be trusted.
