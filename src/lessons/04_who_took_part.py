# %% [markdown]
# # 4 · Who took part?
# *Is everyone who is mentioned there?*
#
# A press release is full of names: states, organizations, offices, a military mission, a process. Some of them sat in the
# room on 22 January 2014. Others were only talked about. In this lesson we find out who was there, and as what. It looks
# like the easiest question of the course. Keep a pencil at hand: you will be asked to guess. Six quick checks unfold when you click an
# answer; the last of them asks what a list of names can *not* tell.
#
# **You will be able to** tell who took part from who is only named (4.1) · count who was what on a given day (4.2) · write a function that finds the
# status of a day (4.3) · cut a list of names with a function (4.4) · ask a table the same question twice, and compare (4.5) · find the blocks in a
# list (4.6)
#
# **Time** core path 45 minutes in class (about 50 alone), at home 60, the stretch exercise and one optional reading 30 more (short of time: exercise 4.3, 15) · **You need**
# lessons 0 to 3: a loop, `if`, a set, a dict, a table, `def` · **Next** [5 · What was it about?](05_what_was_it_about.ipynb)

# %% [markdown]
# **Before you begin:** *File*, *Save Notebook As…*, and call it `my_04.ipynb`; then *Edit*, *Clear Outputs of All Cells*, so that no answer is shown before
# you have asked for it. Something goes wrong? [Help](help.ipynb) · A word that you do not know? [Glossary](glossary.ipynb)

# %% [markdown] tags=["teaching-note"]
# **The plan of the hour**
#
# | minutes | what | who works |
# | --- | --- | --- |
# | 0–3 | Save, clear, run the first code cell | everybody |
# | 3–8 | Named or there? | the room guesses |
# | 8–16 | What makes a name a participant? | you, then all: guess the made-up lines |
# | 16–24 | Exercise 4.1, and the eight reasons | pairs |
# | 24–26 | One party, one row | you |
# | 26–34 | In what capacity? | the room votes, then looks up by eye |
# | 34–41 | Exercise 4.2 | everybody |
# | 41–45 | How wrong was the first answer? The order of the list | the room |
#
# **The one idea that must survive the hour:** *a classification has a date*. Do not give it away before minute 29. Whoever has followed the
# news knows the members of recent years and will fall into the trap with confidence. That is the point, and nobody should feel
# tricked: a list of members as one finds it is a list of the day on which it was made.
#
# **Before class** run the notebook once from top to bottom (*Run*, *Run All Cells*): the first run is the slowest. Nothing here needs the network. Each
# note below stands before the part that it is for.
#
# **With half an hour to prepare** do 4.1 and 4.2, and read the notes of minutes 26–34 and 41–45.
#
# **If you are late** the notes say what to cut; in all it gives 16 minutes. To cut means to *run* the cells without a word, never to leave them out: later cells need them.
# Do not cut India's two rows (minute 29). No class was timed yet. JupyterLab is open before minute 0. With beginners do 4.1 on one screen from the start, and scroll so that
# the next cell is below the edge, on all screens, at minutes 26 and 41 above all: it holds the answer.

# %% [markdown] tags=["teaching-note"]
# **Minutes 0–3, from “Nearly all tools of this lesson”.** *Say:* "Who was in the room? You think that this is easy. Take a pencil." Everybody saves a copy, clears the outputs
# (the stored ones show every answer) and runs the first code cell.
# *If something breaks,* pair that learner with a neighbor, and go on. After a restart of the kernel: click into the cell where you were; then *Run*,
# *Run All Above Selected Cell*. (It stops at a red cell: put the three dots back there, and run it again.) The slider of the home part is a table where widgets do not run: nothing is lost.

# %% [markdown]
# Nearly all tools of this lesson come from the course's own small package. It lies in `src/helpers`, and you may read it.
# `fill` is Python's own: it breaks a long line at spaces. pandas is here for one setting, below.

# %%
from textwrap import fill

import pandas as pd

from helpers.agreement import confusion
from helpers.entities import tag_entities
from helpers.exercises import check, hint, solution
from helpers.participants import classify_participants, find_participants, status_on
from helpers.pictures import draw_confusion, draw_memberships, draw_participants, show_concordance, show_spans
from helpers.reference import memberships, name_changes
from helpers.texts import concordance, read_text, split_sentences
from helpers.widgets import membership_slider

pd.set_option("display.max_colwidth", 90)  # so that tables show long names in full
text = read_text()

# %% [markdown] tags=["teaching-note"]
# **Minutes 3–8, from “In lesson 3 you built a tagger”.** *Ask:* "27 names. How many took part?" Write the guesses on the board and leave them there. *Expected:* 19; it comes at
# minute 15. Then the concordance, and the quick check: hands up for one, two, seven, before anybody unfolds. *Expected:* one.
#
# *Misconception:* "two, it is also in UNAMA." Ask: whose delegation was that? (The mission's. "Afghanistan" is a piece of the mission's name.)
#
# *If you are late,* skip the guess, not the concordance (1 minute gained).

# %% [markdown]
# ## Named or there?
# In lesson 3 you built a tagger. `tag_entities` is the course's own, the same idea grown up: it makes a table of all names
# in the text. Here it is, without the dates and the documents, since those can not take a seat.

# %%
entities = tag_entities(text)
named = entities[entities["label"] != "DATE"]
named = named[named["label"] != "DOC"]

print(len(named), "places")
print(len(set(named["name"])), "different names")

# %% [markdown]
# 45 places, 27 different names. The column `name` holds one name for each thing, whatever it is called at that place.
#
# Before you read on, write down a number: how many of the 27 took part?
#
# Let us look at one of them. A *concordance* (lesson 1) shows every place where a word stands.

# %%
show_concordance(concordance(text, "Afghanistan", width=45))

