# %% [markdown]
# # 0 · Start here
# *What will I be able to do at the end?*
#
# On 22 January 2014, diplomats met at the Russian foreign ministry, and a text was published about it, of which we have one page. We will read that page the way a
# careful reader does, and then teach a computer to read it with us. This notebook shows you the end of the road first, makes sure that
# your computer is ready, and lets you try how the exercises work, and how your work is kept.
#
# **You will be able to** run a cell, and store the length of a text under a name (0.1) · cut a text into its lines, and take out the one that you
# want (0.2)
#
# **Time** core path 20 minutes, at home 10 more · **You need** a variable, a list, a `for` loop, calling a function · **Next** [1 · From bytes to text](01_from_bytes_to_text.ipynb)

# %% [markdown] tags=["teaching-note"]
# **The twenty minutes.**
#
# | minutes | what | if you are late |
# | --- | --- | --- |
# | 0–3 | everybody saves as `my_00.ipynb` and clears all outputs | do not skip this |
# | 3–8 | the marked page and the map: let the room say what each shows; pass over the participants, they give away lesson 4 | run `found = analyze(text)` and show only the marked page (gives 3 minutes) |
# | 8–14 | how a notebook works; everybody runs the pre-flight check | leave the slider for home (gives 1 minute); do not skip the check |
# | 14–20 | exercise 0.1, with a wrong answer, `hint` and `solution` on purpose | leave out `hint` (gives 1 minute) |
#
# The twenty minutes begin when the notebook is open on every screen. Exercise 0.2 and all that follows it is for home.
#
# Best done before the first class hour. An hour, a day, six weeks, and what to do when something breaks: the
# [teachers' guide](instructor/teachers_guide.ipynb). Whoever prepares the computers finds one page in [Setting up the room](instructor/setup_room.ipynb).
#
# Send learners the repository and its first command,
# `python3 -m pip install uv && python3 -m uv run jupyter lab notebooks/00_start_here.ipynb` (in PowerShell: `py -m pip install uv; py -m uv run jupyter lab
# notebooks/00_start_here.ipynb`), and ask for the *last line* of the pre-flight check, run on their machine after clearing the outputs.
#
# | what happens | what to do |
# | --- | --- |
# | a line says *look* | do what stands beside it; if the README's command was not used to start, that is the cause in most cases |
# | no slider appears | go on: each widget of the course has a table or a picture beside it |
# | a learner works in VS Code or another program | the lessons run there; the menus are called otherwise, so let them use JupyterLab in class |
# | two classes share a computer | progress is kept in one file for both, `.course_progress.json` beside the folder `notebooks`: let learners take theirs along with `save_progress()`, then delete it between classes |
# | Binder, twenty-five people | starting takes minutes and may fail: have one installed computer for every two learners in reserve |
#
# The solved notebooks lie beside the learners' ones, in `notebooks/instructor`. That is on purpose: `solution` shows the same.

# %% [markdown]
# ## Two things first
# 1. *File*, then *Save Notebook As…*, and give a name that begins with `my_`, for example `my_00.ipynb`. Leave it in this folder. Updates of the
#    course never touch files that begin with `my_`, and the fresh notebook stays beside it.
# 2. *Edit*, then *Clear Outputs of All Cells*. We ran the lesson before you, so that it can be read without running. Now everything that appears
#    will be yours.
#
# Do this at the beginning of every lesson. **On Binder** nothing is kept when the page is closed or left alone for some minutes: before you go,
# *File*, then *Download*. (At the end of this page: how to take along what `check` found right.)

# %% [markdown] tags=["teaching-note"]
# **Minutes 0–3.** Say: "Save it under your own name first, then clear it. From now on what you see is yours." Do it on the screen, and wait for the last one.
# *Expected:* in the list of files, at the left, stands `my_00.ipynb`, beside the original.
#
# *Misconception:* "It has run already, so I need not run it." Ask: *the numbers at the left are gone. Where is `text` kept now, and since when?* Nowhere: what a stored page
# shows was made by somebody else's kernel, and this one knows nothing before the first cell has run.

# %% [markdown]
# The next cell is code. Click into it and press **Shift + Enter**: it runs, and the cursor moves on. It brings the tools of this
# lesson, and you need not understand its lines. `helpers` is the course's own small package; you can read all of it in the folder
# `src/helpers`. In every lesson the first code cell brings the tools, so run it first.

# %%
from textwrap import fill  # Python's own: it breaks a long line at spaces

