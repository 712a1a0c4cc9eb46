# %% [markdown]
# # 0 · Start here
# *What will I be able to do at the end?*
#
# On 22 January 2014, diplomats met at the Russian foreign ministry, and one page of text was published about it. We will read that page the way a careful
# reader does, and then teach a computer to read it with us. This notebook shows you the end of the road first, makes sure that
# your computer is ready, and lets you try how the exercises work.
#
# **You will be able to** say what the course makes of a text · run a cell and read what it answers · check whether this
# computer is ready · do an exercise, with a hint if you want one · keep your work
#
# **Time** 15 minutes · **You need** a variable, a list, a `for` loop, calling a function · **Next** [1 · From bytes to text](01_from_bytes_to_text.ipynb)

# %% [markdown] tags=["teaching-note"]
# **The quarter of an hour.**
#
# | minutes | what | if you are late |
# | --- | --- | --- |
# | 0–4 | the page, the table, the map: let the room say what each shows | show only the page |
# | 4–8 | how a notebook works; everybody runs the pre-flight check | do not skip this |
# | 8–13 | exercise 0.1, with `hint` and `solution` on purpose | leave 0.2 for home |
# | 13–15 | keep your work: everybody saves as `my_00.ipynb` | do not skip this |
#
# Best done before the first class hour: send learners the README's first command, and ask for a picture of the pre-flight check.

# %% [markdown]
# The next cell is code. Click into it and press **Shift + Enter**: it runs, and the cursor moves on. It brings the tools of this
# lesson; `helpers` is the course's own small package, and you can read all of it in the folder `src/helpers`. In every lesson the
# first code cell brings the tools, so run it first.

# %%
from helpers.exercises import check, hint, progress, solution
from helpers.pictures import draw_participants, draw_theme_map, show_spans
from helpers.pipeline import analyze
from helpers.preflight import preflight
from helpers.texts import read_text
from helpers.widgets import widgets_alive

text = read_text()

# %% [markdown]
# ## The end of the road
# Here is how the page begins: its title and its first paragraph.

# %%
print(text[:1247])

# %% [markdown]
# Before you read on, think of three questions that you could put to such a page. We will put these: *Who was there? In what
# capacity? About what? And who says so?*
#
# By the end of the course you will have answered each of them with a table that you made, and can defend. One line does what
# eight lessons explain:

# %%
found = analyze(text)
found

# %% [markdown]
# Here is the same paragraph, with the names marked that the computer found. A name is not always what it seems: in lesson 2 you will
# mark a page by hand and disagree with your neighbor, and in lesson 3 you will write rules that do it for you.

# %%
show_spans(text, found.entities, start=0, end=1247)

# %% [markdown]
# Who of them was in the room? Nineteen parties were: twelve states, five organizations, two officials. The page never says which state
# was a member of the organization that day. Lesson 4 finds it out, and meets a trap on the way.

# %%
draw_participants(found.participants)

# %% [markdown]
# And about what did they speak? Each column is one sentence of the page, each row a theme. It looks very tidy,
# and it should make you suspicious: the words by which the computer knows a theme were chosen by people who had read this page. In lesson 5
# you will choose your own, and measure how well they do.

# %%
draw_theme_map(found.themes)

# %% [markdown]
# Below each picture stands its table: click on the words under the picture to unfold it. Nothing in this course is a picture only, and no table
# is a claim only: every row says where on the page it comes from.
#
# > **Keep this** · Every number in this course can be traced back to a place on the page. If it can not, do not believe it.

# %% [markdown]
# ## How a notebook works
# A notebook is a column of cells. Some hold words, like this one; some hold code. What a code cell answers appears below it, and
# the number at its left says in which order cells were run. The value of the last line is shown by itself:

# %%
sentences = 17
sentences

# %% [markdown]
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
# what helps.

# %% tags=["nbval-ignore-output"]
preflight()

# %% [markdown]
# One thing only you can see. Move the slider with the mouse, or click on it and use the arrow keys. Does the number follow?

# %%
widgets_alive()

# %% [markdown]
# If no slider appears, you lose little: the course shows a table or a picture wherever a widget does not run.

# %% [markdown] tags=["teaching-note"]
# **Minutes 4–8.** Go around while the check runs. The usual finding is not in the table: a learner opened the file in another program, or
# runs cells from the middle. Ask: *Which number stands at the left of your first cell?* If it is empty, it has not run.

# %% [markdown]
# ## Your first exercise
# ### Exercise 0.1 · How long is it? *(guided)*
# The whole page is in the variable `text`. How many characters does it have? Python's `len(...)` tells the length of whatever you put between its brackets. Store the
# number in a variable called `length`: write over the three dots.

# %% exercise="0.1"
### BEGIN SOLUTION
length = len(text)
### END SOLUTION

# %% [markdown]
# Now check it. `check` takes the number of the exercise and your answer, and says one of three things: *not started*, *not yet*
# (and what to look at), or *done*. You may check as often as you like.

# %%
check("0.1", length)

# %% [markdown]
# Try the other two as well. `hint` gives the next of three hints each time you run it; `solution` shows a worked solution, at any time. Nobody counts.

# %%
hint("0.1")

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
# What is done is remembered in a small file beside the notebooks, until you delete it:

# %% tags=["nbval-ignore-output"]
progress()

# %% [markdown] tags=["teaching-note"]
# **Minutes 8–13.** Have everybody give a wrong answer on purpose, for example `length = 10`, and read what comes. The point of this exercise is not
# `len`, it is that an error is answered and costs nothing. The number comes back in lesson 1: the file has 4,193 *bytes*.

# %% [markdown]
# ## Keep your work
# Do this now, and at the beginning of every lesson: *File*, then *Save Notebook As…*, and give a name that begins with `my_`, for example
# `my_00.ipynb`. Leave it in this folder. Updates of the course never touch files that begin with `my_`, and you can always open the
# fresh notebook to begin again.
#
# **On Binder** nothing is kept when the page is closed or left alone for some minutes. Before you go: *File*, then *Download*.

# %% [markdown]
# ## What we learned
# - A text can be turned into tables (names, participants, themes, statements), and each row leads back to its place on the page.
# - Cells are run with Shift + Enter, from top to bottom.
# - `check`, `hint` and `solution` help with every exercise, and cost nothing.
#
# **Be careful:** the pictures above look finished. Each of them rests on decisions that somebody made. The next lessons make you one of the people who decide.
#
# **Next:** [1 · From bytes to text](01_from_bytes_to_text.ipynb). *What is really in the file?*
