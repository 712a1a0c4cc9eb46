# %% [markdown] editions="instructor"
# # The class as data
# *Where does the class not agree, and what does that ask of the codebook?*
#
# This page is for teachers. After [lesson 2](02_marking_up_by_hand.ipynb) each learner can hand in one small file of marks. Put the
# files into one folder, write its name below, and run the page: *Run*, *Run All Cells*. It says which files could not be used, how
# far the class agrees, and at which words it parts. The last is the most useful. Show it to the class, and ask for a rule.
#
# **Time** five minutes before the hour, fifteen with the class · **You need** the learners' files, `my_annotations_….json`; without any, the
# page runs on a made-up class
#
# > **About the data of your learners** · A file holds a pseudonym, the marks and a checksum of the text, and no name. Still, you may
# > know who is who, and then these are data about a person. Keep the files on your own machine, do not grade with them, and delete them after the
# > class. This page shows pseudonyms once it has run: save it as `my_class.ipynb`, and delete that, too. What else applies, the rules of your school say: ask before you collect. The [teachers' guide](instructor/teachers_guide.ipynb) says what to know.

# %% [markdown]
# This cell brings the tools. All of them but pandas and two modules of Python's own come from the course's own small package, `src/helpers`.

# %%
from collections import Counter
from tempfile import TemporaryDirectory

import pandas as pd

from helpers.classroom import alpha, disagreements, label_words, pairwise, read_annotations
from helpers.made_up_class import make_up_class
from helpers.texts import read_text

pd.set_option("display.max_colwidth", 120)
text = read_text()

# %% [markdown]
# ## The files
# Write the name of your folder between the quotes, for example `"my_class"` for a folder beside this page, or `"C:/Users/me/my_class"` (with `/`, also on Windows). One folder for each learner in it does no harm. (What begins with `my_` is never taken into git.) While nothing stands there, the page makes up a
# class of forty and puts its files into a temporary folder. **Nobody annotated like this:** each made-up reader starts from the gold standard, holds a
# few rules differently from the codebook, and slips now and then, by a fixed throw of dice (`helpers/made_up_class.py`). Three more files are
# damaged on purpose, so that you see how that is told.

# %%
folder = ""

if folder == "":
    made_up = TemporaryDirectory()
    folder = made_up.name
    make_up_class(folder)
    print("There is no folder of yours yet: this is the made-up class.")

# %%
marks, problems = read_annotations(folder)
print(marks["annotator"].nunique(), "readers,", len(marks), "marks")
if marks["annotator"].nunique() < 2:
    print("Two readers at least are needed: what follows stays empty.")
problems

# %% [markdown]
# A file that can not be used is left out, and everything else goes on. Each line above says what was wrong. The usual remedy is to
# ask for the file again. Files from a learning platform may have another name in front of theirs; that does no harm, as long as they end in `.json`.
#
# ## Pairs
# Everybody is compared with everybody else, 780 pairs in the made-up class of forty. Each pair is compared on the sentences that **both** have read. What
# somebody has read, the marks tell: a sentence without any mark of a reader counts as not read by that reader. So it does no harm if some hand
# in two sentences and others the whole page. It has a price: whoever overlooks the only name of a sentence is not counted
# there, and the numbers come out a little too kind.

# %%
pairs = pairwise(marks, text)
pairs[["words", "f1", "kappa"]].describe().round(2)

# %% [markdown]
# *f1* is strict: the same span and the same label. *kappa* asks word by word for the label (lesson 2, "May it be luck?"). How can two
# readers share hardly a span, and still agree?

# %%
pairs[pairs["f1"] < 0.1].sort_values("kappa").tail(3).round(2)

# %% [markdown]
# (With a class of your own the pair is another one, or none.) The last pair of the made-up class has an f1 of 0.09 and a kappa of 0.68. One of the two takes the article along with nearly every name. As a span, each of
# these is another one; as words, most are the same.
#
# Who stands apart from the class? The mean of all pairs that a reader is in:

# %%
both_sides = pd.concat([pairs, pairs.rename(columns={"first": "second", "second": "first"})])
both_sides.groupby("first")[["f1", "kappa"]].mean().sort_values("kappa").head(5).round(2)

# %% [markdown]
# A low mean is no bad mark. This reader slips more often than most, or holds another rule. Ask which rule, before you say which is right. A pair with an f1
# of 1 on many words may have worked together. Two sentences alone can be marked alike by chance.
#
# ## One number for the class
# Kappa compares two. For many readers, some of whom have not read everything, there is **Krippendorff's alpha**. It
# asks: of all pairs of labels given to the same word, how many differ? And how many would differ if all labels lay in one urn
# and were drawn blindly? 1 is perfect agreement, 0 is what the urn gives.

# %%
print(round(alpha(marks, text), 4))

# %% [markdown]
# The lines behind this number are few. Each word is a row with one label for each reader; `None` is for those who have not read it. A word with a single
# label is left out, for there is nobody to agree with.

# %%
urn = Counter()
differing = 0
for labels in label_words(marks, text).values.tolist():
    given = [label for label in labels if label is not None]
    if len(given) > 1:
        for label, count in Counter(given).items():
            differing = differing + count * (len(given) - count) / (len(given) - 1)
            urn[label] = urn[label] + count

number = urn.total()
by_chance = 0
for count in urn.values():
    by_chance = by_chance + count * (number - count) / (number - 1)

if by_chance > 0:  # with one reader, or one label, there is nothing to measure
    print(round(1 - differing / by_chance, 4))

# %% [markdown]
# Krippendorff advises to rely on data with an alpha of 0.8 or more, and on data between 0.667 and 0.8 for tentative conclusions only. These are customs, no laws
# of nature. And the warnings of lesson 2 hold here, too: the unit decides, and high agreement is not truth.
#
# ## Where the class parts
# Paragraph 2 of the page, with the title above it. Each mark says how many of those who have read the place gave which label, and its frame says it, too. Change
# `start` and `end` for another part, or leave them out for the whole page.

# %%
shown = disagreements(marks, text, start=0, end=1247)
shown

# %% [markdown]
# And the whole page as a list, with the place on which the class agrees least on top. (The page behind `shown` holds its table as `shown.table`.) Articles are left out here: they are one question, not thirty.

# %%
hardest = shown.table[~shown.table["text"].isin(["the", "The", "a", "an"])]
hardest.sort_values("share")[["start", "end", "text", "readers", "marks"]].head(8)

# %% [markdown]
# ## With the class
# 1. Show the page, and let everybody look for two minutes. Which marks surprise you? (Do not ask who marked what.)
# 2. Take one place from the top of the list. One voice for each label: what did you have in mind? Is it a slip, or a rule?
# 3. Where it is a rule, let the class write it in one sentence, so that a stranger would decide alike. Is it in the
#    [codebook](../data/codebook.md) already? Then the class has found out how easily it is overlooked. Is it not? Then the class has improved it.
# 4. In a later hour, mark another paragraph with the new rule and run this page again. Has alpha moved? What else could have moved it?
#
# **Afterwards** delete the folder with the files. (That of the made-up class goes with the last cell.)
#
# **To read on:** K. Krippendorff, *Content Analysis: An Introduction to Its Methodology*, SAGE, 4th edition 2019, chapter 12: alpha, and what to rely on.

# %%
if "made_up" in globals():  # the made-up class is deleted
    made_up.cleanup()
