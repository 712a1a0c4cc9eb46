# %% [markdown]
# # 8 · From one text to an archive
# *What do sixty texts tell that one does not?*
#
# You can read one page with great care now. But some questions have no answer on one page: who meets with whom, and since when? What is spoken of
# more and more? For these we need many texts, and then new things go wrong: one file is broken, the computer is switched off, and nobody knows how long it will take. In this optional lesson we
# turn a folder of texts into one table, and ask it about time.
#
# **You will be able to** read a folder in which a file is broken (8.1) · count who meets with whom, year by year (8.2) · compare years by shares, and say
# where there is too little to compare (8.3)
#
# **Time** core path 45 minutes, at home 30, the stretch exercise 15 more (short of time: exercise 8.2, 15) · **You need** lessons 0 to 5: a loop, a set, a dict, a table, `def`; lesson 7 for the names of
# the practice texts · **Next** a folder of your own

# %% [markdown]
# **Before you begin:** *File*, *Save Notebook As…*, and call it `my_08.ipynb`; then *Edit*, *Clear Outputs of All Cells*, so that no answer is shown
# before you have asked for it. Something goes wrong? [Help](help.ipynb) · A word that you do not know? [Glossary](glossary.ipynb)

# %% [markdown] tags=["teaching-note"]
# **The plan of the hour**
#
# | minutes | what | who works |
# | --- | --- | --- |
# | 0–3 | Save, clear, run the first code cell | everybody |
# | 3–9 | One text, three texts, sixty: what can go wrong? | the room |
# | 9–18 | `try` and `except`, exercise 8.1 | everybody |
# | 18–25 | The whole folder: stop it, go on, read what is broken | everybody |
# | 25–32 | Who meets with whom | the room |
# | 32–38 | The day of membership; quick check | the room predicts |
# | 38–45 | Themes: counts or shares? Quick check | pairs |
#
# No class was timed yet. The cuts in the notes give 13 minutes. *To cut a cell* means: run it without a word, never leave it out, since later cells need it. **With beginners** do 8.1 together on one screen.
#
# **Before class** run the notebook once from top to bottom. It writes a folder `my_archive` and a file `my_archive_results.jsonl` beside itself, half a megabyte, and nothing else; both may be deleted at any time. Half an hour to prepare: do 8.1, and read the notes at minutes 32 and 38.
#
# The one idea that must survive the hour: *a trend in a table is a fact about the archive. Who put it there is another question.* Here it was us.

# %% [markdown]
# The tools come from Python itself, from pandas, and from the course's own package in `src/helpers`.

# %%
from importlib.util import find_spec
from pathlib import Path
from textwrap import fill

import pandas as pd

from helpers.archive import Settings, analyze_archive, local_cluster
from helpers.exercises import check, hint, solution, use
from helpers.made_up_archive import HOST, practice_archive, practice_gazetteer
from helpers.pictures import draw_over_time
from helpers.pipeline import analyze
from helpers.reference import practice_table
from helpers.widgets import progress_bar

pd.set_option("display.max_colwidth", 90)  # so that tables show long names in full

# %% [markdown] tags=["teaching-note"]
# **Minutes 0–3.** Say: "Seven lessons for one page. How long for sixty?" Everybody saves, clears the outputs and runs the cell above. *Expected:* no output.
# *If you are late,* let them save at the end (gains 1 minute).

# %% [markdown]
# ## One text, three texts, sixty
# We need an archive. The next cell **makes one up**: 60 communiqués of the years 2010 to 2023, put together by chance from sentences of the [practice texts](practice.ipynb). States, organization and
# meetings are invented, and each title says so. It lies in the folder `my_archive` beside this notebook.
#
# Why not a real one? Because of this one we know everything: also what was put into it on purpose. We come back to that.

# %%
my_folder = "my_archive"  # a folder with texts of your own? Write its name here

if my_folder == "my_archive":
    folder = practice_archive(my_folder)
    settings = Settings(HOST, practice_gazetteer(), memberships=practice_table(2, "memberships"))
