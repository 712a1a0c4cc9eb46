# %% [markdown]
# # 6 · Who says so?
# *Did everybody agree?*
#
# We know who was in the room (lesson 4) and what the page is about (lesson 5). Now we ask who says what, and for how many.
# The answer hangs on small words: *the parties*, *most*, *speakers*, *they*. We will read them one by one, teach a computer
# to do so, and then test the page where it can be tested: a date.
#
# **You will be able to** tell who takes a position from who only talks (6.1) · rank statements by how many they speak for
# (6.2) · turn your reading of a speaker into a function (6.3) · give evidence as `text[start:end]` (6.4) · say on what a text
# claims agreement (6.5) · test a date against the record, and say how sure you are (6.6)
#
# **Time** core path 45 minutes, at home 40, with the stretch exercise 50 (short of time: exercises 6.4 and 6.5, 15) ·
# **You need** lessons 0 to 5: a loop, `if`, a set, a dict, a table, `def` · **Next**
# [7 · Your own communiqué](07_your_own_communique.ipynb)

# %% [markdown]
# **Before you begin:** *File*, *Save Notebook As…*, and call it `my_06.ipynb`; then *Edit*, *Clear Outputs of All Cells*, so that no answer is shown
# before you have asked for it. Something goes wrong? [Help](help.ipynb)

# %% [markdown] tags=["teaching-note"]
# **The plan of the hour**
#
# | minutes | what | who works |
# | --- | --- | --- |
# | 0–5 | Did everybody agree? Two guesses, and a search | the room guesses |
# | 5–16 | What is a statement? Exercise 6.1, with a pencil | pairs |
# | 16–25 | Look for the verb, then look left | you type, the room looks for the wrong lines |
# | 25–36 | For how many? Exercise 6.2, the ladder, “most” | everybody |
# | 36–41 | Who is silent? | the room |
# | 41–45 | On what? | you; it leads to exercise 6.5 at home |
#
# Nothing here needs the network. The one idea that must survive the hour: *the page claims agreement; it does not show it*. Keep the two apart in every
# sentence that you say. It is not the same as "the page lies", and somebody will hear it so: a claim may be true. The lesson takes no side in
# any of the matters on the page, and it needs none.

# %% [markdown]
# Nearly all tools of this lesson come from the course's own small package, which lies in `src/helpers` and which you may read.
# `date` and `fill` are Python's own.

# %%
from datetime import date
from textwrap import fill

from helpers.entities import tag_entities
from helpers.exercises import check, hint, solution
from helpers.participants import find_participants
from helpers.pictures import draw_statements, show_spans
from helpers.reference import documents, gold, words
from helpers.statements import find_statements
from helpers.texts import read_text, split_sentences, split_words

text = read_text()
sentences = split_sentences(text)

# %% [markdown]
# ## Did everybody agree?
# This is how the page ends. (The table counts its rows from 0, so the last of 17 sentences stands at place 16.)

# %%
print(fill(sentences["text"][16], 100))

# %% [markdown]
# “A constructive atmosphere”, “the proximity of views”: it sounds like a yes. Before you read on, write down two numbers.
# In how many of the 17 sentences does somebody take a position? And in how many of these is it the position of everybody?
#
# Then let us search. Which words would a page use on which everybody agreed? *Agreed*, perhaps, or *all*. We take all the
# words of the page, in small letters, and count.

# %%
on_the_page = []
for word in split_words(text)["text"]:
    on_the_page.append(word.lower())

for word in ["agreed", "agreement", "consensus", "all", "every", "not", "but", "however", "most"]:
    print(on_the_page.count(word), word)

# %% [markdown]
# Zero, eight times. You know from lesson 1 what to ask now: is it the text, or is it the search? So let us look for the mere
# letters, inside of any word.

# %%
print("agree" in text.lower())

# %% [markdown]
# It is the text. The page never says “agreed”, and never “all”. Nor does it say “not” or “but”, not once. And yet most of us
# have read it as a page of agreement. What made us do so? Its title for one: a *Joint* Press Release speaks for several. And the way in which it lets people speak.