# %% [markdown] tags=["quiz"]
# **Quick check.** In how many of the seven lines does Afghanistan *take part*?
#
# - [x] In one, the first.
#   Place 597, between Uzbekistan and India, in a sentence that ends with "took part in the consultations".
# - [ ] In two: the first, and the second with its delegation.
#   There was a delegation, but the mission's, not the state's. At place 821 the word is a piece of another name, that of a United Nations mission.
# - [ ] In all seven, since the whole page is about it.
#   To be talked about, nobody needs to be in the room. In five of the lines, from place 1606 on, the text talks about Afghanistan, also at 2898, where its
#   efforts are appreciated. None of them says that it was there.

# %% [markdown]
# One state, three roles: participant, part of a name, topic. If you count mentions, you mix them.

# %% [markdown] tags=["teaching-note"]
# **Minutes 8–16, from “The text tells us in three sentences”.** Three students read one sentence each aloud; the others count. *Expected:* 12, 5 and 2.
#
# *Ask* before the cut at "and": "In how many pieces will it fall?" *Expected:* three; expect the guess of five, one for each organization. The loop with `zip` is yours: run it, and read the
# output, not the code. At the made-up lines take a vote for each, before you run. *Expected:* the first three come out right, the last three
# wrong, each in its own way. Somebody will say that line 5 is unfair: press releases are full of such lines.
#
# *Misconception:* "the computer knows that these are states, so they took part." Ask: which word would you have to delete so that nobody took part?
# (*took part*, not a name.)
#
# *If you are late,* pass over the two gaps of the third sentence, and vote on the first four made-up lines only (3 minutes gained).

# %% [markdown]
# ## What makes a name a participant?
# The text tells us in three sentences, its second to fourth. (Python counts from 0, so they stand at the places 1 to 3.)
# Read them slowly, and count the participants with your finger. `tolist()` makes a plain list of a column.

# %%
sentences = split_sentences(text)
for sentence in sentences["text"].tolist()[1:4]:
    print(fill(sentence, 100, break_on_hyphens=False))
    print()

# %% [markdown]
# Your finger should say 12, then 5, then 2.
#
# How did you know? Not from the names. There is a **phrase** that says that somebody was there: *took part*,
# *participated as well*, *also attended*. And there is a **list** that belongs to the phrase. No phrase, no participant.
#
# Now let a computer read the list. The first idea that comes to mind: cut at every "and", then at every comma. Let us try
# the first cut on the list of organizations, the third sentence (place 2). In how many pieces will it fall?

# %%
for piece in sentences["text"][2].split(" and "):
    print(fill(piece, 100, break_on_hyphens=False))
    print("---")

# %% [markdown]
# Look at the end of the first piece and the beginning of the second. The knife went through the middle of a name: the
# United Nations Office on Drugs **and** Crime. An "and" between two names and an "and" inside of one look the same.
#
# So we turn the idea around. We know the names already (lesson 3). Let us look at the **gaps**: what stands before the
# first name, between two names, and after the last one?
#
# Two small helpers first. `zip` walks along two columns side by side, one pair at a time. `repr` shows a text with its
# quotes, so that you see where it begins and ends.

# %%
start = sentences["start"][1]
end = sentences["end"][1]
in_list = named[named["start"] >= start]
in_list = in_list[in_list["end"] <= end]

place = start
for first, last in zip(in_list["start"], in_list["end"]):
    print(repr(text[place:first]), "→", text[first:last])
    place = last
print(repr(text[place:end]))

# %% [markdown]
# Between two names stands nothing but little words: a comma, "and", "the". After the last name comes the phrase. That is the
# main idea of `find_participants`. It looks for a phrase, takes the name beside it, and goes on from name to name as long
# as the gap holds only little words. At the first gap with anything else, it stops.
#
# Do brackets stop it? Here are two gaps of the third sentence, before and after the abbreviation UNAMA:

# %%
print(repr(text[832:834]))
print(repr(text[839:846]))

# %% [markdown]
# They do not: an abbreviation in brackets belongs to the name before it. The phrases stand in
# [a table of phrases](../data/words/attendance.csv). In texts where none of them fits, the tool goes by the words around a
# long list, and if there are none, too, it guesses and says so in its table of doubts.
#
# Six made-up lines, to see the rule at work. Cover the output and guess each of them first.

# %%
for line in [
    "Peru, Chile and the Republic of Fiji took part.",
    "Peru and Chile took part. They discussed the situation in Fiji.",
    "Peru did not take part.",
    "Peru and Chile flew in for the meeting.",
    "Peru, just north of Chile, took part.",
    "All of them but Peru took part.",
]:
    print(line, find_participants(line)["name"].tolist())

# %% [markdown]
# The first three are as they should be; the third because the rule looks for "not" right before the verb (*Peru did take part* would give Peru). The fourth is empty:
# nobody put "flew in for" into the table. The fifth makes two mistakes at once. The rule found Chile, the name beside the
# phrase, and stopped at the gap ", just north of ", so that it never got to Peru: one participant is missing, and one is
# invented. In the sixth Peru is invented, too: the rule knows "neither", "nor" and "except", and takes this "but" for any other word. A rule that reads lists is not a reader.
#
# Now the real text.

# %%
participants = find_participants(text)
participants[["text", "name", "iso3", "kind"]]

# %% [markdown]
# 19 rows (the index counts from 0): 12 states, 5 organizations, 2 officials. Your finger was right. How far from 19 was the
# number that you wrote down? The two officials are special. Each attends for an
# **organ**, a body of the SCO itself. Such an official is one row, and the organ gets none: a rule of our [codebook](../data/codebook.md), section 2.
#
# The gold standard has the same 19, in a [table of participants](../data/gold/participants.csv) beside the spans of lesson 2. That is no independent
# proof: both were made for this course, and its [data card](../data/README.md) calls the gold standard one careful reading.
#
# > **Keep this** · A name on the page is not a person in the room. Look for the phrase that puts it there.