from helpers.exercises import check, hint, progress, solution
from helpers.pictures import draw_participants, draw_theme_map, show_spans
from helpers.pipeline import analyze
from helpers.preflight import preflight
from helpers.texts import read_text
from helpers.widgets import widgets_alive

text = read_text()

# %% [markdown]
# ## The end of the road
# Here is how the page begins: its title and its first paragraph. (`text` holds the whole page, and `[:1247]` takes its beginning; lesson 1
# explains both.)

# %%
for line in text[:1247].splitlines():
    print(fill(line, 95, break_on_hyphens=False))

# %% [markdown]
# Before you read on, think of a question that you could put to such a page. We will put four: *Who was there? In what
# capacity? About what? And who says so?*
#
# By the end of the course you will have answered each of them with a table that you made, and can defend. One line does what
# the lessons explain. Do not read its answer word by word yet; the short words in it are explained where we meet them.

# %%
found = analyze(text)
found

# %% [markdown]
# Here is the same paragraph, with the names marked that the computer found. Each mark has a label: STATE; IGO for an intergovernmental
# organization *or a body of one*; GOV for a body of a state; POST for an office; DATE. Would you have drawn the lines there? In lesson 2 you
# will mark a page by hand and disagree with your neighbor, and in lesson 3 you will write rules that do it for you.

# %%
beginning = found.entities[found.entities["end"] <= 1247]
show_spans(text, beginning, start=0, end=1247)

# %% [markdown]
# Who of them took part? By the page, nineteen did: twelve states, five organizations, and two officials who stand for organs of the SCO itself. The page
# never says which state was a member of the organization that day; that comes from a table with dates and sources. Lesson 4 finds it out, and meets
# a trap on the way. (Some names here are not those of the page: Türkiye stands there as *Republic of Turkey*. Each thing is counted under one name; lesson 3
# says why.)

# %%
draw_participants(found.participants)

# %% [markdown]
# And about what did they speak? Each column is one sentence of the page, each row a theme. It looks very tidy,
# and it should make you suspicious: the words by which the computer knows a theme were chosen by a language model that had this
# page before it. In lesson 5 you will choose your own, and measure how well they do.

# %%
draw_theme_map(found.themes)

# %% [markdown] tags=["quiz"]
# **Quick check.** Each of the nine rows of this map has at least one mark. What does that tell you?
#
# - [ ] The page has nine themes, no more and no less.
#   Nine is the number of themes that we put into our list. A tenth, of which nobody thought, would have no row and no mark, however often the page speaks of it.
# - [ ] All nine themes weigh about the same on the page.
#   Each has a mark, but some have many and some have few. And a mark says that a sentence has the theme, not how much of it or how strongly.
# - [x] Words that were chosen for each theme stand in some sentence.
#   That is all that the computer looked for. Whether the words fit the themes is another question: in lesson 5 you measure it.

# %% [markdown]
# And who says so? Here are three of ten sentences in which somebody takes a position. For how many do they claim to speak? That is
# lesson 6.

# %%
found.statements[["speaker", "verb", "consensus", "start", "end"]].tail(3)

# %% [markdown]
# Below each picture stands its table: click on the words under the picture to unfold it. Every table that the course makes of a text says
# where its rows stand on the page: `start` and `end` count characters from its beginning.
#
# > **Keep this** · A claim in this course leads back to a place on the page or to a named source, or says that nobody looked it up. Ask each claim which of the three it
# is. Where none is given, do not believe it.

# %% [markdown] tags=["teaching-note"]
# **Minutes 3–8, from “The end of the road”.** Say: "Nobody has to understand this code today. Look at what it makes, and doubt it." Let the room say what the marked page and the map
# show, one sentence each. Vote on the quick check below the map, if there is time for one. Run the cell with the participants, and scroll on. *Expected:* names with labels on the page; nineteen boxes sorted by capacity; a grid with a mark where a sentence has a theme.
# Somebody will ask why *Afghanistan* stands among the observers: by the table of memberships it was one on that day, and lesson 4 looks it up.
#
# *Misconception:* "The computer has understood the text." Ask: *which words would you have to give it, so that it finds a theme?* It finds what people have put into lists, and where the
# list ends it finds nothing: lesson 7 shows it a page that is in no list.

# %% [markdown]
# ## How a notebook works
# A notebook is a column of cells. Some hold words, like this one; some hold code. What a code cell answers appears below it, and
# the number at its left says in which order cells were run. The value of the last line is shown by itself.
#
# The dot in `found.entities` reads like an English *of*: the entities of what was found. A function behind a dot, as in `text.upper()`, works
# on what stands before the dot.

