# %% [markdown]
# # Handout: the press release, to write on
# Mark each name: underline it from its first letter to its last, and write its label above it. What a name is, and where it
# ends, the [codebook](../data/codebook.md) decides. The *place* is that of the line's first character in the text: line 3
# begins at `text[120]`.
#
# Name: \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_ Compared with: \_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_\_

# %% tags=["hide-input"]
from helpers.pictures import show_sheet
from helpers.texts import read_text

show_sheet(read_text())

# %% [markdown]
# <div style="break-before: page"></div>
#
# **The codebook's eight rules, in short.** (In lesson 2 you mark a sentence first, and read the rules then.)
#
# 1. Only the longest name is marked, with all that is inside: a ministry with its state.
# 2. An abbreviation in brackets *after* a name is a mark of its own. If the name goes on behind the bracket, it is not.
# 3. No general words (*the parties*), and no adjective alone.
# 4. A name begins behind its article.
# 5. It is marked each time that it occurs.
# 6. A post goes with its body or state. Without one (*President Biden*) it is not marked.
# 7. A document goes with its type word, its issuer and its quotation marks, without its date.
# 8. A small word is marked where the name is not complete without it (*Geneva process*).

# %% [markdown]
# <details><summary>How to print this page</summary>
#
# - **In JupyterLab:** *File*, then *Print…*. If lines are cut off at the right, choose a smaller scale in the print window.
# - **Or from your browser:** *File*, *Save and Export Notebook As*, *HTML*. Open the file that was saved, and print it.
# - Print all four sheets. In class you need the first one, lines 3 to 17, and lines 26 to 29; paragraph 6 is for home.
# - Shorter lines, or another text: open the folded cell above the lines, and change it, for example to
#   `show_sheet(read_text(), width=60)`. Then run it.
#
# The lines are made from `data/press_release.txt`, letter by letter; nothing in them was typed. Back to
# [lesson 2](02_marking_up_by_hand.ipynb).
#
# </details>