# %% [markdown] tags=["teaching-note"]
# **Minutes 16–24, from “Exercise 4.1”.** Five minutes to write, three for the two tables (from “Eight names get no row”). *Expected:* a loop with `if` and `add`; eight names, those of the two
# tables.
#
# *Typical slips:* `name not in participants["name"]`, true for all 27, since `in` asks a column for its row numbers; `for name in named:`, which walks along the names of the
# columns: the check has a sentence for each. `only_named = {}` is an empty dict, and `.add` stops with a red `AttributeError`: an empty set is `set()`.
#
# *Misconception:* "but the SCO was there!" Ask: who says so? (Two officials attended. That they stand for their organ is a rule of our codebook, section 2.)
# *Misconception:* "but the Russian ministry *was* the room!" True, and its people took part. Ask: under which name are they counted? (*Russia*. "No row of its own" is not "was not there".)
#
# *If you are late,* do the exercise together on one screen (3 minutes gained).

# %% [markdown]
# ### Exercise 4.1 · Named, and not in the list *(guided)*
# Here are the names of the participants as a set, called `present`. Walk through the column `name` of `named`, and collect
# every name that is **not** in `present`, each of them once, in a set called `only_named`.
#
# The form: `only_named` is a set of strings, such as `{"United Nations", …}`. You can ask with `if name not in present:`.
#
# (Stuck? `hint("4.1")` gives a hint, `solution("4.1")` the solution.)

# %%
present = set(participants["name"])
print(len(present))

# %% exercise="4.1"
### BEGIN SOLUTION
only_named = set()
for name in named["name"]:
    if name not in present:
        only_named.add(name)
### END SOLUTION

# %%
check("4.1", only_named)

# %% [markdown]
# <details><summary>Done? Then read on here: the eight, and why they have no row</summary>
#
# Eight names get no row of their own. Three of them the text only talks about:
#
# | topic | what the text says about it |
# | --- | --- |
# | International Security Assistance Force | its withdrawal |
# | Afghan National Security Forces | assistance to them |
# | Heart of Asia-Istanbul Process | a regional initiative |
#
# With five it is not so clear. For each of them somebody *else* stands in the list. How to count them is decided in section 2 of our
# [codebook](../data/codebook.md), in three rules: on the host's ministry, on officials, and on bodies of other organizations.
#
# | no row of its own | who stands in the list |
# | --- | --- |
# | Ministry of Foreign Affairs of the Russian Federation | Russia: representatives of its foreign ministry did take part |
# | Shanghai Cooperation Organization | two officials of its organs |
# | SCO Regional Anti-Terrorist Structure | the director of its Executive Committee |
# | Collective Security Treaty Organization | its secretariat |
# | United Nations | three of its bodies |
#
# </details>
#
# <details><summary>Did “the United Nations” take part, then? And the General Assembly?</summary>
#
# Three bodies of the United Nations took part. Whether that is the same is not in the text. It is a decision, and the codebook made one: a body that
# attends is one row, and the organization that it belongs to gets none.
#
# The General Assembly is on the page, in "UN GA resolution", but only inside the name of a document (`text[3165:3214]`). Our tagger keeps the longest name
# only, so it has no row at all.
#
# </details>

# %% [markdown] tags=["teaching-note"]
# **Minutes 24–26, from “Look again at two rows”.** Only you speak. *Ask* once: "What would go wrong if we *replaced* Turkey by Türkiye in the text?" *Expected:* `text[start:end]` would no longer be
# what was written: a forged source. *If you are late,* say the first sentence and go on (1 minute gained).

# %% [markdown]
# ## One party, one row
# Look again at two rows of the table, at `text` and `name`. **Kyrgyz Republic → Kyrgyzstan**: the formal name and the short
# one. Without a *canonical name*, one name under which we count, a state that is called both ways would be two states. And
# **Republic of Turkey → Türkiye**: did the writers make a mistake? `name_changes()` is a table of states that changed their
# names, with the dates.

# %%
changes = name_changes()
changes[changes["iso3"] == "TUR"][["old_formal", "new_formal", "change_date", "date_kind"]]

# %% [markdown]
# In 2014 "Republic of Turkey" was correct; the change came in June 2022. Our table of states has the later name, so we count
# under that. We do not correct the page: `text` keeps what stands there. The code did not change with the name: `iso3` is TUR
# before and after. It is the key of our table.
#
# <details><summary>And row 16, the center?</summary>
#
# The page says *Counter-Terrorism Center*. The center itself says *Anti-Terrorism Center*, as the [notes to the tables](../data/reference/NOTES.md) say. Again
# `text` keeps the one, and `name` has the other.
#
# </details>

# %% [markdown] tags=["teaching-note"]
# **Minutes 26–34, from “Twelve states. Which of them are members”.** Read the nine members aloud, in a firm voice. *Ask:* "Who would print it?" Write the number of hands on the board. Then show India's rows
# (“Now look at all rows of one state”) and say nothing for ten seconds. Somebody will say it.
#
# *Expected by eye:* Iran observer, Mongolia observer, Turkey dialogue partner. For the half-open interval let two students stand for India's two rows, and ask both: "Was India yours on 9 June 2017?" One
# yes, one no.
#
# *Misconception:* "the table is wrong." Ask: which question did the table answer?
# *Misconception:* "then take the rows that began before 2014." Ask: what does India's first row say in 2020? (A row must have begun *and not ended*.)
#
# *If somebody asks where the dates come from:* press reports and documents of the SCO, named row by row in the table. *If you are late,* look up one state by eye, not three (2 minutes gained).

# %% [markdown]
# ## In what capacity?
# Twelve states. Which of them are members of the organization? Let us ask the text. Its first sentence names three
# groups.

# %%
print(fill(sentences["text"][0], 100, break_on_hyphens=False))
print()
print(text.count("ialogue partner"), "times “dialogue partner”")

