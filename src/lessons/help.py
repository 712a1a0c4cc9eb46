# %% [markdown]
# # When something goes wrong
#
# Find the words that you see, do what stands beside them. If nothing here helps, ask your teacher, and show the red text as a whole:
# its last line says most.
#
# **Go back to** [0 · Start here](00_start_here.ipynb) · **Words** are explained in the [glossary](glossary.ipynb)

# %% [markdown]
# ## In the notebook
#
# | what you see | what it means | what helps |
# | --- | --- | --- |
# | `NameError: name '…' is not defined` | a cell above has not run since the notebook was opened, or a name is spelled in another way | click into your cell; *Run*, *Run All Above Selected Cell*; then compare the spelling |
# | `[*]` beside a cell, and nothing comes | the cell is still at work, or waits behind one that is | wait a minute; then *Kernel*, *Interrupt Kernel* |
# | nothing happens at all | the kernel is gone | *Kernel*, *Restart Kernel…*, then *Run*, *Run All Above Selected Cell* |
# | `SyntaxError` | a bracket, a quote or a colon is missing, often one line above the one that is shown; or nothing stands behind `=` | look at the pairs: every `(` has its `)` |
# | `SyntaxError: cannot assign to function call …` | the two sides of `=` are the wrong way round, as in `len(text) = length` | the name stands at the left: `length = len(text)` |
# | `SyntaxError: unterminated string literal` | a text that begins with a quote has no quote at the end of its line | close it on the same line; write a space where the page has a line end |
# | `IndentationError` | the lines inside a loop do not begin at the same place | put four spaces before each line of the inside |
# | `TypeError: can only concatenate str …` | a text and a number were added with `+`: `+` joins two texts or adds two numbers | are you walking over words where you want their places? `for place in range(len(words)):` |
# | `AttributeError: 'dict' object has no attribute 'add'` | `{}` makes a dict, not an empty set | write `set()` |
# | `AttributeError: 'str' object has no attribute 'len'` | `len` stands before what it measures, not behind a dot | `len(text)` |
# | `AttributeError: 'int' object has no attribute …`, `TypeError: object of type 'int' has no len()` | a number stands under a name that should hold a text or a list, as after `text = len(text)` | run the first code cell again: it makes `text` anew; give the number a name of its own |
# | `TypeError: … object is not subscriptable` | square brackets behind something that has no parts: a number, `None`, or a function, as in `len[text]` | round brackets call a function: `len(text)`; else show what the name holds |
# | `AttributeError: 'NoneType' object …` | a variable holds `None`, because a function that changes something in place was stored: `names = names.append(…)` | write `names.append(…)` alone |
# | `IndexError: … out of range` | you asked for a place behind the end; places count from 0 | how long is it? `len(…)` |
# | `TypeError: … is not callable` | brackets behind something that is no function. With `'tuple' object`: a comma is missing between two pairs, as in `(3, 8) (9, 12)`. With `'str' object` or `'list' object`: round brackets where square ones belong, or a function whose name you used for a variable | put in the comma, or write `words[0]`; for a name: *Kernel*, *Restart Kernel…*, and choose another one |
# | `TypeError: '>' not supported between instances of 'str' and 'int'` | a text was compared with a number, as in `character > 127` | compare two numbers: `ord(character)` gives a character's number, `len(word)` the length of a word |
# | `TypeError: unsupported operand type(s) for -: 'bytes' and 'int'` (or other types) | one counts with two things that do not go together: bytes, a text or a list, and a number | how many are there? `len(…)` makes a number of each |
# | `TypeError: 'str' object does not support item assignment` | a text can not be changed in one place: `text[0] = "M"` | make a new text: `text.replace(…)`, or pieces joined with `+` |
# | `TypeError: replace() argument 1 must be str, not …` | `replace` wants two texts: what to look for, and what to put there | put quotes around a text; `chr(…)` makes a character of its number |
# | `ValueError: invalid literal for int() …` | `int()` got a text that is no whole number, such as `"0.89"` | `float("0.89")`, or leave the quotes away |
# | `KeyError: '…'` | a table has no column of this name, or a dict has no such key yet (`counts[name] = counts[name] + 1`) | show the table or the dict: how is it written? Before you add to a key, give it a beginning: `if name not in counts: counts[name] = 0` |
# | `TypeError: list indices must be integers …` | you ask a list for a name, as one asks a dict; perhaps you gave a list the name of the dict | print it; run the cell again that makes the dict, and call your list otherwise |
# | `TypeError: string indices must be integers …` | you walk over a table with `for row in table`, and `row` is the name of a column, a string | walk over its columns side by side: `for one, two in zip(table["text"], table["label"]):` |
# | `ModuleNotFoundError: No module named 'helpers'` | JupyterLab was not started the way the course wants it | close it; start it with the first command of the README |
# | one sentence in place of an error, from the course | our own tools tell you what was wrong with what they got | do what the sentence says |