# %% [markdown] tags=["teaching-note"]
# **Minutes 0–5.** Collect both numbers on the board. *Expect* guesses above ten for the first, and a second that is nearly as high. They come
# back at minute 16 (it is ten) and after exercise 6.2 (it is seven). Before you run the count, let the room name words to search for, and add them to the list: *unanimous*, *joint*, *together*.
# (“Joint” stands there twice: in the title, and in the name of a declaration.) *Misconception:* "no *not*, so nobody objected." Ask: would an objection be printed on such a page?

# %% [markdown]
# ## What is a statement?
# Here are the sentences from the fifth on, with their numbers. (The first four, which you know from lesson 4, say who was there.)

# %%
later = sentences[sentences["sentence"] >= 5]
for number, sentence in zip(later["sentence"], later["text"]):
    print(number, fill(sentence, 100))
    print()

# %% [markdown]
# The [codebook](../data/codebook.md) says in section 4 what counts as a **statement**: a sentence with a *speaker* and a
# *reporting verb* that reports a *position*. All three must be there. Four made-up lines:
#
# | made-up line | speaker | verb | position | a statement? |
# | --- | --- | --- | --- | --- |
# | The parties stressed that trade is useful. | the parties | stressed | trade is useful | yes |
# | The parties discussed trade. | the parties | discussed | none: what did they say about it? | no |
# | Trade is useful. | nobody | none | trade is useful | no |
# | The meeting confirmed that trade is useful. | none: a meeting can not speak | confirmed | trade is useful | no |

# %% [markdown]
# ### Exercise 6.1 · Nobody takes a position *(guided)*
# Take a pencil. Which of the **17** sentences are **no** statements? Decide by reading, with the three questions: who speaks? with
# which verb? what is the position? Put the numbers of the sentences that are no statements into a set called `no_position`.
#
# The form: a set of whole numbers from 1 to 17, such as `{2, 9, 11}` (made up). Do not forget the first four sentences.
#
# (Stuck? `hint("6.1")` gives a hint, `solution("6.1")` the solution.)

# %% exercise="6.1"
### BEGIN SOLUTION
no_position = {1, 2, 3, 4, 5, 8, 17}
### END SOLUTION

# %%
check("6.1", no_position)

# %% [markdown]
# Four say who was there. The other three are worth a second look. (Done with the exercise? Then read on.)
#
# - **5, “exchanged views”** (`text[1261:1276]`). There is a speaker, and a list of topics. What the views were, and whether they were the
#   same, we do not learn.
# - **8, “An important factor … is”** (`text[1833:2025]`). Here is a position, and nobody who takes it. The page itself says so. That does not make
#   it weak: it comes as a plain fact, for which no one has to answer.
# - **17, “Consultations … confirmed”** (`text[4056:4186]`). An event confirms. And what it confirms is the *proximity* of views. Views that are near
#   each other are not the same views.
#
# So ten sentences are left. Was that your first number?
#
# > **Keep this** · To name a topic is not to take a position. And a position without a speaker belongs to whoever wrote the page.

# %% [markdown] tags=["teaching-note"]
# **Minutes 5–16.** Two minutes for the table, six for the exercise in pairs (one reads, one decides), three for the hard cases. *Expected:* `{1, 2, 3, 4, 5, 8, 17}`.
# The quarrel will be about 8, and it is a good one. *Typical objection:* "of course it is a position, everybody signed the page." Ask: did they? Who is "they"? The codebook could have decided otherwise, by calling the
# page itself a speaker. Then 17 would be one, too. *On 7:* “They” is a speaker that points back; ask whom it points at (“The parties” of sentence 6). *If you are late,* give them the first four and let them look for the other three only.

# %% [markdown]
# ## Look for the verb, then look left
# How would a computer do what you did with a pencil? You looked for a verb, and then for the one who speaks. In an English sentence
# the speaker mostly stands to the left of the verb. So: **look for the verb, then look left.**
#
# Which verbs? We have a table.

# %%
verbs = words("reporting_verbs")
verbs[["verb", "forms", "kind"]].head(3)

# %% [markdown]
# `forms` holds all that a verb can look like, parted by `|` and `/`. `kind` says what the verb does. One kind is called
# *no position*: to it belong *exchange* and *discuss*. We make a dict of it: to each form its kind. For that we need a loop
# inside a loop: for each verb, go once through all of its forms.

# %%
kind_of = {}
for forms, kind in zip(verbs["forms"], verbs["kind"]):
    for form in forms.replace("|", "/").split("/"):
        kind_of[form] = kind

