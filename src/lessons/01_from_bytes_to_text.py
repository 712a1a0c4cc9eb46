# %% [markdown]
# # 1 · From bytes to text
# *What is really in the file?*
#
# A press release looks harmless: you open it, and you read it. In this lesson we open it the way a computer does. We search for two words
# that stand plainly on the page, find nothing, and learn why. Then we cut the text into sentences and words, and see what a count can hide.
#
# **You will be able to** find characters that are not what they seem (1.1) · mend a text without moving a single character (1.2) ·
# work out how many bytes a text takes beyond its characters (1.3) · count sentences, paragraph by paragraph (1.4) · find
# out which words follow a word (1.5) · measure how much a text repeats itself (1.6)
#
# The first two exercises are done in class, the others at home. On the way you meet encodings, stop words and concordances.
#
# **Time** core path 45 minutes, at home 60, the stretch exercise 20 more (short of time: all up to the concordance of *Republic*, 40) · **You need** lesson 0; a
# variable, a list, a `for` loop, calling a function · **Next** [2 · Marking up by hand](02_marking_up_by_hand.ipynb)

# %% [markdown]
# **Before you begin:** *File*, *Save Notebook As…*, and call it `my_01.ipynb`; then *Edit*, *Clear Outputs of All Cells*, so that no answer is
# shown before you have asked for it. Something goes wrong? [Help](help.ipynb) · A word that you do not know? [Glossary](glossary.ipynb)

# %% [markdown] tags=["teaching-note"]
# **The hour at a glance**
#
# | minutes | what | exercise |
# | --- | --- | --- |
# | 0–3 | everybody saves as `my_01.ipynb` and clears the outputs | |
# | 3–10 | a search that finds nothing | |
# | 10–15 | bytes, characters, UTF-8 | |
# | 15–27 | `if` and set | 1.1 |
# | 27–37 | repair one letter, look at a page letter by letter, clean it | 1.2 |
# | 37–45 | paragraphs and sentences | |
#
# Everybody clears the outputs first, you too. Otherwise each question of the lesson has its answer printed below it.
#
# The one idea that must survive: *a number can be wrong, or right by luck, and nothing gives an error*. It comes three times, at minutes 5, 35 and 40.
#
# Your class knows encodings already? Run the two cells of *What is on the disk* without a word (the account of the seven bytes needs them). In the minutes that you
# gain, read the concordance of *Afghan* together at the end. It needs only its own cell of the home part, and historians talk about it best.
#
# **Before class:** run the notebook once on the room's machines. Nothing is downloaded, and nothing takes longer than a second.

# %% [markdown]
# ## A search that finds nothing
# The first code cell fetches the tools. You need not understand its lines. `helpers` is the course's own small package; you can read it in the
# folder `src/helpers`. The rest comes with Python. `read_text()` gives us the press release as one long string.

# %%
import unicodedata
from collections import Counter

# helpers is the course's own small package, in the folder src/helpers
from helpers.exercises import check, hint, solution
from helpers.pictures import draw_frequencies, show_concordance
from helpers.reference import data_path, words
from helpers.texts import (
    clean_text,
    concordance,
    find_lookalikes,
    read_text,
    split_paragraphs,
    split_sentences,
    split_words,
)
from helpers.widgets import inspector

text = read_text()

# %% [markdown]
# `text[120:237]` cuts a piece out of the string: from place 120 up to place 237, which is left out. Python counts places from 0. This is
# how the first sentence begins.

# %%
print(text[120:237])

# %% [markdown]
# *Member States*: you can read it there. How often does it occur in the whole text?

# %%
text.count("Member States")

# %% [markdown]
# Zero. Before you read on, write down a guess. Are there two spaces between the words? A line end? Is it a matter of capital letters?
#
# A guess can be tested. `in` asks whether one string stands in another, and the answer is `True` or `False`.

# %%
print("States" in text)
print("ember States" in text)
print("Member" in text)

# %% [markdown]
# The words are there, with an ordinary space between them. What is missing is the first letter, and you can see it on the page.
#
# So where does the word begin? `text.find(...)` gives the place where a string stands: `text.find("ember States")` is 201. The letter that is missing stands
# one place before, at 200. Let us ask the six characters of the word, `text[200:206]`, one by one. For a computer each character is a number, called its *code point*. `ord` gives the number.
# `unicodedata`, which comes with Python, knows the official name that belongs to it.

# %%
for character in text[200:206]:
    print(character, ord(character), unicodedata.name(character))

# %% [markdown]
# There it is. The first letter of “Мember” is no M. It is a Cyrillic Em, number 1052, in a text about a meeting at the Ministry of Foreign
# Affairs of the Russian Federation. To the eye the two letters are twins. To a computer, 1052 and 77 (the Latin M) have nothing in common.
#
# How did the letter get there? It stands already in the copy on the site of the Afghan foreign ministry from which our text was taken
# (see the [notes](../data/reference/NOTES.md), observation 1). Who typed it, where and why, we do not know.
#
# Note what did *not* happen: there was no error. A search for *Member* passes over this sentence, and nobody is told.
#
# > **Keep this** · A result of zero says something about the text, or something about the search. Find out which before you believe it.