# %% [markdown]
# ## With exercises
#
# | what you see | what it means | what helps |
# | --- | --- | --- |
# | *not started*, although you wrote something | the cell with your answer has not run since you changed it | run it (Shift + Enter), then the cell with `check` |
# | nothing at all below `check` | another line stands below it in the same cell: only the last line of a cell is shown by itself | let `check(…)` be the last line of its cell |
# | *not yet*, and you are sure that you are right | perhaps you are: more than one reading is possible, and we may have missed yours | compare with `solution("…")`; then tell us (the README says where) |
# | *done*, and a sentence about another reading | the text allows two readings, and both count as right | read why; the course goes on with one of them |
# | one hint, and no second one | the others are folded, below the first | unfold them; where nothing unfolds, run the cell with `hint` again |
# | your progress is not kept | the folder can not be written | the message below the check says so; your notebook keeps your answers all the same |
# | *"The file with your progress was damaged"* | something else wrote into it, or the computer went off | nothing: it was set aside under another name, not deleted; run your checks again, and what is done is back |

# %% [markdown]
# ## With widgets and pictures
#
# | what you see | what it means | what helps |
# | --- | --- | --- |
# | a sentence or a table where a slider should be | the notebook was opened, not run, or this viewer has no widgets | run the cell; in GitHub's view nothing moves, the table is complete |
# | *"Error displaying widget: model not found"* | the notebook was saved without what its widgets hold, or somewhere else | click into the cell; menu *Run*, *Run All Above Selected Cell*; then run the cell |
# | a slider or a button that moves, and nothing follows | the kernel was restarted, or the notebook was opened again | run the cell again (before it *Run All Above Selected Cell*) |
# | a picture that is hard to read | | unfold *The table behind the picture* below it; make the page bigger with Ctrl and + |

# %% [markdown]
# ## With files
#
# - **I can not find my work.** Notebooks that you saved as `my_….ipynb` lie in the folder `notebooks`. If you never saved under a name of your own,
#   your work is in the lesson's notebook itself.
# - **I want the lesson fresh again.** Close it. Save your version under a name that begins with `my_`. Then get the original again from the course's repository.
# - **Binder said goodbye.** What was not downloaded is gone: Binder keeps nothing. That is no fault of yours. Next time: *File*, *Download*, every quarter of an hour;
#   and before you leave, `save_progress()` (see the next point). Did you download your notebook? Upload it, and *Run*, *Run All Cells*: what is done is back.
# - **I work on two computers.** Your answers are in your `my_` notebooks: copy those. What is done goes along with two lines in a cell of your own,
#   `from helpers.exercises import save_progress` and `save_progress()`. They write `my_progress.json` beside your notebook. On the other computer put it beside the notebooks,
#   and write `load_progress` in both lines. Of each exercise the better result counts, whichever computer it comes from.
# - **The press release "was changed".** Our tools compare it with a checksum, because every place in every lesson is counted in it. Get `data/press_release.txt` again.
# - **A text of mine will not open.** It is probably not UTF-8. Open it in your editor, choose *Save as*, and pick *UTF-8* as its encoding. Lesson
#   [1 · From bytes to text](01_from_bytes_to_text.ipynb) says what that is.

# %% [markdown]
# ## When it does not start
# You start with one line in a terminal: the [README](../README.md) has it, one for Windows and one for macOS and Linux. The next time it is the same line, in the same
# folder. The black window stays open while you work; to stop, close the page, click into that window, and press Ctrl and C; if it asks, `y` and Enter.
#
# | what you see | what it means | what helps |
# | --- | --- | --- |
# | `Failed to spawn: jupyter`, or the file `notebooks/00_start_here.ipynb` is not found | the terminal is in another folder; or the ZIP file was never unpacked: Windows shows what is in it as if it were a folder | unpack it (Windows: right click, *Extract All…*; macOS: double click), and open the terminal in the folder that holds `README.md` and `notebooks` |
# | you do not know how to open a terminal in a folder | | Windows 11: right click on an empty place in the folder, *Open in Terminal*; Windows 10: click into the address bar of the folder, type `powershell`, Enter. macOS: open *Terminal*, type `cd` and a space, drag the folder into the window, Enter. Linux: right click, *Open in Terminal* |
# | `py` *is not recognized* | Python is not there, or it came without `py` | write `python` in place of `py`, both times. Still not? Install [Python 3.13](https://www.python.org/downloads/); then open a new terminal |
# | *Python was not found; run without arguments to install from the Microsoft Store* | there is no Python, only a sign that points to the Store | install Python 3.13, as above; open a new terminal |
# | macOS asks to install *command line developer tools* | this Mac has no Python yet; the one that comes with these tools is an old one | choose *Cancel*; install Python 3.13, as above; open a new terminal |
# | `&&` *is not a valid statement separator*, or `Invalid requirement` with `uv;` | the line for the other system, or the wrong kind of window | on Windows take the line for PowerShell; in the *Command Prompt* type `powershell` and Enter first |
# | `externally-managed-environment`, `No module named pip` | Python comes from the system, which keeps it closed | unfold what the README has below its two lines |
# | Python 3.14 or newer, and something fails | the course is tested on Python 3.11 to 3.13 | write `run --python 3.13` in place of `run` in the line, this once: it takes that Python, and fetches it if it is not there (with a network) |
# | a page that says that the server is gone | the black window was closed, or the computer slept | start again with the same line; what was saved is there |

# %% [markdown]
# ## Start again from nothing
# When a notebook behaves oddly, this often helps, and loses nothing but what the cells had answered: *Kernel*, *Restart Kernel and Run All Cells…*.