# %% [markdown]
# Member States, Observer States, "other interested parties". But who is which? The text never says. (And "dialogue
# partner", a status that the SCO had at the time, does not occur in it at all.) We need a second source.
#
# Most of us would now open a web page with the list of members. Our table of memberships can give us that list. It ends
# with the year 2025, and a row without a `to_date` was still in force then. So we keep those rows, and make a dict of them:
# to each code its status. (`zip` gives pairs, and `dict` makes a key and its value of each.)

# %%
membership_rows = memberships()
end_of_2025 = membership_rows[membership_rows["to_date"] == ""]
status_2025 = dict(zip(end_of_2025["iso3"], end_of_2025["status"]))

states = participants[participants["kind"] == "state"]
for iso3, name in zip(states["iso3"], states["name"]):
    print(status_2025[iso3], "·", name)

# %% [markdown]
# Nine members and three partners (*partner* is the list's one word for all who are no members). Every state was found, nothing is missing, Python did not complain.
#
# Would you print it? Take half a minute. Write down yes or no, and why.

# %% [markdown]
# Now look at all rows of one state.

# %%
membership_rows[membership_rows["iso3"] == "IND"][["status", "from_date", "to_date"]]

# %% [markdown]
# The meeting was on 22 January 2014. India became a member in June 2017. On the day of the meeting it was an observer.
# The list was right, and it was the list of another day. It would have told our readers that India sat there as a member,
# more than three years before it was one.
#
# Read the two rows closely: the same date, 2017-06-09, ends the one and begins the other.
#
# ```text
# observer   2005-07-05 ──────────────▸ 2017-06-09
#            belongs to it              does not belong to it
#
# member                                2017-06-09 ──────────────▸ (empty: goes on)
#                                       belongs to it
# ```
#
# Such a row is a **half-open interval**: its first day is included, its last date is excluded. So on 9 June 2017 India is
# exactly one thing. If both ends belonged to it, India would be two things on that day; if neither did, nothing.
#
# Now you, by eye. What were these three on 22 January 2014? Say it before you go on. (`to_string` writes a table as plain
# text.)

# %%
for iso3 in ["IRN", "MNG", "TUR"]:
    rows = membership_rows[membership_rows["iso3"] == iso3]
    print(rows[["iso3", "status", "from_date", "to_date"]].to_string(index=False))
    print()

# %%
for iso3 in ["IRN", "MNG", "TUR", "JPN"]:
    print(iso3, status_on(iso3, "2014-01-22"))

# %% [markdown]
# `status_on` does what your eye did. Japan has no row at all: the answer is `None`, Python's word for nothing.
#
# Here are all twelve at once. Follow the line of the day from top to bottom, and see what it crosses.

# %%
draw_memberships(membership_rows, states=states, on="2014-01-22")

# %% [markdown]
# > **Keep this** · A classification has a date. Before you look up what somebody is, ask: on which day?

# %% [markdown] tags=["teaching-note"]
# **Minutes 34–41, from “Exercise 4.2”.** Five minutes to write. *Ask* before: "What do you expect for member?" *Expected:*
# `{'member': 6, 'observer': 5, 'dialogue_partner': 1, 'un_system': 3, 'other_organization': 2, 'organ': 2}`. `.get` was met in lesson 3; an `if category not in counts:` with
# `counts[category] = 0` is as good, and so is `value_counts()`.
#
# *Typical slips:* `counts[category] = counts[category] + 1`, which stops with a red `KeyError: 'member'` (ask: what is stored under *member* at the first row?);
# `counts[category] = 1`; counting `kind`; counting the list of 2025. *Done early?* Which of the six categories are the SCO's own words, and which are ours? (Member, observer and
# dialogue partner are the SCO's; the other three come from our codebook.)
#
# *If you are late,* show `draw_participants(on_day)` from the cell below, and let them count there (4 minutes gained).

# %% [markdown]
# ### Exercise 4.2 · Who was what, on that day? *(on your own)*
# `classify_participants` looks up every state for a day, says of each organization and official what kind of body it belongs to,
# and writes what it found into a new column, `category`. (`organ` is a body of the SCO or its official, `un_system` a body of the United Nations,
# `other_organization` one of any other.) The table is called `on_day`.
#
# Count how often each category stands in the column `category` of `on_day`. Store the result in a dict called `counts`:
# to each category its number, in the form `{"member": 3, "organ": 1, …}` (made-up numbers).
#
# A reminder: `counts["organ"] = 1` stores a number under a key. `counts.get("organ", 0)` gives the number that is stored, and 0
# as long as there is none.
#
# Before you run it: what do you expect for `member`?

# %%
on_day = classify_participants(participants, on="2014-01-22")
print(sorted(set(on_day["category"])))
on_day[["name", "category"]].head(3)

# %% exercise="4.2"
### BEGIN SOLUTION
counts = {}
for category in on_day["category"]:
    counts[category] = counts.get(category, 0) + 1
# The same, shorter: counts = on_day["category"].value_counts().to_dict()
### END SOLUTION

# %%
check("4.2", counts)

# %% [markdown]
# **Done?** Then read on. Here is what you have counted, with the names.

# %%
draw_participants(on_day)

# %% [markdown]
# <details><summary>What the function does not look up</summary>
#
# Only states are looked up for the day: the table of memberships has no rows for organizations and officials. The table `organizations()` in
# `helpers.reference` does have a column `founded`, but the function does not look at it. For 1 January 2002 it would still call the director of the Regional
# Anti-Terrorist Structure an *organ*, although the agreement on that structure was signed on 7 June 2002.
#
# </details>

# %% [markdown] tags=["teaching-note"]
# **Minutes 41–45, from “On the day: six members”.** The matrix first, two minutes. *Ask:* "Row *observer*, column *member*: who is that?" *Expected:* India, Iran and Pakistan. Then the page with its labels (“Now put the
# categories back on the page”): be quiet and wait. Somebody says "they are sorted!" *Ask:* "Sorted by what?" *Expected:* by status. (The members among themselves by the Russian
# alphabet: that comes in the home part, let nobody search for it now.)
#
# *Misconception:* "then the page does say who is what." Ask: which word of the page would you quote for Turkey? ("Other interested parties", perhaps. It is the one group that is left, and the
# text does not say so.)
#
# *If you are late,* skip the matrix, not the page (2 minutes gained; show it next time).

