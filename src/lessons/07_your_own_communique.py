# %% [markdown]
# # 7 · Your own communiqué
# *Does it hold for a text that we have never seen?*
#
# For six lessons we have worked on one page. Our rules know that page well, perhaps too well. Now we leave home. In the first
# hour we read a page from a place that no map shows, find out what our tools miss, and teach them. In the second hour you
# bring a text of your own, and begin one page about it: what it says, where it says so, and how far one may trust you.
#
# **You will be able to** find what a tool does not have right (7.1) · teach it new names, and measure what they bring (7.2) ·
# give a result with its doubt, from the lowest to the highest (7.3) · check whether a quotation is really on the page (7.4) ·
# find out from a table who stayed away (7.5)
#
# **Time** core path two class hours (90 minutes in class, about 110 alone), at home 195 (45 of them between the hours), the stretch exercise 15 more (short of time: correct, and your page, 75) · **You need** lessons 0 to 6, and for the second hour a text of
# your own (where to find one: see [Find a text](#Find-a-text)) · **Next** your own question, or [8 · From one text to an archive](08_from_one_text_to_an_archive.ipynb)

# %% [markdown]
# **Before you begin:** *File*, *Save Notebook As…*, and call it `my_07.ipynb`; then *Edit*, *Clear Outputs of All Cells*, so that no answer is shown
# before you have asked for it. Something goes wrong? [Help](help.ipynb) · A word that you do not know? [Glossary](glossary.ipynb)

# %% [markdown] tags=["teaching-note"]
# **The plan of the two hours**
#
# | minutes | first hour | who works |
# | --- | --- | --- |
# | 0–3 | open, save as `my_07.ipynb`, clear all outputs | everybody |
# | 3–8 | A page from nowhere: guess first | the room |
# | 8–15 | With the tools as they are; quick check | the room predicts, you run |
# | 15–19 | Read the errors by cause | pairs |
# | 19–28 | Half a list; exercise 7.1 | everybody |
# | 28–38 | Exercise 7.2 | everybody |
# | 38–43 | Measure again | the room |
# | 43–45 | Find a text, and exercise 7.3: the homework | you |
#
# | minutes | second hour | who works |
# | --- | --- | --- |
# | 0–4 | Second hour: the four numbers from home | the room |
# | 4–12 | Bring it in | everybody |
# | 12–26 | Before you look: a sample by hand | everybody, alone |
# | 26–37 | Run, and compare: between … and … | everybody |
# | 37–45 | One page: the error rate | pairs read each other |
#
# No class was timed yet. JupyterLab is open before minute 0. With beginners take two cuts from the start: 7.1 on one screen (3 minutes), and two names in 7.2 (4). **To cut a cell means: run it without a word. Never leave it out**, since later cells need it.
# All cuts together give 14 minutes in the first hour and 16 in the second. A reader with English as a second language took about 50 minutes for the first hour and 55 for the second, alone and without a cut: if your hour has 45, plan the cuts. *Half an hour to prepare,* for each hour: do its exercises (7.1 and 7.2; 7.3 and the sample that begins with 1), and read its notes.
#
# **Between the hours,** 45 minutes: everybody finds a text in English, one to three pages, as a file or ready to paste (25), does exercise 7.3 (10; the second hour goes on without it, too), and reads *How sure is a number?* (10). Better: collect the texts the day before, and try each in *Bring it in*. Have three texts
# of your own at hand for those who forgot. On machines without internet the practice text stands in: every cell works with it, and its sample begins with sentence 1 or 4. The page itself is finished at home.
# The one idea that must survive: *mark your sample before you look at what the tool says.*
#
# The rubric with which you grade the page stands in the [teachers' guide](instructor/teachers_guide.ipynb); learners find its rows at home, under *Finish your page*.

# %% [markdown]
# The tools come from Python itself, from pandas, and from the course's own small package, which lies in `src/helpers`. Two texts are
# read at once: the practice text of this lesson, and, for a comparison, our old page.

# %%
from tempfile import TemporaryDirectory
from textwrap import fill

import pandas as pd

from helpers.agreement import compare_spans, score_labels, score_spans
from helpers.entities import Gazetteer
from helpers.exercises import check, hint, progress, solution, use
from helpers.pictures import draw_memberships, draw_participants, draw_scores, draw_theme_map, show_spans
from helpers.pipeline import analyze
from helpers.reference import data_path, gold, memberships, memberships_elsewhere, read_table
from helpers.samples import read_marks, read_pairs
from helpers.texts import read_text, split_sentences
from helpers.themes import Codebook, code_themes
from helpers.widgets import desk

pd.set_option("display.max_colwidth", 90)  # so that tables show long names in full
practice = read_text(data_path("practice/harbor_conference.txt"))
press_release = read_text()

# %% [markdown] tags=["teaching-note"]
# **Minutes 0–3.** Say: "Today our tools leave home. First we watch them fail, then we teach them." Everybody saves, clears the outputs and runs the cell of imports. *Expected:* no output at all from that cell.
# In a second hour that begins on another day: *Run*, *Run All Above Selected Cell*, at the heading *Second hour*. *If you are late* in the second hour, let them run all cells above first and save later (gains 1 minute).

# %% [markdown]
# ## A page from nowhere
# The practice text is a communiqué of **a conference that never took place**. The states, the organizations and the sea are invented, and its
# title says so. A language model wrote it for the course, in the manner of such texts.
# Why invented? Because no list of the tools knows these names. To our tools it is what your own text will be: foreign. (Only in part: it comes from the same
# workshop as the tools. So believe the bad marks that they get on it sooner than the good ones.)
#
# Here are its title and its first paragraph. Read them slowly.

# %%
for line in practice.split("\n")[:3]:
    print(fill(line, 100, break_on_hyphens=False))

# %% [markdown]
# The same model annotated the page by our [codebook](../data/codebook.md), once ([data card](../data/README.md)). So we can measure: there are 34 names in it, and 13 parties took part.
#
# Guess first, and write it down. With the tools as they are:
#
# - How many of the 34 **names** will be right, border for border?
# - How many of the 13 **parties** will be found? Who is in the list, and who is only named?

# %% [markdown] tags=["teaching-note"]
# **Minutes 3–8.** Say: "Our tools have no list of these states." Collect the guesses on the board, names and parties apart. Let one student read the second sentence aloud and another one count: eight states, between
# semicolons, with an "as well as". *Expected:* guesses for the names between "nothing" and "nearly all, it had 1.00 in lesson 3". Both are wrong (22 of 34, and 5 of 13 parties), and why is the first half of this hour.
# *Who is only named:* Solmark. Do not point at it; somebody will see it. *If you are late,* print the title and the second sentence only (gains 2 minutes).

# %% [markdown]
# ## With the tools as they are
# One call, as in lesson 0. `analyze` takes any English text and goes the whole way.

# %%
first = analyze(practice)
show_spans(practice, first.entities, start=0, end=980)

# %% [markdown]
# Look at the list of the participants, the second sentence. Eight states, and **not one** is marked. Then look at the next sentence: every organization is marked. How can that be?

# %% [markdown] tags=["quiz"]
# **Quick check.** No list knows the states of this page, and no list knows its organizations. Why are the organizations found all the same?
#
# - [ ] Because they stand before a verb, such as *participated*.
#   Such verbs tell who took part (lesson 4), but no verb marks a name. The eight states stand before one, too: they "took part".
# - [x] Because their names hold a noun that says what they are.
#   *Bank*, *Union*, *Commission*, *Center*: with capitals around it, a rule can guess. And `LSCO`, `ATB`, `CMR` are learned from their brackets (lesson 3). Nothing in the word *Quessa* says what it is. (*Kingdom* would, but our tool uses such words only before a name that it knows.) A state is found only if the list has it.
# - [ ] Because semicolons between the states stop the tool.
#   The semicolons are there, between the eight. But in the last sentence of the page *Haven* stands alone (`practice[2627:2632]`), far from any semicolon, and it is not marked either.

# %% [markdown]
# The same rule makes a mistake, and you can see it in the last line. Who took part, by the tool?

# %%
draw_participants(first.participants)

# %% [markdown]
# Five parties, and no state among them. Suppose that you had not read the page. What does the analysis itself say about all this?

# %%
first

# %% [markdown]
# Its only note is about the day. The lines that begin with *Unsure* are about words that look like an organization or a process and stand in no list of names. It does not say
# "eight states are missing", and its rules can not: they use *Republic of* or *Kingdom of* only before a name that they know, and *Haven* by itself looks like a word.
#
# Seven names it is unsure of. Six of the seven are right (only *Union of Solmark* is not), and of the states, none of which it found, it says nothing. A doubt shows where the tool guesses, not where it is wrong.
#
# > **Keep this** · A tool can warn you about what looks odd to it. It passes in silence over names that look like nothing to it. Read your text yourself before you
# > believe a table of it.

