# %% [markdown]
# # 2 · Marking up by hand
# *What counts as a name?*
#
# Before a computer can find names, somebody has to say what a name is. Today that somebody is you. You will mark names in the
# press release, compare your marks with those of others, and see where readers part. Then we count by how much, and
# ask what the disagreement tells us.
#
# **You will be able to** mark a name as a place in the text (2.1) · annotate with a codebook (2.2, 2.4) · compute precision and recall from three
# counts (2.3) · read a comparison, and list what a strict judge does not find (2.5) · measure on what share of the words two readers agree (2.6) ·
# take luck out of an agreement, with Cohen's kappa (2.7)
#
# The first three exercises are done in class, the others at home. In between you sort disagreements: which are slips, and which are decisions?
#
# **Time** core path 45 minutes in class (about 50 alone), at home 75, best in two sittings, the stretch exercise 25 more (short of time: up to exercise 2.5, 40) · **You need** lessons 0
# and 1: `text[start:end]`, a loop, `if`, a set; a pencil and the [handout](handout.ipynb), if you can print · **Next** [3 · Tagging by rule](03_tagging_by_rule.ipynb)

# %% [markdown]
# **Before you begin:** *File*, *Save Notebook As…*, and call it `my_02.ipynb`; then *Edit*, *Clear Outputs of All Cells*, so that no answer is shown
# before you have asked for it. Something goes wrong? [Help](help.ipynb) · A word that you do not know? [Glossary](glossary.ipynb)

# %% [markdown] tags=["teaching-note"]
# **The plan of the hour**
#
# | minutes | what | who works |
# | --- | --- | --- |
# | 0–3 | open, save as `my_02.ipynb`, clear all outputs | everybody |
# | 3–7 | How many names? | everybody with a pencil, then hands up |
# | 7–15 | A place, not a color; exercise 2.1 | you, then everybody |
# | 15–25 | The codebook; together: five names, and where three of them went | the room decides, you type |
# | 25–30 | Five delegations: exercise 2.2 | pairs |
# | 30–40 | A second reader; fingers; exercise 2.3 | fingers together, then everybody |
# | 40–45 | What disagreement teaches | the room |
#
# Everybody clears the outputs first: the guesses of this lesson are worth nothing with the answers below them.
#
# **Before class:** run the notebook once, and print the [handout](handout.ipynb), one copy each (four sheets). Best done before the hour: learners mark lines 3 to 17 at home and *without* the codebook
# (its rules stand on the last sheet: hand that one out in class). Then they bring real disagreement along, and neighbors can exchange sheets wherever the lesson compares two readers.
#
# The one idea that must survive: *two careful people disagree, and many of their disagreements are questions that nobody had answered for them.*
# Ten minutes left over? *With a real neighbor*, in the home part, is best done in the room.

# %% [markdown]
# This cell brings the tools. Most of them come from the course's own small package, which you can read in `src/helpers`. `fill` is Python's own: it
# breaks a long line at spaces. And pandas is a library for tables.

# %%
from textwrap import fill

import pandas as pd

from helpers.agreement import compare_spans, confusion, kappa, score_spans
from helpers.annotation_files import save_annotations
from helpers.entities import spans_from
from helpers.exercises import check, hint, solution, use
from helpers.pictures import draw_confusion, show_comparison, show_spans
from helpers.reference import data_path, gold
from helpers.texts import read_text, split_words
from helpers.widgets import annotator

pd.set_option("display.max_colwidth", 90)  # so that tables show long names in full
text = read_text()

# %% [markdown]
# ## How many names?
# Here is the first sentence below the title. Take a pencil, or a finger. How many names does it hold? Write down the number before you
# read on.

# %%
print(fill(text[120:370], 90))

# %% [markdown]
# Which number do you have? Four, five, seven, eight? Each of them can be defended. It depends on how you answer questions like these:
#
# - Is a date a name?
# - "Shanghai Cooperation Organization (SCO)": one name or two?
# - SCO stands there twice. Does it count once or twice?
# - "Member States", "Observer States": names, or only words with capital letters?
# - "Ministry of Foreign Affairs of the Russian Federation": a ministry, a state, or both?
#
# If you and your neighbor answer them differently, you will count different things in the same text. And perhaps neither of you
# has made a mistake.

# %% [markdown] tags=["teaching-note"]
# **Minutes 0–7.** The question begins at minute 3.
#
# - *Say:* thirty seconds of silence, then hands up: who has four, who has five, and so on. Write the numbers on the board, without a comment. The smallest and the largest number read out their lists.
# - *Expected:* anything from three to eight (with the date, both *States*, and the state inside the ministry). The codebook's answer is five; give it only when the codebook is on the screen.
# - *Misconception:* “A name is what has capital letters.” Ask: is *On* a name, then? And *Observer States*?
# - *If you are late* (2 minutes gained): ask only one pair of neighbors.

# %% [markdown]
# ## A place, not a color
# On paper you underline. What does a computer do? It notes **where** the name begins and **where** it ends. Such a place is called a
# **span**. You know the tool from lesson 1:

# %%
text[123:138]

# %% [markdown]
# The first number is the place of the first character. The second is the first place that does **not** belong any more. So the
# length is the second minus the first: 138 − 123 = 15 characters.
#
# Nobody counts these numbers with a finger. `text.find(...)` gives the place where a string begins, and `len(...)` tells how long it is:

# %%
name = "Shanghai Cooperation Organization"
start = text.find(name)
end = start + len(name)
print(start, end, text[start:end])

# %% [markdown]
# Why not write the label into the text itself, like this: `[DATE 22 January 2014]`? Let us do it once, and then look at the place
# where the ministry stands.

# %%
tagged = text[:123] + "[DATE " + text[123:138] + "]" + text[138:]
print(text[316:369])
print(tagged[316:369])

# %% [markdown]
# One label, and everything behind it has moved by seven characters. Whoever had noted a place before has lost it. A second reader,
# who thinks otherwise about the date, would have to write into the same line. And the page is no longer what was published.
#
# So we never touch the text. The notes live in a table of their own, and each note points to its place. This is called
# **stand-off annotation**: the notes stand off from the text. Ten readers can have ten tables, and all of them fit the same page.
#
# > **Keep this** · A note is a start, an end and a label. `text[start:end]` always leads back to the page.

# %% [markdown]
# ### Exercise 2.1 · Where exactly? *(guided)*
# Where does `Kyrgyz Republic` stand, without the article in front of it? Find its start and its end, and store both as a pair in a
# variable called `place`. A pair is two things in round brackets, with a comma between them, in the form `(123, 138)`. Take the numbers from Python, not from your finger.
#
# (Stuck? `hint("2.1")` gives a hint, `solution("2.1")` the solution.)