# %% [markdown] tags=["teaching-note"]
# **Minutes 0–10.** The search begins at minute 3. Say nothing of other alphabets yet.
#
# - *Say:* “It stands on the page, and Python finds it zero times. Write down why.” Two or three guesses are read out, and the room says how to test each.
# - *Expected guesses:* two spaces (count them: `"Member  States"`), capital letters (`text.lower().count("member states")` is 0, too), a line end, a typing mistake. All are good, for all can be tested.
#   *Expected answer:* the first of the six characters has another number and another name.
# - *Misconception:* “It is the same letter in another font.” Ask: you copy the word from this page into a search box. What comes along? (The Cyrillic letter. You would find pages with the same odd
#   letter, unless the search engine takes one letter for the other. Whether it does, it does not say.)
# - *If you are late* (1 minute gained): leave out the cell with `in`. Everything else must be run.

# %% [markdown]
# ## What is on the disk
# Until now `read_text()` has done some work for us without a word. There is no text on a disk. There are **bytes**: numbers from 0 to 255,
# one after the other. `data_path` knows where a file of the course lies, and `.read_bytes()` reads it as it is.

# %%
data = data_path("press_release.txt").read_bytes()
print(len(data), "bytes")
print(len(text), "characters")

# %% [markdown]
# Seven bytes more than characters. Where do they come from? Write down a guess. Before the hour is over we will have accounted for each of the seven.
#
# Bytes become characters by an agreement that says which bytes stand for which character. Such an agreement is called an **encoding**. The
# one in use here is **UTF-8**. `.encode("utf-8")` goes from a string to its bytes, and `list(...)` shows them as numbers.

# %%
for letter in ["M", text[200]]:
    print(letter, list(letter.encode("utf-8")))

# %% [markdown]
# The numbers up to 127 are **ASCII**, an old and small alphabet for English: letters without accents, digits, the marks on an American
# keyboard. In UTF-8 each of these takes one byte: the Latin M, 77, is the byte 77. Every character above 127 takes two, three or four. The Cyrillic
# letter has the number 1052, and takes two.
#
# <details><summary>How do 208 and 156 make 1052?</summary>
#
# UTF-8 marks the first of two bytes by adding 192, and the second by adding 128. Take that away, and 16 and 28 remain. The first counts
# in 64s: 16 × 64 + 28 = 1052.
#
# </details>

# %% [markdown] tags=["teaching-note"]
# **Minutes 10–15.**
#
# - *Say*, once and slowly: the *code point* is the number of a character in a big list. A *byte* is what lies on the disk. An *encoding* is the rule that leads from one to the other.
# - *Expected guesses* for the seven bytes: line ends, spaces, a hidden mark at the beginning. Ask of each: is it not a character, too? Then it is in both numbers. One byte is the Cyrillic
#   letter's, and the other six are found by minute 37.
# - *Misconception:* “UTF-8 is another word for Unicode.” Ask: which of these numbers lies on the disk, 1052 or 208 and 156? (Unicode is the list, which says 1052. UTF-8 is one way to write that number as bytes.)
# - *“Why not two bytes for every character?”* Two bytes give 65,536 numbers, and Unicode has room for more than a million. And an English text would be twice as long.
# - *If you are late* (2 minutes gained): run both code cells and say only this: seven bytes too many, and one of them we know. Leave the fold closed.

# %% [markdown]
# ## Who else is in disguise?
# One of the seven bytes belongs to the Cyrillic letter. Six are left, so there must be others. We could look at the text character by character, as
# we did with “Мember”, but there are 4186 of them. So let us ask each one the same question and keep those that answer yes.
#
# **`if`** asks a question. The lines below it, moved in by four spaces, run only when the answer is yes.

# %%
for character in text[200:206]:
    if ord(character) > 127:
        print(character, "is not ASCII")

# %% [markdown]
# Six characters were asked, and one said yes.
#
# A **set** is a bag that never holds the same thing twice. `set()` makes an empty one, and `.add(thing)` puts something in.

# %%
letters = set()
for character in "cooperation":
    letters.add(character)
print(len(letters), "different letters")
print(sorted(letters))

# %% [markdown]
# *cooperation* has eleven letters. The *o* was put in three times and is there once, so nine are left. A set has no order of its own;
# `sorted(...)` makes a list of it, in the order of the code points. For small letters of English that is the alphabet. (Capitals come before all of them.)

# %% [markdown]
# ### Exercise 1.1 · Who else is in disguise? *(on your own)*
# Collect **all characters of `text` that are not ASCII**, each of them once, in `disguised`. Not ASCII means: the number of the character is
# greater than 127. A set suits best, because it forgets repetitions. The order does not matter.
#
# The form: a set of strings, each of them one character long, such as `{"ä", "ñ"}`. (These two are not in the text.)
#
# Put the two cells above together: a loop with an `if`, and a set that is filled. Begin with `disguised = set()`. (An empty set is `set()`, not
# `{}`; that would be something else, which has no `.add`.)
#
# Write over the three dots and run the cell, then run the one below it. If you are stuck, `hint("1.1")` in a cell of its own gives a hint,
# and `solution("1.1")` shows the solution.