# %% [markdown] tags=["teaching-note"]
# **Minutes 8–15.** At the marked page be quiet and wait: somebody says "no states!" Let the room vote on the quick check before anybody unfolds an option. *Expected:* the second option; the first one gets votes, too.
# *The mistake in the last line:* "Union of Solmark" is marked IGO.
#
# *Misconception:* "it found *Archipelago Trade Bank* in a list." Ask: "Which list? It is invented. What happens if you replace *Bank* by *Lantern*?" Then the summary: read it aloud in the voice of a satisfied clerk. *If you are late,* skip the picture of the participants and say "five" (gains 1 minute).

# %% [markdown]
# ## Read the errors by cause
# The gold annotation of the page lies in a table. `compare_spans` puts the two side by side, as in lessons 2 and 3.

# %%
gold_names = read_table(data_path("practice/harbor_conference_entities.csv"), {"start", "end"})
compared = compare_spans(gold_names, first.entities)
errors = compared[compared["outcome"] != "agrees"]
print(len(compared) - len(errors), "right,", len(errors), "not")
errors[["start", "text", "label", "outcome", "predicted_label", "predicted_text"]]

# %% [markdown]
# 22 of 34 are right. How near was your guess? Now do not count the errors, read them (lesson 3). How many **causes** do you find?
#
# There is one, and for *Solmark* a second. Ten names of states are not found, because nobody knows them. The ministry lost its state for the same reason: *of the Republic of
# Arvenia* means nothing to a rule that does not know Arvenia. And *Union of Solmark* became an organization, because *Union* is a word for
# organizations and *Solmark* is not in the list of states.
#
# <details><summary>And what did not go wrong? Four traps in the rest of the page</summary>
#
# - "may grow slowly" (`practice[1754:1769]`) and "may take place" (`practice[2609:2623]`): two small words that are not the month. The month stands in
#   *3 May 2021* and *May 2022*.
# - "Safe **Haven** process" (`practice[1557:1575]`): a word that is also a state here, inside a name that is none.
# - the "**Quessan** crews" (`practice[1512:1525]`): an adjective, which our codebook does not mark.
# - The Declaration keeps its date outside (`practice[1666:1708]`): two names, as the codebook wants it.
#
# </details>

# %% [markdown] tags=["teaching-note"]
# **Minutes 15–19.** Say: "Twelve errors. Give me causes, not errors." One minute for pairs. *Expected:* "missing states", then somebody separates the ministry and the union; let the room find that it is one cause. *Question:* which of the twelve
# costs most, if you want to know who took part? (The eight of the list. The ministry costs nothing.)
#
# *Misconception:* "twelve errors need twelve repairs." Ask: "If the tool knew the name Arvenia, how many of these lines would be gone?" (Two: the state and its ministry.) *If you are late,* name the cause yourself (gains 2 minutes). The four traps in the box are for the fast.

# %% [markdown]
# ## Half a list
# The remedy is a list. The course has written one for you: **half** of the names, in the form of lesson 3, each with its label, its canonical name
# and, for a state, its code. (The codes are invented, too, from a range that the standard leaves free.)

# %%
half = read_table(data_path("practice/harbor_conference_gazetteer.csv"))
half.head(4)

# %% [markdown]
# `Gazetteer.from_tables()` is the course's list of the real world; `add` puts a name in. A loop does it for all rows.
#
# Two more things must change. By default `analyze` takes the **SCO** for the host, by which we mean the organization whose meeting it is. Here the host is the LSCO, and its members over time stand in a table
# of their own, in the form of lesson 4.

# %%
gazetteer = Gazetteer.from_tables()
for name, label, canonical, iso3 in zip(half["name"], half["label"], half["canonical"], half["iso3"]):
    gazetteer.add(name, label, canonical, iso3)

members = read_table(data_path("practice/harbor_conference_memberships.csv"))
members[["organization", "iso3", "status", "from_date", "to_date"]].head(4)

# %%
second = analyze(practice, organization="LSCO", gazetteer=gazetteer, memberships=members)
compared = compare_spans(gold_names, second.entities)
draw_participants(second.participants)

# %% [markdown]
# Ten parties, and now they have a capacity. Haven is a member: until April 2020 it had been an observer, and on the day of the meeting it was a member.
#
# The tool does not know Quessa, which stands between Haven and Ilmeria, and it found Ilmeria all the same. It stepped over the unknown name, as a reader steps over a word that he does not know.

# %% [markdown]
# ### Exercise 7.1 · What half a list leaves *(guided)*
# The table `compared` now holds the second run. Which names does the tool still not have right? Collect their texts, as they stand in gold, in a set called
# `not_right`. The form: a set of texts, such as `{"Mongolia", "Republic of Turkey"}`.
#
# The columns of `compared` are those of the table of errors above. (Stuck? `hint("7.1")` gives a hint, `solution("7.1")` the solution.)

# %% exercise="7.1"
### BEGIN SOLUTION
not_right = set(compared[compared["outcome"] != "agrees"]["text"])
### END SOLUTION

# %%
check("7.1", not_right)

# %% [markdown] tags=["teaching-note"]
# **Minutes 19–28.** Say: "We teach it half, you find the other half." Run the cells together with the class, then four minutes for 7.1. *Expected:* the filter on `outcome`, then `set`; five names, "Solmark" in two forms. *Typical slip:* `== "missed"`, which gives four and leaves out the wrong
# label; the check says so. *Question while they work:* the table of memberships: whose status changed, and when? (Haven in 2020, Wexmoor in 2019 and 2023.) *If you are late,* do 7.1 on one screen (gains 3 minutes).

# %% [markdown]
# ### Exercise 7.2 · Teach it the other half *(on your own)*
# Make a list called `my_names`: **pairs** of a name and its label, such as `[("Mongolia", "STATE"), ("Heart of Asia process", "INITIATIVE")]`. The check adds
# your names to the half list, runs the tagger on the practice text, and scores it.
#
# - Strict F1 must be at least **.95**. With the half list it is .91.
# - At most twelve names. (Four or five will do.)
# - Each of your names must find something, and none of them may mark a place that gold does not have.
#
# Try it both ways: the formal name, and the short one alone. Is there a difference?

# %% exercise="7.2"
### BEGIN SOLUTION
my_names = [
    ("Quessa", "STATE"),
    ("Wexmoor", "STATE"),
    ("Zephra", "STATE"),
    ("Solmark", "STATE"),
]
### END SOLUTION

# %%
check("7.2", my_names)

# %% [markdown] tags=["teaching-note"]
# **Minutes 28–38.** Seven minutes to write, three to talk. *Expected:* four short or five long names. Both ways give 1.00, because the tool puts *Principality of* before a state that it knows; let those who found out
# tell the others. *Typical slips:* the article inside the name; IGO for the Union; the town and the sea. *Fast students:* add `("May", "STATE")` and read the message; what other names of
# states or of people are common words? *If you are late,* let them add two names and take the rest from the solution (gains 4 minutes).

# %% [markdown]
# ## Measure again
# We add your names to the list (ours, if yours are not ready) and run a third time. Then the three runs side by side. As in lesson 3, `score_spans` gives a row for each
# label and one for all, and we keep the last (`tail(1)`).


# %%
def score_of(system, run):
    row = score_spans(gold_names, run.entities).tail(1).copy()
    row["system"] = system
    return row


rest = compare_spans(gold_names, second.entities)  # ours: what half a list leaves, with the labels of gold
rest = rest[rest["outcome"] != "agrees"]
the_names = use(my_names, list(zip(rest["text"], rest["label"])), exercise="7.2")

gazetteer = Gazetteer.from_tables()  # a new one, so that nothing is left in it from an earlier try
for name, label, canonical, iso3 in zip(half["name"], half["label"], half["canonical"], half["iso3"]):
    gazetteer.add(name, label, canonical, iso3)
for name, label in the_names:
    gazetteer.add(name, label)
third = analyze(practice, organization="LSCO", gazetteer=gazetteer, memberships=members)
print(len(third.participants), "parties took part")

runs = [score_of("as they are", first), score_of("half the names", second), score_of("and yours", third)]
draw_scores(pd.concat(runs), title="Names on the practice text, strict")

# %% [markdown]
# From .76 over .91 to .95 or more; with all names it is 1.00. Be proud for a moment, and then ask the question of lesson 5: how did you find these names? **You took them from the page on which we
# measure.** The 1.00 says that the list is complete for this page. It is no promise for any other.
#
# And the participants? If your list was complete, all 13 are found now. **Solmark** is not among them, though it is named twice. That is right: "The Union of Solmark, which had been invited, was not represented"
# (`practice[914:979]`). Why it did not come, the page does not say. (In what capacity the others came is not all right yet. Why, you find out at home.)

# %% [markdown] tags=["teaching-note"]
# **Minutes 38–43.** Before the cell runs, ask for the F1 of the third run. *Expected:* "1.00", and it is (.95 or more with a shorter list). Then the question in bold, and wait. At Solmark: *how* do we know that it was not there? (Somebody wrote it. Most absences are not written; exercise 7.5.)
# A learner whose list was not complete finds twelve parties, or thirteen if only Solmark was left out; ask which is missing.
#
# *Misconception:* "1.00, so the tool is finished." Ask: "Where did you find the four names? And where will the next page find its?"
# *If you are late,* show the picture on one screen and ask only where the names came from (gains 2 minutes).