print(kind_of["stressed"])
print(kind_of["exchanged"])

# %% [markdown]
# Now a function that walks through a sentence word by word. At the first verb that can report a position it stops, and hands back the verb
# with what stands to its left. (`and` between two questions asks whether both are true.) In which sentences will it find one? You know: it should be ten.


# %%
def left_of_verb(sentence):
    pieces = split_words(sentence)
    for start, word in zip(pieces["start"], pieces["text"]):
        kind = kind_of.get(word.lower(), "no verb")
        if kind != "no verb" and kind != "no position":
            return sentence[:start] + "→ " + word
    return ""


for number, sentence in zip(sentences["sentence"], sentences["text"]):
    found = left_of_verb(sentence)
    if found != "":
        print(number, "…", found[-72:])

# %% [markdown]
# Thirteen. (Of long lines you see the last 72 characters.) Three of them are wrong. Which? Look at each arrow: is it a verb, and is
# there somebody on the left who can speak?
#
# - **1 and 3**: “States” is no verb here. *He states* and *the states* have the same letters. In a text of diplomacy, that is bad luck.
# - **17**: on the left of “confirmed” there are “Consultations”.
#
# To the other ten belongs a speaker. And for speakers we have a table, too. (`isin` asks of each cell whether it is in a list.)

# %%
speakers = words("speakers")
ours = ["they", "most of", "participants", "parties", "speakers", "consultations"]
speakers[speakers["pattern"].isin(ours)][["pattern", "kind", "consensus", "source"]]

# %% [markdown]
# Now we see why “Consultations” fell out: the table calls it an *event*, and an event has no consensus. “They” has the *same* as the sentence before.
#
# `find_statements` has both tables, and a little grammar besides: it leaves out words like *also*, it knows that “Participants of the
# consultations” is one speaker, and that “spoke in favour” is one verb in three words.

# %%
statements = find_statements(text)
statements[["sentence", "speaker", "verb", "consensus"]]

# %% [markdown]
# Ten rows, the ten that you found by reading. (Is that a great success? The home part comes back to it.)

# %% [markdown] tags=["teaching-note"]
# **Minutes 16–25.** Run the thirteen lines and be quiet: "Three are wrong. You have one minute." *Typical guess:* 14, since its left side is long. It is right: ask for the last two words before the
# arrow. *Misconception:* "then take *states* out of the table." Ask what happens to a page that says: the ministry states that … (It would be lost. Every repair costs something: lesson 3.)
# Point at the column `source` of the speakers: `codebook.md` means that the row carries out a rule that somebody wrote. *If you are late,* skip the dict and the function, show the table of speakers and go to `find_statements`.

# %% [markdown]
# ## For how many?
# Look at the last column, `consensus`. It says for how many the speaker claims to speak:
#
# - **all**: the parties, the participants, as a body;
# - **most**: more than half, and not all;
# - **unspecified**: somebody, but the text does not say how many.
#
# These three make a scale, from strong to weak. **organization** stands beside it: the SCO speaks for itself.
#
# Where do they stand on the page? We mark the speakers. (`rename` gives columns another name; `show_spans` wants `start` and `end`.)

# %%
places = statements[["speaker_start", "speaker_end", "speaker", "consensus"]]
places = places.rename(columns={"speaker_start": "start", "speaker_end": "end", "speaker": "text"})
show_spans(text, places, label="consensus", start=1248, numbers=True)

# %% [markdown]
# ### Exercise 6.2 · Strongest first *(on your own)*
# Write the function `rank(pairs)`. It puts statements in order, from the strongest consensus to the weakest.
#
# - `pairs` is a list of pairs `(number, consensus)`, for example `[(1, "most"), (2, "all"), (3, "organization")]`. It may be empty.
# - It returns the **numbers** in a list: first all that have `"all"`, then `"most"`, then `"unspecified"`.
# - Among equals they stay in the order in which they come.
# - Numbers with `"organization"` are left out: they do not stand on the scale.
#
# So `rank([(1, "most"), (2, "all"), (3, "organization")])` gives `[2, 1]`.
#
# A loop can stand inside another one: for each step of the scale, go once through all pairs.