# %% exercise="1.1"
### BEGIN SOLUTION
disguised = set()
for character in text:
    if ord(character) > 127:
        disguised.add(character)
### END SOLUTION

# %%
check("1.1", disguised)

# %% [markdown] tags=["teaching-note"]
# **Minutes 15–27.** Four minutes for the two cells, eight for the exercise.
#
# - *Say:* “`if` asks, a set forgets.” Before the second cell runs: how many letters has *cooperation*, and how many will the set hold? *Expected:* eleven, and nine.
# - *Expected* (1.1): the Cyrillic letter and the right single quotation mark, two in all. For those who know comprehensions: `{character for character in text if ord(character) > 127}`.
# - *Misconception:* “Each time round, the loop needs its bag.” The empty set is made inside the loop, and at the end it is empty. Ask: how often does that line run?
# - *Misconception:* “I can type the characters, I see them.” The check refuses a typed M and a typed apostrophe. Have that message read aloud, it is the point of the lesson. Ask: which number does your key send?
# - Other slips: lines not moved in (`IndentationError`: draw four spaces on the board); `disguised = {}`, which has no `.add` (it is an empty dict, lesson 3).
# - *“Why a set, and not a list?”* Have them try: a list holds four things, three of them the same.
# - For those who are fast: `sorted(set(text))`. What stands before the letters? (The line end, the space, the marks and the digits.)
# - *If you are late* (6 minutes gained): run the two cells, show the solution and go on. No cell below needs `disguised`. But say the answer, two kinds of characters: the next section counts on it.

# %% [markdown]
# ## One letter repaired, nothing moved
# A string cannot be changed. But `.replace(old, new)` gives a new string, in which every `old` has become `new`. Two words for a try:

# %%
spelling = "analyse, analysed"
print(spelling.replace("s", "z"))
print(spelling)

# %% [markdown]
# Both words were changed in the new string, and `spelling` is as it was. To keep the new string, give it a name with `=`.

# %% [markdown]
# ### Exercise 1.2 · Repair the look-alike *(guided)*
# Make a string `repaired`: **the whole text, with a Latin `"M"` in place of the Cyrillic letter**. Change nothing else.
#
# 1. The old letter is `text[200]`. Take it from the text, because your keyboard has only its twin.
# 2. The new letter is `"M"`, from your keyboard.
# 3. Call `.replace(old, new)` on `text`, and store what it gives in `repaired`.
#
# Afterwards you can try `repaired.count("Member States")` in a cell of your own.

# %% exercise="1.2"
### BEGIN SOLUTION
repaired = text.replace(text[200], "M")
### END SOLUTION

# %%
check("1.2", repaired)

# %% [markdown]
# ### A tool for texts that you do not know
# Here we knew the letter and its place. In another text you would not. The next cell marks all characters that are not what they seem.

# %% [markdown] tags=["quiz"]
# **Quick check.** In exercise 1.1 you found two characters. The next cell counts at how many places they stand.
# What do you know of that number before you run it? Click the answer that you would give.
#
# - [ ] It is two, because the set holds two characters.
#   The set is right about the kinds. But it forgets repetitions: of three apostrophes it keeps one. It tells what is there, and not how often.
# - [ ] It is seven, because seven bytes are too many.
#   That would be so if each odd character had one byte too many. But one character can take three bytes: two too many.
# - [x] It is two or more, because a set does not count.
#   A set keeps each kind once, and the next cell looks at each place. There are four: 75, 200, 450 and 2909. Did you work out *four* from the bytes? Then you
#   knew that an apostrophe takes three.

# %% [markdown]
# Run the cell. Go over the page with the mouse, or click on it and use the arrow keys: a line tells what each character is. The small bold words behind a mark are a label, not a part of the text. Then tick two of the boxes above
# the page: *letters in disguise*, and *apostrophes and single quotes*. How many characters are changed in all, after the first tick and after the second? How many are moved? (Only a page and a table here? They show three of the four characters; the fourth lies further down. The answers come below.)

# %%
odd = inspector(end=783)
odd

# %% [markdown]
# One letter is in disguise, and three are apostrophes (three marks are on this part of the page, the fourth character stands at 2909). Every step replaces one character by one character, so 4 are changed and **none is moved**.
# (What can not be seen at all, such as a space without width, stays: to delete it would move all that follows.) `clean_text` takes all steps at once. Does the search work now?

# %%
clean = clean_text(text)
print(len(text), "characters before,", len(clean), "after")
print(clean.count("Member States"), "time found")

# %% [markdown]
# It does. Let us check it ourselves, and compare the two texts place by place. `range(len(text))` counts
# from 0 through all places of the text, and `!=` means “is not equal to”.

# %%
for place in range(len(text)):
    if text[place] != clean[place]:
        size = len(text[place].encode("utf-8"))
        print(place, ":", text[place], "of", size, "bytes became", clean[place])