# %% [markdown]
# ## How wrong was the first answer?
# On the day: six members, five observers, one dialogue partner. By the list of the end of 2025: nine members, three partners, and
# nobody an observer. Let us see who was taken for what. We line up both answers for the twelve states, in the order of the
# page, and count the pairs. Such a table is called a **confusion matrix**: a row for what is right, a column for what was
# claimed.

# %%
in_2025 = classify_participants(participants, on="2025-12-31")
by_day = on_day[on_day["kind"] == "state"]["category"].tolist()
by_2025 = in_2025[in_2025["kind"] == "state"]["category"].tolist()

matrix = confusion(by_day, by_2025, labels=["member", "observer", "dialogue_partner", "partner"])
draw_confusion(matrix, title="Twelve states, two answers", names=("on the day", "by the list of 2025"))

# %% [markdown]
# Read the second row: of five observers, the list of 2025 made three members and two partners. It got none of them right.
# On the framed diagonal both answers agree: 6 of 12.
#
# And those six? They are the members, who have been members since 2001. The wrong list is right just where nothing has
# changed. That is what makes it dangerous: whoever tests it with Russia or China finds no fault.

# %% [markdown]
# ## A column that nobody wrote
# Now put the categories back on the page. Do not read the names. Read only the labels, from top to bottom.

# %%
show_spans(text, on_day, label="category", start=371, end=1247)

# %% [markdown]
# Member six times, observer five times, dialogue partner once. No sentence says who is what. But the first sentence named three
# groups in an order: *Member States, Observer States … and other interested parties*. With the labels of our table, the list of states keeps to it: **the
# order follows the status**. (How much of that does the page itself show? The home part asks.)
#
# After the states come the UN system, other organizations, and at the end the organs of the SCO. Our picture with the names had put those organs
# higher up. The page has an order of its own, and a table loses it unless we keep the places.

# %% [markdown]
# ## At home
# Four exercises. Three of them are functions, so that what you did by eye works for other lists and other days. If you have time
# for one only, take 4.3.

# %% [markdown] tags=["teaching-note"]
# **Exercise 4.3 (15 minutes; the one to set if only one can be set).** It turns the idea of the hour into five lines. *Expected:* two questions,
# has the row begun, and does it go on; the second in two halves with `or`. *Typical slips:* `<=` at the end (India is two things on 9 June 2017); the empty `to_date` forgotten;
# brackets around `or` forgotten; `return None` inside the loop; `"None"` in quotes; the loop walks through `india`, not `rows`. Each has its own message.

# %% [markdown]
# ## A function that knows the day
# `status_on` is no magic: you can write it yourself. Here are India's two rows as a list of dicts.

# %%
india = [
    {"status": "observer", "from_date": "2005-07-05", "to_date": "2017-06-09"},
    {"status": "member", "from_date": "2017-06-09", "to_date": ""},
]
for row in india:
    print(row["status"], "from", row["from_date"], "to", row["to_date"])

# %% [markdown]
# You can compare these dates as text, because the year comes first, then the month, then the day, always with all digits.
# With dates as we write them in a sentence, it goes wrong:

# %%
print("2005-07-05" <= "2014-01-22")
print("5 July 2005" <= "22 January 2014")

# %% [markdown]
# The first is right. In the second, Python compares "5" with "2", and finds that 2005 comes after 2014.
#
# A question can be put together from two: `a and b` is true if both are, `a or b` if at least one is. If you use both in
# one line, set brackets. It matters where:

# %%
year = 1999
print(year > 2000 and (year < 2010 or year > 1990))
print((year > 2000 and year < 2010) or year > 1990)

# %% [markdown]
# The first line asks for two things, and 1999 is not after 2000. In the second, "after 1990" alone is enough. Without any brackets
# Python takes `and` first, and reads the second line.

# %% [markdown]
# ### Exercise 4.3 · What was it on that day? *(on your own)*
# Write the function `status_from(rows, day)`.
#
# - `rows` is a list of dicts like `india`: each has the keys `"status"`, `"from_date"` and `"to_date"`. There may be no row at all,
#   and they may stand in any order.
# - `day` is a text such as `"2014-01-22"`.
# - It returns the status (a text) of the row that holds on that day. If no row does, it returns `None`.
#
# Remember: `from_date` belongs to the interval, `to_date` does not, and an empty `to_date` (`""`) means that the row goes on.
# For example, `status_from(india, "2014-01-22")` gives `"observer"`.


# %% exercise="4.3"
### BEGIN SOLUTION
def status_from(rows, day):
    for row in rows:
        has_begun = row["from_date"] <= day
        goes_on = row["to_date"] == "" or day < row["to_date"]
        if has_begun and goes_on:
            return row["status"]
    return None


### END SOLUTION

# %%
check("4.3", status_from)

# %% [markdown] tags=["quiz"]
# **Quick check.** A friend's function is like yours, but has `day <= row["to_date"]`, so that both ends belong to the row. (An empty end still means that it
# goes on.) What does it answer for `india` on `"2017-06-09"`?
#
# - [ ] Nothing: Python stops with an error, since two rows hold.
#   Nobody tells Python that only one row may hold. The loop returns at the first row that fits, and the other one is never looked at. That is why nobody notices.
# - [x] It depends on which of the two rows stands first.
#   With `india` as it is, `"observer"`. Turn the list around, and the same function answers `"member"` for the same day. With half-open rows the order does not matter.
# - [ ] `"member"`, since the newer row wins.
#   Newer or older: the function does not ask. It would be `"member"` if that row stood first.