# %% exercise="6.2"
### BEGIN SOLUTION
def rank(pairs):
    ranked = []
    for degree in ["all", "most", "unspecified"]:
        for number, consensus in pairs:
            if consensus == degree:
                ranked.append(number)
    return ranked


### END SOLUTION

# %%
check("6.2", rank)

# %% [markdown]
# And here is the page as a ladder.

# %%
draw_statements(statements)

# %% [markdown]
# Seven of ten for all. Was that your second number?
#
# Read the numbers from the top rung to the lowest. Apart from 14, which stands beside the ladder, they come in the order of the page. It begins with what it
# claims for all, and its statements end with what they claim for nobody in particular. Is that a custom, or is it that the topics change? One page can not tell.
#
# ### The word “most”
# Sentence 15 is the only place where the page itself draws a line, and it is not around everyone (`text[3521:3545]`). “Speakers”, in 16, leaves open how many they are.

# %%
print(fill(sentences["text"][14], 100))

# %% [markdown]
# What do we know about the others? There are at least four readings:
#
# 1. Some were against it.
# 2. Some had no view, or no right to one: officials and delegations of the UN sat there, too.
# 3. Some did not speak, and the writers counted only those who did.
# 4. It is a manner of speaking, or of translating, and means no more than “many”.
#
# The page does not choose among them. It does not say “all” of this matter, and that is what we see. Two sentences later stands “the proximity of views of the
# parties”.
#
# Now turn it around. What do we know where it says “the parties”? That the page claims all of them. “All” is the codebook's word and ours; you saw that
# the page does not use it. Nobody counted hands for us.
#
# > **Keep this** · “All” in our table means: the page claims all. It is a finding about the page, not about the room.

# %% [markdown] tags=["teaching-note"]
# **Minutes 25–36.** One minute for the page with its marks, six for the exercise, four for the ladder and “most”. *Expected:* two loops, the scale outside. *Typical slip:* `return` one step too far to the right, so that only
# “all” comes back. *Typical slip:* sorting by the alphabet, which nearly works. Fast students: call `rank` with `list(zip(statements["sentence"], statements["consensus"]))`.
# At “most” ask for readings before you show the four, and collect a fifth if there is one. *Misconception:* "so there was a quarrel." Ask: which word says so? *If you are late,* show the solution of 6.2 and go to the ladder.

# %% [markdown]
# ## Who is silent?
# Nineteen parties took part. Which of them is ever named as a speaker? Let us look for names in the column `speaker`.

# %%
for speaker in statements["speaker"]:
    print(speaker, tag_entities(speaker)["name"].tolist())

# %% [markdown]
# One name in ten. Does the tool work, then? We try it on a made-up speaker. And the one name that it found: is it among the nineteen?

# %%
print(tag_entities("The delegation of the Kyrgyz Republic")["name"].tolist())

present = set(find_participants(text)["name"])
print(len(present), "Shanghai Cooperation Organization" in present)

# %% [markdown]
# The tool works. Of nineteen participants, not one is named as a speaker. The only one that is named, the SCO, is not among the nineteen: two of its
# officials were (lesson 4).
#
# This is what a text of consensus does to voices: it takes them away. We can not ask who proposed a thing, who doubted it, who said nothing. And we can
# not even say for sure who “the parties” are. All nineteen, with three bodies of the UN? The twelve states? The page never says.
#
# Try it on sentence 13: “Participants also appreciated Afghanistan’s efforts in promoting regional cooperation”. Afghanistan was a participant. Did it
# appreciate its own efforts? If it did, “Participants” may mean all of them. If not, it means fewer than all. Both are good English.

# %% [markdown] tags=["teaching-note"]
# **Minutes 36–41.** Ask before the first cell: which states do you expect among the speakers? Then let the empty lists stand for a moment. *Misconception:* "the tagger is broken", which is the right reflex: that is what the made-up speaker is for.
# The question about sentence 13 is the best of the hour; let two students argue the two sides. *A student who knows diplomacy* may mention the silence procedure: a draft counts as agreed unless somebody objects before a certain hour. Whether one was used here, the page does not say.
# *If you are late,* run both cells and ask only about sentence 13.

# %% [markdown]
# ## On what?
# For whom is one half of a statement, on what is the other. The themes of lesson 5 are coded by the number of the sentence, and so are our
# statements. The number joins the two tables. A dict is enough for that: to each number its consensus.