# %% [markdown]
# Four characters of 4186 were changed. They also settle the account of the seven bytes. Each of the three apostrophes takes three bytes
# where one would do: that makes two too many, three times, so six. The Cyrillic letter takes two: one too many. Six and one are seven.
#
# Do curly apostrophes matter? The one at place 450 stands in a name. Here is that name, typed with the apostrophe of a keyboard.

# %%
print(text.count("People's Republic of China"))
print(clean.count("People's Republic of China"))

# %% [markdown]
# Another search that finds nothing, for a reason that nobody sees. Lesson 3 will come back to it.
#
# Why is it so important that no character moves? All lessons that follow write down *where* something stands, as in `text[200:206]`. If
# cleaning took out a single character, every place behind it would be wrong by one.
#
# > **Keep this** · Keep the source as it came. Work on a cleaned copy, and be able to say what you changed, and where.
#
# In the rest of this lesson we work on the copy, `clean`.

# %% [markdown] tags=["teaching-note"]
# **Minutes 27–37.** Five of them for the exercise, two for the page with its boxes. Hands up for the quick check before the page is run: two, seven, or more than two?
#
# - *At the page:* run it in front of the room; the room finds the letter that is no M and says its name, then you tick two boxes. Whoever has time does it alone. *Expected:* 1 changed, then 4 (or 3, then 4), and 0 moved. The other boxes have a (0) beside them: this text has no such characters.
# - *Expected* (1.2): `text.replace(text[200], "M")`. *Expected* for the loop: four places, of which the set had shown two kinds. And the account is settled: 3 × 2 + 1 = 7.
# - *Misconception:* “`text.replace("M", "M")` must do it.” Nothing happens, and there is no error. Ask: which of the two letters did your keyboard type?
# - *Misconception:* “`.replace` has changed the text.” Ask: where is the new string, if you gave it no name? (Without `repaired =` it was thrown away.)
# - *“Should we not correct the source?”* A good quarrel among historians: an edition corrects and says so, an archive keeps. We do both, in two variables, and a place in one is the same place in the other.
#   Nothing to tick on a laptop? Run the cell again; else two at one screen.
# - *If you are late* (3 minutes gained): leave out the cell with `spelling`, and the page with its boxes. These must be run: `clean = clean_text(text)` (all that follows works on `clean`),
#   the loop, and the apostrophe in *People's Republic of China*.

# %% [markdown]
# ## Seventeen periods, seventeen sentences
# How many sentences does the press release have? A sentence ends with a period. So let us count periods.

# %%
clean.count(".")

# %% [markdown]
# Seventeen. `clean.split(".")` cuts the text at each of them and gives a list of pieces. How many pieces do you expect?

# %%
pieces = clean.split(".")
print(len(pieces))

# %% [markdown]
# Eighteen: who cuts a string 17 times gets 18 pieces. `pieces[-1]` is the last piece of the list, `pieces[0]` the first. What is in them?

# %%
print("last: ", pieces[-1])
print("first:", pieces[0])

# %% [markdown]
# The last piece is empty: the text ends with a period, and behind it there is not even a line end. So 17 pieces have words in them, and 17 is
# the number of periods. It all seems to fit.
#
# But the title sticks to the first sentence. A title has no period, so the cut came too late. **The number was right, and the first piece
# was wrong.** If you ask later what the first sentence says, you will get the words of the title as well.
#
# What separates the title is not a mark but a line end. `split_paragraphs` knows about lines.

# %%
split_paragraphs(clean)

# %% [markdown]
# What you see is a *table*: one row for each thing that was found, with its place, from `start` up to `end`. Lesson 2 says more about tables.
#
# Nine paragraphs. The title is paragraph 1, in the whole course, and the body has eight, from 2 to 9. (People count paragraphs from 1. The bold numbers
# at the left are Python's: they count the rows, from 0.) A text that is too long for its column is cut short, and ends in three dots.
#
# `split_sentences` goes on from there: a sentence never runs over the end of its paragraph. And a first line without a closing mark, with
# other lines below it, is taken for a title, and a title is no sentence.

# %%
sentences = split_sentences(clean)
sentences

# %% [markdown]
# Seventeen again. The last column says in which paragraph a sentence stands. Let us read the first two in full.

# %%
for sentence in sentences["text"][:2]:
    print(sentence)
    print()

# %% [markdown]
# This time sentence 1 begins with *On 22 January 2014*, at place 120. (`sentences["text"]` takes one column of the table, and `[:2]` the first two things in it.)
#
# Our text is kind to us, for all its periods end sentences. Others are not: think of *U.S.* or *No. 5*. No way of cutting sentences is free of errors.
# So look at the pieces, and not only at how many there are. (A line that is hard to cut waits in the home part.)

