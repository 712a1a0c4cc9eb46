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
# <details><summary>How to print this page</summary>
#
# - **In JupyterLab:** *File*, then *Print…*. If lines are cut off at the right, choose a smaller scale in the print window.
# - **Or from your browser:** *File*, *Save and Export Notebook As*, *HTML*. Open the file that was saved, and print it.
# - One paragraph is enough for lesson 2: the first one below the title, lines 3 to 17. Print all four sheets: paragraph 6 is needed, too.
# - Shorter lines, or another text: open the folded cell above the lines, and change it, for example to
#   `show_sheet(read_text(), width=60)`. Then run it.
#
# The lines are made from `data/press_release.txt`, letter by letter; nothing in them was typed. Back to
# [lesson 2](02_marking_up_by_hand.ipynb).
#
# </details>