# %% [markdown] tags=["teaching-note"]
# **Exercise 4.4 (12 minutes).** *Expected:* cut at the phrase, make every "and" a comma, cut at the commas, take the articles off. *Typical slips:* the phrase stays on the last name; "and" without spaces cuts Finland; the comma of ", and " stays on the name before it (`'Niger,'`); `strip("the ")`, which takes letters, not a
# word; the capital "The". Whoever uses `find_participants` learns that it knows only the names of its tables: the check has invented ones.

# %% [markdown]
# ## Cutting a list
# In class we left the idea of cutting behind. But for simple lists it is quick, it needs no table of names, and it is good to
# know how far it goes. Three tools, and what they do:

# %%
print("Peru, Chile, Fiji".split(", "))
print("Peru and Chile".replace(" and ", ", "))
print("the Republic of Turkey".removeprefix("the "))

# %% [markdown]
# ### Exercise 4.4 · Cut the list *(on your own)*
# Write the function `read_list(sentence)`. The sentence has the form `A, B, C and D took part …`, with one name or more before
# the phrase " took part". The names may be real or invented. The function returns the list of the names, in their order:
#
# - nothing of the phrase, and nothing after it;
# - no article in front: neither "the" nor "The";
# - no comma and no blank at the end of a name, and no empty name. Some writers put a comma before the last "and" (`Chad, Niger, and Mali took part.`),
#   some do not. The names must come out the same.
#
# Two examples: `read_list("The Gambia, Mali and the Republic of Turkey took part.")` gives
# `["Gambia", "Mali", "Republic of Turkey"]`, and `read_list("Chad took part in the talks.")` gives `["Chad"]`.


# %% exercise="4.4"
### BEGIN SOLUTION
def read_list(sentence):
    before = sentence.split(" took part")[0]
    before = before.replace(", and ", ", ")
    before = before.replace(" and ", ", ")
    names = []
    for name in before.split(", "):
        name = name.removeprefix("The ")
        name = name.removeprefix("the ")
        names.append(name)
    return names


### END SOLUTION

# %%
check("4.4", read_list)

# %% [markdown] tags=["quiz"]
# **Quick check.** The check says *done*. Which of these made-up lines would such a `read_list` still cut wrongly?
#
# - [ ] `The Gambia, Mali, and Chad took part.`
#   Article and last comma are in your task, so this one comes out right: three names.
# - [x] `Chad and Trinidad and Tobago took part.`
#   It gives three names, and there are two states. *Trinidad and Tobago* is one. A function that knows no names can not tell the two *and* apart. On our page it
#   is *Drugs and Crime*.
# - [ ] `Chad took part in the talks of Mali and Niger.`
#   What stands after the phrase is cut away first, so only Chad is left. And only Chad took part.

# %% [markdown] tags=["teaching-note"]
# **Exercise 4.5 (8 minutes).** *Expected:* eight codes, AFG, BLR, IND, IRN, LKA, MNG, PAK and TUR. *Typical slips:* only the six that stand on the page (the loop went through the participants, not through `codes`); the states that arrived later (`None` on the first day) are counted as moved.
# Ask in class: who is *not* among the eight? (The six members.) Then the two that are not on the page, and the slider: eight of the twelve were members from 9 June 2017 (India and Pakistan) until Iran followed on
# 4 July 2023; the slider steps by months. Without widgets it is the table of the day.

# %% [markdown]
# ## Who moved?
# The twelve on the page are not all. Our table knows more states: members, observers and partners of any year.

# %%
codes = sorted(set(membership_rows["iso3"]))
print(len(codes), "states:", codes[:6], "…")

# %% [markdown]
# ### Exercise 4.5 · Who moved? *(on your own)*
# Which of these states had a status in the SCO on 22 January 2014 (`"2014-01-22"`), and a **different** one on 31 December
# 2025 (`"2025-12-31"`)? Collect them in a set called `moved`, as codes, such as `{"IND", …}`. (`status_on` wants codes, too.)
#
# Store the two answers of `status_on` as `then` and `later`. Leave out the states that had no status on the first day: for those
# `status_on` gives `None`; ask with `if then is not None`.

# %% exercise="4.5"
### BEGIN SOLUTION
moved = set()
for iso3 in codes:
    then = status_on(iso3, "2014-01-22")
    later = status_on(iso3, "2025-12-31")
    if then is not None and later != then:
        moved.add(iso3)
### END SOLUTION

# %%
check("4.5", moved)

# %% [markdown]
# And who had a status on the day, and is *not* on the page?

# %%
on_page = set(states["iso3"])
for iso3 in codes:
    status = status_on(iso3, "2014-01-22")
    if status is not None and iso3 not in on_page:
        print(iso3, status)

# %% [markdown]
# Belarus (BLR) and Sri Lanka (LKA). Of those that our table knows for that day, all six members and all five observers are on the
# page, but only one of the three dialogue partners. Were the two not invited? Did they not come? The text does not say. An
# absence is a question for another source.
#
# Now move the day yourself. Drag the slider, or use the arrow keys. When would eight of the twelve have sat there as members? (No slider on your
# screen? Read it in the picture with the line of the day, further up.)

# %%
membership_slider()

# %% [markdown]
# <details><summary>When were eight of them members?</summary>
#
# From 9 June 2017, when India and Pakistan joined the six, to 3 July 2023, the last day before Iran did. (The slider goes by months, the table by days.)
#
# </details>

# %% [markdown] tags=["quiz"]
# **Quick check.** By the list of the end of 2025, six of our twelve states had the wrong status. For a meeting of which day would that list be right for all
# twelve?
#
# - [ ] 1 August 2017: India and Pakistan are members by then.
#   They are, and the list is right for these eight. But Iran is still an observer, and for Afghanistan, Mongolia and Turkey the list says *partner*, a status that
#   began on 1 September 2025.
# - [ ] 1 August 2023: by then there are nine members among the twelve.
#   The nine are right. The other three are not: two are observers on that day, one is a dialogue partner.
# - [x] 1 October 2025: no status of the twelve changed from then to the end of the year.
#   By our table the last change was on 1 September 2025. So there is nothing wrong with the list. It is a list of some days, and our meeting is on none of them.

