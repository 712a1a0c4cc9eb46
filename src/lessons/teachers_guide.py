# %% [markdown] editions="instructor"
# # Teachers' guide
# Eight notebooks turn one real diplomatic press release into data: who met, in what capacity, about what, and who says so. Each lesson has a core path of 45 minutes
# and a part for home. All runs on the learner's computer: no account, and no network once it is ready.
#
# **Who can teach it?** Whoever can read a `for` loop, an `if` and a call of a function, has done the lesson once, and can say "I do not know, let us try it". The
# solved notebooks beside this page have notes: minutes, slips to expect, cuts. A note stands behind its part (in 03 and 04 before it). What you run there is not
# kept as progress. Before the first class somebody follows [Setting up the room](instructor/setup_room.ipynb).
#
# ## How an hour runs
# | step | what, and why |
# | --- | --- |
# | **Doors** | open five minutes early: folder, terminal, the line of the README |
# | **Screen** | the learners' notebook; the solved one on paper or a second device |
# | **Save** | never skipped: *File*, *Save Notebook As…*, `my_04.ipynb`; *Edit*, *Clear Outputs of All Cells*, or every answer is on the screen |
# | **Guess** | collect guesses before a cell runs, and do not judge them |
# | **Work** | write over the dots, run the cell, then `check`. Three hints, `hint("4.1")`, and a solution, `solution("4.1")`, cost no points |
# | **Stop** | with the last idea, not the last cell. No later cell needs an exercise, but many need earlier *cells*: run what you pass over |

# %% [markdown]
# ## Three syllabi
# Each begins when all notebooks are open. In brackets: minutes; no class was timed yet. The picture of the participants in 00 gives away 04: pass over it.
# [Lesson 08](instructor/08_from_one_text_to_an_archive.ipynb), optional (45), and the [practice texts](instructor/practice.ipynb) stand in none: text 2 after 03 (its names), 2 to 5 after 05, 25 to 40 minutes each.
#
# ### One hour
# For a class that knows a loop and no notebook. Run the cells between the parts without a word (*Run*, *Run All Above Selected Cell*).
#
# | begins | from the plan of the lesson |
# | --- | --- |
# | 0 | 00, minutes 0–20 (20): the marked page; exercise 0.1 |
# | 20 | 04, minutes 0–16 (16): named, or there? Vote on each made-up line |
# | 36 | 04, minutes 24–34 (10): nine members? Vote, then India's rows |
# | 46 | 04, minutes 41–45 (4): the page once more: *a classification has a date* |
# | **50** | Left out, for home: exercises 4.1 and 4.2 |
#
# ### One day
#
# | begins | class | break |
# | --- | --- | --- |
# | 9:00 | 00, core path (20); 01, core path (45) | 15 |
# | 10:20 | 02, core path (45), on the printed [handout](handout.ipynb) first | 10 |
# | 11:15 | 03, core path (45) | 60 |
# | 13:00 | 04, core path (45) | 15 |
# | 14:00 | 06, core path (45) | 15 |
# | 15:00 | 07, second hour (45); own texts, or the practice text | |
# | 15:45 | **290** minutes of class: six class hours and a start | **115** |
#
# Lesson 05 and the home parts are left. Late? Leave out 06, never 04.
#
# ### Six weeks, one class hour a week
#
# | week | in class | at home |
# | --- | --- | --- |
# | 1 | 01,&nbsp;core&nbsp;path&nbsp;(45) | before: 00, whole (30), its pre-flight check; after: 01, short home part (40) |
# | 2 | 02,&nbsp;core&nbsp;path&nbsp;(45) | 02, short home part (40); 10 more: *With a real neighbor*, alone; hand in `me` |
# | 3 | 03,&nbsp;core&nbsp;path&nbsp;(45) | 03, short home part (15) |
# | 4 | 04,&nbsp;core&nbsp;path&nbsp;(45) | 04, short home part (15); 05, core path alone (60), each guess written down |
# | 5 | 06,&nbsp;core&nbsp;path&nbsp;(45) | 07, first hour alone (55); 25 more: find a text |
# | 6 | 07,&nbsp;second&nbsp;hour&nbsp;(45) | 07, short home part (75): the page |
# | sum | **270** minutes | **330** minutes, 10 for the marks, 25 for a text |
#
# **Two hours a week?** In class: 00 and 01 · 02, with a real neighbor · class notebook, 03 · 04, 05 · 06, 07 first hour · 07 second hour, pages read aloud.