# %% exercise="2.1"
### BEGIN SOLUTION
name = "Kyrgyz Republic"
start = text.find(name)
place = (start, start + len(name))
### END SOLUTION

# %%
check("2.1", place)

# %% [markdown] tags=["teaching-note"]
# **Minutes 7–15.** Three of them for the exercise.
#
# - *Say*, with a ruler on the board: letters stand between the marks, numbers *on* the marks. Then an end that does not belong is natural: the span runs from mark 123 to mark 138.
# - *Expected* (2.1): `(476, 491)`. Slips: the end one too small (the place of the last letter), the article inside, the length in place of the end.
# - *Misconception:* “The span is the text.” Ask: how many times does SCO stand on the page, and is that one span or several? (13 places, `text.count("SCO")`.)
# - *Misconception:* “It is easier to write the label into the text.” Ask: your neighbor noted a place yesterday. Where does it lead now?
# - *If you are late* (2 minutes gained): skip the cell with `tagged` and say it in one sentence.

# %% [markdown]
# ## The codebook
# The questions of the first section need answers, the same for everybody and written down. Such a list of answers is called a
# **codebook**. Ours has seven labels:
#
# | label | what it marks | for example (not from our text) |
# | --- | --- | --- |
# | STATE | a sovereign state, in any form of its name | Peru · Republic of Peru |
# | IGO | an intergovernmental organization, or an organ, agency, mission or secretariat of one | African Union · Secretariat of the African Union |
# | GOV | a named national government body or national force | Ministry of Health of Peru |
# | POST | an office that stands for its holder | Prime Minister of Peru |
# | DATE | a calendar day, month or year | 3 May 2021 · 2021 |
# | DOC | a named document, without its date | Charter of the United Nations |
# | INITIATIVE | a named process or multinational operation that is not itself an organization | Belt and Road Initiative |
#
# And it decides the hard cases. Three of its rules are enough for the first sentence:
#
# - **Rule 1, nesting.** Where names stand inside each other, mark only the longest complete one. A ministry includes its state: one GOV,
#   and no STATE inside.
# - **Rule 2, brackets.** An abbreviation in brackets *after* a name is a span of its own. An abbreviation *inside* a longer name is not.
#   *Inside* means: the name goes on behind the bracket.
# - **Rule 3, general words** are no names, with or without capitals: *the parties*, *Observer States*. Nor is an adjective alone: *Afghan*.
#
# Every occurrence is marked, each at its own place. Now, which number is right?
#
# | on the page | span? | by which rule |
# | --- | --- | --- |
# | 22 January 2014 | DATE | label |
# | Shanghai Cooperation Organization | IGO | label |
# | SCO, in brackets | IGO | 2: a span of its own |
# | Member States, Observer States | no | 3: general words |
# | SCO, the second time | IGO | every occurrence |
# | Ministry of Foreign Affairs of the Russian Federation | GOV | 1: with its state |
# | Russian Federation, at the end of it | no | 1: inside a longer name |
#
# Five. Not because five is the truth, but because this codebook says so.
#
# <details><summary>Five more rules, for home (rules 4 to 8)</summary>
#
# - **Rule 4, articles** stay outside: mark *Republic of Peru*, not *the Republic of Peru*.
# - **Rule 5, every occurrence** is marked, each at its own place.
# - **Rule 6, posts** include the body or state that they belong to: *Director of the Executive Committee of the SCO Regional Anti-Terrorist Structure*
#   (`text[1145:1225]`) is one POST, and nothing inside is marked. The RATS behind it is a span of its own by rule 2, although it is short
#   for the last words only. A title before a name, without a state or a body, is no entity: in "President Biden" nothing is marked.
# - **Rule 7, documents** go with their type word, their issuer and their quotation marks: *UN GA resolution "Cooperation between UN and SCO"*
#   (`text[3165:3214]`) is one DOC. The date behind it is a DATE of its own.
# - **Rule 8, small words** belong to a name that is not complete without them: *Geneva process*, as a whole, would be one INITIATIVE.
#
# The whole [codebook](../data/codebook.md) is short. Names are its section 1, and the eight rules have the same numbers there.
#
# </details>

# %% [markdown]
# ## Together: five names
# Now a whole paragraph. We take paragraph 4, `text[1833:2124]` (lesson 1: the title is paragraph 1). Read it, and mark it on your sheet (lines 26 to 29):
#
# > An important factor of regional security is the situation in Afghanistan especially in the context of the forthcoming
# > withdrawal of the International Security Assistance Forces (ISAF) in 2014. The participants reaffirmed their support for a
# > stable, secure, prosperous and united Afghanistan.
#
# Afghanistan twice, the forces, their abbreviation in brackets, a year: five spans. "The participants" are no name (rule 3). The
# forces were a multinational operation, as our [table of organizations](../data/reference/organizations.csv) has it with its source, so the codebook calls them
# INITIATIVE. (Officially they were one *Force*; the page has the plural.)
#
# The comfortable way to note this down is `spans_from`. It takes pairs of a name and its label, and looks up the places.

# %%
first_try = spans_from(
    text,
    [
        ("Afghanistan", "STATE"),
        ("International Security Assistance Forces", "INITIATIVE"),
        ("ISAF", "INITIATIVE"),
        ("2014", "DATE"),
        ("Afghanistan", "STATE"),
    ],
)
show_spans(text, first_try, start=1833, end=2124)

# %% [markdown] tags=["quiz"]
# **Quick check.** We noted five names, and two are marked. Where are the other three, *2014* and twice *Afghanistan*?
#
# - [ ] Nowhere: the page spells them in another way.
#   Then `spans_from` would not be silent. It would say that the name does not stand in the text.
# - [x] On the page, but not in this paragraph.
#   `spans_from` took the first places that it found, and these stand further up. The next cell shows where.
# - [ ] In this paragraph, but the picture hides them.
#   The picture shows every span that has its place between 1833 and 2124. So what are the places of these three?

# %%
first_try

# %% [markdown]
# What `spans_from` gives is a table, in Python a **DataFrame**: each row is one thing (here a span), each column one kind of information about it. Look at
# the column `start`. All five are there, and three stand far away from our paragraph. "2014" is the one at 134, in the date of the meeting. "Afghanistan" is
# the one in "Islamic Republic of Afghanistan", and then the one in the name of a United Nations mission. `spans_from` took the first
# places that it found. It was right: we had told it *what*, and not *which*.
#
# So which ones do we mean? Count how often a name stands **before** our paragraph. Ours is the next.

# %%
before = text[:1833]
print(before.count("Afghanistan"), before.count("2014"))

