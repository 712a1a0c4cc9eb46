# %% [markdown]
# # 5 · What was it about?
# *How do we count themes without fooling ourselves?*
#
# We know who sat in the room. What did they talk about? A computer can count words in no time, and words are not themes. In this
# lesson we teach it a few words for each theme, let it read the page, and compare with a careful reader. Then we make it better,
# until it is perfect. And then we find out why a perfect score is a reason to worry.
#
# **You will be able to** find the codes that are wrong, and read them (5.1) · improve a codebook of keyword patterns, with a measure in hand
# (5.2) · write the rule behind a pattern (5.3) · work out precision and recall yourself (5.4) · say which themes stand together, and what that rests
# on (5.5) · compute what sets a text apart from others (5.6)
#
# **Time** core path 45 minutes, at home 30, with the stretch exercise 40 · **You need** lessons 0 to 4: a set, a dict, a table, `def`; precision,
# recall, F1 · **Next** 6 · Who says so?

# %% [markdown]
# **Before you begin:** *File*, *Save Notebook As…*, and call it `my_05.ipynb`; then *Edit*, *Clear Outputs of All Cells*, so that no answer is shown
# before you have asked for it. Something goes wrong? [Help](help.ipynb)

# %% [markdown] tags=["teaching-note"]
# **The plan of the hour**
#
# | minutes | what | who works |
# | --- | --- | --- |
# | 0–4 | Words are not themes | the room guesses |
# | 4–10 | What a careful reader says | pairs code two sentences with a pencil |
# | 10–16 | Twelve patterns | the room guesses, you run |
# | 16–24 | Exercise 5.1, and what the errors say | everybody, then the room |
# | 24–28 | Two ways in which words mislead | you |
# | 28–33 | One theme, eight versions | the room predicts each bar |
# | 33–40 | Exercise 5.2 | everybody |
# | 40–45 | A perfect score | the room |
#
# The idea that must survive the hour: *test on what you have not seen*. It works only if the room has been proud first. So let them
# reach 1.00 in exercise 5.2, let them enjoy it, and do not give the end away.

# %% [markdown]
# Most tools of this lesson come from the course's own small package. It lies in `src/helpers`, and you may read it. The first five lines
# bring tools of Python itself, and pandas, which makes our tables.

# %%
from collections import Counter
from math import log
from random import Random
from textwrap import fill

import pandas as pd

from helpers import reference
from helpers.agreement import score_labels
from helpers.exercises import check, hint, solution, use
from helpers.pictures import draw_scores, draw_theme_map, draw_theme_pairs
from helpers.texts import clean_text, concordance, read_text, split_paragraphs, split_sentences, split_words
from helpers.themes import Codebook, code_themes, distinctive_terms, theme_pairs

text = read_text()

# %% [markdown]
# ## Words are not themes
# What was it about? The quickest answer is to count. This function makes small letters, leaves out stop words and numbers (lesson 1), and counts
# the rest. A `Counter` is a dict that begins every count with 0.


# %%
stop_words = set(reference.words("stop_words")["word"])


def count_words(passage):
    counts = Counter()
    for word in split_words(clean_text(passage))["text"]:
        word = word.lower()
        if word not in stop_words and len(word) > 1 and not word[0].isdigit():
            counts[word] = counts[word] + 1
    return counts


count_words(text).most_common(5)

# %% [markdown]
# *security*, 12 times: more often than any other word that we kept, except the organization's own short name. So it was about security.
#
# Was it? **Whose** security? Write down a guess, and keep it. (Also in the list: *republic*. Nobody spoke about republics; the word stands in the
# names of states, as you saw in lesson 1.)
#
# A count of words is easy to make and easy to believe. A **theme** is something else: what a sentence is about, for somebody who reads it.

# %% [markdown] tags=["teaching-note"]
# **Minutes 0–4.** Collect the guesses for *whose security* on the board: the region's, Afghanistan's, the member states', everybody's. Do not judge them; they come back at minute 20.
# *Typical remark:* "it also stands in names." Good: in three of the twelve places it does (lesson 3). *If you are late,* show the list and ask the question, no more.