# %% [markdown]
# ## Find a text
# **Homework for the second hour:** a text, exercise 7.3 below, and the four people behind it. Find a text, save it beside this notebook as a text file in UTF-8, with the name `my_text.txt`, and note its day and its host. Not more: *do not run anything on it yet.*
# (In JupyterLab: *File*, *New*, *Text File*; paste, save, then a right click on its tab, *Rename Text…*. It writes UTF-8. Or keep the text ready: it can be pasted into this notebook, too.)
#
# **Where.** Communiqués, joint statements, press releases and summaries by a chair stand on the web sites of foreign ministries (often under *news* or *press*) and of organizations (under
# *documents*, *declarations* or *press*). Take one that names its participants, in English, one to three pages long. Copy the text itself, without menus and footers.
#
# **Whose is it?** That a text is public does not make it free. To read and to analyze it in class is one thing, to publish it again is another: look for the terms of use of the site. In your page you quote single
# sentences, with their source. Note now, because web pages move: who published it · its title · its day · its address · the day on which you opened it · whether it is the original or a translation.

# %% [markdown] tags=["teaching-note"]
# **Minutes 43–45.** Read the homework aloud; *Where* and *Whose is it?* are read at home, and exercise 7.3 and *How sure is a number?* are done there (ten minutes each). *Expected question:* "May it be in another language?" (In English: the rules are English. A translation is welcome, and it is noted as one.)
# *If you are late,* send the section by mail (gains 2 minutes).

# %% [markdown]
# ## A number with its doubt
# **The other half of the homework,** ten minutes. In the second hour you judge the names that the tool marks in your own text. Some you will not be able to decide. Is "the Contact Group" an organization or a process? Keep such a doubt, and show what it does to your result: once as if all doubtful names were wrong, and once as if all were right.
#
# ### Exercise 7.3 · From the lowest to the highest *(on your own)*
# Write the function `bounds(right, wrong, doubtful)`. It is given three whole numbers: of the names that a tool has marked, how many are right, how many are wrong, and of how many you are not sure. It returns a
# pair `(lowest, highest)`: the share of right names if all doubtful ones are wrong, and if all doubtful ones are right.
#
# - All three kinds have been marked, so all of them count.
# - If nothing has been marked at all, nothing is known: return `(0, 1)`.
#
# For example, `bounds(6, 1, 3)` gives `(0.6, 0.9)`, and `bounds(3, 1, 0)` gives `(0.75, 0.75)`. You will need your function in the second hour, for your own text.


# %% exercise="7.3"
### BEGIN SOLUTION
def bounds(right, wrong, doubtful):
    counted = right + wrong + doubtful
    if counted == 0:
        return (0, 1)
    return (right / counted, (right + doubtful) / counted)


### END SOLUTION

# %%
check("7.3", bounds)

# %% [markdown]
# ## How sure is a number?
# **The last piece of the homework,** ten minutes. In the first hour a gold standard told us how wrong we were. For a text of your own nobody has one: you will make a small piece of it yourself. How much is such a piece worth?
#
# On the practice text the tools, as they are, found 22 of 34 names. Suppose that we did not know that: we would mark **some** sentences by hand and count there.
#
# Let four people do this with great care. Each marks every fourth sentence; the first begins with sentence 1, the second with 2, and so on.
# How far apart will their four numbers be? Write down a guess.
#
# (`range(1, 18, 4)` gives 1, 5, 9 … below 18, in steps of 4. The function collects the names of a sample as a
# set of triples: sentence, name, label. You need not read it line by line.)


# %%
def names_in(spans, sample):
    names = set()
    for number, start, end in zip(sample["sentence"], sample["start"], sample["end"]):
        inside = spans[spans["start"] >= start]
        inside = inside[inside["end"] <= end]
        for name, label in zip(inside["text"], inside["label"]):
            names.add((number, name, label))
    return names


sentences = split_sentences(practice)
for begin in [1, 2, 3, 4]:
    chosen = list(range(begin, 18, 4))
    sample = sentences[sentences["sentence"].isin(chosen)]
    by_hand = names_in(gold_names, sample)
    by_tool = names_in(first.entities, sample)
    found = len(by_hand & by_tool)
    print(chosen, "· found", found, "of", len(by_hand), "· recall", round(found / len(by_hand), 2))

# %% [markdown]
# .73, .27, .86, 1.00. Nobody made a mistake. The last person would print "finds everything", the second "misses three of four", of the same page.
#
# First, **names stand in heaps**: sentence 2 is the list of the states, and whoever has it in the sample has eight misses at once. Second, **small numbers are
# heavy**: with four names, one error moves the result by 25 points. What follows for your report:
#
# 1. Give **counts**: "3 of 11", not "27 %".
# 2. Say **how you chose** the sentences, and choose by a rule, before you have read them.
# 3. Check **the list of participants** by itself, as a whole. Everything hangs on it.
# 4. Look at **which** names are wrong. "Missed all states" is worth more than any number.

# %% [markdown]
# ## Second hour
# **You come back to this notebook later?** First run everything above: menu *Run*, *Run All Above Selected Cell*. (It stops at a red cell. Put the three dots back there, and run once more.)
#
# The first hour was rehearsal. Now comes a text for which nobody has a gold standard. Keep the four rules above in view: counts, a choice by rule, the whole list of participants, and which names are wrong.

# %% [markdown] tags=["teaching-note"]
# **Minutes 0–4, from “Second hour”.** While the cells above run, say: "Today nobody gives you a gold standard." Ask for the four numbers from home: which of the four people is the honest one? (All.) And: what would a fifth person do better? (More sentences; all lists on purpose.) Who has not done it at home guesses the spread now: most say "ten points apart"; it is 73 points.
#
# *Misconception:* "then a sample is worth nothing." Ask: "What *is* known after the second sample?" (The tool misses states. That is right, and it is what counts.) *If you are late,* read the four rules aloud and go on (gains 2 minutes).

# %% [markdown]
# ## Bring it in
# Write the name of your file, `my_text.txt`, between the quotes of `my_file`. (It will not open? The [help page](help.ipynb) knows why.) Or paste the text between the two `"""`.
# Nothing is sent anywhere. (On Binder the notebook runs on a server that is not yours: bring nothing confidential.)
#
# Then two answers. **On which day** did they meet, in the form `"2023-10-26"`? (`None` takes the first full date, which may be that of a document. Your page names no day? Take that of the site where it stood, and say so under *Source*.) **Which organization** is the host, by its acronym? If
# the meeting had none, take the one whose members you ask about, and write its name beside each status on your page: the pictures do not. (The tables know the members of the SCO, of the fictional LSCO and, from general knowledge, of the EU, NATO, ASEAN, the BRICS, the CIS, the CSTO, the EAEU, the ECO, the Gulf Cooperation Council, SAARC and, until 1991, the Warsaw Treaty. Rows from general knowledge were not checked against a source: if your page uses them, say so under *Limits*. With another host every state will be
# *other_state*. With one that they do not know at all, `analyze` stops and says so.)
#
# **If you bring nothing,** the practice text goes on, and you take a sample of your own from it. Or choose another of the five [practice texts](practice.ipynb), with `my_file = data_path("practice/naval_ports.txt")` or `data_path("practice/absent_friends.txt")`.

# %%
pasted = """
"""
my_file = ""
my_day = None
my_host = "LSCO"

my_text = practice
if my_file != "":
    my_text = read_text(my_file)  # a file that is not there stops the cell, with a sentence
if pasted.strip() != "":
    my_text = pasted.strip()  # without the empty lines around it, so that places count from the first word

if my_text == practice:
    print("There is no text of yours yet: this goes on with the practice text.")
my_sentences = split_sentences(my_text)
print(len(my_text), "characters,", len(my_sentences), "sentences")
lantern_sea = read_table(data_path("practice/lantern_sea_memberships.csv"))  # the LSCO, for later practice texts, too
my_members = pd.concat([memberships(), memberships_elsewhere(), lantern_sea]).fillna("")

# %% [markdown]
# <details><summary>For later: how to write rows of members of your own</summary>
#
# In a new cell below: one list for each stay, with an empty `to_date` if it goes on. (A made-up organization; yours must be known to the tables by its name or acronym, or stand in these rows.) Each row needs a source: note it beside your list.
#
# ```python
# more = pd.DataFrame(
#     [
#         ["Harbor League", "PER", "member", "2001-05-04", ""],
#         ["Harbor League", "CHL", "observer", "2010-01-01", "2016-03-01"],
#     ],
#     columns=["organization", "iso3", "status", "from_date", "to_date"],
# )
# my_members = pd.concat([my_members, more]).fillna("")
# ```
#
# The codes of states stand in [states.csv](../data/reference/states.csv).
#
# </details>