# %% [markdown]
# Three times Afghanistan and once 2014 come before. Ours are the fourth and fifth Afghanistan, and the second 2014. `spans_from`
# takes that number as the third thing in the brackets.

# %%
ours = spans_from(
    text,
    [
        ("Afghanistan", "STATE", 4),
        ("International Security Assistance Forces", "INITIATIVE"),
        ("ISAF", "INITIATIVE"),
        ("2014", "DATE", 2),
        ("Afghanistan", "STATE", 5),
    ],
)
show_spans(text, ours, start=1833, end=2124)

# %% [markdown] tags=["teaching-note"]
# **Minutes 15–25.** Two of them for the three rules: do not read them aloud, and leave the other five folded. Then the paragraph: the room decides, you type.
#
# - *Say:* “Which of the three rules would you have decided the other way?” *Expected:* somebody names nesting. There is no natural answer.
# - *Say*, at the picture with two marks: nothing, for ten seconds. Then hands up for the three answers of the quick check.
#   *Expected:* the three stand at 134, 597 and 821, and ours are the fourth and fifth *Afghanistan* and the second *2014*.
# - *Misconception:* “We misspelled Afghanistan.” Ask: would Python have been silent then? (No: it says that the name does not stand in the text.)
# - *Misconception:* “The second `Afghanistan` of our list is the second in the paragraph.” Ask: what does the function know of paragraphs?
# - *If you are late* (3 minutes gained): show the cell of `ours` at once, and tell the story of the first.

# %% [markdown]
# ## Five delegations
# Paragraph 2 says who came. Its second sentence lists twelve states (they wait for you at home). Its third sentence looks harmless: who else sent a
# delegation?

# %% [markdown]
# ### Exercise 2.2 · Five delegations *(on your own)*
# The third sentence of the paragraph, `text[765:1110]`, is yours (lines 11 to 15 of the sheet). Which spans are in it? The first three delegations
# are noted in the next cell, six spans. The mission stands with its whole name, so *Afghanistan* in it is not marked (rule 1). Its abbreviation
# follows in brackets (rule 2). The article is left out; that is rule 4, *articles stay outside*.
#
# The last two delegations are the hard ones. **Add their spans, as rules 1 and 2 want them.** Store all spans in a variable called `delegations`, in the form
#
# ```python
# delegations = spans_from(text, begun + [("African Union", "IGO"), ("AU", "IGO")])
# ```
#
# with your names in place of these two; you may need more than two. (`+` puts two lists together.) The names of these bodies stand here for the first time, so
# you need no numbers. Copy them from here:
#
# > Delegations of the United Nations Assistance Mission in Afghanistan (UNAMA), the United Nations Office on Drugs and Crime
# > (UNODC), the United Nations Development Programme (UNDP), the Secretariat of the Collective Security Treaty Organization
# > (CSTO) and the Commonwealth of Independent States (CIS) Counter-Terrorism Center participated as well.

# %%
begun = [
    ("United Nations Assistance Mission in Afghanistan", "IGO"),
    ("UNAMA", "IGO"),
    ("United Nations Office on Drugs and Crime", "IGO"),
    ("UNODC", "IGO"),
    ("United Nations Development Programme", "IGO"),
    ("UNDP", "IGO"),
]

# %% exercise="2.2"
### BEGIN SOLUTION
delegations = spans_from(
    text,
    begun
    + [
        ("Secretariat of the Collective Security Treaty Organization", "IGO"),
        ("CSTO", "IGO"),
        ("Commonwealth of Independent States (CIS) Counter-Terrorism Center", "IGO"),
    ],
)
### END SOLUTION

# %%
check("2.2", delegations)

# %% [markdown]
# Is there anybody to compare with? Yes. The course has an annotation of the whole text, which we use as a measure: the **gold standard**. (Where it comes from, and how
# far you should trust it, we ask at the end.) Here are your marks on the page, beside those of gold. If you look before you are done, you see what gold has.
#
# Two words for the whole course: a span that gold has and you have not is **missed** (elsewhere you read *false negative*). One that you have and gold has not is **extra** (a *false positive*).

# %%
standard = gold("entities")
show_comparison(text, standard, delegations, names=("gold", "mine"), start=765, end=1110)

# %% [markdown] tags=["teaching-note"]
# **Minutes 25–30.** Four minutes in pairs: one types, one holds the codebook.
#
# - *Say:* six of nine are noted. Read them aloud, and ask for each by which rule it ends where it ends.
# - `TypeError: 'tuple' object is not callable` is a forgotten comma between two pairs. Ask: what stands between `begun`'s first pair and its second?
# - *Expected* (2.2): nine spans, all of them IGO: five names, four abbreviations. Three are to be added. Slips: the bracket taken along, CIS marked alone, the secretariat left out, `begun` forgotten.
# - *Misconception:* “UNAMA is a mission, so it is an operation.” Ask: whose mission is it? (A mission *of an organization* is IGO, says the codebook.)
# - *Misconception:* “What stands in brackets is a span of its own.” Ask: read the name around (CIS) aloud. Where does it end?
# - *If you are late* (2 minutes gained): the room says the last three spans, and you type.
# - Five minutes to spare: the twelve states of the sentence before (in the home part). Which of them will go wrong? Expect China, because of the apostrophe. It is the Russian Federation.

# %% [markdown]
# ## A second reader
# Now somebody else. Here is a second annotation of the whole paragraph 2. **It was constructed for this course**: nobody annotated
# like this. It differs from the gold standard in eight places, each chosen so that it teaches something (the
# [data card](../data/README.md) says so, too). Later you can put your neighbor in its place.
#
# The file is a table in CSV form, and pandas can read it.

# %%
second = pd.read_csv(data_path("practice/second_annotation.csv"))
second = second[["start", "end", "label", "text"]]
second.head(4)

# %% [markdown]
# (A *list* of names in the brackets, so double brackets, gives a smaller table. `head(4)` keeps its first four rows, `tail(4)` would keep the last four.)
#
# To compare the second reader with gold, we need the gold spans of the same paragraph, from 120 to 1247. A table can be **filtered**: `standard["start"] >= 120` asks each
# row *do you begin at 120 or behind it?* The brackets around it keep the rows that say yes. We use two filters, one after the other.

# %%
standard_here = standard[standard["start"] >= 120]
standard_here = standard_here[standard_here["end"] <= 1247]
print(len(standard_here), "gold spans,", len(second), "spans of the second reader")

# %% [markdown]
# Only the first sentence, to begin with. What is the same, what is not? Where the borders differ, you see both marks, one inside the other: gold with a dashed
# border, the second reader with a solid one. What the second reader missed, and what is extra, is dotted. For counting, unfold the table below the picture: there each span has a row.

# %%
show_comparison(text, standard_here, second, names=("gold", "second"), start=120, end=370)