# %% [markdown]
# ## What a careful reader says
# To count themes, somebody must first say which themes there are. Our [codebook](../data/codebook.md) has nine.
#
# | theme | the sentence speaks of |
# | --- | --- |
# | `terrorism_extremism` | terrorism, extremism |
# | `drugs` | drugs |
# | `crime_cyber` | crime, also with computers |
# | `afghan_security` | the security of Afghanistan: forces, foreign withdrawal, stability |
# | `afghan_reconciliation` | reconciliation, reconstruction, Afghan ownership |
# | `regional_cooperation` | cooperation of states and organizations in the region |
# | `un_role` | the role of the UN, its cooperation with the SCO, the legal basis of it |
# | `economy_culture` | trade, economy, culture |
# | `meeting_protocol` | the meeting itself: who, when, where, in which mood |
#
# A sentence may have several themes, one or none. To *code* a sentence is to say which. Three rules were made when readers were in doubt:
#
# - **A name alone adds no theme.** To name the UN Office on Drugs and Crime is not to speak of drugs.
# - **A purpose counts.** "… in order to facilitate the early achievement of peace and stability in this country" (sentence 12) speaks of stability.
# - **An anaphor carries its theme.** An *anaphor* is a word that points back, such as *those problems*. It means what it points to.
#
# Now you are the reader. Code these two sentences with a pencil, before you go on. (Python counts from 0: the sixth sentence is at place 5.)

# %%
sentences = split_sentences(text)
for sentence in sentences["text"].tolist()[5:7]:
    print(fill(sentence, 100))
    print()

# %% [markdown]
# Done? Here is the whole page as the gold standard has it: a column for each sentence, a row for each theme. The lines are the borders of
# paragraphs; ¶1 is the first one below the title. The title is not coded.

# %%
gold = reference.gold("themes")
draw_theme_map(gold, paragraphs=split_paragraphs(text), title="Themes of the gold standard")

# %% [markdown]
# 17 sentences, 9 themes: 153 boxes, each a decision between yes and no. 26 of them are filled.
#
# Look at column 7. "They stated that solution of those problems …": no word of it is about terrorism or drugs, and both boxes are filled,
# because of *those problems*. And column 6: did you also fill `afghan_security`, for "durable security and prosperity in the region"?
# The gold standard did not. It reads: security *of the region*. The [data card](../data/README.md) lists this decision among its doubts.
#
# Who was the careful reader? Two instances of one language model, which worked apart from each other with a first version of the codebook. They agreed in all 153 boxes; the rules below were written afterward.
# That sounds impressive and says little, because they were two of a kind. So take it as *one* careful reading. You may challenge it.
#
# > **Keep this** · Before anybody counts themes, somebody has decided which themes there are. The count is never better than that decision.

# %% [markdown] tags=["teaching-note"]
# **Minutes 4–10.** Two minutes of pencil in pairs, then compare the pairs *with each other* before the picture. *Expected* for sentence 6: terrorism, drugs, and a quarrel about
# security. For sentence 7: half the room has nothing at all. Ask them: solution of *which* problems? *Misconception:* "the gold standard is the truth." Ask: who would have to
# agree before you believed it, and how different from each other should they be? *If you are late,* code sentence 7 only.

# %% [markdown]
# ## Twelve patterns
# Now the computer. It gets a codebook of its own: for each theme a few **patterns**. If a pattern stands in a sentence, the sentence gets the theme.
# Patterns are written like this:
#
# | you write | it finds |
# | --- | --- |
# | `opium` | the word, in capital or small letters, in British or American spelling |
# | `terroris*` | terrorism, terrorist, terrorists: the star stands for any ending |
# | `drug traffick*` | the words one after the other |
# | `secur* ... Afghan*` | the one and then the other, at most five words between them, in one sentence |
# | `< problem*` | *these*, *those* or *such* problems, **if** the sentence before has the theme |
#
# Two of the three rules are built in: `<` follows an anaphor, and the names of bodies are reduced to their abbreviations before we search, so that
# *Drugs* in a name is not found. (And *this country* counts as the state that was named last.)
#
# Here is a starter. Read it and guess: how many of the 26 boxes will it fill?

# %%
codebook = Codebook.from_table("theme_patterns_starter")
codebook

# %%
coded = code_themes(text, codebook)
draw_theme_map(coded, paragraphs=split_paragraphs(text), title="Themes found by the starter")

# %% [markdown]
# The picture has 28 filled boxes, not so far from 26. It looks like a theme map. Is it a good one? In lesson 2 you counted precision (of what was
# found, how much is right?) and recall (of what is right, how much was found?), in lesson 3 F1, which is high only if both are. `score_labels` counts
# them for each theme. `support` is the number of boxes in the gold standard; it stands in brackets in the picture.

# %%
scores = score_labels(gold, coded)
draw_scores(scores, title="The starter against the gold standard")