# %%
consensus_in = dict(zip(statements["sentence"], statements["consensus"]))
coded = gold("themes")


def claims_on(theme):
    found = []
    for number, has_theme in zip(coded["sentence"], coded[theme]):
        if has_theme:
            found.append(consensus_in.get(number, "no statement"))
    return found


for theme in ["drugs", "economy_culture", "crime_cyber"]:
    print(theme, claims_on(theme))

# %% [markdown]
# Three themes, three answers.
#
# - **drugs** is a theme of three sentences. One takes no position (the exchange of views), two speak for all.
# - **economy_culture** stands in one sentence, and it speaks for most.
# - **crime_cyber** stands in one sentence, the exchange of views. Organized crime and cybercrime are named (`text[1410:1437]`), and that is all. Whoever
#   counts themes (lesson 5) finds it on the page. Whoever asks what was agreed finds nothing.
#
# Did everybody agree? The page claims it, in seven sentences of seventeen, and not on everything that it names. In exercise 6.5 you will do all nine themes.

# %% [markdown] tags=["teaching-note"]
# **Minutes 41–45.** Run it, and ask before the third theme: on crime, for how many does the page speak? Most say "all", since sentence 5 begins with “Participants”. Then go back to the first two numbers on the board, and ask the question of the
# lesson once more. A good last sentence from the room: "It says so for seven, and shows it for none." *If you are late,* show only `crime_cyber`.

# %% [markdown]
# ## At home
# Four exercises, two of them functions. The last one is about a date, and about how sure one can be.
#
# ## Your reading as a function
# In the table of speakers somebody has decided what “the parties” means. Make that decision yourself, in a function.
#
# Two things to remember. A condition can be put together with `or`, and both halves must be whole questions. And `in` looks for *letters* in a text, but
# for *whole words* in a list. `split()` without anything in its brackets cuts a text at the spaces and makes such a list.

# %%
line = "The foremost experts"
print("most" in line)
print("most" in line.split())
print("experts" in line.split() or "scholars" in line.split())

# %% [markdown]
# ### Exercise 6.3 · For how many? *(on your own)*
# Write the function `consensus_of(speaker)`. `speaker` is a text of some words, without marks, such as `"Most of the participants"`. It returns one of three texts. Ask in this
# order; the first rule that fits gives the answer:
#
# 1. one of the words *most*, *majority* is in it: `"most"`;
# 2. one of the words *some*, *several*, *many*, *few* is in it: `"unspecified"`;
# 3. one of the words *parties*, *participants* is in it: `"all"`;
# 4. none of these: `"unspecified"`.
#
# Capital letters do not matter, and only whole words count. `consensus_of("Some of the parties")` gives `"unspecified"`, `consensus_of("THE PARTIES")` gives `"all"`.


# %% exercise="6.3"
### BEGIN SOLUTION
def consensus_of(speaker):
    spoken = speaker.lower().split()
    if "most" in spoken or "majority" in spoken:
        return "most"
    for word in ["some", "several", "many", "few"]:
        if word in spoken:
            return "unspecified"
    if "parties" in spoken or "participants" in spoken:
        return "all"
    return "unspecified"


### END SOLUTION

# %%
check("6.3", consensus_of)

# %% [markdown]
# Two things that your function can not do. “All but one of the parties”: rule 3 calls it all. And “They”: rule 4 calls it unspecified, while `find_statements` looks at the sentence before and takes over what stands there.
#
# ## Argue with evidence
# “The page says most.” Where? A claim about a text is as good as its place. In this course a place is a pair of numbers, and everybody can test
# it: `text[start:end]` must be the words that you quote.

# %% [markdown]
# ### Exercise 6.4 · Where does it say so? *(on your own)*
# Write the function `place_of(text, quote)`. Both are texts. It returns the pair `(start, end)` of the **first** place where the quote stands, so that `text[start:end]` is the quote.
# If the quote is not in the text, it returns `None`.
#
# For example, `place_of("Peru spoke first.", "spoke")` gives `(5, 10)`, and `place_of("Peru spoke first.", "Chile")` gives `None`. You know `text.find(quote)` from
# lesson 3: it gives the start, and -1 if there is nothing to be found.