else:
    folder = Path(my_folder)
    settings = Settings("SCO")  # the host organization of your texts

names = sorted(path.name for path in folder.iterdir())
print(len(names), "files")

# %% [markdown]
# `settings` holds what we gave to `analyze` in lesson 7: the host, the names, the memberships. Here is one text, with its participants.

# %%
name = names[2] if len(names) > 2 else names[0]
text = (folder / name).read_text(encoding="utf-8")
print(name)
for line in text.split("\n"):
    print(fill(line, 100, break_on_hyphens=False))

found = analyze(
    text, organization=settings.organization, gazetteer=settings.gazetteer, memberships=settings.memberships
)
found.participants[["name", "category"]]

# %% [markdown]
# One text works. So do three, with a loop:

# %%
for name in names[2:5]:
    text = (folder / name).read_text(encoding="utf-8")
    print(name, len(text), "characters")

# %% [markdown]
# Now imagine the same loop over a whole archive, over night, with all that `analyze` does. Before you read on: name three things that may go wrong.
#
# <details><summary>Three things</summary>
#
# 1. **One file is broken.** Python stops with an error, and the texts behind it are not read.
# 2. **Something interrupts it**: somebody closes the laptop. All that was done lies in memory, and is gone.
# 3. **Nobody knows how long.** A loop says nothing. Is it working? Will it take a minute, or until Tuesday?
#
# </details>

# %% [markdown] tags=["teaching-note"]
# **Minutes 3–9.** Let the room name the dangers before anybody unfolds the box; keep the list on the board. *Expected:* "a PDF", "it takes too long", "the internet" (not needed here), "two texts with one name". All three of the box come up again, in this order.
# *Misconception:* "my files are all right, I have looked at them." Ask: "At all 5,000?"
# *If you are late,* run the cells and open the box at once (gains 3 minutes).

# %% [markdown]
# ## First: a broken file
# Here is a word in an old encoding, as it comes out of many an archive. (You know this error from lesson 1.) Python has a way to say: try this, and if that error comes, do something else.

# %%
data = "Communiqué".encode("cp1252")

try:
    print(data.decode("utf-8"))
except UnicodeDecodeError:
    print("This is not UTF-8:", data)

# %% [markdown]
# `try` runs its lines. If the error named behind `except` comes up, Python leaves them and goes on below `except`. Any other error stops the program as before, and that is good: it is one that you have not thought of.

# %% [markdown]
# ### Exercise 8.1 · A bad file must not end the work *(guided)*
# Write the function `read_all(files)`. `files` is a dict: the name of a file, and its bytes. It returns a dict with **all** names:
#
# - for bytes in UTF-8, their text;
# - for any others, `None`.
#
# For example, `read_all({"one.txt": b"Peace.", "two.txt": b"caf\xe9"})` gives `{"one.txt": "Peace.", "two.txt": None}`.
#
# (`for name, data in files.items():` walks over names and bytes. Stuck? `hint("8.1")` gives a hint, `solution("8.1")` the solution.)


# %% exercise="8.1"
### BEGIN SOLUTION
def read_all(files):
    texts = {}
    for name, data in files.items():
        try:
            texts[name] = data.decode("utf-8")
        except UnicodeDecodeError:
            texts[name] = None
    return texts


### END SOLUTION

# %%
check("8.1", read_all)

# %% [markdown]
# Now the folder. (`use` takes your function if it is right, and else another way, without `try`: what is not UTF-8 becomes a �, and then it looks for that. Where would this go wrong, and yours not?)


# %%
def read_or_none(files):
    texts = {}
    for name, data in files.items():
        text = data.decode("utf-8", errors="replace")
        texts[name] = None if "�" in text else text
    return texts


files = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
texts = use(read_all, read_or_none, exercise="8.1")(files)
for name, text in texts.items():
    if text is None or len(text) < 100:
        print(name, "→", repr(text))