# %% [markdown]
# The last row, `all`, takes all boxes together: precision .50, recall .54, F1 .52. Half of what it says is wrong, and it misses nearly half.
#
# Row by row it is more interesting. `crime_cyber` is perfect (with *one* sentence to find, so do not cheer). `drugs` has found nothing at all. And
# `afghan_security`, with the single pattern `security`, is right in 3 of 8 sentences. Which words made those codes? `find` shows the evidence:

# %%
evidence = codebook.find(text)
evidence[evidence["theme"] == "afghan_security"][["sentence", "start", "end", "text", "pattern"]]

# %% [markdown] tags=["teaching-note"]
# **Minutes 10–16.** Collect guesses for the boxes (usually between 10 and 20; 14 of the 26 are found, and 14 more are wrong). The two maps look alike from afar: let somebody
# find the first difference. *Misconception:* "F1 .52 is half right." Ask what a theme with precision 1 and recall .5 has in common with one where it is the other way
# round. `meeting_protocol` (.17) is worth a look: `participant*` finds those who *speak*. *If you are late,* skip the map of the starter, not the scores.

# %% [markdown]
# ### Exercise 5.1 · Which of them are wrong? *(guided)*
# The tables `coded` (the starter) and `gold` have the same rows: the 17 sentences in order. In both, the column `afghan_security` holds True or False.
#
# Collect the **numbers of the sentences** that the starter codes with `afghan_security` and the gold standard does not. Store them in a set called
# `wrongly_coded`. The form: a set of numbers, such as `{3, 4}` (not the right ones).
#
# `zip` walks along several columns side by side. With columns of True and False you can ask `if theirs and not ours:`.
#
# (Stuck? `hint("5.1")` gives a hint, `solution("5.1")` the solution.)

# %% exercise="5.1"
### BEGIN SOLUTION
wrongly_coded = set()
for number, theirs, ours in zip(coded["sentence"], coded["afghan_security"], gold["afghan_security"]):
    if theirs and not ours:
        wrongly_coded.add(number)
### END SOLUTION

# %%
check("5.1", wrongly_coded)

# %% [markdown]
# ## What the errors say
# Five sentences. The usual next step is to throw the pattern away. Wait: read the errors first. A concordance shows all twelve places of the word.

# %%
concordance(text, "security", width=42)[["left", "text", "right"]]

# %% [markdown]
# Whose security is it?
#
# - In three rows (2, 6, 7) the word belongs to a name.
# - In two rows (8, 9) it is the security of Afghanistan.
# - In six rows (0, 1, 3, 4, 5, 11) the word *regional* or *region* stands close by: the security **of the region**. Row 0 is the title.
# - Row 10, "ensuring security and stability", leaves it open; the sentence ends with "in the region".
#
# Now look at the five wrong ones again: 1, 5, 6, 15 and 16. All five speak of security, and four of them say that they mean the region's. By the codebook they are errors. But the page says in its
# very title what it is about, *regional security issues*, and **none of our nine themes has that name**. The weak pattern has found what the careful reader could not
# write down, because there was no box for it.
#
# How near was your guess?
#
# > **Keep this** · Read your errors before you repair them. Some are errors of the pattern. Some tell you what your codebook has no word for.

# %% [markdown] tags=["teaching-note"]
# **Minutes 16–24.** Four minutes for the exercise. *Expected:* the loop with `zip`, or `set(...) - set(...)`. *Typical slip:* both kinds of errors together (also 9 and 12, which were missed); the check says so. Then four minutes for
# the concordance, which is the heart of the first half: be quiet and let them sort the rows by hand. Go back to the guesses of minute 2. *Question:* should we add a theme `regional_security`? The pattern is
# quickly written, and nobody can score it before somebody has read all 17 sentences for it. Sentence 8 would have both themes. *If you are late,* solve 5.1 together on one screen.

# %% [markdown]
# ## Two ways in which words mislead
# **A name is no theme.** The starter has the pattern `drugs`. The gold standard has drugs in sentences 5, 6 and 7. Found: nothing. Is the word not on the page?

# %%
concordance(text, "drug", width=42)[["start", "left", "text", "right"]]

# %% [markdown]
# Twice. Once with an *s*, in the name of an office; once without, in "illicit drug trafficking". The pattern wants the *s*. And with `mask_names=False`, when names stay as
# they stand?

# %%
unmasked = codebook.find(text, mask_names=False)
unmasked[unmasked["theme"] == "drugs"][["sentence", "text", "pattern"]]

# %% [markdown]
# One hit: sentence 3, the list of delegations. It is the one place where the word *drugs* does not speak of drugs. The score is .00 both times, and yet the two are not the
# same: first the computer was silent, then it said something false. A score alone does not tell you which.
#
# **Some sentences speak without words.** `terroris*` finds sentences 5 and 6, but not 7: *those problems*. Let us try the pattern that looks back.