# %% [markdown] tags=["teaching-note"]
# **Minutes 37–45.** One cell prints the last and the first piece together: let them say what they expect in each, before it runs.
#
# - *Say*, before the pieces are printed: “17 periods, and 17 pieces with words in them. Are we done?” Usually somebody says yes. Leave it there for a moment.
# - *Expected:* 17 periods, 18 pieces, the last of them empty. The first piece is the title *and* the first sentence. `split_sentences` gives 17, too, and these are right.
# - *Misconception:* “Then split at period and space.” Ask: what stands behind the last period of a paragraph? (A line end. `len(clean.split(". "))` is 10.) *“Then at the line end, too.”* That is the way to
#   `split_paragraphs`. And *U.S.* is still there.
# - *Misconception:* “The function understands what a sentence is.” Ask: how does it know that *U.S.* is an abbreviation? (From a table that somebody wrote; the made-up line in the home part shows it. What is not in it is not known. Every rule of this course works like that.)
# - *If you are late* (2 minutes gained): leave out the cell of `split_paragraphs`, and say: the title is paragraph 1. Run `clean.count(".")`, the two cells with `pieces`, and `sentences`.
#
# **To close the hour:** what do the three surprises have in common (zero times *Member States*, the apostrophe in a name, 17 and 17)? *Expected:* nothing gave an error. A fourth of the kind waits at home.

# %% [markdown] tags=["home"]
# ## At home
# Five short parts, about 60 minutes: the wrong encoding, lines, words, one word in its company, and letters of another script. Exercises 1.3 to 1.5 belong to the lesson. The last one,
# 1.6, is a stretch exercise, for those who want more (20 minutes). You need not do all at once: the first three parts take 40. If you begin in a new session, run everything above first: click into this cell, then
# menu *Run*, *Run All Above Selected Cell*.
#
# ### Read with the wrong encoding
# A plain text file does not say which encoding it is in. A program has to be told, or it guesses. Suppose that it guesses wrong, and takes
# our file for `cp1252`, which was for many years the usual encoding of Windows in Western Europe and America (general knowledge).
# `.decode(...)` is the way from bytes to a string.

# %%
wrong = data.decode("cp1252")
print(wrong[60:102])
print(wrong[192:231])
print(len(wrong), "characters")

# %% [markdown]
# You may have met `â€™` before, on a web page or in an e-mail. Now you know what it is: one apostrophe, written as three bytes, read as
# three characters. And the Cyrillic letter, two bytes long, has become `Ðœ`. `cp1252` makes one character of each byte of our file, and so
# there are 4193 of them.
#
# Again there was no error. The text is wrong in four places, and Python did not say a word. (Other encodings do stop: `data.decode("ascii")` is an
# error, since ASCII has no byte above 127. A program that stops is the lesser evil.)
#
# > **Keep this** · Bytes become text only by an encoding, and the file does not say which. So say it yourself, whenever you open or save a
# > file: `encoding="utf-8"`. For our file the line is `data_path("press_release.txt").read_text(encoding="utf-8")`.

# %% [markdown] tags=["quiz"]
# **Quick check.** In a list of names that somebody sent you (made up), one name reads `MÃ¼ller`. What has probably happened?
#
# - [ ] A letter was damaged when the file was sent.
#   Nothing need be lost. Read the same bytes with the right encoding, and the letter is back.
# - [x] Bytes of UTF-8 were read with another encoding.
#   In UTF-8 the letter *ü* takes two bytes, 195 and 188. Read as `cp1252`, they are two characters, `Ã` and `¼`. Open the file again, and say
#   `encoding="utf-8"`. (That helps as long as nobody has saved the wrong letters over the right ones.)
# - [ ] Somebody typed a look-alike of another script.
#   A look-alike is not seen: “Мember” looks as it should. Here you see that something is wrong, and two characters stand in the place of one.
# - [ ] The font of your computer does not have an *ü*.
#   Then you would see one empty box, or one question mark, for one character. Here are two characters, and the font has both.

# %% [markdown]
# Now count for yourself, in the title. We take it from `text`, the source, because in `clean` the odd characters are gone. `text.splitlines()` gives a list of the lines of the text, and `[0]` takes the first of them.

# %%
title = text.splitlines()[0]
print(title)
print(len(title), "characters")

# %% [markdown]
# ### Exercise 1.3 · How many bytes more? *(guided)*
# In UTF-8 the title takes more bytes than it has characters. **How many more?** Put this whole number into `extra`. (For the word “Мember”
# of the text it would be `1`: six characters, seven bytes.)
#
# 1. `title.encode("utf-8")` gives the bytes of the title.
# 2. `len(...)` counts them.
# 3. Take away the number of characters.
#
# Before you run it: which character is it, and what do you expect?

# %% exercise="1.3"
### BEGIN SOLUTION
extra = len(title.encode("utf-8")) - len(title)
### END SOLUTION

# %%
check("1.3", extra)

# %% [markdown]
# ### Lines
# Back to the clean copy. `clean.splitlines()` gives a list of its lines.

# %%
lines = clean.splitlines()
print(len(lines), "lines")
print(lines[:2])

# %% [markdown]
# `lines[0]` is the title and `lines[1]` is empty. The eight paragraphs of the body are `lines[2:]`: everything from number 2 on.
#
# <details><summary>Ten lines and nine line ends</summary>
#
# A line end is a character, too. In a string it is written `"\n"`, and `clean.count("\n")` is 9, because the last line has none. A program that
# counts line ends will say that the file has nine lines. Both are right in their way.
#
# </details>
#
# And where does a sentence end within a line? Our text is kind to us, for all its periods end sentences. The next line is made up. A cut at each
# period would make seven pieces of it, for two sentences. `split_sentences` has [a table of abbreviations](../data/words/abbreviations.csv), and it
# looks at the word that follows.