# %% [markdown]
# One file is `None`. But look at the other two: they were *read*, and they are no texts. One is empty. The other is a PDF, a picture of a page; its first bytes happen to be plain letters.
#
# > **Keep this** · That a file can be decoded does not make it a text. What is wrong must be told, by name, and not only survived.

# %% [markdown] tags=["teaching-note"]
# **Minutes 9–18.** Two minutes for `try`, six for 8.1, one for the three files. *Expected:* `try` inside of the loop.
# *Typical slips:* `try` around the loop; `errors="replace"`, which never complains and leaves � in the text; a bare `except:`, which also hides a name that is written wrong. Ask: "What would your function do with a typing mistake of yours?"
# *Misconception:* "leave the bad ones out, then it runs." Ask: "And who will ever know that they are missing?"
# *If you are late,* write 8.1 together on one screen (gains 4 minutes).

# %% [markdown]
# ## Second: stop, and go on
# `analyze_archive` does what your function does, and the analysis besides. Each text that is done is written into a file at once, one line a text. We give that file a name. Our lesson
# begins with nothing done, so it deletes the file of an earlier run; that of an archive of your own is kept.

# %%
results = folder.with_name(folder.name + "_results.jsonl")
if my_folder == "my_archive":
    results.unlink(missing_ok=True)


def stop_at_20(done, number):
    if done == 20:
        raise KeyboardInterrupt


try:
    analyze_archive(folder, settings, results=results, progress=stop_at_20)
except KeyboardInterrupt:
    print("Interrupted. Files that are done:", len(results.read_text(encoding="utf-8").splitlines()))

# %% [markdown]
# `progress=` takes any function of two numbers: how many files are done, and of how many. Ours is a saboteur. At the twentieth file it does what the button with the black square in the bar above does, the one that
# interrupts a cell.
#
# ## Third: how long?
# The same again, now with a better function: a bar. Run both cells. At which number does it begin?

# %%
bar = progress_bar("files")
bar

# %%
archive = analyze_archive(folder, settings, results=results, progress=bar)
archive

# %%
print(bar)
for problem in archive.problems["problem"]:
    print()
    print(fill(problem, 100, break_on_hyphens=False))

# %% [markdown]
# It began at 20. And all three broken files are named, each with a reason and with what you can do about it. Nobody has moved or changed them.
#
# Once more. This time `print` is told how far it is:

# %%
again = analyze_archive(folder, settings, results=results, progress=print)

# %% [markdown]
# 63 of 63 at the first word: nothing to do.

# %% [markdown] tags=["quiz"]
# **Quick check.** Tomorrow you add one text to the folder, and one name to the gazetteer. How many files are analyzed again?
#
# - [ ] One: the new text.
#   That would be so if only the text were new. But the other results were made without the new name.
# - [x] All.
#   The kept results belong to certain texts *and* to certain settings. With another gazetteer each text may give something else, so none of them is taken. A table whose rows were made by two different tools would be worse than none.
# - [ ] None, as long as the file with the results is there.
#   Then the new text would never be read. The file holds a fingerprint of each text and of the settings, and both are compared.

# %% [markdown] tags=["teaching-note"]
# **Minutes 18–25.** Say: "I pull the plug." Run the saboteur; then ask for the number at which the bar begins, and only then run it. *Expected:* guesses of 0; it is 20. With 60 texts the bar takes less than a second: whoever blinks runs the cell with `unlink` again.
# *Expected* at the quick check: the first option wins by a few hands, the second is right. *Question for the fast:* open `my_archive_results.jsonl` in JupyterLab. What is in a line? (All tables of one text.)
# *If you are late,* leave the quick check for home (gains 2 minutes).

# %% [markdown]
# ## Who meets with whom
# One tidy table has come out: **one row for each participant and text**. We keep the states, and take the year out of the date. (A text in which no full date stands would have an empty one; there is none here.)

# %%
documents = archive.documents[archive.documents["date"] != ""]
documents = documents.assign(year=documents["date"].str[:4].astype(int))