# %%
looking_back = Codebook()
looking_back.add("terrorism_extremism", "terroris*")
looking_back.add("terrorism_extremism", "< problem*")
looking_back.find(text)[["sentence", "text", "pattern"]]

# %% [markdown]
# Now sentence 7 has its theme, because sentence 6 has it. If the sentence before spoke of fishing, *those problems* would be problems of fishing. A reader does this
# without noticing. The computer does it for the few words that somebody has thought of.

# %% [markdown] tags=["teaching-note"]
# **Minutes 24–28.** You speak. At the first table ask: which of the two should count? At the second: is .00 with no hit better or worse than .00 with one wrong hit? (It depends on who reads the
# result: a wrong claim can be printed.) *If you are late,* skip the anaphor: the pattern is in the table above, and Exercise 5.2 needs it only for a perfect score.

# %% [markdown]
# ## One theme, eight versions
# Let us improve one theme and watch what happens. This function takes a theme and a list of patterns, makes a codebook of them, and scores it.
#
# One small new thing: a column of True and False can be the filter of a table. `found[found[theme]]` keeps the rows in which it is True. (`tolist()` makes
# a plain list of a column, `round(2)` keeps two decimals.)


# %%
def try_patterns(theme, patterns):
    trial = Codebook()
    for pattern in patterns:
        trial.add(theme, pattern)
    found = code_themes(text, trial)
    scores = score_labels(gold[["sentence", theme]], found).round(2)
    return {
        "precision": scores["precision"].tolist()[0],
        "recall": scores["recall"].tolist()[0],
        "f1": scores["f1"].tolist()[0],
        "sentences": found[found[theme]]["sentence"].tolist(),
    }


try_patterns("afghan_security", ["security"])

# %% [markdown]
# The gold standard has this theme in sentences 8 to 12. Here are eight versions. Cover the picture and guess for each of them: does precision go up or down, and recall?

# %%
versions = {
    "1 · security": ["security"],
    "2 · Afghan*": ["Afghan*"],
    "3 · both of them": ["security", "Afghan*"],
    "4 · security in Afghanistan": ["security in Afghanistan"],
    "5 · secur* ... Afghan*": ["secur* ... Afghan*"],
    "6 · 5, and ISAF": ["secur* ... Afghan*", "ISAF"],
    "7 · 6, and stabil*": ["secur* ... Afghan*", "ISAF", "stabil*"],
    "8 · 6, and stabil* ... Afghan*": ["secur* ... Afghan*", "ISAF", "stabil* ... Afghan*"],
}
rows = []
for name in versions:
    row = {"system": name}
    row.update(try_patterns("afghan_security", versions[name]))
    rows.append(row)
draw_scores(pd.DataFrame(rows), title="Eight versions of one theme")

# %% [markdown]
# (`update` puts what one dict holds into another. Unfold the table below the picture: it shows the sentences.)
#
# - **1 to 3.** Wide patterns find more. Both together find all five sentences, and seven that are wrong.
# - **4.** A narrow one is always right, and finds one sentence of five.
# - **5.** Two words together, with a gap between them, agree here in all three, one of them by luck: in sentence 8 the security is that of the *region*. They find three times as much as the narrow one.
# - **6.** `ISAF` brings sentence 10.
# - **7.** One word more, `stabil*`, completes recall and costs precision: it also finds sentence 15, "ensuring security and stability".
# - **8.** Tied to `Afghan*` it is right again, and sentence 12 stays: "stability in this country".
#
# Precision 1.00, recall 1.00. Are we done? Try version 8 on a made-up line that only lists who was there.

# %%
best = Codebook()
for pattern in versions["8 · 6, and stabil* ... Afghan*"]:
    best.add("afghan_security", pattern)
best.find("Representatives of ISAF took part in the meeting.")[["sentence", "text", "theme", "pattern"]]

# %% [markdown]
# `ISAF` is a name, and a name alone adds no theme: that was our own rule. The pattern breaks it. On our page nobody notices, because there the name stands only in sentences that
# have the theme. **The error was there all the time. The page could not show it.** (`ISAF mission` or `withdraw* ... ISAF` would be better.)

# %% [markdown] tags=["teaching-note"]
# **Minutes 28–33.** Cover the picture, let the room show with a thumb for each version: precision up or down? Then recall. *Misconception:* "F1 decides." Ask: you want to *read* every sentence on Afghan security; which version? (3: nothing
# is missing, and you throw seven away.) You want to print "n sentences speak of it"; which? (5, or 8 without its flaw.) Sentence 12 is found because *this country* is read as the state named last. *If you are late,* run versions 1, 3, 4 and 8.