# %% [markdown]
# Use your fingers. We are strict: a span is a **hit** if both readers have the same start, the same end and the same label.
#
# - On the left hand, the gold spans of this sentence: **5**.
# - On the right hand, the spans of the second reader: **4**.
# - Hits: the date, and the SCO that stands alone: **2**.
#
# Two questions can be put to these numbers, and each has its own name.
#
# - *How much of what the second reader marked is right?* 2 of 4, that is 0.5. This is **precision**.
# - *How much of what should be marked did the second reader find?* 2 of 5, that is 0.4. This is **recall**.
#
# "Right" and "should" mean here: as in gold. Whether gold is right is another question, and it comes below.
#
# They are different virtues. Whoever marks only what is absolutely sure has a high precision and may miss half. Whoever marks
# every stretch of words that could be a name misses little, and buries it among words that are no names. Say both numbers, always.
#
# Here is the whole paragraph. The numbers above the text count the rows of the comparison.

# %%
show_comparison(text, standard_here, second, names=("gold", "second"), start=120, end=1247)

# %% [markdown]
# ### Exercise 2.3 · How good is the second reader? *(guided)*
# Compute the precision and the recall of the second reader for the whole paragraph. You need three counts: the hits (the picture
# calls them *agrees*), the gold spans, and the spans of the second reader.
#
# Store the two results as a list of two numbers in a variable called `shares`: **first precision, then recall**, in the form `[0.5, 0.4]`. You
# may let Python divide: `[2 / 4, 2 / 5]` is the same list.

# %% exercise="2.3"
### BEGIN SOLUTION
hits = 21
shares = [hits / len(second), hits / len(standard_here)]
### END SOLUTION

# %%
check("2.3", shares)

# %% [markdown]
# One thing the strict count does not see: "Republic of Uzbekista" counts as wrong as a span in the middle of nowhere. Lesson 3 comes back to this.

# %% [markdown] tags=["teaching-note"]
# **Minutes 30–40.** Really use fingers: it looks silly, and it works. Four minutes for the exercise.
#
# - *Say:* both questions in plain words first, and the two names only then. Sheets are marked? Let neighbors exchange them and count fingers with each other, in place of the second reader's first sentence: both do not fit.
# - *Expected:* first sentence, 2 of 4 and 2 of 5. Whole paragraph (2.3): 21 hits, so 21 / 28 = 0.75 and 21 / 29 = 0.724. Slip: the two swapped. Ask: of *whose* spans is precision a share?
# - *Misconception:* “Eight differences, so 20 of 28 are right.” Ask: what did number 8 leave in the second table? (No row at all. And number 1 makes two gold spans unfound.)
# - *Misconception:* “Gold is right, the second reader is wrong.” Ask: what becomes of the two numbers when you swap the tables? (They change places. Gold and second are roles.)
# - *If you are late* (3 minutes gained): count the hits of 2.3 together. (How Python counts them is in the home part.)

# %% [markdown]
# ## What disagreement teaches
# Three of the eight differences, without a judgment. (The other five wait for you at home.)
#
# | no. | on the page | gold | second reader |
# | --- | --- | --- | --- |
# | 2 | `text[316:369]` | Ministry of Foreign Affairs of the Russian Federation | Ministry of Foreign Affairs |
# | 5 | `text[549:571]` | Republic of Uzbekistan | Republic of Uzbekista |
# | 7 | `text[949:1007]` | Secretariat of the Collective Security Treaty Organization | Collective Security Treaty Organization |
#
# Which of them would the second reader take back at once? That one is a *slip*. Which would he or she defend? Those are *decisions*. Sort the three, before you
# unfold the answer.
#
# <details><summary>One way to sort them</summary>
#
# - **A slip: 5.** Nobody wants to mark "Uzbekista". More rules do not help against slips. A second look does.
# - **Decisions: 2 and 7.** A reader can hold each of these views all through the text. Is the ministry one thing and its state another? (Then the second
#   reader should have marked *Russian Federation* behind it, and did not.) Did the organization come, or its secretariat? Here a rule is needed, and rule 1
#   decides both: the longest complete name. The rule does not make the other reading foolish. It makes two people count the same thing.
#
# </details>

# %% [markdown]
# How much hangs on such a rule? Take the first one, nesting. How often do the letters SCO stand for a name of their own?

# %%
sco = standard[standard["text"] == "SCO"]
print(text.count("SCO"), "times the letters SCO")
print(len(sco), "times as a gold span")

# %% [markdown]
# In the other six places the three letters are part of a longer name: of a post, of a document. (And once the name is spelled out, which neither number
# counts.) With another rule, another number, from the same page.
#
# > **Keep this** · The codebook is part of the result. Whoever reports a count must say by which rules it was counted.
#
# And the gold standard itself? Two annotators worked apart from each other, with a first version of our codebook, and they agreed on every
# span. But both were instances of **the same language model** (the codebook says so on top). When two copies of one
# thermometer show the same temperature, what have you learned? Perhaps only that they are copies. And the cases that the first version had left open were
# decided afterward (by whom, the codebook does not say) and became rules: no wonder that gold now follows the codebook. So take it for one
# reading, which you may challenge. What you need is a place, a reading, and a rule that others could follow.

# %% [markdown] tags=["teaching-note"]
# **Minutes 40–45.**
#
# - *Say:* hands up at 2, 5 and 7: slip or decision? At number 2 expect the room to split. Let one of each side give one reason. Then the two numbers for SCO, and end with the thermometer.
# - *Expected:* 5 is a slip; 2 and 7 are decisions. 13 times the letters, 7 times the name.
# - *Misconception:* “A better codebook would end all disagreement.” Ask for a name that ours does not foresee. (The possessive in *Afghanistan’s* is one, exercise 2.4.)
# - *Misconception:* “Two annotators agreed on every span, so gold must be good.” Ask: who were the two?
# - *If you are late* (1 minute gained): numbers 2 and 5 only, one decision and one slip.

# %% [markdown]
# ## At home
# First spans: one more surprise, a paragraph of your own, and a strict judge (40 minutes up to exercise 2.5). Then the other differences, and the question whether
# agreement may be luck (35 more). The stretch exercise takes 25 on top. (*With a real neighbor* is not counted: it needs one. Do it in class, or leave it out.)

# %% [markdown]
# ## Twelve states
# The second sentence of paragraph 2 lists twelve states, and a list is easy, is it not? You know from lesson 1 that one of
# the names has a curly apostrophe. We copied it from the page. (The double brackets in the loop: the inner ones make a pair, the outer ones belong
# to `append`.)
#
# Before you run the cell: eleven of the twelve will come out right. Which one will not? Look back at the first sentence of the
# paragraph.