states = archive.participants[archive.participants["kind"] == "state"]
states = states[states["date"] != ""][["document", "date", "name", "category"]]
states = states.assign(year=states["date"].str[:4].astype(int))
states.head(6)

# %% [markdown]
# How does a table tell who *met*? Two states met, as far as we can know, if they stand in the list of one text. So we put the table beside itself: each row with each row of the same document. pandas calls it `merge`. Look at the first document only:

# %%
both = states.merge(states, on=["document", "date", "year"])
print(len(states), "rows become", len(both))
both[both["document"].isin(states["document"].head(1))][["name_x", "name_y"]]

# %% [markdown]
# Two states give four rows: each met itself, and the pair is there twice. The alphabet helps: keep a row only if the first name comes before the second.

# %%
pairs = both[both["name_x"] < both["name_y"]]
pairs = pairs.assign(pair=pairs["name_x"] + " and " + pairs["name_y"])
print(len(pairs), "pairs")
pairs["pair"].value_counts().head(3)

# %% [markdown]
# Arvenia and Brenland lead. Is that a friendship? They are members, and come nearly always. Whoever comes always meets everybody. The top of such a list says who comes often, and little about who seeks whom.
#
# More can be seen where something changes. `crosstab` counts pairs by years, and the last row of the picture says how many texts a year has.

# %%
chosen = ["Arvenia and Brenland", "Brenland and Haven", "Haven and Wexmoor"]
texts_by_year = documents.groupby("year").size()

by_year = pd.crosstab(pairs["year"], pairs["pair"])
by_year = by_year.reindex(index=texts_by_year.index, columns=chosen, fill_value=0)
draw_over_time(by_year, "Texts of a year that name both", cases=texts_by_year, what="texts")

# %% [markdown]
# (`groupby("year")` makes a heap for each year, `size()` counts each heap.)
#
# Haven and Wexmoor meet in seven texts of 2023, and never before 2013. But 2023 has eight texts, and 2010 has two. Read the last row before you read the others.

# %% [markdown] tags=["teaching-note"]
# **Minutes 25–32.** Draw two names and four arrows on the board before you run `merge`. *Expected:* "four" for two states; for five states 25, of which 10 are kept. *Question:* why does Arvenia stand in so many pairs? (It is in 58 of 60 texts.)
# *Misconception:* "they met seven times." Ask: "What does a line of the table know: that they spoke, or that one sentence lists both?"
# *If you are late,* run everything up to the picture and talk about the picture only (gains 2 minutes).

# %% [markdown]
# ## The day of membership
# Haven became an observer on 8 October 2012 and a member on 17 April 2020; Wexmoor was dialogue partner, observer and, from 30 March 2023, member. (So says the invented [table of memberships](../data/practice/lantern_sea_memberships.csv).) Does a state come more often once it is a member?
# Write a guess for Haven: in how many of ten texts before, in how many after?
#
# Here we need the texts in which it is *not*, too. A list of those who came does not hold them; the table of documents does.


# %%
def attendance(state, first_day, end):
    held = documents[(documents["date"] >= first_day) & (documents["date"] < end)]
    there = states[(states["name"] == state) & states["document"].isin(held["document"])]
    return f"{len(there)} of {len(held)}"


for state, status, first_day, end in [
    ("Haven", "before", "2010-01-01", "2012-10-08"),
    ("Haven", "observer", "2012-10-08", "2020-04-17"),
    ("Haven", "member", "2020-04-17", "2024-01-01"),
    ("Wexmoor", "before", "2010-01-01", "2016-09-12"),
    ("Wexmoor", "dialogue partner", "2016-09-12", "2019-11-05"),
    ("Wexmoor", "observer", "2019-11-05", "2023-03-30"),
    ("Wexmoor", "member", "2023-03-30", "2024-01-01"),
]:
    print(state, status, attendance(state, first_day, end))