# %% [markdown]
# ## Which date counts? *(optional reading, 5 minutes)*
# Our answers hang on dates. Whose dates are they? For the three dialogue partners of the day the table has two. (A row holds on a
# day if it has begun *and* has not ended, so we ask both. None of these rows has an empty `to_date`.)

# %%
partners = membership_rows[membership_rows["status"] == "dialogue_partner"]
partners = partners[partners["from_date"] <= "2014-01-22"]
partners = partners[partners["to_date"] > "2014-01-22"]
partners[["iso3", "from_date", "memorandum_date", "to_date"]]

# %% [markdown]
# First the heads of state decided (`from_date`). Months later a memorandum on the status was signed (`memorandum_date`; for
# two of them we found only the month). Since when was Turkey a dialogue partner: since 7 June 2012 or since 26 April 2013?
# For the other two, Belarus and Sri Lanka, sources count both ways, as the [notes to the tables](../data/reference/NOTES.md) say. For our text it makes no difference: all of
# these dates lie before it. For a text of 1 December 2012 it would. And "the memorandum counts" would not do for everybody: the four states
# that became members after 2014 signed one *first*, and were members nine to twelve months later.
#
# Our table counts from the decision. That is a **modeling choice**. Nothing is wrong with a choice, if it is written down. The table
# also says how sure it is, row by row. Here is Afghanistan:

# %%
afghanistan = membership_rows[membership_rows["iso3"] == "AFG"]
for confidence, status, note in zip(afghanistan["confidence"], afghanistan["status"], afghanistan["note"]):
    print(fill(status + ", confidence " + confidence + ": " + note, 100, break_on_hyphens=False))
    print()

# %% [markdown]
# The row `observer` runs until 2025, although Afghanistan was not represented at SCO meetings after August 2021: to have a status is not
# to attend. And the row `partner` begins with the day of a decision; that it took effect on that day, we could not verify. All three
# answers `partner` by the list of 2025 rest on such rows.
#
# Each row names its source, in `source_title` and `source_url`. The sources are about the status and its days, and so is the word on confidence. The note on the
# time after August 2021 has no source of its own.

# %% [markdown]
# ## How sure are we of the order? *(10 minutes)*
# "The order of the list follows the status." Let us be skeptical. What do we *see*, and what do we *conclude*?
#
# We see six members at the beginning. But their order is odd: Kazakhstan before China is no English alphabet. Could it be
# another one? Here are six short names in Russian, in the order of the page (general knowledge). `sorted` gives a sorted copy of a list; for
# these letters, the order of the code points is the order of the alphabet.

# %%
english = ["Kazakhstan", "China", "Kyrgyzstan", "Russia", "Tajikistan", "Uzbekistan"]
russian = ["Казахстан", "Китай", "Кыргызстан", "Россия", "Таджикистан", "Узбекистан"]
others = ["Афганистан", "Индия", "Иран", "Монголия", "Пакистан", "Турция"]

print(sorted(english) == english)
print(sorted(russian) == russian)
print(sorted(others) == others)

# %% [markdown]
# The members fit the Russian alphabet. If somebody shuffled six names, this order would come out once in 720 times (6 · 5 · 4 · 3 · 2 · 1).
# But we made choices on the way. We tried two alphabets. We took short names, and the page has formal ones; we wrote "Кыргызстан", not
# "Киргизия", which would stand before China. And we do not know of any Russian original: none was found. A hint, then, and no proof.
#
# The other six are in order, too, but *all six together*, Turkey included (and in English as well). So the alphabet starts again once, after
# Uzbekistan.

# %% [markdown] tags=["quiz"]
# **Quick check.** Suppose that Turkey had been an observer on that day, and the writers had kept to the same order (П comes before Т in the Russian alphabet). What would be
# different in the list?
#
# - [x] Nothing: Turkey would stand where it stands.
#   Турция comes after Пакистан, so as an observer it would be the last, too. The list does *not* show that Turkey was a group of its own. That it was a dialogue
#   partner, we know from the table only.
# - [ ] Turkey would stand among the observers, further up.
#   Among them, by the alphabet, it would be the last: Турция comes after Пакистан. Last of the observers and last of the states is the same place here.
# - [ ] The alphabet would not start again before Turkey.
#   It does not start again there now, either: Т comes after П anyway. The only fresh start is after Uzbekistan.

# %% [markdown]
# What can we say, then, about the states?
#
# - **From the page**: its first sentence names members, observers and others, in this order. That is our first witness. The alphabet is the second: it shows
#   one border, between Uzbekistan and Afghanistan.
# - **With the table**: the first group is exactly the six members of that day.
# - **Not shown**: that Turkey is a group of its own.
# - **Is it a custom?** We looked at one other document, the
#   [communiqué of the SCO's heads of government of 26 October 2023](https://worldjpn.net/documents/texts/SCO/20231026.D1E.html). India, Iran and Pakistan, members by
#   then, stand there among the members, by the Russian alphabet, and Kazakhstan, China and the Kyrgyz Republic follow each other as on our page. That speaks
#   for "Кыргызстан", the choice that we made above. But the SCO's Secretary-General and the director of RATS stand *between* members and
#   observers; on our page they come last. One document is very little, and it speaks for the states alone.

# %% [markdown] tags=["teaching-note"]
# **Exercise 4.6 (20 minutes, stretch).** *Expected:* look at the last pair; the same status adds one to it, another one begins a new pair. *Typical slips:* totals in place of blocks; the last block is lost; a block `("", 0)` at the beginning; the empty list breaks off. The answer to the question behind it, three blocks against six, is folded below.