# %% exercise="6.4"
### BEGIN SOLUTION
def place_of(text, quote):
    start = text.find(quote)
    if start == -1:
        return None
    return (start, start + len(quote))


### END SOLUTION

# %%
check("6.4", place_of)

# %% [markdown]
# ## All nine themes
# In class we had three. Here are their names, in a list. (The first three columns of `coded` are numbers: sentence, start, end.)

# %%
themes = coded.columns.tolist()[3:]
themes

# %% [markdown]
# ### Exercise 6.5 · On what do they agree? *(on your own)*
# What is the **strongest** claim that the page makes on each theme? Make a dict called `claims`: to each of the nine names in `themes` one word. From strong to weak:
# `"all"`, `"most"`, `"unspecified"`, `"organization"`. If there is no statement on the theme, the word is `"none"`.
#
# The form: `{"drugs": "all", "un_role": "most", …}` (made up, but for the first). The function `claims_on(theme)` from the core path gives the list of all that is claimed; you choose the strongest in it.

# %% exercise="6.5"
### BEGIN SOLUTION
claims = {}
for theme in themes:
    found = claims_on(theme)
    claims[theme] = "none"
    for degree in ["organization", "unspecified", "most", "all"]:
        if degree in found:
            claims[theme] = degree
### END SOLUTION

# %%
check("6.5", claims)

# %% [markdown]
# Done? Then be careful with what you have. Six themes say “all”, and `regional_cooperation` is one of them. Here are two of the four sentences that
# give it this theme:

# %%
print(11, fill(text[2409:2638], 100))
print()
print(15, fill(text[3521:3801], 100))

# %% [markdown]
# In sentence 11 the parties stress “wide regional cooperation in efforts to achieve sustainable peace and security in Afghanistan”. In sentence 15 most speak in favor of “enhanced cooperation
# between the SCO and interested states, international and regional organizations”. One theme, two matters, two claims. “The page claims that all agree on regional cooperation” would be true of our table, and it would
# mislead your reader.
#
# > **Keep this** · A claim belongs to a sentence, not to a theme. A table tells you where to read.

# %% [markdown]
# ## The weight of a verb
# Stressed, noted, reaffirmed, appreciated: are some of these stronger than others? Let us first see what there is. (Our table of verbs has American spellings, so “favour”
# becomes “favor” before we ask.)

# %%
for number, verb in zip(statements["sentence"], statements["verb"]):
    print(number, verb, "·", kind_of[verb.replace("favour", "favor")])

# %% [markdown]
# It is tempting to make a second ladder now: *stressed* above *underlined* above *noted*. We do not. Nothing on the page says that one is stronger, and our table, which was made at a desk,
# does not say so either. Writers also change words in order not to repeat themselves: four times *emphasis*, with three verbs.
#
# What can be said, with evidence?
#
# - **“Reaffirmed” says more than it seems** (`text[2043:2067]`). Test it with a *not*: “The participants did *not* reaffirm their support.” That is a made-up line, and yet you take from it that there had been support
#   before. What stays when you put in a *not* is called a **presupposition**: the sentence takes it for granted. When they first affirmed it, and where, the page does not say. (Perhaps the word is a mere habit of such pages. It says so all the same.)
# - **“A more complete implementation”** (`text[3252:3282]`) works in the same way. It takes for granted that there is something to implement, and that part of it has been done. Remember this one.
# - **Tense.** Nine verbs stand in the past: somebody said this, then. “Aims” stands in the present. What the SCO aims at, it aims at on any day. Was it said in the room at all?
# - **What is not there.** Our table has verbs of *demand*, such as *urge* and *call on*. The page has none as its reporting verb. But sentence 7 “stated” that something “requires increased attention and collective efforts of the entire
#   international community” (`text[1742:1831]`). A demand can hide behind a quiet verb.

# %% [markdown]
# ## Ten of ten
# The [gold standard](../data/gold/statements.csv) has ten statements. Are ours the same, in every column? (`equals` compares whole tables.)

# %%
columns = ["sentence", "speaker_start", "speaker_end", "verb_start", "verb_end", "consensus"]
statements[columns].equals(gold("statements")[columns])

# %% [markdown]
# All ten, to the letter. Do not be impressed: the tables of verbs and speakers were made with this page in view. A test that you have practiced for is no test. These lines are
# made up. Guess before you look: how many of the five answers are wrong? (`.values.tolist()` makes plain lists of the rows of a table.)