# %%
state_names = [
    "Republic of Kazakhstan",
    "People’s Republic of China",
    "Kyrgyz Republic",
    "Russian Federation",
    "Republic of Tajikistan",
    "Republic of Uzbekistan",
    "Islamic Republic of Afghanistan",
    "Republic of India",
    "Islamic Republic of Iran",
    "Mongolia",
    "Islamic Republic of Pakistan",
    "Republic of Turkey",
]
pairs = []
for name in state_names:
    pairs.append((name, "STATE"))

states = spans_from(text, pairs)
show_spans(text, states, start=120, end=764)

# %% [markdown]
# There it is, in the first sentence: the Russian Federation inside the name of its ministry. Rule 1 says that there is no STATE
# there. In the list, where the state sits among the others, nothing is marked. Same name, same spelling, another place, another meaning.
#
# We want its second occurrence. It is the fourth pair of the list, `pairs[3]`. All others we can leave alone.

# %%
pairs[3] = ("Russian Federation", "STATE", 2)
states = spans_from(text, pairs)
states.head(4)

# %% [markdown] tags=["quiz"]
# **Quick check.** A made-up line: *The Minister of Health of Peru met the Chairperson of the African Union Commission (AUC) in Lima.* How many spans does
# our codebook want? (Rules 1 and 2, and number 6 of the folded ones.)
#
# - [ ] Two: the two posts.
#   They are two spans indeed, each with the state or body that it belongs to. But what of the bracket? By rule 2 it is a span of its own, even if it is short for the
#   last words only, as RATS is in `text[1227:1231]`.
# - [x] Three: the two posts and AUC.
#   Two POST and one IGO. *Peru* and the commission stand inside a post (rules 1 and 6), and no label of ours fits a city.
# - [ ] Four: the two posts, AUC and Lima.
#   *Lima* is a name, and no state. Our codebook has no label for cities, and what has no label is not marked. Another project would decide in another way.
# - [ ] Five: the two posts, Peru, the commission and AUC.
#   *Peru* and the commission are names. But they stand inside a longer one, and rule 1 marks only the longest.

# %% [markdown]
# ### Exercise 2.4 · Your own paragraph *(on your own)*
# Paragraph 6 is yours, all of it: `text[2409:3043]`, lines 34 to 42 of the sheet. Mark every span in it, as you read it, by the codebook (all eight
# rules: numbers 4 to 8 are folded further up). Store the table in a variable called `my_paragraph`. There are two ways, and either will do.
#
# > The parties stressed the importance of the UN central coordinating role and wide regional cooperation in efforts to achieve
# > sustainable peace and security in Afghanistan and to assist its reconstruction and development processes. Participants of the
# > consultations underlined that the national reconciliation must be implemented under Afghan control and by the Afghan people in
# > order to facilitate the early achievement of peace and stability in this country. Participants also appreciated Afghanistan’s
# > efforts in promoting regional cooperation through the Heart of Asia process as a regional initiative to complement the SCO
# > efforts.
#
# **The first way: on the page.** Run the next cell. Select a name with the mouse or a finger, or go to it with the arrow keys, and choose its label. The line below the
# page tells what can be done. When all is marked, write `my_paragraph = marks.value` in the cell of the exercise: `marks` is the page that you see, and
# `marks.value` is the table of what you have marked on it. Changed a mark? Then run that cell once more. (If you run the cell of the page again, your marks stay.
# After a restart of the kernel they are gone.)

# %%
marks = annotator(text, start=2409, end=3043)
marks

# %% [markdown]
# **The second way: as in exercise 2.2,** with `spans_from`, also where no page can be marked. This time letters come back that stood before, so you need numbers.
# `spans_from` counts like `count`: it counts **letters**, wherever they stand. The next cell tells how often some of them stand **before** the paragraph.
# Yours are the next ones: where 3 stand before, yours is number 4. (There is a shorter way, which comes with the neighbor below. Here we count, because
# it shows that the same letters stand inside of other names, too.)

# %%
for name in ["UN", "Afghanistan", "SCO"]:
    print(text[:2409].count(name), "times the letters", name, "before this paragraph")

# %% [markdown]
# Three times UN? No name UN stands before this paragraph. Look where the letters are:

# %%
print(text[834:839], text[888:893], text[938:942])

# %% exercise="2.4"
### BEGIN SOLUTION
my_paragraph = spans_from(
    text,
    [
        ("UN", "IGO", 4),
        ("Afghanistan", "STATE", 6),
        ("Afghanistan", "STATE", 7),
        ("Heart of Asia process", "INITIATIVE"),
        ("SCO", "IGO", 6),
    ],
)
### END SOLUTION

# %%
check("2.4", my_paragraph)

# %%
show_comparison(text, standard, my_paragraph, names=("gold", "mine"), start=2409, end=3043)

# %% [markdown]
# <details><summary>Two readings are right here (read this when you are done)</summary>
#
# The last sentence begins: "Participants also appreciated Afghanistan’s efforts". Where does the name end: before the ’s or behind it? The codebook does
# not say. The gold standard ends before it (`text[2898:2909]`); one can say that the ending belongs to the grammar and not to the name. Whoever takes
# the whole word has a case, too: our own `split_words` keeps *Afghanistan’s* in one piece. The check accepts both. If you wrote a codebook for
# your own project, this would be its next rule.
#
# "This country", in the sentence before, means Afghanistan and does not name it. It gets no span, as little as "Afghan control" and "the Afghan
# people".
#
# </details>

# %% [markdown]
# ## Counting without fingers
# Fingers get tired. A few lines of Python count the hits for any two tables. `zip` walks along several columns side by side, so that
# each span becomes one little bundle of three: start, end and label.

# %%
gold_bundles = list(zip(standard_here["start"], standard_here["end"], standard_here["label"]))
second_bundles = list(zip(second["start"], second["end"], second["label"]))

found = 0
for bundle in second_bundles:
    if bundle in gold_bundles:
        found = found + 1

print("precision", found, "of", len(second_bundles))
print("recall   ", found, "of", len(gold_bundles))

# %% [markdown]
# For the daily work there is a function. It does the same, label by label, and in the last row for all of them.

# %%
score_spans(standard_here, second)

# %% [markdown]
# The last row has the two numbers of exercise 2.3. *f1* is a mean of precision and recall that lies closer to the smaller one; *support* is the
# number of gold spans. Read the rows with a small support with care: for GOV there is a single gold span,
# and two marks of the second reader. Where the support is 0, as for INITIATIVE, recall is 0 of 0: there was nothing to find, and the 0 says nothing.