# %% [markdown] tags=["teaching-note"]
# **Minutes 4–12.** Say: "Day and host are yours to say, nobody else knows them." Walk around. *Expected:* the last line names the characters and sentences of *their* text; a line about the practice text (2,646 characters, 17 sentences) means that nothing was brought. What goes wrong here: a text with `"""` or a backslash in it (use the file, do not paste); a PDF copied with hyphens at line ends (fine for today, say so in *Limits*); a file in another folder or
# called `my_text.txt.txt`; a web page copied with its menus. A host that the tables do not know stops with a sentence that lists those that they know.
#
# *Misconception:* "without my organization in the table I can not go on." Ask: "Which of your findings needs the status?" (Only the category. Names, participants, themes and statements stay.) *If you are late,* who has no file at hand takes the practice text, and brings the own one in at home (gains 4 minutes).

# %% [markdown]
# ## Before you look
# Now comes the most important step, and everybody wants to skip it: marking a sample by hand, *before* the tool speaks. Why before?
# Whoever has seen an answer finds it reasonable, and the eye slides over a name that the tool has missed.
#
# > **Keep this** · Mark your sample before you look at what the tool says. And after you have corrected by it, it is used up.
#
# The next cell chooses by a rule: a step that gives about four sentences, beginning with the second. (A title is no sentence. A text of fewer than eight sentences gives fewer than four.) The number before the dot is that of the sentence, also if your paragraphs have
# numbers of their own.
#
# **A page of fewer than twelve sentences?** Then this takes every second one, and the others are all that is left for a *fresh sample* at the end. So mark those now, too, on paper, before the tool speaks. Later correct by the first half only, and count in the other.
#
# **With the practice text** change the beginning to `my_begin = 1` or `4`: sentence 2 and its marks are the example that the lesson goes through. (Your sample is not quite blind, since the first hour has shown the errors of this page. Say so under *Limits*.)