# %% [markdown] tags=["quiz"]
# **Quick check.** Haven is in 15 of 32 texts as an observer, and in 19 of 21 as a member. Which sentence may stand in a paper, if these were real texts?
#
# - [ ] "Membership made Haven come more often."
#   *Made* is a cause. The table knows a day and two counts. A state that wants to come more often may become a member for that very reason.
# - [x] "In the texts that we have, Haven is named more often from the day of its membership on."
#   It says what was counted, in what, and it leaves the reason open. A reader can look it up.
# - [ ] "Nothing, since 21 texts are too few."
#   They are few, and the difference is large: nine in ten against one in two. The smaller the numbers, the larger a difference must be. For Wexmoor, with 6 of 6, the rule of three from lesson 7 says: the true share of absences may still be one half.

# %% [markdown]
# And now the truth about this archive. **The trend was built in.** The program that made it, `src/helpers/made_up_archive.py`, throws a die for each state and each text: nine in ten for a member, one in two for somebody who has another status,
# one in ten for somebody who has none. Haven's 19 of 21 is the die; so is Wexmoor's 6 of 6, which is *more* than nine in ten, by luck.
#
# So what has our trend proved? That our tools find a change that is there. That is worth a lot: it is the only kind of archive on which one can test it. About real states it proves nothing. And in a real archive nobody shows you the program.
#
# > **Keep this** · Try your tools on an archive of which you know the truth. Then believe them a little more, and your texts no more than before.

# %% [markdown] tags=["teaching-note"]
# **Minutes 32–38.** Guesses first. Let the room vote on the quick check, then read the truth aloud. *Expected:* relief or anger ("then it is all fake!"). Ask: how else would you know that the tool finds such a change?
# *Misconception:* "the program proves that membership is the cause." It is, in this archive: the die looks at the status. Ask: "Which real archive comes with its program?"
# *If you are late,* show Haven only (gains 1 minute).

# %% [markdown]
# ## Themes: counts or shares?
# `archive.themes` has a row for each sentence of each text, and a column of True and False for each theme (lesson 5). First a count: in how many sentences is *economy and culture* spoken of? The sum of a column of True and False counts the True, the mean gives their share.

# %%
themes = archive.themes[archive.themes["date"] != ""]
themes = themes.assign(year=themes["date"].str[:4].astype(int))

economy = themes.groupby("year")["economy_culture"].agg(["sum", "size", "mean"])
economy.head(4).round(2)

# %% [markdown]
# Compare 2010 and 2013. In 2013 there are *more* sentences on the economy (six against four), and their share is less than half as large: 14 of a hundred against 31. 2013 has six texts, 2010 has two. **A count mixes two questions**: what do the texts speak about, and how many
# texts do we have? A share answers the first alone.

# %%
sentences_by_year = themes.groupby("year").size()
shares_by_year = themes.groupby("year")[["crime_cyber", "economy_culture"]].mean()
title = "Percent of a year’s sentences"
draw_over_time(shares_by_year, title, cases=sentences_by_year, percent=True, what="sentences")

# %% [markdown]
# Crime goes up, the economy goes down. (This, too, was built in, from 2016 on.) But do not trust the first bars. 31 percent in 2010: of thirteen sentences, in two texts. Here are the two, one by one:

# %%
for name, sentences in themes[themes["year"] == 2010].groupby("document"):
    print(name, sentences["economy_culture"].sum(), "of", len(sentences))

# %% [markdown]
# Had only one of the two survived, what would the bar of 2010 be? Sentences of one text are not drawn one by one: they come in heaps. So count the **texts** behind a number, not only the sentences.
#
# More cases come together if we join years:

# %%
late = themes["year"] >= 2016
period = late.map({False: "2010 to 2015", True: "2016 to 2023"})
joined = themes.groupby(period)[["crime_cyber", "economy_culture"]].mean()
sentences_by_period = themes.groupby(period).size()
draw_over_time(joined, "Percent of the sentences", cases=sentences_by_period, percent=True, what="sentences")