# %% [markdown] tags=["quiz"]
# **Quick check.** You look for all articles of a newspaper that name a certain state, and you will read whatever is found. Of two tools (made up), A has precision
# 0.96 and recall 0.70; B has precision 0.60 and recall 0.97. Which do you take?
#
# - [x] B: nearly all that is there is found.
#   Of ten articles that B shows, four are of no use. You see that when you read them. What a tool does not find you never see.
# - [ ] A: nearly all that it shows is of use.
#   You would read little in vain. But three of ten articles would be missing, and nothing tells you which three.
# - [ ] A: its f1 is higher, 0.81 against 0.74.
#   Both numbers are computed well. But f1 takes the two kinds of error for equally bad. For you the one costs minutes, the other a finding.

# %% [markdown]
# ### Exercise 2.5 · What a strict judge does not find *(on your own)*
# `compare_spans` gives the comparison as a table, one row for each span of gold, and one for each span that only the second reader
# has. Its column `outcome` says what became of it: *agrees*, *boundary differs*, *label differs*, *missed* or *extra*. *Predicted* means here: marked by the second reader. (The word comes from computers, which predict
# labels. You meet it again in lesson 3.)

# %%
comparison = compare_spans(standard_here, second)
comparison[["text", "outcome", "predicted_text"]].head(6)

# %% [markdown]
# Which **gold** spans would a strict judge not find in the second annotation? Collect their texts, as they stand in the column `text`, in a set called
# `not_found`, in the form `{"SCO", …}`. There are several ways: a filter like `comparison[comparison["outcome"] == "agrees"]`,
# twice one after the other, or a loop with `zip(comparison["text"], comparison["outcome"])` and `if`. (`!=` means *is not equal to*.) Careful: one row is no gold span at all.

# %% exercise="2.5"
### BEGIN SOLUTION
rows = comparison[comparison["outcome"] != "agrees"]
rows = rows[rows["outcome"] != "extra"]
not_found = set(rows["text"])
### END SOLUTION

# %%
check("2.5", not_found)

# %% [markdown]
# ## The other five
# The rest of the eight differences. There are three boxes now: a *slip*, a *decision*, and *at odds with oneself* (the reader decides one way here and another way
# there). You can see the last kind without any gold standard. Sort the five, then unfold.
#
# | no. | on the page | gold | second reader |
# | --- | --- | --- | --- |
# | 1 | `text[160:199]` | Shanghai Cooperation Organization · SCO | one span: Shanghai Cooperation Organization (SCO) |
# | 3 | `text[390:408]` | no span | Foreign Ministries, as GOV |
# | 4 | `text[472:491]` | Kyrgyz Republic | the Kyrgyz Republic |
# | 6 | `text[784:832]` | United Nations Assistance Mission in Afghanistan, as IGO | the same span, as INITIATIVE |
# | 8 | `text[1227:1231]` | RATS | no span |
#
# <details><summary>One way to sort them</summary>
#
# - **Slips: 8, and probably 4.** Whoever marks UNAMA, UNODC, UNDP and CSTO in brackets did not mean to leave out RATS. And in the same list ten other
#   states are marked without the article that stands before them.
# - **At odds with oneself: 1 and 6.** The abbreviation is part of the name in one place and a span of its own in four others. The mission is an
#   INITIATIVE, but its abbreviation is an IGO.
# - **A decision: 3.** Does "Foreign Ministries of the Republic of Kazakhstan, …" name twelve ministries? Our codebook takes *Foreign Ministries* for general
#   words (rule 3).
#
# You may sort differently. Then you disagree about disagreement, and that, too, is worth a sentence in a codebook.
#
# </details>
#
# <details><summary>And gold? Three places where one may challenge it</summary>
#
# - `text[1969:2009]`, the Security Assistance Forces: INITIATIVE, or after all an IGO? The page itself says “ISAF mission” (`text[2395:2407]`), our table names NATO as the leader, and the
#   codebook makes an IGO of an organization's mission. Our data card calls a similar border, that of process and organization, "a matter of judgment".
# - `text[1115:1136]`, SCO Secretary-General: a POST and nothing else. Whoever studies who is *mentioned* would mark the SCO in it, too.
# - `text[43:46]`, the SCO of the title: marked, because the codebook says "the title included". Does a title count like a sentence?
#
# </details>

# %% [markdown]
# ## With a real neighbor
# A constructed reader is a poor neighbor. Take a real one. Without talking, both of you mark one sentence on the [handout](handout.ipynb),
# `text[120:370]`, lines 3 to 6. Both write their marks in the next cell, in place of the three dots, in the form
#
# ```python
# me = spans_from(text, [("22 January 2014", "DATE"), ("SCO", "IGO")], start=120, end=370)
# ```
#
# with each name once for every time that you marked it. (Or mark it on the page, as in exercise 2.4: `my_page = annotator(text, start=120, end=370)` and `my_page` in a
# cell of your own, then `me = my_page.value` here.) With `start` and `end`, `spans_from` searches in this sentence only: you need no numbers for what
# stood before. Then tell each other what you marked, or change sheets: your neighbor's marks, typed in the same form, become `neighbor`. No network is needed. (Time left? The last sentence of the paragraph, `text[1111:1247]`, works in the same
# way, with `start=1111, end=1247`; store it in a table of its own, `my_last_sentence`.)

# %%
me = ...
neighbor = ...

show_comparison(text, me, neighbor, names=("mine", "theirs"), start=120, end=370)

# %% [markdown]
# And the numbers. `use` takes your table as soon as there is one. Until then it goes on with the second thing in the brackets: gold for you, the second
# reader for your neighbor, both for this sentence.

# %%
one = use(me, standard_here[standard_here["end"] <= 370])
other = use(neighbor, second[second["end"] <= 370])
score_spans(one, other).tail(1)

# %% [markdown]
# Here neither of you is gold. Precision is then the share of your neighbor's spans that you have, too, and recall the share of yours that your
# neighbor has. Swap the tables, and the two change places; *f1* stays.
#
# Go through the differences together. For each, write down one word: *slip* or *rule*. Where you wrote *rule*, formulate it
# in one sentence, so that a third person would decide as you did.

# %% [markdown]
# ## May it be luck?
# Spans are hard to compare: there are some that only one reader has. Words are easier, since the page has the same words for
# everybody. So let us ask each **word**: with which label did a reader mark you?
#
# We do it with paint. Here is a little page of six characters, and a span from 2 to 5. `["none"] * 6` is a list with six times *none*, and
# `little[place] = "DATE"` writes over one entry.

# %%
little = ["none"] * 6
for place_on_page in range(2, 5):
    little[place_on_page] = "DATE"
print(little)

# %% [markdown]
# Now the same for the whole page, and for every span of gold. The label of a word is the paint on its first letter. (The cell makes two lists that stand side
# by side, the words and their labels. You may run it without reading it line by line. `tolist()` makes a plain list of a column.)