# %% [markdown]
# ### Exercise 4.6 · Block by block *(stretch)*
# Can a function see blocks? First a new thing, the **pair**: two values in round brackets. You take them out by their places, as
# with a list. And `[-1]` takes the last thing of a list. A pair can not be changed; put a new one in its place.

# %%
pair = ("member", 2)
print(pair[0], pair[1])

found = [("member", 2), ("observer", 1)]
print(found[-1])
print(found[-1][0])

found[-1] = ("observer", 2)
print(found)

# %% [markdown]
# Now write `blocks(statuses)`. It gets a list of statuses and returns a list of pairs
# `(status, length)`, one for each block of equal neighbors, in their order:
#
# `blocks(["member", "member", "observer", "member"])` gives `[("member", 2), ("observer", 1), ("member", 1)]`.
#
# A status that comes back later begins a new block. An empty list has no blocks: `[]`.
#
# When the check says *done*, call it with `by_day` and with `by_2025`, the two lists from the confusion matrix. Both are in
# the order of the page. How many blocks has each, and what does that tell you?


# %% exercise="4.6"
### BEGIN SOLUTION
def blocks(statuses):
    found = []
    for status in statuses:
        if found and found[-1][0] == status:
            found[-1] = (status, found[-1][1] + 1)
        else:
            found.append((status, 1))
    return found


### END SOLUTION

# %%
check("4.6", blocks)

# %% [markdown]
# <details><summary>What comes out, and what it tells</summary>
#
# With the statuses of the day: three blocks, 6, 5 and 1, the closest status first. With those of the end of 2025: six blocks,
# member and partner alternately. The order of the page makes sense with the first and none with the second. So the page fits the dated table. But it fits
# *any* day from 7 June 2012 to 8 June 2017, since none of the twelve changed its status in between. And of the two borders between the three blocks, only the first can
# be seen on the page; the second, before Turkey, is the table's.
#
# </details>

# %% [markdown]
# ## What the table can not tell
# We have 19 rows, neat and equal. The text is not that neat.
#
# - **Who spoke, and for how long?** Not a word about it. Lesson 6 looks at who is said to have said what.
# - **How high was the level?** States sent "representatives of foreign ministries": a minister, a deputy, a head of department? We do
#   not know. Our row says *Kazakhstan*, and the text says that a ministry sent somebody.
# - **Were they equals?** States "took part", organizations "participated *as well*", officials "*also* attended". Three
#   verbs, two of them with a word that says: and besides. Our table makes 19 equal rows of it.
# - **Who was absent, and why?** We can list who had a status and is not named. The reason is not in the text.
# - **Why was each of them invited?** Turkey was a dialogue partner. Whether it was invited as one, or as a state with an
#   interest in Afghanistan, the text does not say. Its own word is "other interested parties".
#
# > **Keep this** · A table makes things equal that were not. Go back to the page before you conclude from its rows.

# %% [markdown] tags=["quiz"]
# **Quick check.** Which of these sentences may you print, with our 19 rows as the only evidence?
#
# - [ ] "Nineteen parties took part as equals."
#   They are equal in our table, because one row looks like the other. The text has three verbs, and two of them say: and besides.
# - [ ] "Ministers of twelve states met on 22 January 2014."
#   The text says "representatives of foreign ministries", and no rank. Our row says even less, *Kazakhstan*.
# - [x] "The press release names nineteen parties as present."
#   It says where the number comes from, and claims no more than the phrases do. (That an official makes one party is a rule of our codebook: print that, too.)
# - [ ] "Belarus and Sri Lanka stayed away from the meeting."
#   They are not in the list. Whether they stayed away, or were not invited, or came and were not listed, no row can tell.

# %% [markdown]
# ## What we learned
# - To be named is not to attend. A phrase such as *took part* makes the difference, and the list that belongs to it can be read name by name, gap by gap.
# - One party, one row: canonical names and codes see to it that Kyrgyz Republic and Kyrgyzstan are one.
# - Status has dates. In a half-open interval the first day is in, the last date is out, and no day has two answers.
# - The right list of the wrong day was wrong for 6 of 12 states, and no error was raised.
# - The order of a list can tell what no sentence says. How much it proves is another question: ask it border by border.
#
# **Be careful about** phrases that are not in the table · "all but one" and other exceptions in lists · names with "and" inside · which of two dates
# counts · lists of one day for texts of another
#
# **Further reading** · The tables with their sources and doubts: [data card](../data/README.md) and
# [notes](../data/reference/NOTES.md). · James F. Allen, "Maintaining Knowledge about Temporal Intervals", *Communications of the ACM* 26 (1983): how two
# intervals can stand to each other, the classic of thinking about time with a computer.
#
# **Next** · [5 · What was it about?](05_what_was_it_about.ipynb)

# %% [markdown] tags=["teaching-note"]
# **For the discussion**, in class or as homework
#
# 1. A newspaper writes about a meeting of 2014: "Nine SCO members met in January 2014." Which of these words are wrong? Would you print a correction?
#    *An answer:* "Nine": six of the states were members then. "SCO members met" is half of the truth, since thirteen other parties took part. A correction should give the
#    number with its day ("six states that were members at the time"), not a new number alone.
# 2. "Took part", "participated as well", "also attended": is this a ranking? How would you find out?
#    *An answer:* One text can not tell a ranking from a writer who avoids repetition. Collect the attendance sentences of other press releases of the same organization: if
#    the same verb goes with the same kind of party again and again, it is a custom.
# 3. Belarus and Sri Lanka are not listed. What would you need to know to say *why*, and where would you look?
#    *An answer:* Whether they were invited, and whether they came unlisted. The invitation or the agenda, and what their own foreign ministries wrote that week; the press release
#    alone supports only "not listed".
#
# **If a student asks** about the SCO's own date for a status, or about any row: the table has `source_url` for it. If a student finds a better source, the row can be changed, and the lesson
# with it: that is what a table outside of the code is for.