# %%
shouted = text.upper()
shouted[:40]

# %% [markdown] tags=["quiz"]
# **Quick check.** The cell above has run. In a cell of your own you write `text[:5]`, for the first five characters of `text`. What will it show? Click the answer that you would give.
#
# - [ ] `'JOINT'`, because the text is in capitals now.
#   A text in capitals is there, under the name `shouted`. But `text.upper()` made a new text and left the old one alone.
# - [x] `'Joint'`, because `text` is as it was.
#   The method read `text` and made a new text of it, which we stored as `shouted`. Whoever wants to change `text` has to store something under that name.
# - [ ] An error, because `text` has been used up.
#   Reading does not use up a text: you can take from it as often as you like. You would get an error if no cell had stored anything under this name.

# %% [markdown]
# You want to try something? **Add a cell of your own**: press the key Esc, then B. An empty cell appears below. Write in it, and run it with
# Shift + Enter.
#
# Two things happen to everybody:
#
# - **`NameError: name 'text' is not defined`** means: a cell above has not run yet, for example because you closed the notebook and
#   opened it again. Click into the cell that you want to run, and choose *Run*, then *Run All Above Selected Cell*, in the menu.
# - **A cell shows `[*]` and nothing comes.** It is still at work. If it takes longer than a minute: *Kernel*, then *Interrupt Kernel*.
#
# More help stands on the page [When something goes wrong](help.ipynb); words that you do not know stand in the [glossary](glossary.ipynb).

# %% [markdown]
# ## Before take-off
# Is this computer ready? The next cell looks at everything that the lessons need. If a line says *look* in place of *ok*, it also says
# what helps. (A *checksum* is a short number that changes if a single byte of a file does.)

# %% tags=["nbval-ignore-output"]
preflight()

# %% [markdown]
# One thing only you can see. Move the slider with the mouse, or click on it and use the arrow keys. Does the number follow?

# %%
widgets_alive()

# %% [markdown]
# If no slider appears, you lose little: the course shows a table or a picture wherever a widget does not run.

# %% [markdown] tags=["teaching-note"]
# **Minutes 8–14, from “How a notebook works”.** Say: "If a line says *look*, do what stands beside it, and raise your hand." Leave the quick check to those who wait. Go around while the check runs. *Expected:* each line says *ok*. What you may find is not in the table: a
# learner opened the file in another program, or runs cells from the middle. Ask: *Run the first code cell again. Does the number at its left change?* If it
# does not, nothing runs: look at the upper right corner for the name of the kernel.
#
# *Misconception:* "A notebook runs from top to bottom, like a page." Have somebody run the cell with `shouted` first, before the cell that makes `text`, after *Kernel*, *Restart Kernel…*. Ask: *which cells does
# the computer know about?* Those that have run, in the order of the numbers at their left.

# %% [markdown]
# ## Your first exercise
# ### Exercise 0.1 · How long is it? *(guided)*
# The whole page is in the variable `text`. How many characters does it have? Python's `len(...)` tells the length of whatever you put between its brackets. Store the
# number in a variable called `length`: write over the three dots. (Leave the name `text` to the page: we need it again.)

# %% exercise="0.1"
### BEGIN SOLUTION
length = len(text)
### END SOLUTION

# %% [markdown]
# Now check it. `check` takes the number of the exercise and your answer, and says one of three things: *not started*, *not yet*
# (and what to look at), or *done*. You may check as often as you like. (Let `check` be the last line of its cell: only what stands last is shown.)

# %%
check("0.1", length)

# %% [markdown]
# Try the other two as well. `hint` gives three hints: the first you see, the others unfold one at a time, when you want them. (In a program that
# shows no folds, run its cell again for the next one.) `solution` shows a worked solution, at
# any time. Nobody counts. In the next lessons you write these two lines yourself, in a cell of your own, when you want them.

# %%
hint("0.1")

# %%
solution("0.1")