# %%
paint = ["none"] * len(text)
for start, end, label in zip(standard["start"], standard["end"], standard["label"]):
    for place_on_page in range(start, end):
        paint[place_on_page] = label

page_words = split_words(text)
page_labels = []
for start in page_words["start"]:
    page_labels.append(paint[start])

print(page_words["text"].tolist()[5:10])
print(page_labels[5:10])

# %% [markdown]
# Now meet a third annotator. It is lazy: it marks nothing at all. Every word gets *none*. How often will it agree with the gold
# standard on the whole page? Write down a guess.

# %%
lazy_labels = ["none"] * len(page_labels)

same = 0
for ours_label, theirs_label in zip(page_labels, lazy_labels):
    if ours_label == theirs_label:
        same = same + 1
print(same, "of", len(page_labels), "words:", round(same / len(page_labels), 2))

# %% [markdown]
# 71 percent, for doing nothing. Most words of this text are in no name, and whoever says *none* is right about all of them. So a number like "71
# percent agreement" means nothing by itself. We must ask: **how much agreement would we get by chance?**
#
# Think of a coin. Two people do not read the text. For each word each of them tosses a coin: heads means *name*, tails means *none*. There are four
# equally likely cases: heads and heads, heads and tails, tails and heads, tails and tails. In two of the four they agree. So they agree on about half
# of the words, and neither has read one.
#
# With other habits it is not a half. Suppose that both say *name* for 9 words in 10, blindly. Both say *name* in 0.9 × 0.9 = 0.81 of the cases, both say
# *none* in 0.1 × 0.1 = 0.01. Together they agree on 0.82, or 82 percent.
#
# Now the second reader. We take the words of paragraph 2, and paint once more. You may run this cell, too, without reading it. What you need of it are only the two lists
# at its end: `gold_words` and `second_words` hold the labels of the same 161 words, as gold and as the second reader gave them.

# %%
second_paint = ["none"] * len(text)
for start, end, label in zip(second["start"], second["end"], second["label"]):
    for place_on_page in range(start, end):
        second_paint[place_on_page] = label

words_here = page_words[page_words["start"] >= 120]
words_here = words_here[words_here["end"] <= 1247]

gold_words = []
second_words = []
for start in words_here["start"]:
    gold_words.append(paint[start])
    second_words.append(second_paint[start])

print(len(words_here), "words")

# %% [markdown]
# For a start we ask only one thing: is the word in a name or not? The next cell makes a table of the two lists, and `replace` turns every label into the
# one word *name*. Then `confusion` counts the pairs of labels, and `draw_confusion` draws the counts. Rows are what gold says, columns what the second reader
# says.

# %%
pair_table = pd.DataFrame({"gold": gold_words, "second": second_words})
pair_table = pair_table.replace(["STATE", "IGO", "GOV", "POST", "DATE", "DOC", "INITIATIVE"], "name")

draw_confusion(
    confusion(pair_table["gold"], pair_table["second"]), title="161 words, two readers", names=("gold", "second")
)

# %% [markdown]
# On the framed diagonal they agree: 93 words are in a name for both, 57 for neither. 8 words are in a name for gold only, 3 for
# the second reader only.

# %% [markdown] tags=["quiz"]
# **Quick check.** How many of these 11 words come from difference 5, where the second reader marked *Republic of Uzbekista*?
#
# - [ ] Three: *Republic*, *of* and *Uzbekistan*.
#   On spans the whole name was lost for want of one letter. But now we ask each word, and not each span.
# - [ ] One: *Uzbekistan*, with its last letter missing.
#   The label of a word is the paint on its *first* letter. Who painted the U?
# - [x] None: on all three words they agree.
#   Both painted the first letter of each. The 8 are *of the Russian Federation*, *Secretariat of the* and *RATS*; the 3 are *Foreign Ministries* and the article of the
#   Kyrgyz Republic.

# %% [markdown]
# What would chance give? Each reader's habit is the share of words that he or she calls *name*. Gold says *name* for 93 + 8 words, the second reader for 93 + 3.
# We count as with the 9 in 10: both say *name*, or both say *none*.

# %%
gold_habit = (93 + 8) / 161
second_habit = (93 + 3) / 161

observed = (93 + 57) / 161
by_chance = gold_habit * second_habit + (1 - gold_habit) * (1 - second_habit)
print("observed ", round(observed, 4))
print("by chance", round(by_chance, 4))

# %% [markdown]
# They agree on 93 percent of the words; two blind readers with the same habits would agree on 52 percent. Between chance and
# perfection lies a road of 1 − 0.5245 = 0.4755. Of this road, our two readers have gone 0.9317 − 0.5245 = 0.4072. The share of the road
# is called **Cohen's kappa**:

# %%
print(round((observed - by_chance) / (1 - by_chance), 4))
print(round(kappa(pair_table["gold"], pair_table["second"]), 4))
print(round(kappa(page_labels, lazy_labels), 4))

# %% [markdown]
# The first two lines are the same number, once by hand and once by the function. 1 would be perfect agreement, 0 what two such readers would reach if both had labeled blindly; less than
# 0 is possible, too. The third line is the lazy annotator, with 71 percent agreement on the page: 0.0. (Do not take the 0.86 home: it is the number of a reader
# who was constructed, and measures nothing in the world.)

# %% [markdown]
# ### Exercise 2.6 · How often do they agree? *(guided)*
# So far we asked only *name or none*. `gold_words` and `second_words` are two lists with the full labels of the 161 words (STATE, IGO, …, none), in the
# same order. On what share of the words do both lists have the same label?
#
# Store it as a number between 0 and 1, with three places at least, in a variable called `agreed`. Before you run it: will it be more or less than the 0.9317 above?
#
# The cell of the lazy annotator shows the way, in three steps: begin with `same = 0`; walk along the two lists with `zip`, and add 1 where the labels are equal; then
# divide by the number of words.

# %% exercise="2.6"
### BEGIN SOLUTION
same = 0
for gold_label, second_label in zip(gold_words, second_words):
    if gold_label == second_label:
        same = same + 1
agreed = same / len(gold_words)
### END SOLUTION

# %%
check("2.6", agreed)

# %% [markdown]
# ### Exercise 2.7 · Kappa by hand *(stretch)*
# Now kappa for the full labels, without the function `kappa`. You need three steps:
#
# 1. the observed agreement on the full labels, as in exercise 2.6 (`agreed`, and not `observed` from above, which knew only *name* and *none*);
# 2. the agreement by chance: for **each** label, the share of words that gold gives it, times the share of words that the second reader gives
#    it, and all of these added up. (`gold_words.count("STATE")` counts a label in a list, `set(gold_words)` forgets repetitions. A label that
#    one of the two never uses adds 0, so the labels of gold are enough.)
# 3. the share of the road: (observed − by chance) / (1 − by chance).
#
# Store the result, with at least four places, in a variable called `kappa_by_hand`. When you are done, compare it with `kappa(gold_words, second_words)`.