# %% [markdown]
# ### Exercise 5.2 · Your patterns for drugs *(on your own)*
# The starter finds nothing on drugs. Write better patterns: a list of texts called `drug_patterns`, such as `["fish*", "net ... boat*"]` (if the theme were fishing).
#
# - On this page, F1 for `drugs` must be at least .80. The gold standard has the theme in sentences 5, 6 and 7 (read them above and in `sentences`).
# - At most six patterns, each of at most three words. (Dots and `<` do not count.)
# - A pattern must speak of drugs **by itself**. The check also tries yours on a few made-up lines that have nothing to do with drugs.
#
# To try: `try_patterns("drugs", ["fish*"])` in a cell of your own.

# %% exercise="5.2"
### BEGIN SOLUTION
drug_patterns = ["drug*", "opium", "narcotic*", "< problem*"]
### END SOLUTION

# %%
check("5.2", drug_patterns)

# %% [markdown] tags=["teaching-note"]
# **Minutes 33–40.** *Expected:* `drug*` and `opium` (F1 .80); with `< problem*` all three. The funny one: `illicit` alone also has F1 .80, and `illicit` with `problem*` is perfect; the check asks what else is illicit. That is a good
# moment to stop the class: both were "right" on the page. Fast students add words that are *not* on the page (heroin, poppy, `narco*`): why is that wise, if it changes no number? *If you are late,* stop at `drug*` and `opium`.

# %% [markdown]
# ## A perfect score
# Perhaps yours is perfect now. Enjoy it, and then ask: how did I find these words? **You had the page in front of you.** It told you *opium*.
#
# So let us read a page that did not. The [communiqué of the harbor conference](../data/practice/harbor_conference.txt) is made up: the conference never took place, and its states do not
# exist. It was written for the course. One of its sentences speaks of drugs. Here come your patterns (or ours, if yours are not ready).

# %%
practice = read_text(reference.data_path("practice/harbor_conference.txt"))
practice_codes = reference.read_table(reference.data_path("practice/harbor_conference_themes.csv"))

mine = Codebook()
for pattern in use(drug_patterns, ["drug*", "opium", "narcotic*", "< problem*"], exercise="5.2"):
    mine.add("drugs", pattern)

print(len(mine.find(practice)), "places found")
print(fill(split_sentences(practice)["text"].tolist()[7], 100))

# %% [markdown]
# "… the sale of substances that ruin the lives of young people on every coast." A reader thinks of drugs at once, and the gold standard of this text does, too. The word is not there.
#
# Now the whole codebooks. Beside the starter there is a big one: the course's own, 504 patterns. The gold table of the practice text comes as texts, "0" and "1"; `== "1"` makes True
# and False of all its boxes at once. (The two themes about Afghanistan, and the role of the UN, can not occur there.)

# %%
themes = codebook.themes
practice_gold = practice_codes[themes] == "1"
full = Codebook.from_table("theme_patterns")

rows = []
for name, book in [("starter, 12 patterns", codebook), ("our own, 504 patterns", full)]:
    on_page = score_labels(gold, code_themes(text, book))
    on_practice = score_labels(practice_gold, code_themes(practice, book))
    rows.append(
        {
            "codebook": name,
            "F1 on our page": on_page["f1"].tolist()[-1],
            "F1 on the practice text": on_practice["f1"].tolist()[-1],
        }
    )
pd.DataFrame(rows).round(3)

# %% [markdown]
# (`[-1]` takes the last thing of a list, here the row `all`.)
#
# Our own codebook has 1.00 on this page. We could have shown you that number in the first minute, and you would have been impressed. Here is what it means: **whoever wrote
# it had this page in front of them.** It says that one can copy from a page that one can see.
#
# On the practice text it is .875, and the starter falls from .52 to .25. Three things to know before you believe the .875:
#
# - We measured it while we were still at work on the course. It is not a number from a text that nobody had seen.
# - The practice text and the patterns come from the same workshop: a language model wrote both for this course. They may share a taste in words.
# - It is one text. On three real documents of other meetings the same patterns reached .92, counted by paragraph, also during our work. You can not check that: those texts are not part of
#   the course.
#
# So how good is our codebook? On a text that is new to it: worse than 1.00, perhaps near .9, perhaps much worse. We do not know. In lesson 7 you bring a text, and
# find out.
#
# > **Keep this** · A score on the text on which you worked tells how well you worked on that text. Test on what you have not seen.