# %%
for line in [
    "It was noted that trade is growing.",
    "Some of the parties supported the plan.",
    "Nobody objected to the plan.",
    "With one exception, the parties supported the plan.",
    "The parties did not agree on the plan.",
]:
    print(line, find_statements(line)[["speaker", "consensus"]].values.tolist())

# %% [markdown]
# The first two are as they should be. In the passive, “It was noted”, the speaker has disappeared behind an “It”, and the rule says *unspecified*. The third finds no speaker; whether it should, one may discuss.
#
# The last two are wrong. The rule does not read “With one exception”, and it does not know the word “not”: it makes of a failure to agree a statement by all. Our page has no “not”, so the rule
# never had to learn it. In lesson 7 you will meet texts that nobody has practiced for.

# %% [markdown]
# ## A date that is probably not what it seems
# Most of what the page says can not be tested: what was said in the room, only those in the room know. But it cites documents, and documents leave a record. Sentence 14 names
# four of them. Our table of documents has what we found about each.

# %%
record = documents()
cited = record[record["role"] == "cited"]
cited[["doc_id", "wording", "date_in_text", "date_adopted_or_signed", "date_issued"]]

# %% [markdown]
# `date_in_text` is what the page says; the cell is empty where it gives no date. The next two columns are what the record says; there, an empty cell means that we found nothing. Two of the four have a date on the page. Compare row by row.
#
# To count the days between two dates, make a `date` of each and subtract. The result knows its number of `.days`. Here from 22 January to 1 February 2014:

# %%
first = date.fromisoformat("2014-01-22")
second = date.fromisoformat("2014-02-01")
print((second - first).days)

# %% [markdown]
# ### Exercise 6.6 · The evidence for a date *(stretch)*
# For one document the page gives **another date than the one on which it was adopted or signed**. Make your case in a dict called `finding`, with four keys:
#
# - `"doc_id"`: which document, as in the first column of the table;
# - `"start"` and `"end"`: where the page gives its date. `text[start:end]` must hold the date as it is printed there, and be short (120 characters at most);
# - `"days"`: how many days lie between the two dates, as a whole number.
#
# The form: `{"doc_id": "unsc_1386", "start": 10, "end": 30, "days": 5}` (made up).

# %% exercise="6.6"
### BEGIN SOLUTION
quote = 'UN GA resolution "Cooperation between UN and SCO" of 14 February 2013'
start = text.find(quote)
adopted = date.fromisoformat("2012-11-19")
printed = date.fromisoformat("2013-02-14")
finding = {
    "doc_id": "unga_67_15",
    "start": start,
    "end": start + len(quote),
    "days": (printed - adopted).days,
}
### END SOLUTION

# %%
check("6.6", finding)

# %% [markdown]
# The General Assembly adopted the resolution on 19 November 2012. 14 February 2013 is in the record, too, in the next column: on that day the *document* was distributed. (Done with the exercise? Then let us be skeptical.)
#
# Is it certain that the page means this resolution? It gives a title and no number. How many resolutions have that title?

# %%
title = "Cooperation between the United Nations and the Shanghai Cooperation Organization"
same_title = record[record["true_title"] == title]
same_title[["identifier", "date_adopted_or_signed", "date_issued"]]

# %% [markdown]
# Three that our table knows of from before 2014. (Later ones exist; they can not be meant.) The title alone does not decide. None of the three was adopted on 14 February 2013. But one has this date on it.
#
# | | what | where it comes from | how sure |
# | --- | --- | --- | --- |
# | we see | the page says “of 14 February 2013” | `text[3215:3234]` | certain |
# | we see | head of the document: “Distr. general 14 de febrero de 2013”, and below: adopted “el 19 de noviembre de 2012” | a [Spanish copy of A/RES/67/15](https://deploy.studylib.es/doc/4359652/a-asamblea-general-naciones-unidas) on a site for study material | good, with a reserve: a copy, not in English, and we saw its beginning only |
# | we see | the Assembly adopted ten texts on cooperation with regional organizations on 19 November 2012 | [UN press release GA/11314](https://press.un.org/en/2012/ga11314.doc.htm), of the same day | it fits: the day and the subject are the same, and the source is another |
# | we conclude | the page means A/RES/67/15 | title and one date fit; for the two others only the title does | probable |
# | we guess | somebody took the first date on the document for its date | we know nothing about who wrote it, and how | a guess |
#
# **What would settle it?** For the dates: the English document itself, from the United Nations. For what the writers meant: a Russian version of the press release, if there is one. We found neither
# ([notes](../data/reference/NOTES.md), “Not verified”, 9 and 10).
#
# Note what we do *not* say: that the page is wrong. A document may be cited by the day on which it was distributed. But whoever takes that day for the day of the decision is 87 days late.