# %%
split_sentences("Mr. Lee met U.S. officials. They discussed No. 5 of the agenda.")

# %% [markdown]
# One line alone is taken for a paragraph. Only above other lines it may be a title.
#
# <details><summary>A line that the rule gets wrong</summary>
#
# *The talks were in the U.S. Delegates agreed.* Read it aloud: you hear two sentences. The rule finds one. After *U.S.* a sentence may end or go on
# (*U.S. delegates* would be possible), and a rule that does not understand the line has to guess.
#
# </details>

# %% [markdown]
# ### Exercise 1.4 · How long is a paragraph? *(on your own)*
# Make a list `per_paragraph` with **eight whole numbers: how many sentences each paragraph of the body has**, from paragraph 2 to paragraph 9. The form:
# `[2, 5, 1, …]`.
#
# For one line, `len(split_sentences(line))` is the number of its sentences, because the length of a table is the number of its rows. Start
# with an empty list; `.append(number)` puts a number at its end.

# %% exercise="1.4"
### BEGIN SOLUTION
per_paragraph = []
for line in lines[2:]:
    per_paragraph.append(len(split_sentences(line)))
### END SOLUTION

# %%
check("1.4", per_paragraph)

# %% [markdown]
# ### Letters of another script
# In class the page with its boxes marked the letter for us. How does it know? `find_lookalikes` goes through any text and looks for letters of another script inside Latin words, with the help of
# [a table of twins](../data/words/lookalikes.csv) that was made for the course.

# %%
find_lookalikes(text)

# %% [markdown]
# <details><summary>And a word that is Cyrillic as a whole?</summary>
#
# A word such as *Минск*, Cyrillic from the first letter to the last, is left alone: the tool takes it for no disguise. That can be wrong. Write
# *СОР* wholly in Cyrillic letters, and to the eye it is the Latin *COP*. The tool passes over it.
#
# </details>

# %% [markdown]
# ### Words, and how often
# `split_words` makes a table of all words. For counting we need only what stands in its column `text`: `["text"]` takes that
# column, and `list(...)` makes a list of it.

# %%
all_words = list(split_words(clean)["text"])
print(len(all_words), "words")
print(all_words[25:33])
print(clean.split()[25:33])

# %% [markdown]
# The last line shows what a split at white space would give: it leaves brackets and commas at the words, as in *(SCO)* and *States,*. For a
# count, *States* and *States,* would be different words. And *Member* has its Latin M, because we count in `clean`. In `text` it would not be found.
#
# A `Counter` counts for you: give it a list, and it remembers how often each thing occurs. Ask it about one thing in square brackets, or
# for the most frequent ones.

# %%
counts = Counter(all_words)
print(counts["security"], counts["Security"])
print(counts.most_common(8))

# %% [markdown]
# *security* nine times, and *Security* three times more. Are these one word or two? All three with a capital stand in names, such as
# *Collective Security Treaty Organization*. If you want to count them together all the same, make the text small first: `.lower()` gives a string in small letters.

# %%
small_words = list(split_words(clean.lower())["text"])
small_counts = Counter(small_words)
print(small_counts["security"])
print(small_counts.most_common(8))

# %% [markdown]
# What is this text about? About *the*, it seems, and *of*, and *and*. The most frequent words of almost any English text hold its grammar
# together and say little about its subject. Such words are called **stop words**. The course has [a list of 157](../data/words/stop_words.csv),
# made for it; `words("stop_words")` reads it as a table. `not in` asks whether something is missing from the set.

# %%
stop_words = set(words("stop_words")["word"])
content_words = []
for word in small_words:
    if word not in stop_words:
        content_words.append(word)
print(len(content_words), "words are left")

# %%
draw_frequencies(Counter(content_words), k=15, title="Most frequent words without stop words")

# %% [markdown]
# *sco*, *security*, *regional*: that looks like a summary, and all three stand in the title. But the fourth is *republic*. It comes before
# *cooperation*, and before *afghanistan*. Is this a text about republics?

# %%
show_concordance(concordance(clean, "Republic", width=30))

# %% [markdown]
# A **concordance** shows every place where a word occurs, with what stands left and right of it. All ten are in one sentence, the list of
# those who took part (look at the places: from 416 to 714). The word is there ten times because of the official names of states.
#
# *united* is of the same kind. Three times it belongs to *United Nations*; once the text speaks of *a stable, secure, prosperous and united
# Afghanistan* (`text[2105:2111]`). The count adds them up. **It counts strings of letters. It does not know a name from a word.**
#
# And what did we throw away?

# %%
print("most" in stop_words, "not" in stop_words, "must" in stop_words)
print(clean[3521:3601])

# %% [markdown]
# *Most of the participants.* In this sentence, and nowhere else in the text, the press release speaks of most of them. Our stop words have
# taken that word away, and again there was no error. When you study who agrees with whom, it may be the most interesting word on the page. Lesson 6 is about it.