# %%
my_begin = 2
my_step = max(2, len(my_sentences) // 4)
my_chosen = list(range(my_begin, len(my_sentences) + 1, my_step))
my_sample = my_sentences[my_sentences["sentence"].isin(my_chosen)]
my_form = {}  # an empty form for your marks
for number, sentence in zip(my_sample["sentence"], my_sample["text"]):
    print(number, "·", fill(sentence, 100, break_on_hyphens=False))
    print()
    my_form[number] = []
print("my_marks =", my_form)
if len(my_sentences) < 12:
    print("A short page: mark its other sentences now, too, on paper. They are your fresh sample.")

# %% [markdown]
# Write your marks into the next cell, by the [codebook](../data/codebook.md). The labels are `STATE`, `IGO` (organizations and their bodies), `GOV` (a ministry, with its state), `POST` (an office, with its state or body; the person has no label, and a title alone before a name, as in *President Biden*, is no mark), `DATE`, `DOC` and `INITIATIVE`. The number of a sentence leads to a list of pairs, name and label. **Copy the names from the page,** each on one line, with a space where the page goes on in the next. A
# sentence without names gets an empty list, and a name that stands twice in a sentence is one mark. `read_marks` reads them, and says what it can not count; mend that first.
# (Few names? Take more sentences *before* you look: a smaller `my_step`, such as 2, in the cell above; and say so on your page.)
#
# What stands there now are the marks of our example, the practice text from sentence 2. Replace them all: the last line above is an empty form for your sample. In it, `2: []` becomes `2: [("Mongolia", "STATE"), ("SCO", "IGO")]`.

# %%
my_marks = {
    2: [
        ("Republic of Arvenia", "STATE"),
        ("Kingdom of Brenland", "STATE"),
        ("Republic of Haven", "STATE"),
        ("People’s Republic of Quessa", "STATE"),
        ("Confederation of Ilmeria", "STATE"),
        ("Principality of Wexmoor", "STATE"),
        ("Torvan Republic", "STATE"),
        ("Sultanate of Zephra", "STATE"),
    ],
    6: [],
    10: [("Declaration on Safe Passage", "DOC"), ("9 June 2019", "DATE")],
    14: [("ATB", "IGO")],
}

mine = read_marks(my_marks, my_sample)
print("names marked by hand:", len(mine))
if 0 < len(mine) < 10:
    print("That is few: one name more or less moves your result by ten points or more. Take more sentences.")

# %% [markdown]
# Were you in doubt anywhere? Write it down now: which name, and why. (On the practice text: *ATB*. The codebook wants an organization of states. Whose bank it is, the page does not say.)
#
# Then, still without the tool, count the **participants** of your text with your finger.

# %% [markdown] tags=["teaching-note"]
# **Minutes 12–26.** Say: "Twelve quiet minutes. No neighbor, no tool." **Whoever has the practice text** sets `my_begin = 1` or `4` (half of the room each), runs the cell again and writes into the empty form; the marks that stand there are the example. Go around and look for long marks with articles, and for ministries without their state. *Expected:* five to fifteen names, and one doubt at least; a room without doubts has not looked.
# On the practice text from 1, by gold: eleven names (the ministry with its state, *Union of Solmark* and *Haven* among them); from 4: four names, none of them a state. *Question that comes:* "Is this a name?" Answer: what does the codebook say? If it says nothing: note the doubt, decide, go on.
# ("Minister of Justice of the Republic of Peru Juan Soto": the office with its state is one POST, and the person has no label.)
# A message "Sentence 2 of the sample has no …" means a typing error, or a mark of the example that is still there; "None of these names stands in your sample" means that all of them are. In texts with numbered paragraphs the key is the number before the dot in the middle ("6 · 5. The Ministers": 6).
#
# *Misconception:* "it is quicker to look at the tool's marks first and correct them." Ask: "Where the tool has marked nothing, what will make you stop and look?" *If you are late,* let each mark two sentences (gains 5 minutes).

# %% [markdown]
# ## Run, and compare
# Now the tool, with a fresh gazetteer and a fresh codebook: what we taught them in the first hour was for another page.

# %%
my_gazetteer = Gazetteer.from_tables()
my_codebook = Codebook.from_table()
before = analyze(
    my_text, on=my_day, organization=my_host, gazetteer=my_gazetteer, codebook=my_codebook, memberships=my_members
)
if len(mine) == 0:
    print("No mark by hand counts yet, so the tool keeps quiet.")
else:
    print(before.summary())

# %% [markdown]
# How many participants does the summary count, and how many did you? (On the practice text 5, and 13.) A line that begins with *Unsure* is a doubt of the tool itself, with its place.
# Whether you share it, the page decides. But do not look only there: in the first hour six of the seven names that it was unsure of were right, and eleven of the twelve errors had no such line.
#
# And here is the sample, yours against the tool's. `&` gives what both have; `-` gives what the first has and the second has not. (As long as nothing is marked by hand, the tool keeps quiet, so that nothing is given away. Your sample really has no names? Begin with another sentence, in `my_begin`.)


# %%
def compare_marks(mine, theirs):
    if len(mine) == 0:
        print("No mark by hand counts, so there is nothing to compare, and the tool keeps quiet.")
        return
    both = mine & theirs
    print("marked by hand:", len(mine), "· by the tool:", len(theirs), "· by both:", len(both))
    for mark in sorted(both):
        print("  ", mark)
    print("only by hand:")
    for mark in sorted(mine - theirs):
        print("  ", mark)
    print("only by the tool:")
    for mark in sorted(theirs - mine):
        print("  ", mark)


compare_marks(mine, names_in(before.entities, my_sample))

# %% [markdown]
# Read these lists before you count. For each line ask: whose mistake is it? The tool's, yours, or does the codebook say nothing? **Do not change your marks now.**
#
# Count the tool's names in three kinds: right, wrong, and those of which you are not sure. Write the numbers into the next cell. It takes **your function** from exercise 7.3: once as if all doubtful names were wrong, and once as if all were right. (If it is not done yet, `bounds_from_above` is another way to the same pair.)


# %%
my_right = 2  # numbers of our example: write over them
my_wrong = 0
my_doubtful = 1


def bounds_from_above(right, wrong, doubtful):
    counted = right + wrong + doubtful
    if counted == 0:
        return (0, 1)
    return (1 - (wrong + doubtful) / counted, 1 - wrong / counted)


share = use(bounds, bounds_from_above, exercise="7.3")
lowest, highest = share(my_right, my_wrong, my_doubtful)
theirs = names_in(before.entities, my_sample)
counted = my_right + my_wrong + my_doubtful
if len(mine) == 0:
    print("No mark by hand counts yet, so there is nothing to count.")
elif counted == len(theirs):
    print("Of", len(theirs), "names that the tool marked, right: between", round(lowest, 2), "and", round(highest, 2))
else:
    print("Count once more: the tool marked", len(theirs), "names here, your numbers make", counted)
if my_text != practice and (my_right, my_wrong, my_doubtful) == (2, 0, 1):
    print("(2, 0 and 1 are the numbers of our example. Are they yours, too?)")
print("Of", len(mine), "names that I marked, missed:", len(mine - theirs))

# %% [markdown]
# In our example, the practice text from sentence 2: two names are right, none is wrong, and of the bank we are not sure. So between .67 and 1.00 of the tool's names are right: a wide answer, and an honest one. The other line is the stronger finding: of eleven names, eight were missed, and all eight are states. (Were you in doubt about a mark of your own? Then give the missed as a range, too: "between 2 and 3 of my 6".)

# %% [markdown] tags=["teaching-note"]
# **Minutes 26–37.** Eight minutes to run, read and count, three to hear a few lines "between … and …" from the room. The rule of the room: *marks are not changed after the tool has spoken.* *Expected:* everybody has a line "between … and …" of their own; the example gives .67 and 1.00, and 8 of 11 missed. Practice text from 1, marked as in gold: the tool
# marks ten names, eight right and two wrong (.8 and .8, without a doubt), and 3 of 11 were missed; from 4: four right of four, nothing missed. Let the two halves of the room compare. Who sees "Count once more" still has the numbers of the example.
# *Typical causes in real texts:* "the Sides", names of ministries without a state, persons ("H.E. Mr. …"), a summit as a name, lists with dashes.
#
# *Misconception:* "the tool is right, I overlooked it, so I correct my marks." Ask: "And where you both overlooked something, who tells you?" *If you are late,* everybody reads only the list *only by hand*, and counts the three kinds at home (gains 3 minutes).

# %% [markdown]
# ## One page
# Write for somebody who has not read the text and will decide something by it. Double-click into the next cell and write over what stands in italics.
# Today only the **error rate**, while its numbers are on the screen. Then exchange screens: could your neighbor repeat what you did? The rest follows at home.

# %% [markdown]
# ### *The question that my page answers*
#
# **Source** · *who published it, title, day, address, opened on; original or translation*
#
# **Findings** · *two or three sentences that answer the question. Each with its place and the words:* "*…*" (`my_text[…:…]`)
#
# **Evidence** · *for each finding: which table shows it, and which passage speaks against it. A quotation is exact.*
#
# **Error rate** · *I marked … sentences by hand (every …, beginning with …) before I saw the tool's marks. The tool marked … names there: … right, … wrong, … doubtful, so between … and … are right (strict). It missed … of my …, most of
# them …. Of the participants, checked as a whole, … of … were found. After this I added the names …, the patterns … and the themes …, and changed … marks at the desk. Fresh sample: …*
#
# **Limits** · *what this page can not say. Think of: one text only · what the codebook has no word for · which date · whose list of members, and was it checked · a translation · who wrote the text, and who is silent in it*

# %% [markdown] tags=["teaching-note"]
# **Minutes 37–45.** Five minutes to write the *Error rate*, and nothing else. Then pairs exchange screens and read that one paragraph: is it said how the sentences were chosen, and that they were marked before looking? Are there counts? *Expected:* three sentences with numbers from the screen. The rest is for home. Before they go, say two things: from now on this sample can
# not test anything that you teach the tool by it; and what to hand in (*Finish your page*). *If you are late,* the paragraph is written at home, too; let one student say the three numbers aloud (gains 2 minutes).
#
# *Misconception:* "a good error rate is a low one." Ask: "Whose page would you rather trust: the one that says 8 of 11 were missed, all of them states, or the one that says *it worked well*?"

# %% [markdown] tags=["teaching-note"]
# **Grading.** Use the rubric in the teachers' guide. Its rows are the table that learners see under *Finish your page*; say before they go home that it is the one by which you read. On the practice text the row *Error rate* counts only with another beginning than 2, and with marks of the learner's own.
#
# **A page on the practice text, as it could look.** (`my_text` is the practice text. Its sample is the example of the lesson.)
#
# *Who stayed away, and does the text say why?*
#
# **Source**: Joint Communiqué on the outcomes of the LSCO consultations, 14 September 2021. Fictional, written for this course, original; `data/practice/harbor_conference.txt` of the course, opened on 24 November.
#
# **Findings**: (1) Thirteen parties took part, eight states, three organizations and two officials: "Representatives … also attended" (`my_text[370:912]`). (2) One member did not come: "The Union of Solmark, which had been invited, was not represented" (`my_text[914:979]`). (3) No reason is given. One could read one into
# "the attack of 3 May 2021 on the ferry terminal of Solmark" (`my_text[1209:1266]`), four months before. I do not: the page does not connect the two, and it condemns the attack.
#
# **Evidence**: for (1) the table of participants, after the correction; for (2) the sentence, and the table of members, by which Solmark has been one since 2009. Against (2) speaks "the CMR remains open to every state on the shores of the Lantern Sea" (`my_text[2327:2395]`): whoever is absent is not shut out.
#
# **Error rate**: four sentences by hand (every fourth, beginning with 2), before looking. The tool marked 3 names there: 2 right, none wrong, 1 doubtful (whose bank is the ATB?), so between .67 and 1.00 are right (strict). It missed 8 of my 11, all of them
# states. Participants, as a whole, before the correction: 5 of 13 found. Added: Arvenia, Brenland, Haven, Quessa, Ilmeria, Wexmoor, Torvan Republic and Zephra as STATE, and the pattern "was not represented" for meeting_protocol. Fresh sample (every fourth, beginning with 3): 6 of 7, missed "Solmark".
#
# **Limits**: (a) "not represented" speaks of a delegation; whether somebody from Solmark sat there for an organization, a list of persons would tell. (b) That Solmark was a member that day rests on one table, which gives no source to look up; the statutes or a list of the LSCO would make it surer.
#
# *Points:* Findings 2 (one question; another reading, and why not that) · Evidence 2 (places with exactly these words; a passage against) · Error rate 2 (counts, choice, before looking; range; which kind) · Limits 2 (two that touch these findings; what one would do) · To repeat 2 (runs; source, day, added names). **10.**
#
# **And one worth 4.** *What about trade?* **Source**: Joint Communiqué of the LSCO. **Findings**: The LSCO wants to use an agreement with the bank "to revive trade, tourism and cultural contacts between the islands" (`my_text[2114:2180]`). The families of fishers are to "share in the benefits of safer routes" (`my_text[2255:2292]`). **Evidence**: the table of themes. **Error rate**: The tool found 27 percent of the names.
# **Limits**: "The LSCO intends" (`my_text[1991:2007]`): what it did, the page does not know. The agreement itself was not read.
#
# *Points:* Findings 1 (one question answered; no other reading) · Evidence 1 (exact, with places; nothing against) · Error rate 0 (a percentage alone) · Limits 1 (two that touch the findings; not what one would do) · To repeat 1 (it runs and gives the number; no day, no address).

# %% [markdown]
# ## At home
# From the first hour: a code that was missing, what helps here and may cost there, and a trap with two dates. From the second: correct the tool, a fresh sample, your page, and a check of its quotations. Then, if you like, find out who stayed away.

# %% [markdown]
# ## The code that was missing
# In the first hour all 13 parties were found in the end, if your list was complete. Three of them are called *other_state*, a state without a status in the organization:

# %%
third.participants[third.participants["category"] == "other_state"][["text", "name", "iso3", "category"]]

# %% [markdown]
# Zephra is indeed an outsider. But Quessa is a member since 2009, and Wexmoor was an observer that day. Both stand in `members`:

# %%
members[members["iso3"].isin(["XQU", "XWE"])][["iso3", "status", "from_date", "to_date"]]

# %% [markdown]
# What went wrong? In the table above them, the column `iso3` is empty. Our pairs had a name and a label, and **the tables meet by the code**. Without a code there was nothing to look up. (Zephra is
# right for the wrong reason: right by silence, as in lesson 5.) So we add the codes. A name that holds a short one gets its code.

# %%
codes = {"Quessa": "XQU", "Wexmoor": "XWE", "Solmark": "XSO"}
for name, label in the_names:
    for short in codes:
        if short in name:
            gazetteer.add(name, label, canonical=short, iso3=codes[short])

fourth = analyze(practice, organization="LSCO", gazetteer=gazetteer, memberships=members)
draw_participants(fourth.participants)

# %% [markdown]
# Now all 13 have the capacity that gold gives them (fewer, if your list was shorter). One of them stands at another place: the tool takes Arvenia from the invitation (`practice[349:368]`), and gold takes it from the list of those
# who took part (`practice[393:412]`). In a table that compares places, this counts as one missed and one extra.

# %% [markdown] tags=["teaching-note"]
# **The code that was missing.** Eight minutes, good for a class that has them. At the three rows ask: who believes this? Then the rows of the table of members. *Expected:* both states are there, so something between the two tables is broken.
#
# *Misconception:* "the table of members is wrong." Ask: "What have the two tables in common?" and let somebody say *iso3*.

# %% [markdown]
# ## What helps here may cost there
# In the first hour we looked at names and parties. What about themes and statements? The page has eight statements, "Most delegations" and "Some delegations" among them. Are they as in gold, place by place?

# %%
gold_statements = read_table(
    data_path("practice/harbor_conference_statements.csv"), {"sentence", "speaker_start", "verb_start"}
)
columns = ["sentence", "speaker_start", "verb_start", "consensus"]
print(first.statements[columns].equals(gold_statements[columns]))

# %% [markdown]
# All eight, and already in the first run: who speaks, and how, hangs mostly on small words, not on names. (Same workshop: this is one of the good marks. Your own text will tell you more.)
#
# The themes are another matter. Which ones are missed?

# %%
codebook = Codebook.from_table()
themes = codebook.themes
gold_codes = read_table(data_path("practice/harbor_conference_themes.csv"), {"sentence", "start", "end"})
gold_themes = gold_codes[themes] == "1"

for theme in themes:
    for number, should, does in zip(sentences["sentence"], gold_themes[theme], fourth.themes[theme]):
        if should and not does:
            print(number, theme)
            print(fill(sentences["text"][number - 1], 100, break_on_hyphens=False))

# %% [markdown]
# Four sentences. In each of them a reader sees the theme, and the word for it is missing. (`== "1"` makes True and False of a table of texts, as in lesson 5.)
#
# Which pattern would you add to the codebook for each? Write one down. Here are four that somebody might have written. Each of them finds its sentence. We score each
# on **two** pages: the one that it was made for, and our old press release, on which the codebook had 1.00.


# %%
def scores_with(pattern, theme):
    wider = Codebook.from_table().add(theme, pattern)
    here = score_labels(gold_themes, code_themes(practice, wider)).tail(1)
    there = score_labels(gold("themes"), code_themes(press_release, wider)).tail(1)
    return {
        "pattern": pattern,
        "theme": theme,
        "F1 on the practice text": here["f1"].tolist()[0],
        "F1 on the press release": there["f1"].tolist()[0],
    }


rows = [
    scores_with("was not represented", "meeting_protocol"),
    scores_with("open to ... state*", "regional_cooperation"),
    scores_with("prosper*", "economy_culture"),
    scores_with("substances ... lives", "drugs"),
]
pd.DataFrame(rows).round(3)

# %% [markdown]
# On the practice text all four look alike: .909, where it was .875 without a new pattern.

# %% [markdown] tags=["quiz"]
# **Quick check.** Only one of these patterns may go into the codebook, for the next communiqué from anywhere. Which one?
#
# - [ ] `substances ... lives`, since it costs nothing on either page.
#   It costs nothing, as the table shows, and it will hardly ever find anything again: it is this page, copied. A rule for one sentence is a note about that sentence.
# - [ ] `open to ... state*`, since such a sentence may well come again.
#   It may, and it costs nothing here. But any treaty may be "open to all states for signature", whatever it is about. The phrase tells who may join, and not that a region works together.
# - [ ] `prosper*`, since prosperity is what an economy is about.
#   On the old page it marks two sentences more, with "prosperity in the region" (`text[1672:1696]`) and "stable, secure, prosperous" (`text[2074:2100]`), and F1 falls from 1.000 to .963. But look who says so: the old gold standard does not count prosperity as economy, and the new one does ("the prosperity of the islands"). First the codebook must decide (data card, *Known doubts*).
# - [x] `was not represented`, since any meeting may say it.
#   It speaks of who met and not of what this meeting was about, so it may help elsewhere. But be careful with "costs nothing": the old page has no such words, so it could not object. That is silence again.

# %% [markdown]
# > **Keep this** · A change that helps on one page is a claim about other pages. Try it on a page that it was not made for.

# %% [markdown] tags=["teaching-note"]
# **What helps here may cost there** is for home, and makes ten good minutes if a class has them. Let pairs write one pattern before they see ours; try two of theirs in `scores_with`. *Expected favorites:* `substance*`, `invited`, `prosperity`, `islands`. For each: what else would it find?
#
# *Misconception:* "a pattern that lowers no score is a good pattern." Ask: "How often could the old page have objected to it?" (Never: the words are not on it.)

# %% [markdown]
# ## Which day?
# A trap waits in many a communiqué, as in ours: it holds more dates than one. Here it is that of an attack, and that of a *document*, 9 June 2019.

# %% [markdown] tags=["quiz"]
# **Quick check.** Suppose that the page began with "Recalling the Declaration of 9 June 2019, …". We give no day. What would `analyze` do with the statuses?
#
# - [x] It would look them up on 9 June 2019, and say so in a note.
#   It takes the first full date. The note "status was looked up on 2019-06-09" is all that could warn you. The next cell shows what it would cost.
# - [ ] It would leave them empty, since two dates compete.
#   That would be careful. It does so only if it finds *no* full date; two dates do not disturb it.
# - [ ] It would take 14 September 2021, the day of a meeting.
#   A reader would: the second date stands beside "consultations … were held". The rule does not read that far. A date is a date to it.

# %%
by_document = analyze(practice, on="2019-06-09", organization="LSCO", gazetteer=gazetteer, memberships=members)
for name, day, wrong_day in zip(
    fourth.participants["name"], fourth.participants["category"], by_document.participants["category"]
):
    if day != wrong_day:
        print(name, "·", day, "· by the date of the document:", wrong_day)

# %% [markdown]
# Two states with another capacity. So read that note, and **give the day yourself**: `analyze(text, on="2021-09-14")`.

# %% [markdown]
# ## Correct
# Back to your own text. What did the tool miss? Add the names that you have *seen to be missing*, and if a theme is missing, a
# pattern for it. What stands here is for our example: the states of the sample, and a pattern for sentence 5, which had no theme. With a text or a beginning of your own both lists begin empty: fill them where it says *yours*.

# %%
more_names = [
    ("Arvenia", "STATE"),
    ("Brenland", "STATE"),
    ("Haven", "STATE"),
    ("Quessa", "STATE"),
    ("Ilmeria", "STATE"),
    ("Wexmoor", "STATE"),
    ("Torvan Republic", "STATE"),
    ("Zephra", "STATE"),
]
more_patterns = [("meeting_protocol", "was not represented")]
if my_text != practice or my_begin != 2:
    more_names = []  # yours, for example [("Contact Group", "INITIATIVE")]
    more_patterns = []  # yours, for example [("drugs", "narcotic*")]

my_gazetteer = Gazetteer.from_tables()  # new ones, so that nothing is left in them from an earlier try
my_codebook = Codebook.from_table()
for name, label in read_pairs(more_names):
    my_gazetteer.add(name, label)
for theme, pattern in read_pairs(more_patterns):
    my_codebook.add(theme, pattern)
after = analyze(
    my_text, on=my_day, organization=my_host, gazetteer=my_gazetteer, codebook=my_codebook, memberships=my_members
)
for sentence in after.lists:
    print(sentence)
compare_marks(mine, names_in(after.entities, my_sample))

# %% [markdown]
# The first line names all that you have added; it stands in the summary and in the report, too, so that nobody takes your work for the tool's. A *new theme* in it that you did not want is a typing mistake.
#
# In our example: 10 of 11, and one line in each list. They are the same place with two borders. The tool puts many forms of state before a name that it knows, *Principality*, *Sultanate*; *Confederation* is not
# among them. Add `("Confederation of Ilmeria", "STATE")`, and it is 11 of 11.
#
# Nothing was missed in your sample? Then look for what is missing in other sentences, and in the themes. But leave out those of your *fresh sample*, which tests the tool once more at home: sentence 3 and every `my_step`-th one after it. (On a short page nothing is left then: add nothing, and say so.) A party whose name is found, but who is not in the list of participants, hangs on a phrase that our rules do not know: that can not be added here, so note it under *Error rate*.

# %% [markdown] tags=["quiz"]
# **Quick check.** After the correction the same sample says 11 of 11. Which numbers may stand on the page as the tool's error rate?
#
# - [x] "3 of 11 found, before correction", and what was added.
#   Those sentences had not shaped any list of yours when they were counted. By the correction **the sample is used up**: for a count after it, mark a *fresh* one (at home).
# - [ ] "11 of 11 found", if it says "after correction" beside it.
#   The number is true, and it tells nothing: the names come from the very sentences in which they are counted now. It is the 1.00 of the first hour once more.
# - [ ] "10 of 11 found", since a border is only half an error.
#   Whether a border counts is worth a sentence (strict or partial, lesson 3). But the 10, too, were counted after their names had been taken from this sample.

# %% [markdown] tags=["teaching-note"]
# **Correct** takes eight minutes. If a class does it, say: "Now you may teach it. And from now on this sample can not test you any more." *Expected* in the quick check: the first option; the second one is popular, because it sounds honest. Ask those who took it: how many names would a list copied from the sample find? (All, always.)
#
# *Misconception:* "the more names I add, the better the tool." Ask: "Which of your names is also a common word?" (`("May", "STATE")` of exercise 7.2.)

# %% [markdown]
# ## A fresh sample
# In our example we corrected by sentences 2, 6, 10 and 14 of the practice text, and by 5. So we take four that we have not used, beginning with 3. (Ours here are not quite blind: we had seen the page.) First the sentences, for your own text, too. (On a short page you have marked them already: copy your marks from the paper.)

# %%
fresh_begin = 3
fresh_chosen = list(range(fresh_begin, len(my_sentences) + 1, my_step))
fresh_sample = my_sentences[my_sentences["sentence"].isin(fresh_chosen)]
if set(fresh_chosen) & set(my_chosen):
    print("The two samples share sentences: choose another fresh_begin.")
fresh_text, sample_text = " ".join(fresh_sample["text"]), " ".join(my_sample["text"])
for name, label in read_pairs(more_names):
    if name in fresh_text and name not in sample_text:
        print("You added", name, "from a fresh sentence: as a test of the tool it does not count any more.")
fresh_form = {}
for number, sentence in zip(fresh_sample["sentence"], fresh_sample["text"]):
    print(number, "·", fill(sentence, 100, break_on_hyphens=False))
    print()
    fresh_form[number] = []
print("fresh_marks =", fresh_form)

# %% [markdown]
# Mark them as before, and **before you go on**: the next section shows the tool's marks on the whole page. With a text or a beginning of your own the marks begin empty: fill them where it says *yours*.

# %%
fresh_marks = {
    3: [
        ("Archipelago Trade Bank", "IGO"),
        ("ATB", "IGO"),
        ("Secretariat of the Amber Coast Customs Union", "IGO"),
        ("Interisland Fisheries Commission", "IGO"),
    ],
    7: [("3 May 2021", "DATE"), ("Solmark", "STATE")],
    11: [],
    15: [("CMR", "IGO")],
}
if my_text != practice or my_begin != 2:
    fresh_marks = {}  # yours: put the empty form here, and fill it

fresh_mine = read_marks(fresh_marks, fresh_sample)
print("names marked by hand:", len(fresh_mine))

# %%
compare_marks(fresh_mine, names_in(after.entities, fresh_sample))

# %% [markdown]
# In our example, six of seven. That can be reported as a count after correction; the old sample could not. The one that is missing is *Solmark*: it did not stand in the first sample, so nobody had told the tool.

# %% [markdown] tags=["quiz"]
# **Quick check.** A fellow student marked 15 names in five sentences. The tool found all 15, and marked nothing else. What may stand on the page?
#
# - [ ] "The tool finds 100 % of the names in this text."
#   All 15 were found, that is true. But this sentence speaks of the whole text, and the rest has not been looked at. The last of our four people had 1.00, too; on the whole page it was 22 of 34.
# - [x] "15 of 15 found; up to one in five may still be missed."
#   Counts, and the doubt beside them. The "rule of three" of statistics: with no error in *n*, the true share lies below 3 in *n*, in 95 of 100 such cases; 3 in 15 is one in five. (The rule is for names drawn one by one. Names in heaps make the doubt larger.)
# - [ ] "Fifteen names are too few to say anything at all."
#   They are few, and still they tell something. A tool that misses every second name would find 15 of 15 about once in 33,000 samples of this size.

# %% [markdown]
# ## Finish your page
# Now look. The summary, the page, the participants, the themes, the statements of your text, after the correction:

# %%
print(after.summary())

# %%
show_spans(my_text, after.entities)

# %%
draw_participants(after.participants)

# %% [markdown]
# (With the practice text, all states are *other_state* once more. You know the reason: no codes. This time the last *Note* of the summary says that something is odd.)

# %%
draw_theme_map(after.themes)

# %%
after.statements[["sentence", "speaker", "verb", "consensus"]]

# %% [markdown]
# In the last column **unspecified** stands for two things: some speakers, of whom the text does not say how many; and one who speaks alone, a person, a ministry or a state. A readout by one side has many such rows. Then read the column `speaker`, and say on your page who speaks and who is silent; **all** is for the parties as a body.
#
# Find the sentences of your sample in the map and in the table of statements. Would you have coded them so? Count these, too: so many of so many.
#
# <details><summary>More ways to correct: codes, themes that are too many, themes of your own</summary>
#
# For a state, `my_gazetteer.add(name, label, canonical, iso3)` takes its canonical name and its code, too, and then its status can be looked up. A sentence has a theme too *many*? `my_codebook.remove(theme, pattern)` takes a pattern out.
# And `my_codebook.add("law", "rule of law")` makes a new theme; so does a typing mistake, and the summary says which themes are new. (Do these in a cell below *Correct*, and make `after` again there.)
#
# </details>
#
# **The same at a desk.** Mending names one by one in a list is slow. At the desk below you mend them on the page: press *Analyze*, mark what is missing, change or delete what is wrong, press *Analyze again with these marks*.
# *Save tables and report* writes the tables and a report, `report.html`, which opens in any browser, into the folder `my_analysis` beside this notebook. It works with your day, your host and the lists from above; with another day your marks stay. They stay, too, if you run this cell again with the same text. And after a restart the desk
# reads those that you have saved, from `corrections.csv`, and analyzes at once: so save before you close. *Drop my corrections* goes back to what the rules found.
# (Only a sentence here? Go on: `after` has the same tables, and names are mended in `more_names`. For the report write, in a new cell, `from helpers.report import save_report` and `save_report(after, "report.html")`.)
#
# Two questions before you press. Which numbers of the summary change if you delete the mark of a name that stands in the list of participants? And does the report say that you corrected?

# %%
at_the_desk = desk(
    my_text,
    my_day,
    my_host,
    marks="my_analysis/corrections.csv",
    gazetteer=my_gazetteer,
    codebook=my_codebook,
    memberships=my_members,
)
at_the_desk

# %% [markdown]
# The participants become fewer, too: who took part is looked for among the marked names (and among persons with an office, who have no mark: they stay). And the report lists each name that you added or took out, with its place, under *Corrected by hand*; the table `corrections.csv` has the same. In the
# text itself all marks look alike, so a page without that list hides your work. (Names, patterns and themes that you added in lists stand in its first lines, *Added to the tables*.) The names that you marked at the desk are answers, like the ones that you added to the list: **they count for nothing in your error rate**.
#
# The tables can be taken along, to a spreadsheet for example; the desk has written its own. For the analysis above it, `to_csv` writes them into a folder. Here the folder is a temporary one, which is gone when the notebook is closed. For your own work change one line, to `folder = "my_results"`: it
# is made beside this notebook. (`at_the_desk.value` is the analysis of the desk, with your marks. If your page uses its numbers, the next cell prints them, so that whoever runs your notebook sees them come out again.)

# %%
if at_the_desk.value is None:
    print("Nothing was analyzed at the desk.")
else:
    print(at_the_desk.value.summary())

# %%
temporary = TemporaryDirectory()
folder = temporary.name
for path in after.to_csv(folder):
    print(path.name)

# %% [markdown]
# Each finding on your page carries its place. `place_of`, your function from exercise 6.4, finds it. (Write your own quotations into the list. `None` says that the words do not stand there.)


# %%
def place_of(text, quote):
    start = text.find(quote)
    if start == -1:
        return None
    return (start, start + len(quote))


for quote in ["Most delegations supported a wider dialogue", "was not represented", "All delegations supported"]:
    place = place_of(my_text, quote)
    print(place, quote)
    if place is None and place_of(my_text.replace("’", "'"), quote.replace("’", "'")):
        print("  It stands there with another apostrophe: copy it from the page.")

# %% [markdown]
# **What to hand in:** two files, `my_07.ipynb` and `my_text.txt`, under these names; if you corrected at the desk, the folder `my_analysis` beside them, too: the desk reads your marks from its `corrections.csv`, and gives the numbers of your page again. (If you pasted your text, it is in the notebook. Whoever took the practice text: with another beginning than ours, and marks of your own.) `progress()` in a new cell shows which exercises are done.
#
# **How it is read.** Give your page to somebody else, with the text. This table says what to look for.
#
# | part | not yet | good | very good |
# | --- | --- | --- | --- |
# | **Findings** | numbers without a question; or more than the text says | two or three sentences that answer one question | besides, the other way to read it, and why not that |
# | **Evidence** | no places, or quotations that are not exact | each finding can be looked up in a minute | besides, one passage that speaks against you |
# | **Error rate** | "it worked well", or a percentage alone | counts; how the sample was chosen; that it was marked before looking | besides, the doubtful names as a range, and which kind of name is missed; under ten names, that they are few |
# | **Limits** | none, or "no method is perfect" | two limits that touch *these* findings | besides, what one would have to do to be surer |
# | **To repeat** | the notebook stops, or the text is missing | it runs, and gives the numbers of the page | besides, source, day, and every name and pattern that was added |

# %% [markdown]
# ## Is it on the page?
# A page about a page lives by its quotations, and a quotation changes easily: a word from memory, a line end in the middle. Two tools for white space:

# %%
print("was not\nrepresented".split())
print(" ".join("was not\nrepresented".split()))

# %% [markdown]
# ### Exercise 7.4 · Quotations that nobody wrote *(on your own)*
# Write the function `not_on_page(text, quotes)`. `text` is a text, `quotes` a list of quotations. It returns a **list** of those quotations that do *not* stand in the text, as they were given and in their order.
#
# - Line ends and several spaces count as one space, in the text and in a quotation.
# - Everything else must be exact, capitals included. A quotation may begin or end anywhere.
#
# For example, `not_on_page("The parties\nmet.", ["The parties met", "All parties met"])` gives `["All parties met"]`. (A place is checked otherwise: `my_text[914:979] == "…"` must be `True`.)
#
# `check` shows its answer only as the last line of a cell. So try your function in another cell, below it.


# %% exercise="7.4"
### BEGIN SOLUTION
def not_on_page(text, quotes):
    page = " ".join(text.split())
    missing = []
    for quote in quotes:
        if " ".join(quote.split()) not in page:
            missing.append(quote)
    return missing


### END SOLUTION

# %%
check("7.4", not_on_page)

# %% [markdown]
# ## What the tools know that they do not know
# Some gaps are noticed. Each of these made-up lines draws a note; read it with the line. Then say what you would have to look up.

# %%
for line in [
    "Peru and Chile took part. The parties stressed the importance of trade.",
    "On 3 May 2016 the ministers of Peru and Chile had lunch and spoke about trade.",
    "Kenya and Ghana took part on 3 May 2016.",
]:
    print(line)
    for note in analyze(line, organization="AU").notes:
        print("  ", note)

# %% [markdown]
# Kenya and Ghana are members of the African Union, the AU (general knowledge). Our tables of memberships have no row for it, and the note says that something may be wrong. It is all that a tool can do.
#
# And these gaps are *not* noticed. You have met most of them:
#
# - a name that is in no list (the eight states) · a wrong day or a wrong host, if it is a possible one · a status looked up without a code
# - a theme without its words, a negation, "with one exception" (lesson 6)
# - a text that is not English, or only half of a text: it will be read, and little will be found
# - what was left out when the text was written

# %% [markdown]
# ## Who stayed away?
# Here are the members of the LSCO over time, as far as the table knows, and the day of the conference. (Our table of states has no fictional ones, so the picture is given their names.)

# %%
draw_memberships(
    members,
    on="2021-09-14",
    organization="Lantern Sea Cooperation Organization",
    names=dict(zip(members["iso3"], members["note"])),
)

# %% [markdown]
# That Solmark did not come, the page has told us. Not every page does: our press release does not mention who stayed away (Belarus and Sri Lanka in lesson 4). But a table of members and a list of participants know it together.
#
# `to_dict("records")` makes a list of dicts of a table, the form that you know from exercise 4.3:

# %%
gold_parties = read_table(data_path("practice/harbor_conference_participants.csv"), {"start", "end"})
rows = members[["iso3", "status", "from_date", "to_date"]].to_dict("records")
attended = set(gold_parties[gold_parties["kind"] == "state"]["iso3"])
print(rows[0])
print(sorted(attended))

# %% [markdown]
# ### Exercise 7.5 · Who stayed away? *(stretch)*
# Write the function `stayed_away(rows, day, attended)`. It returns a **set** with the codes of all states that were **members** on that day and are not in `attended`.
#
# - `rows` is a list of dicts like the one above. There may be no row at all, and a state may have several.
# - `day` is a text such as `"2021-09-14"`. `from_date` belongs to the interval, `to_date` does not, and an empty `to_date` means that it goes on.
# - `attended` is a set of codes. Guests may be among them.
#
# For example, with `rows` of two members, `"PER"` and `"CHL"`, both since 2001 and without an end, `stayed_away(rows, "2005-05-05", {"PER", "FJI"})` gives `{"CHL"}`.
#
# When the check says *done*, call it with the `rows` and `attended` above, in a cell of its own: `check` stays the last line of its cell.


# %% exercise="7.5"
### BEGIN SOLUTION
def stayed_away(rows, day, attended):
    missing = set()
    for row in rows:
        has_begun = row["from_date"] <= day
        goes_on = row["to_date"] == "" or day < row["to_date"]
        if row["status"] == "member" and has_begun and goes_on and row["iso3"] not in attended:
            missing.add(row["iso3"])
    return missing


### END SOLUTION

# %%
check("7.5", stayed_away)

# %% [markdown] tags=["teaching-note"]
# **The exercises at home.** **Exercise 7.3 (10 minutes at home, between the hours).** *Expected:* as in the solution; many forget the last case. *Typical slip:* dividing by `right + wrong`. *Question for the fast:* with `bounds(6, 1, 3)` the width is .3: how many names would you have to mark so that three doubtful ones make a width of .05? (60.)
# *Misconception:* "a doubtful name is half right." Ask: "Ten doubtful names, or five right and five wrong: do you know the same?" (Half for each hides which of the two it is.)
#
# *Expected* in 7.4: five lines, white space made alike on both sides; *typical slip:* only the page, or only the quotations. The question for those who want capitals forgiven: would you put "nobody spoke" between quotation marks if the page says "Nobody spoke"?
# *Expected* in 7.5: one loop with four conditions, as in 4.3; `stayed_away(rows, "2021-09-14", attended)` gives `{"XSO"}`. *Typical slip:* `day <= row["to_date"]`.
#
# *Misconception:* "the set says that Solmark refused to come." Ask: "Which of your sources knows a reason?" (None. The table knows a member, the page an invitation.)
#
# **The desk** needs nothing from you but a word before: *Analyze* first, then correct. *Expected:* on the practice text after the correction, *Confederation of Ilmeria* is mended in half a minute: mark the long name over the short one. Delete the mark of a state in the list, and two numbers change, entities and participants; with the *Archipelago Trade Bank* a third does: *trade* is no longer part of a name, and counts for a theme. *Typical
# slip:* correcting at the desk before the fresh sample is marked. *Question:* whose report would you rather read, one with an empty list under *Corrected by hand* or one with ten rows? (It depends on the text; the rows can be checked.) *Misconception:* "after my corrections the report is right." Ask: "Which of its parts did you read? Themes and statements are still the rules' own."
#
# **Minutes at home,** estimated, since no class was timed: between the hours a text 25, exercise 7.3 10, how sure is a number 10; after the second hour the missing code 5, what may cost there 12, which day 5, correct 15, a fresh sample 15, the tables and the desk 20, the page 60, exercise 7.4 10, the gaps 4, who stayed away 4. Together 45 and 150, which is 195. The short part is
# correct (15) and the page (60).
#
# **The fresh sample.** *Expected:* with the practice text 6 of 7. *Misconception:* "it is worse than 10 of 11, so the correction has failed." Ask: "Which of the two sentences was a test?"

# %% [markdown]
# ## What we learned
# - On a page whose states are invented, the tool kept what is a rule (organizations, dates, documents) and lost what is a list (states, members). It said that it was unsure of seven names, six of which were right, and it said nothing about the states. On a page with real states it may be the other way around.
# - Errors have causes. The names of nine states repaired twelve errors, and two missing codes spoiled two rows.
# - A change is a claim about other pages. `prosper*` helped here and cost there, or the two gold standards do not agree.
# - Mark a sample before you look. Give counts, not only shares. Keep your doubts and show them. After a correction the sample is used up.
# - A page of findings stands on its places. Whoever doubts you can look.
#
# **Be careful about** 1.00 on a page that gave you the answers · the day and the host, which are yours to say · percentages of ten names · absences, which no text explains
#
# **Further reading** · Ron Artstein and Massimo Poesio, "Inter-Coder Agreement for Computational Linguistics", *Computational Linguistics* 34 (2008): what agreement can tell, and what it can not. · Amos Tversky and Daniel Kahneman, "Belief in the Law of Small Numbers",
# *Psychological Bulletin* 76 (1971): why we trust small samples too much. · Justin Grimmer and Brandon M. Stewart, "Text as Data", *Political Analysis* 21 (2013), on validation. · The [data card](../data/README.md), for what this course itself does not know.
#
# **Next** · your own question. If you have many texts, [8 · From one text to an archive](08_from_one_text_to_an_archive.ipynb) reads a folder of sixty, made up for it. Every function of the course works outside of it; the package is in `src/helpers`, with examples. And whatever you find: say where it stands.

# %% [markdown] tags=["teaching-note"]
# **For the discussion**, in class or as homework
#
# 1. Two students have the same text, the same tools and different error rates. Must one of them have made a mistake? *A good answer* names two innocent reasons, other sentences and other decisions in doubtful cases, and says how to tell them apart: exchange the samples.
# 2. A ministry publishes a list of who came. Which absences would you report, and what would you have to know before you wrote *why*? *A good answer* separates "a member that is not in the list" (a table shows it) from "invited and did not come" (somebody must have written it) and from the reason (another source), and asks on which day the list of members holds.
# 3. The practice text was written by the people who wrote the rules, and annotated by them. Which of today's numbers would you believe about a real text? *A good answer* believes the bad marks sooner than the good ones, and best of all the students' own samples, small as they are.
#
# **After the course.** Collect the error rates of the room in a table: text, names by hand, by the tool, right, wrong, doubtful, which kind was missed. It is the only honest test that this course has, and it grows every year. Tell the authors: the README says where.