# %% [markdown] tags=["teaching-note"]
# **Minutes 40–45.** Read "substances that ruin the lives" aloud and wait. Then the table; ask before you run it: what will the big one have on our page? (1.00: the room is impressed.) "Who wrote it, and what did they look at?" The last word of the hour
# is the third *Keep this*. *Misconception:* "then we need more patterns." Ask: which pattern would have found the substances, and would you have thought of it yesterday? *If you are late,* do only the table.

# %% [markdown]
# ## At home
# Four exercises, three of them functions. And two popular methods, one that is useful and one that tells stories.
#
# ## The star, by hand
# How does a pattern meet a word? You need three tools for strings:

# %%
print("Terrorism".lower())
print("terrorism".startswith("terroris"), "counter-terrorism".startswith("terroris"))
print("terroris*".endswith("*"), "terroris*".removesuffix("*"))

# %% [markdown]
# ### Exercise 5.3 · Does the pattern match? *(on your own)*
# Write the function `matches(pattern, word)`. Both are texts of one word. It returns `True` or `False`.
#
# - With a star at its end, the pattern matches every word that **begins** with what stands before the star. The star may also stand for nothing.
# - Without a star, it matches only the same word.
# - Capital or small letters do not matter, in the pattern or in the word.
#
# For example, `matches("secur*", "Security")` gives `True`, and `matches("trade", "traded")` gives `False`.


# %% exercise="5.3"
### BEGIN SOLUTION
def matches(pattern, word):
    pattern = pattern.lower()
    word = word.lower()
    if pattern.endswith("*"):
        return word.startswith(pattern.removesuffix("*"))
    return word == pattern


### END SOLUTION

# %%
check("5.3", matches)

# %% [markdown]
# ## The two numbers, by hand
# In `try_patterns`, a helper counted for us. Count yourself, on two sets. `&` between two sets gives what is in both:

# %%
wanted = {8, 9, 10, 11, 12}
found = {1, 5, 6, 8, 10, 11, 15, 16}
print(wanted & found)

# %% [markdown]
# ### Exercise 5.4 · Precision and recall *(on your own)*
# Write the function `precision_recall(wanted, found)`. Both are sets of sentence numbers: those that should be found, and those that were. Each may be empty. It returns a pair of
# numbers, `(precision, recall)`.
#
# - Precision: of those that were found, which share was wanted?
# - Recall: of those that were wanted, which share was found?
# - If there is nothing to divide by, the number is 0.
#
# For the two sets above it gives `(0.375, 0.6)`. Do not round.


# %% exercise="5.4"
### BEGIN SOLUTION
def precision_recall(wanted, found):
    hits = len(wanted & found)
    precision = 0
    recall = 0
    if len(found) > 0:
        precision = hits / len(found)
    if len(wanted) > 0:
        recall = hits / len(wanted)
    return (precision, recall)


### END SOLUTION

# %%
check("5.4", precision_recall)

# %% [markdown]
# Why do we need two numbers? Why not ask how many of the 153 boxes are right? Let us do that, for the starter and for a codebook that has no pattern at all: it says no
# to everything.

# %%
right = 0
right_by_silence = 0
for theme in themes:
    for starter_says, gold_says in zip(coded[theme], gold[theme]):
        if starter_says == gold_says:
            right = right + 1
        if not gold_says:
            right_by_silence = right_by_silence + 1

print(right, "of 153 by the starter")
print(right_by_silence, "of 153 by silence")

# %% [markdown]
# 127 and 127. Both are right in 83 of 100 boxes, and one of them has never read a word. Most boxes are empty, so whoever says nothing is mostly right. Precision
# and recall look only at what was found and what was wanted. That is why they can not be fooled by silence: its recall is 0.

# %% [markdown]
# ## Themes that go together
# Which themes stand in the same sentence? `theme_pairs` counts. First with the codes of the starter:

# %%
theme_pairs(coded).head(3)

# %% [markdown]
# The winner: Afghan security and the protocol of the meeting, in three sentences. What does that tell us about diplomacy? Nothing. It tells us that `security` and `participant*`, two patterns that
# are too wide, meet in three sentences. Pairs of bad codes are pairs of words.
#
# So take the gold standard.

# %% [markdown]
# ### Exercise 5.5 · Which two go together? *(on your own)*
# Which two themes stand together in the most sentences of the **gold standard**? Store their names in a set called `together`. The form: a set of two texts, such as
# `{"un_role", "economy_culture"}` (not the right ones).

# %% exercise="5.5"
### BEGIN SOLUTION
pairs = theme_pairs(gold)
together = {pairs["theme_a"][0], pairs["theme_b"][0]}
### END SOLUTION