# %% [markdown] tags=["quiz"]
# **Quick check.** The picture counts *parties* four times. How do you find out whether these are always the same people?
#
# - [ ] Count *Parties* with a capital letter as well.
#   There is none. And a capital would tell a name from a word, but not who is meant by it.
# - [ ] Leave it out with the stop words: it is too general.
#   A general word it is. But it says who wants what, and so it may carry the argument, as *most* does.
# - [ ] They are the same, for the word is the same.
#   That is how a count sees it. It added up two kinds of *united*, too.
# - [x] Read what stands around it, in a concordance.
#   Once it is *other interested parties* (`text[246:270]`), beside member and observer states. Three times it is *the parties*, who emphasize, who stress, whose views are
#   close. Are the *other interested* ones among them? The page does not say. Who speaks is the question of lesson 6.

# %% [markdown]
# ### One word in its company
# The press release is about security in the region, and Afghanistan comes up again and again. As what? Counting does not tell. Read the concordance of
# *Afghan*, line by line.

# %%
show_concordance(concordance(clean, "Afghan", width=36))

# %% [markdown]
# Ten lines, and it takes a minute to see what a count would never show.
#
# - In seven lines *Afghan* is the beginning of *Afghanistan*. (The picture above says six: it takes *Afghanistan's*, at 2898, for a word of its own.) Of these,
#   597 belongs to the list of those who **took part**, and 821 to the **name** of a mission of the United Nations. At 1606, 1894, 2112 and 2567 Afghanistan is
#   the **place** or the subject that is talked about, and at 2898 it acts: its *efforts* are appreciated.
# - In three lines *Afghan* is a word of its own. Whose are these things: the *forces*, the *control*, the *people*? And is *Afghan* an adjective each time, or part
#   of a name? Decide for yourself. Our reading comes below the exercise.
#
# Afghanistan is a party to the talks and their topic. Lesson 4 keeps the two apart.

# %% [markdown]
# A word and its neighbor: the next exercise needs both. If `place` is the number of a word in `all_words`, then `place + 1` is the number of the one
# that follows. `range(3)` counts 0, 1, 2:

# %%
for place in range(3):
    print(place, all_words[place], all_words[place + 1])

# %% [markdown]
# So `place` is a number and `all_words[place]` is a word. (`word + 1` would be an error: you cannot add 1 to a word.)
#
# ### Exercise 1.5 · What is Afghan? *(on your own)*
# Collect in `followers` **the word that comes right after *Afghan***, each time *Afghan* is a word of its own. Words such as *Afghanistan* do not count. Take the
# words as they stand in `all_words`.
#
# The form: strings, one for each time, such as `["border", "border", "capital"]`. (These are not in the text.) Their order does not matter.
#
# One way: go through all places with `range(len(all_words))`. If the word at a place equals `"Afghan"` (`==` asks whether two things
# are equal), keep the word at the next place.

# %% exercise="1.5"
### BEGIN SOLUTION
followers = []
for place in range(len(all_words)):
    if all_words[place] == "Afghan":
        followers.append(all_words[place + 1])
### END SOLUTION

# %%
check("1.5", followers)

# %% [markdown]
# <details><summary>Adjective or name? Our reading</summary>
#
# *Afghan National Security Forces* is a name, and *Afghan* is its first word: the forces of a state. *Afghan people* is an adjective with a noun: the people
# of the country. *Afghan control* is an adjective, too, but whose control is it, that of the government, of the state, of the Afghans? The page does not say.
#
# </details>
#
# %% [markdown]
# ### Exercise 1.6 · Does it repeat itself? *(stretch)*
# Some texts repeat their words more than others. Each word that stands in a text is called a *token*, each different word a *type*. In *to be or not
# to be* there are six tokens and four types. The **type-token ratio** divides the second by the first: 4 / 6, about 0.67.
#
# Make a list `ratios` with **six numbers: the type-token ratio of the first 100 words of the text, of the first 200, and so on up to the first 600**.
#
# - The words are those of `small_words`, all in small letters. `small_words[:100]` is a list of the first hundred.
# - `set(words_of_a_piece)` makes a set of a list. What does its `len` tell you?
# - Do not round, or keep two decimals at least. The form: `[0.81, 0.78, …]`.
#
# Before you run it: will the numbers rise, fall or stay the same?

# %% exercise="1.6"
### BEGIN SOLUTION
ratios = []
for size in [100, 200, 300, 400, 500, 600]:
    piece = small_words[:size]
    ratios.append(len(set(piece)) / len(piece))
### END SOLUTION

# %%
check("1.6", ratios)

# %% [markdown]
# <details><summary>Why does it tend to fall? (Open this when you have your numbers.)</summary>
#
# The number of all words grows by one with each word. The number of different words grows only when a word is *new*, and new words become
# rare: *the* is new once. So the ratio tends to fall as a text gets longer, even if nothing about its style has changed. **Never compare the
# ratios of two texts of different length.** Compare pieces of the same length, say the first 500 words of each.
#
# It need not fall at every step. Why does it rise here at first, from 0.49 to 0.51? Among the first hundred words stand ten of the twelve states that took part, and with them
# the same *the … Republic of* again and again. What looks like a poor vocabulary is a list.
#
# </details>