# %% [markdown] tags=["quiz"]
# **Quick check.** We cut at 2016, since we know what was built in. Somebody who does not know tries all the years from 2011 to 2022 as a cut, and reports the one with the largest difference. What is wrong with that?
#
# - [ ] Nothing. The largest difference is the clearest finding.
#   Among twelve cuts one is the largest by luck alone, even if nothing has changed.
# - [x] A choice was made with the result in view, and the reader sees only the result.
#   Choose the cut before you look, for a reason outside of the numbers (a treaty, a war, a new member), or show all the cuts that you tried.
# - [ ] Periods must always be equally long.
#   Shares may be compared between periods of any length. What matters is how many texts stand behind each, and why the cut lies where it lies.

# %% [markdown] tags=["teaching-note"]
# **Minutes 38–45.** Pairs answer one question: which year is "more economic", 2010 or 2013? *Expected:* both answers, with good reasons, and then the word *share*. Last, the board: the three dangers of minute 3, crossed out.
# *Misconception:* "13 sentences are 13 cases." Ask: "If the second text of 2010 had burned, how many of them would be gone?" (All of its heap at once.)
# *If you are late,* leave out the joined years and the quick check (gains 3 minutes).

# %% [markdown]
# ## At home
# Two exercises, and three things that every archive hides: copies, gaps, and what does not fit. The last part is for those who have thousands of texts.

# %% [markdown] tags=["teaching-note"]
# **Exercise 8.2 (15 minutes at home).** *Expected:* two sets and `&`; Haven and Wexmoor in 2023: 7. *Typical slip:* going by the day, though two texts have the day 20 June 2019.
#
# **Exercise 8.3 (15 minutes at home).** *Expected:* two dicts of counts. *Typical slips:* years without the theme are missing; 0 in place of `None`. Ask in the next hour: which `least` did you take, and why?
#
# *Copies and gaps* take ten minutes to read, *More than one machine* five.

# %% [markdown]
# ## Without pandas
# `merge` did in one line what you can do with two sets. `&` gives what is in both:

# %%
print(sorted({"a", "b", "c"} & {"b", "c", "d"}))

# %% [markdown]
# ### Exercise 8.2 · Who meets with whom? *(on your own)*
# Write the function `meetings(rows, one, other)`. It counts for each year the texts in which both are named, and returns a dict: the year, and the number.
#
# - `rows` is a list of dicts such as `{"document": "a.txt", "date": "2019-06-20", "name": "Haven"}`, one for each participant and text. There may be none at all.
# - `one` and `other` are two different names. A name may have more than one row in a text; the text counts once.
# - The year is a text of four characters, as `date[:4]` gives it. Years without such a text are left out.
# - Two texts may have the same day.
#
# For example, with two rows, `"Haven"` and `"Nava"`, both of the document `"a.txt"` of `"2019-06-20"`, `meetings(rows, "Haven", "Nava")` gives `{"2019": 1}`.


# %% exercise="8.2"
### BEGIN SOLUTION
def meetings(rows, one, other):
    with_one, with_other = set(), set()
    for row in rows:
        place = (row["document"], row["date"])
        if row["name"] == one:
            with_one.add(place)
        if row["name"] == other:
            with_other.add(place)
    years = {}
    for document, date in with_one & with_other:
        year = date[:4]
        years[year] = years.get(year, 0) + 1
    return years


### END SOLUTION

# %%
check("8.2", meetings)


# %% [markdown]
# On our archive it must give what `merge` gave. (Done with the exercise? The other way here asks each text for its names.)


# %%
def meetings_by_text(rows, one, other):
    present = {}
    for row in rows:
        present.setdefault((row["document"], row["date"][:4]), set()).add(row["name"])
    years = [year for (document, year), those in present.items() if one in those and other in those]
    return {year: years.count(year) for year in years}