# %%
check("5.5", together)

# %%
draw_theme_pairs(theme_pairs(gold), title="Themes in the same sentence, by the gold standard")

# %% [markdown]
# (The protocol of the meeting is not in the picture: it never shares a sentence.) Three sentences against two. How firm is that?
#
# - **One rule.** The three are sentences 5, 6 and 7. Sentence 7 is the one with *those problems*. Without *those problems*, two pairs would share the first place.
# - **One unit.** We counted sentences. Look at the theme map above and count paragraphs with your finger: every pair that occurs stands together in exactly one paragraph. No pair wins.
# - **One text.** Do diplomats speak of the two in one breath? Here they do, in three sentences of one paragraph. For "diplomats" you need many texts.
#
# A winner that changes with the rule or with the unit is no finding yet. Say which rule and which unit you took, and what happens with another.

# %% [markdown]
# ## What sets a paragraph apart
# A theme is what somebody looks for. Can the computer find, without any codebook, the words that set one text apart from others? There is an old and good recipe,
# **TF-IDF**. A word weighs much in a text if it is frequent *there* and if *few other* texts have it.
#
# Our texts are the eight paragraphs below the title. First a table of counts: a row for each word, a column for each paragraph. `fillna(0)` puts 0 where a paragraph lacks the word;
# `sort_index()` sorts the rows by the alphabet.

# %%
paragraphs = split_paragraphs(text)
passages = {}
counts = {}
for number, paragraph in zip(paragraphs["paragraph"], paragraphs["text"]):
    if number > 1:
        passages["¶" + str(number - 1)] = paragraph
        counts["¶" + str(number - 1)] = count_words(paragraph)

table = pd.DataFrame(counts).fillna(0).sort_index()
table.loc[["security", "illicit", "afghanistan"]]

# %% [markdown]
# (`loc` picks rows by their names.) *security* stands in six of the eight paragraphs, *illicit* in one, and twice there.
#
# In how many paragraphs does a word stand? `table > 0` is True where it does, and `sum(axis="columns")` counts the True of each row. The fewer, the rarer. `map(log)` takes the
# logarithm of each number, which sees to it that a rare word does not weigh too much more than a word in all eight.
# The lower `1 +` in the fraction keeps us from dividing by 0 if a word is in none of the texts; the last `+ 1` lets a word that is in all of them still weigh something.

# %%
in_how_many = (table > 0).sum(axis="columns")
rarity = ((1 + 8) / (1 + in_how_many)).map(log) + 1
rarity.loc[["security", "illicit", "afghanistan"]].round(2)

# %% [markdown]
# The weight is count times rarity: `mul` multiplies each row by the rarity of its word. The second line makes long and short paragraphs comparable: it divides the weights of a paragraph by their length, the root of the sum of their squares.

# %%
weights = table.mul(rarity, axis="index")
weights = weights / (weights**2).sum() ** 0.5

for name in weights.columns:
    heaviest = weights[name].sort_values(ascending=False, kind="stable").head(4)
    print(name, heaviest.round(2).to_dict())

# %% [markdown]
# That was all. The helper `distinctive_terms` does the same:

# %%
distinctive_terms(passages, k=4).head(8).round(2)

# %% [markdown]
# What can you do with such lists?
#
# - **¶2**, *illicit*, *terrorism*: that is its theme indeed. **¶5**, *efforts*, *peace*, *afghan*; **¶6**, *un*, *sco*, *cooperation*: not bad either.
# - **¶1**, *republic*: the heaviest word on the page, .69, and it speaks of the form of state names. To be distinctive is not to be important.
# - **¶8**: the paragraph is one short sentence. Six of its words have the same weight, and the alphabet decides which four you see. A ranking among equals looks like a result.
#
# So TF-IDF is good for finding words *to look at*: candidates for your codebook. Whether a word stands for a theme, you decide when you have read its places.

# %% [markdown]
# ### Exercise 5.6 · Count times rarity *(stretch)*
# Write the function `tf_idf(term, words, texts)`.
#
# - `term` is a word, `words` the list of the words of one text, and `texts` a list of such lists: all texts, this one among them.
# - It returns a number: how often `term` stands in `words`, times its rarity.
# - Rarity as above: `log((1 + n) / (1 + df)) + 1`, where `n` is the number of texts and `df` the number of texts that have the term.
#
# For example, with `a = ["trade", "opium", "opium"]` and `b = ["trade", "peace"]`, `tf_idf("trade", a, [a, b])` gives 1.0, and `tf_idf("opium", a, [a, b])` about 2.81. Leave out the
# division by the length.