# %% [markdown] tags=["quiz"]
# **Quick check.** Somebody stores a wrong number in `length`, reads *not yet*, and writes the right one over it. She runs the cell with `check`: *not yet* again, and the line
# *Checked* still shows the old number. What has happened?
#
# - [ ] `check` goes by her first answer, so she needs a new name.
#   The first answer does not bind anybody. `check` looks anew each time, at what is stored under the name at that moment, and it says in the line *Checked* what that was.
# - [x] Her cell has not run since she wrote the new number.
#   What counts is what has run, and not what stands there. The line *Checked* shows it: the old number is still stored. She runs her cell, then the cell with `check`.
# - [ ] The new number is wrong too, as the answer says.
#   It may be right or wrong: nobody has looked at it. The line *Checked* names the answer that was judged, and that is the old one.

# %% [markdown] tags=["teaching-note"]
# **Minutes 14–20, from “Your first exercise”.** Say: "Give a wrong answer first, on purpose." Have everybody try `length = 100`, and read what comes. Vote on the quick check (A, B or C) at the end. The point of this exercise is not
# `len`, it is that an error is answered and costs nothing. *Expected:* for 0.1 the number 4186, with `length = len(text)`; it comes back in lesson 1, where the file has 4,193 *bytes*. For 0.2, at home, the title, 118
# characters long. Slips to expect: in 0.1 `length = 4,186`, copied with its comma; `text = len(text)`, which is called *done*, and then
# 0.2 stops with `'int' object has no attribute 'splitlines'` (run the first code cell again: it makes `text` anew). In 0.2 `[1]` (the empty second line), `text[0]` (one letter), and typing the title by hand: then the apostrophe of *Ministries’* is another
# character, which is where lesson 1 begins.
#
# *Misconception:* "*Not yet* means that I can not do it", or "whoever looks at the solution loses points". Ask: *what does the message ask you to look at?* Nobody counts tries, hints or solutions; the points are
# the same after ten tries.

# %% [markdown] tags=["home"]
# ## At home
# Ten minutes more: one exercise of your own, a look at what you have done, and how to take it along.

# %% [markdown]
# ### Exercise 0.2 · What does it call itself? *(guided)*
# The first line of the page is its title. Store it, as one string, in a variable called `first_line`. You may count its characters, or
# ask Python to cut the text into lines: `text.splitlines()` gives a list of them, and `[0]` takes the first thing of a list.

# %% exercise="0.2"
### BEGIN SOLUTION
first_line = text.splitlines()[0]
### END SOLUTION

# %%
check("0.2", first_line)

# %% [markdown]
# What is done is remembered in a small file beside the notebooks, also when you close everything, until you delete it. The table has a line for each lesson; most of it
# lies before you. Unfold the line below it to see each exercise.

# %% tags=["nbval-ignore-output"]
progress()

# %% [markdown]
# ### Take it with you
# You work on two computers, or on Binder, which forgets? Write this in a cell of your own, before you go:
#
# ```python
# from helpers.exercises import save_progress
# save_progress()
# ```
#
# It writes one small file, `my_progress.json`, into the folder of this notebook. To take it along, find it in the list of files at the left, click on it
# with the right mouse button, and choose *Download*. On the other computer, put it beside the notebooks (the arrow *Upload Files* above that list does it),
# and write `load_progress` in place of `save_progress` in both lines. Nothing is lost: of each exercise the better result counts.
#
# The file holds only what is done. Your answers are in your `my_` notebooks: take those along, too.

# %% [markdown]
# ## What we learned
# - A text can be turned into tables (names, participants, themes, statements), and each row leads back to its place on the page.
# - Cells are run with Shift + Enter, from top to bottom.
# - `check`, `hint` and `solution` help with every exercise, and cost nothing.
# - Work is kept under a name that begins with `my_`; `save_progress()` takes along what is done.
#
# **Be careful:** the pictures above look finished. Each of them rests on decisions that somebody made. The next lessons make you one of the people who decide.
#
# **To start again, next time:** the same line of the [README](../README.md), in the same folder (from a stick: `start.bat` or `start.sh`). Then double-click the next lesson,
# `01_from_bytes_to_text.ipynb`, in the list at the left. Leave the black window open while you work.
#
# **Next:** [1 · From bytes to text](01_from_bytes_to_text.ipynb). *What is really in the file?*

# %% [markdown] tags=["teaching-note"]
# **For the discussion** (to take home, or at the beginning of lesson 1)
#
# - *Which of the four questions would you trust a computer with first, and which last?* A good answer names what the computer would have to know beside the page: for who was there, lists of
#   names; for in what capacity, dates and sources; for what it was about and how firmly it was said, somebody's decision what counts.
# - *What can you read in a press release that nobody had to decide?* A good answer finds that even the length is a decision (bytes or characters), and asks who decided, when, and for what use.