rows = states[["document", "date", "name"]].to_dict("records")
count_meetings = use(meetings, meetings_by_text, exercise="8.2")
for year, number in sorted(count_meetings(rows, "Haven", "Wexmoor").items()):
    print(year, number)

# %% [markdown]
# ### Exercise 8.3 · Shares, and years that are too small *(stretch)*
# Write the function `shares(rows, theme, least)`. It returns a dict: each year of the rows, and the share of its sentences in which the theme is, from 0 to 1.
#
# - `rows` is a list of dicts, one for each sentence, such as `{"date": "2019-06-20", "drugs": True, "un_role": False}`. There may be none at all.
# - `theme` is one of the keys, such as `"drugs"`.
# - A year with **fewer** than `least` sentences gets `None`: too few to say. A year that has enough of them, and none with the theme, gets 0.
#
# For example, with three rows of 2019 of which one has the theme, and one row of 2020, `shares(rows, "drugs", 2)` gives `{"2019": 0.333…, "2020": None}`.


# %% exercise="8.3"
### BEGIN SOLUTION
def shares(rows, theme, least):
    sentences, hits = {}, {}
    for row in rows:
        year = row["date"][:4]
        sentences[year] = sentences.get(year, 0) + 1
        if row[theme]:
            hits[year] = hits.get(year, 0) + 1
    found = {}
    for year, number in sentences.items():
        if number < least:
            found[year] = None
        else:
            found[year] = hits.get(year, 0) / number
    return found


### END SOLUTION

# %%
check("8.3", shares)

# %% [markdown]
# ## Is a text there twice?
# An archive is collected by people, and the same page comes in twice: under two names, with other line ends. Each copy counts as a text, and whoever is copied most becomes important. Two texts of ours have the same day. Are they copies?

# %%
same_day = documents[documents["date"].duplicated(keep=False)]
same_day[["document", "date", "characters"]]

# %% [markdown]
# Another town, other sentences: no copies. The day is not enough. Compare the words, without white space and capitals:

# %%
seen = {}
for name, text in texts.items():
    if text:
        words = " ".join(text.split()).lower()
        seen.setdefault(words, []).append(name)

print(len(seen), "different texts;", "there twice:", [names for names in seen.values() if len(names) > 1])

# %% [markdown]
# None is there twice. (61 and not 60: the letters of the PDF count as a text here.) Such a comparison finds copies that are the same word for word. A second translation, a corrected version, a page with one more sentence are other texts for it, and for you they may be the same.
#
# ## What is not in the archive?
# All that we counted was counted in texts that somebody wrote, published, kept and found. Each of these steps drops some. A meeting without a result may have no communiqué. A ministry that makes its website new leaves the old pages behind: then there seem to be more meetings every year,
# and what grew is the archive. This is called *survivorship*: we see those who came through.
#
# - Our archive has two texts of 2010 and eight of 2023. Were there more meetings? Here we know: the days were drawn by chance, all alike. Eight against two is luck.
# - A page that is missing is not missing by chance. Ask who keeps the archive, since when, and what they would rather not keep.
# - Three of 63 files could not be read. Write it down: a table says nothing about what did not get into it.
#
# One more look, at a text of 2019:

# %%
for name, text in texts.items():
    if text and name.startswith("2019") and "2021" in text:
        place = text.find("2021")
        print(name, "→", " ".join(text[place - 50 : place + 5].split()))

# %% [markdown]
# Pages of 2019 speak of an attack in May 2021, and as if it lay behind them. They can not: the sentences of the practice texts were thrown together without a look at their dates. It is a mistake of our made-up archive, and one finds it as one finds a forgery, or a page that was changed later without a word.
# Did you see it before? The first text that we read, of 13 February 2010, rests on a declaration of 9 June 2019. (And the day of each text is the *first full date* in it, by our rule. In your archive that may be the wrong one.)