# %% exercise="5.6"
### BEGIN SOLUTION
def tf_idf(term, words, texts):
    df = 0
    for text_words in texts:
        if term in text_words:
            df = df + 1
    rarity = log((1 + len(texts)) / (1 + df)) + 1
    return words.count(term) * rarity


### END SOLUTION

# %%
check("5.6", tf_idf)

# %% [markdown]
# ## A story about the seed
# You may have heard of **topic models**: programs that find the topics of a text by themselves, without a codebook. They sort words into heaps, and a human gives each
# heap a name. Let us play that game. A short program has sorted our 17 sentences into two heaps. Here are the most frequent words of each heap. (For
# equal counts, the alphabet decides.) Give each heap a name.


# %%
def top_words(some_sentences):
    counts = count_words(" ".join(some_sentences))
    ranking = pd.Series(counts).sort_index().sort_values(ascending=False, kind="stable")
    return list(ranking.head(6).index)


def two_heaps(seed):
    shuffled = sentences["text"].tolist()
    Random(seed).shuffle(shuffled)
    print("heap A:", top_words(shuffled[:8]))
    print("heap B:", top_words(shuffled[8:]))


two_heaps(1)

# %% [markdown]
# *Cooperation of the SCO and the UN*, and *Consultations on Afghanistan*? That sounds reasonable. Now read the program once more. `Random(seed).shuffle` shuffles the sentences like cards. The first
# eight are heap A, the rest is heap B. There is nothing else in it: **the heaps were drawn by lot.** The *seed* is the number with which the dice start. Other seeds, other heaps:

# %%
for seed in [2, 3, 4]:
    print("seed", seed)
    two_heaps(seed)

# %% [markdown]
# Each time you could find two names. We are very good at finding a name for six words.
#
# To be fair: a real topic model does more than draw lots. It starts from a random state and then improves, until words that occur together lie in one heap. With thousands of texts,
# different seeds often lead to similar heaps (often, not always: one has to try). With 17 sentences there is so little to hold on to that many arrangements are about equally good, and the seed decides which one you see. What our
# game shows is only this: **that a heap of words looks meaningful is no evidence that it is.**
#
# So we do not use a topic model here. If you meet one, ask: how many texts? What happens with ten other seeds? Who named the heaps, and did a second person, who did not know the
# names, give the same?

# %% [markdown]
# ## What we learned
# - A theme is a decision. Somebody says which themes there are, somebody codes; the count comes last.
# - A codebook of patterns can be measured, theme by theme. Precision and recall pull in different directions, and the evidence behind each code can be read.
# - Words mislead: *drugs* in a name, *security* of whom, *those problems* without a word for them.
# - Errors are worth reading. Ours showed that the topic in the title has no theme in the codebook.
# - A perfect score on the page that lay in front of you is no test. Neither are right boxes that come from silence, winners that hang on one rule, or heaps that come from dice.
#
# **Be careful about** themes that nobody thought of · names · patterns that are right by accident · one text taken for many · a gold standard that is one reading
#
# **Further reading** · Klaus Krippendorff, *Content Analysis: An Introduction to Its Methodology* (several editions): how to code so that others can check it. · Justin Grimmer and Brandon M. Stewart, "Text as Data",
# *Political Analysis* 21 (2013): promise and pitfalls, and why one has to validate. · Karen Spärck Jones, "A statistical interpretation of term specificity", *Journal of Documentation* 28 (1972): where rarity comes from. · Jonathan Chang
# and others, "Reading Tea Leaves: How Humans Interpret Topic Models" (2009): our game with the heaps, done properly.
#
# **Next** · [6 · Who says so?](06_who_says_so.ipynb)

# %% [markdown] tags=["teaching-note"]
# **For the discussion, in class or as homework**
#
# 1. Add a theme `regional_security` to the codebook: write its definition in one line, code the 17 sentences by hand, in pairs, and compare. Where do you disagree? What happens to the errors of `security`?
# 2. A newspaper writes: "Terrorism and drugs dominated the talks." Which numbers of this lesson speak for it, which against? (3 of 17 sentences each, all in one paragraph. Afghan security and the protocol have 5 each. And the page is a press release: how long they *talked* about
#    anything is not in it.)
# 3. Who should test a codebook: its author, a colleague, or somebody who disagrees with the author? On which text?
#
# **If a student asks** why we do not let a large language model code the page: it can, and it needs the same test. The gold standard of this course was itself made by one, twice, with the codebook in hand; the agreement of two
# such readings is not the agreement of two people.