# %% [markdown] tags=["quiz"]
# **Quick check.** The four odd characters stand at 75, 200, 450 and 2909. Suppose that `clean_text` took them out, in place of replacing them. For which of these
# would `clean[…]`, with the same two numbers, still show the same words?
#
# - [ ] `text[123:138]`, the date of the meeting.
#   The apostrophe at 75 would be gone, and everything behind it would move up by one. At 123 to 138 you would find `2 January 2014` and a space.
# - [x] `text[43:46]`, the SCO of the title.
#   The first odd character stands at 75. What stands before it would stay where it is.
# - [ ] `text[2112:2123]`, the last word of paragraph 4.
#   Three odd characters stand before it, at 75, 200 and 450. *Afghanistan* would begin at 2109.

# %% [markdown]
# ## What we learned
# - A file holds **bytes**. They become text by an **encoding**, which the file does not name. The wrong one may give wrong letters and no error.
# - A character is what its number says, not what it looks like. `ord` and `unicodedata.name` tell.
# - **Cleaning** that replaces one character by one keeps every place where it was.
# - **Sentences** are more than periods. Two numbers that agree, such as 17 and 17, prove little: look at the pieces.
# - A **count** knows no names, and a stop word may carry the argument. A **concordance** shows the company that a word keeps.
#
# **Be careful.** Our tools work with tables that were made for this course: look-alikes, abbreviations, stop words. What is not in them is not seen. The
# [data card](../data/README.md) says how each was made.
#
# **Further reading**
# - [Unicode HOWTO](https://docs.python.org/3/howto/unicode.html), in the documentation of Python: the same matter, with more detail.
# - Joel Spolsky, “The Absolute Minimum Every Software Developer Absolutely, Positively Must Know About Unicode and Character Sets” (2003), on his site *Joel on Software*: short and readable.
# - Heather Froehlich, [Corpus Analysis with AntConc](https://programminghistorian.org/en/lessons/corpus-analysis-with-antconc), in *Programming Historian* (2015): concordances of many texts, without programming.
# - John Sinclair, *Corpus, Concordance, Collocation* (Oxford University Press, 1991): the classic on reading words in their company.
#
# **Next:** [2 · Marking up by hand](02_marking_up_by_hand.ipynb). A count does not know a name from a word. Do we?

# %% [markdown] tags=["teaching-note"]
# **The home part, for you.** Announce: 1.3 to 1.5 for everybody, 1.6 for those who want more. Whoever begins in a new session runs all cells above first: 1.4 to 1.6 need `clean`, 1.5 needs `all_words`, 1.6 needs `small_words`.
#
# | exercise | expected | mistakes to expect |
# | --- | --- | --- |
# | 1.3 | 2 | 120 (all bytes), 7 (encoded `text`), 3 (all bytes of the apostrophe: how many would it have taken anyway?), 0 (took the title from `clean`) |
# | 1.4 | 4, 3, 2, 1, 3, 1, 2, 1 | ten numbers (all `lines`; the title gives 1, since a line alone is taken for a paragraph), nine (with the title), the tables themselves in place of their `len`, the empty list made inside the loop, `.append` not moved in |
# | 1.5 | National, control, people | a loop over words, then `word + 1` (TypeError); `in` for `==`, which finds *Afghanistan* too; the three words typed from the concordance (right, but ask for the loop) |
# | 1.6 | 0.49, 0.51, 0.50, 0.47, 0.44, 0.425 | division by 100 each time; pieces of 100 words in place of the *first* 100, 200, …; `all_words` in place of `small_words` |
#
# - *Misconception* (1.5, the hard one): “the place is the word.” Do the loop with `range(3)` on the board, words in a row of boxes that bear numbers. Ask: what is in box 2, and what is 2 + 1?
# - *Misconception* (1.4): “counting periods gave the same numbers, so it is the same.” Ask: what would *U.S.* do?
# - *Misconception* (1.3): “wrong bytes always stop the program.” Ask: why did `cp1252` not stop? (It has a character for each byte of our file. `data.decode("ascii")` does stop, at byte 75. Which of the two do you prefer?)

# %% [markdown] tags=["teaching-note"]
# **For the discussion**, at the end of the hour or the beginning of the next
#
# 1. You search a newspaper archive for a name and get no result. What could have gone wrong that has nothing to do with history?
#    *A good answer touches:* encodings, look-alikes, apostrophes, hyphens at line ends, spellings, errors of text recognition; and how a footnote would report the search.
# 2. Should an edition of this press release print the Cyrillic letter, or a Latin M?
#    *A good answer touches:* what an archivist, a journalist and a linguist need; that the odd letter is a trace of how the text was made, though not of who made it; an edition that does both and says so.
# 3. Stop-word lists remove *most*, *not* and *must*. Who decides which words do not matter?
#    *A good answer touches:* that it depends on the question; that a list is part of the method, and must be named; a case in which *not* turns the finding around.