# %% [markdown]
# ## Late, or broken
#
# | seen | what you do, at once |
# | --- | --- |
# | you are late | the notes in each lesson say *If you are late*: do that |
# | no start | two at one computer; after class, the [help page](help.ipynb) |
# | no Wi-Fi | nothing: only the very first start needs it, and Binder |
# | `NameError` | click into the cell; *Run*, *Run All Above Selected Cell* |
# | no `helpers` | close JupyterLab; start it with the line of the README, or the kit with `start.bat` or `start.sh` |
# | red text | comes from the learner's own lines: read the last one; [help page](help.ipynb) |
# | `[*]` stays | wait a minute; *Kernel*, *Interrupt Kernel* |
# | *not started* | run the cell with the answer, then `check` |
# | *not yet* | `check` takes a tuple for a list; not `"4186"` for a number. It can be wrong: compare with `solution`. Is the learner right? Say so, give the points, tell us ([README](../README.md)) |
# | blank widget | run its cell again, or use the table or picture beside it |
# | lost work | look for `my_….ipynb` in `notebooks`; on Binder it is gone |
# | nothing works | lesson 02 on paper: keep the [handout](handout.ipynb) and the [codebook](../data/codebook.md) printed in your bag. Mark, exchange, count hits on fingers |

# %% [markdown]
# ## Grading
# Solutions lie in the open: this is a course, not an exam, and nobody shall be stuck. Points show who worked: grade them lightly, the capstone in earnest.
#
# | way | how |
# | --- | --- |
# | **simple** | learners show `progress()` (in lesson 00) and hand in `my_04.ipynb` |
# | **nbgrader** | `python3 -m uv run --group test python -m publisher --nbgrader FOLDER` (Windows: `py -m …`) writes a course folder with a README. What `check` calls *done* has all its points, all else none; functions must also stand inputs that are not shown. A loop without end costs its own exercise only |
# | **none** | guesses, discussion, style, the marks of lesson 02 |
#
# ## The class notebook, and data protection
# The [class notebook](instructor/class_notebook.ipynb) shows where the marks of lesson 02 disagree. **No real names are needed:** learners get a pseudonym of two words, or choose one (not their name). What
# they hand in, `my_annotations_….json`, holds a version number, the pseudonym, a checksum of the text and the marks. Nothing is sent. A learning platform may write names
# into file names: look before you project the notebook. `.course_progress.json` (exercises, states, points) holds no name; give
# nbgrader numbers.
#
# **Data protection:** as long as you can know who is behind a pseudonym, these are data about a person, and you are responsible for them under the law and the rules of
# your institution: ask first, keep them on your own machine, do not grade with them, delete them after the class.

# %% [markdown]
# <div style="break-before: page"></div>
#
# ## The capstone
# **One page on a text of their own**, due a week after lesson 07, which has the same five rows. Ten points. To hand in: `my_07.ipynb` and `my_text.txt`, so named (and `my_analysis`). On the practice
# text row 3 counts only from `my_begin = 1` or `4`, with own marks. A box counts if all in it is there; a place one character off is no error.
#
# | row | 0 · not yet | 1 · good | 2 · very good |
# | --- | --- | --- | --- |
# | **1 Findings** | no question, or more than the text says | two or three sentences answer one question | another reading, and why not that |
# | **2 Evidence** (look up two) | no places, or other words than the page has | places, `my_text[914:979]`, with exactly these words | also a passage that speaks against it |
# | **3 Error rate** | "it worked well", or a percentage alone | counts; how the sample was chosen; marked before looking | a range for doubtful names; which kind is missed |
# | **4 Limits** | none, or "no method is perfect" | two that touch *these* findings | what one would do to be surer |
# | **5 To repeat** (run it) | it stops, or the text is missing | it runs and gives the page's numbers | source, day, added names and patterns |
#
# **Row 3, on the practice text,** two points: "I marked every fourth sentence before looking. The tool marked 3 names: 2 right, none wrong, 1 doubtful, so between .67 and 1.00. It
# missed 8 of my 11, all of them states." A whole page: notes of [lesson 07](07_your_own_communique.ipynb).

# %% [markdown]
# ## Your room, and everybody in it
#
# | topic | what to know |
# | --- | --- |
# | **Offline** | the kit, one folder on a USB stick: see [Setting up the room](instructor/setup_room.ipynb) |
# | **Binder** | forgets all when closed: *File*, *Download*. No confidential texts |
# | **Shared** | a copy of the folder for each learner; else delete `.course_progress.json` between classes |
# | **Keyboard** | Shift + Enter runs a cell, Esc leaves it; arrows move cells, sliders |
# | **Sight** | each picture has a text, its table unfolds below; marks show labels, never color alone; Ctrl and + enlarges |
#
# The tools read English only. **Tried** on Linux: JupyterLab in Chromium, nbgrader, the kit. **Not tried:** Windows, macOS, Binder, other browsers, a screen reader.