# %% [markdown]
# ## More than one machine
# How long does it take? The bar says so after some texts, and you can multiply. On one machine, in one process, one of our short texts took 3 thousandths of a second, and the press release, which is nearly four times as long, about 7. So 5,000 short texts are a quarter of a minute, and most archives end here. If it stops, it goes on.
#
# A million pages like the press release would be two hours. Then several processes can share the work, on one machine or on many. [Dask](https://docs.dask.org) is a library for this: a *client* hands out texts, *workers* analyze them, and if a worker is lost, another one
# does its work again. Our function is the same; it is told of the client, and gives the same tables:
#
# ```python
# with local_cluster(workers=2) as client:
#     archive = analyze_archive(folder, settings, results=results, client=client)
# ```
#
# Dask does not come with the course, since nearly nobody needs it. It is an *extra*. This starts JupyterLab with it (in PowerShell `py` in place of `python3`):
#
#     python3 -m uv run --extra archive jupyter lab notebooks/08_from_one_text_to_an_archive.ipynb

# %%
if find_spec("distributed"):
    with local_cluster(workers=2) as client:
        there = analyze_archive(folder, settings, client=client)
    print("The same table:", there.participants.equals(archive.participants))
else:
    print("Dask is not installed here, and nothing else in this lesson needs it.")

# %% [markdown]
# What does it cost? Measured once, on a machine with two cores that had nothing else to do:
#
# | what | 60 texts | 5,000 texts |
# | --- | --- | --- |
# | in this process | 0.2 s | 16 s |
# | two workers: until they are there | 2 s | 1 s |
# | two workers: the work itself | 0.4 s | 10 s and 10 s of computing; 3 s to hand it out; by the clock 12 s |
#
# For 60 texts the cluster is a waste. For 5,000 the workers shared the work, as they should, and by the clock little was won: two workers and a process that hands out the texts are three, for two cores. And there is more to pay: another library to keep up to date, other machines to set up, other
# people's machines on which your texts lie. It is worth it when the bar says hours, and when there are machines that wait.
#
# Nothing of it makes a text easier to understand. A million texts have a million contexts, and you have read one of them.

# %% [markdown]
# ## What we learned
# - A program that reads many files must survive a bad one, and name it; keep what is done at once; and say how far it is.
# - One row for each participant and text is a table that answers questions nobody had in mind when it was made.
# - Whoever comes always meets everybody. Counts mix what is spoken of with how many texts there are: use shares, and give the number of texts behind each.
# - 0 and "too few to say" are two findings.
# - A trend is a fact about the archive. Here it was put there by a program, and our tools found it. In a real archive ask who put it there.
#
# **Be careful about** years with two texts · copies · the day that a rule took for *the* day · cuts that were chosen after looking · what nobody kept
#
# **Further reading** · Franco Moretti, *Distant Reading* (2013): what one sees of many books without reading them, and the quarrel about it. · Justin Grimmer, Margaret E. Roberts and Brandon M. Stewart, *Text as Data* (2022), on selecting texts. · Hadley Wickham, "Tidy Data",
# *Journal of Statistical Software* 59 (2014): one row a thing, one column a property.
#
# **Next** · a folder of your own: make a folder `my_texts` beside this notebook, put texts in UTF-8 into it, and change one name above, `my_folder`. Names of states that are your own come in with `Settings(gazetteer=…)`, as in lesson 7.

# %% [markdown] tags=["teaching-note"]
# **For the discussion**, in class or as homework
#
# 1. A foreign ministry publishes its communiqués since 1995 on its website. Which meetings would you expect to be missing, and how would you find out? *A good answer* names a reason for each kind (no result, a break with a partner, a new website), and another source to compare with: the other side's ministry, newspapers, web archives.
# 2. Two states are named together in twice as many texts as ten years ago. Give three explanations that have nothing to do with the two. *A good answer* has more texts, larger meetings, and another habit of listing participants, and says for each which number would tell (texts a year, participants a text).
# 3. We tested our tools on an archive that we made ourselves. What can such a test never show? *A good answer*: what the makers did not think of. The pages of 2019 that know of 2021 came in unseen; a real archive has such things that nobody put there.