# %% [markdown]
# ### A date that we do not know
# The last row of `cited` is emptier than the others. It is the protocol between the UNODC and the SCO's anti-terrorist structure. What does the record say?

# %%
protocol = cited[cited["doc_id"] == "unodc_rats_protocol"]
for column in ["date_adopted_or_signed", "verification", "difference_note"]:
    print(fill(column + " · " + protocol[column].tolist()[0], 100))
    print()

# %% [markdown]
# The first is empty, and it is empty on purpose. It would have been easy to fill in a likely date: the memorandum that the page names beside it is of June 2011. But we do know something. By a
# [press report of 14 June 2011](https://en.tengrinews.kz/kazakhstan_news/SCO-and-UN-agreed-on-cooperation-in-countering-terrorism-2500/), the protocol was then being prepared. The page takes for
# granted that it exists: one can only implement more completely what is there. When was the page published? On 22 January 2014, the day of the meeting, at the earliest; the
# [data card](../data/README.md) says that its own date was not established. Suppose that it came out on that day. Then the protocol, if it was signed, was signed between these two days.

# %%
not_before = date.fromisoformat("2011-06-14")
not_after = date.fromisoformat("2014-01-22")
print((not_after - not_before).days, "days")

# %% [markdown]
# Historians know such a pair by its Latin name: *terminus post quem* and *terminus ante quem*, the day after which and the day before which. Two years and seven months are much. It is still more honest than a date,
# and whoever finds a source can make it smaller. Mind how thin the second end is: it rests on a presupposition, and a text may take for granted what is not so.

# %% [markdown]
# ## What we learned
# - A statement has a speaker, a verb and a position. Ten of seventeen sentences are statements.
# - The page claims all in seven of them, most in one, and never uses the words “all” and “agreed”. Our label is a reading of “the parties”.
# - None of the nineteen participants is named as a speaker. A text of consensus has positions, and hardly any voices.
# - A theme on the page is not yet a theme of agreement: organized crime and cybercrime are named, and no position is taken on them.
# - A precise date can be the date of something else. A claim needs a place, a source, and a word on how sure you are.
#
# **Be careful about** “most”, which is no proof of a quarrel · “all”, which is no proof of none · sentences without a speaker · rules that were made with the text in view · negation
#
# **Further reading** · Iver B. Neumann, “‘A Speech That the Entire Ministry May Stand for,’ or: Why Diplomats Never Produce Anything New”, *International Political Sociology* 1 (2007): how a text on which many agree comes about, told from inside a ministry. ·
# Stephen C. Levinson, *Pragmatics* (Cambridge University Press, 1983), chapter 4: presupposition, and the test with *not*. · Jovan Kurbalija and Hannah Slavik (eds.), *Language and Diplomacy* (2001).
#
# **Next** · [7 · Your own communiqué](07_your_own_communique.ipynb)

# %% [markdown] tags=["teaching-note"]
# **For the discussion, in class or as homework**
#
# 1. You are a journalist. Write one sentence about sentence 15 that is true, and one that goes too far. What is the difference?
# 2. “The parties” includes three bodies of the United Nations, or it does not. What changes in your reading of sentence 11, which stresses “the UN central coordinating role”?
# 3. Should the codebook call the page itself a speaker? What would we gain for sentence 8, and what would we lose?
#
# **The date.** If a class has time and the network, let them look for the English text of A/RES/67/15 and for a Russian version of the press release, and write down where they looked: a search without a result is a result if it can be repeated.
# A similar case in our notes, which nobody has checked: in 2021 the SCO Secretariat cited a “Resolution 75/69”; it may have read the number of the draft, A/75/L.69 ([notes](../data/reference/NOTES.md), “Contradictions between sources”).