# %% exercise="2.7"
### BEGIN SOLUTION
number = len(gold_words)

same = 0
for gold_label, second_label in zip(gold_words, second_words):
    if gold_label == second_label:
        same = same + 1

expected = 0
for label in set(gold_words):
    expected = expected + gold_words.count(label) / number * second_words.count(label) / number

kappa_by_hand = round((same / number - expected) / (1 - expected), 4)
### END SOLUTION

# %%
check("2.7", kappa_by_hand)

# %% [markdown]
# Four warnings, before you put a kappa into a report.
#
# - **There is no official border** between good and bad. Tables that call 0.7 "substantial" go back to one article of 1977 (below), whose authors
#   called their own borders arbitrary.
# - **The unit decides.** One letter too few was a full miss on spans, and on words it is no difference at all. And the six words of one mission, with one wrong label, count six times.
# - **Rare labels weigh much.** If nearly all words are *none*, chance alone gives a high agreement, and the few other words decide. Whoever uses one label only gets 0, even if
#   nearly all words deserve it.
# - **High agreement is not truth.** Two readers can share a mistake, above all if they share a teacher, or are copies of each other.

# %% [markdown] tags=["quiz"]
# **Quick check.** The lazy annotator gets another page (made up): 1,000 words, of which 950 are in no name. What do its agreement with gold and
# its kappa come to?
#
# - [ ] 0.95 and 0.95: on this page it does well.
#   The agreement is as high as you say. But how much would blind labeling give here, if one of the two says *none* each time? Also 0.95.
# - [ ] 0.71 and 0: it did the same as on our page.
#   It did the same, but the page is another. The share of the words in no name was 428 of 604 there, and is 950 of 1,000 here.
# - [ ] 0.05 and 0: it finds no name at all.
#   The 50 words in names are where the two *disagree*. On the others they agree.
# - [x] 0.95 and 0: all its agreement is chance.
#   By chance they agree on 0.95 × 1 = 0.95 of the words. Of the road from there to 1 it has gone nothing. The less there is to find, the better the lazy one looks.

# %% [markdown]
# ## For the whole class
# Would your class agree? If your teacher collects marks, hand in yours. `save_annotations` writes the marks that you noted as `me` into one small file beside this
# notebook. As long as `me` is three dots, it writes nothing.
#
# The file bears no name. You get a pseudonym, two words drawn at random, and you may choose another: `save_annotations(me, "calm heron")`. Have you marked
# both sentences, in two tables? `pd.concat([me, my_last_sentence])` puts one table below the other.

# %%
saved = save_annotations(me)

# %% [markdown]
# ## What we learned
# - A name is marked as a span: start, end, label. The notes stand off from the text, and the text stays as it is.
# - The same words at another place are another span. Say *which* one you mean.
# - What counts as a name is a decision. The codebook writes it down, so that two people count the same thing.
# - Precision: how much of what was marked is right. Recall: how much of what should be marked was found. Three counts are enough for both.
# - Some disagreements are slips, others are questions that nobody had answered. Kappa takes out of the agreement what blind labeling would have given.
#
# **Be careful about** a gold standard that looks like the truth · counts without their rules · percentages of agreement without chance
#
# **To read on:**
#
# - J. Pustejovsky and A. Stubbs, *Natural Language Annotation for Machine Learning*, O'Reilly 2012: how a codebook grows, step by step.
# - R. Artstein and M. Poesio, "Inter-Coder Agreement for Computational Linguistics", *Computational Linguistics* 34 (2008), pages 555–596: what kappa and
#   its relatives assume.
# - J. Cohen, "A Coefficient of Agreement for Nominal Scales", *Educational and Psychological Measurement* 20 (1960), pages 37–46: where kappa comes from, in ten pages.
# - J. R. Landis and G. G. Koch, "The Measurement of Observer Agreement for Categorical Data", *Biometrics* 33 (1977), pages 159–174: the table of
#   "substantial" and "almost perfect".
#
# **Next:** [3 · Tagging by rule](03_tagging_by_rule.ipynb). *Can a dozen lines do what we just did by hand?*

# %% [markdown] tags=["teaching-note"]
# **The home part, for you.** Announce: 2.4 for everybody, 2.5 and 2.6 for those who go on with lesson 3 (precision and recall come back there), 2.7 for those who want more.
# Whoever begins in a new session runs all cells above first. The files for the class notebook (`my_annotations_….json`) can be collected on a stick, without a network.
#
# | exercise | expected | mistakes to expect |
# | --- | --- | --- |
# | 2.4 | five spans: UN, Afghanistan twice, Heart of Asia process, SCO | `marks` in place of `marks.value`, or the cell not run again after the last mark; with `spans_from` the first places of UN and SCO (no numbers), *Afghan* marked, *process* left out; *Afghanistan’s* is accepted, too |
# | 2.5 | a set of eight texts | nine (*Foreign Ministries* is no gold span); only the three that are “missed” or have another label |
# | 2.6 | 0.8944 | 0.9317 (*name or none*, the number above); the count, 144, not divided |
# | 2.7 | 0.8574 | chance of *name or none* in place of all labels; observed minus chance, not divided by the road |
#
# - *Misconception* (2.6): “full labels are harder, so kappa must fall.” Ask for both numbers. (Agreement falls from 0.9317 to 0.8944, kappa does not: 0.8563 and 0.8574. With more labels, chance gives less.)
# - *Misconception* (*May it be luck?*): “93 percent is a good result.” Ask: what did the lazy annotator get, and for what?

# %% [markdown] tags=["teaching-note"]
# **For the discussion**, at the end of the hour or the beginning of the next
#
# 1. A project annotates 10,000 pages with two people a page. They disagree on one page in ten. Should they talk until they agree, take a vote, or keep both readings?
#    *A good answer touches:* slips (settle them) and decisions (keep them, or write a rule); what a historian loses when the other reading is gone; what it costs.
# 2. Our codebook marks *SCO Secretary-General* as one POST and no IGO. Who would want it the other way, and for which question?
#    *A good answer touches:* who attended against who is mentioned; that a codebook serves a question; that the count of SCO changes with it (7 of 13).
# 3. The gold standard was made by a language model. Would you trust it more if two students had made it?
#    *A good answer touches:* whether the two worked apart, and who taught them; which cases were open; that agreement is not truth; that you can look up each span on the page.
