# %% [markdown]
# # Glossary
#
# The words of the course, each in a sentence or two. The number says in which lesson it is first met. **Go back to** [0 · Start here](00_start_here.ipynb) ·
# **Trouble?** [When something goes wrong](help.ipynb)

# %% [markdown]
# ## Texts and characters
#
# | word | what it means | lesson |
# | --- | --- | --- |
# | ASCII | the oldest common alphabet of computers: 128 characters, numbered 0 to 127, enough for English and no more | 1 |
# | byte | a number from 0 to 255; a file is a row of bytes, and nothing else | 1 |
# | character | one sign of a text, as Python counts it: a letter, a digit, a space, a line end | 1 |
# | checksum | a short number computed from a whole file; if one byte changes, so does the checksum | 0 |
# | code point | the number that a character has in Unicode; `ord("A")` is 65 | 1 |
# | concordance | all places of a word, one below the other, each with what stands to its left and right | 1 |
# | encoding | the rule that turns characters into bytes and back; the usual one is UTF-8 | 1 |
# | look-alike (homoglyph) | a character that looks like another one and is not: the Cyrillic М and the Latin M | 1 |
# | stop words | small words such as *the* and *of*, which are left out when one counts what a text is about | 1 |
# | token, type | a token is a word in its place; a type is a word counted once, however often it stands there | 1 |
# | type-token ratio | types divided by tokens: how little a text repeats itself; it tends to fall as a text gets longer | 1 |
# | Unicode | the list of all characters of all scripts, each with its code point and name | 1 |
# | UTF-8 | the encoding in which a character takes one to four bytes; ASCII characters take one | 1 |

# %% [markdown]
# ## Annotation
#
# | word | what it means | lesson |
# | --- | --- | --- |
# | alpha (Krippendorff's) | like Cohen's kappa, for any number of annotators, some of whom have not read everything: 1 is all, 0 is chance | 2, in class |
# | annotation | what somebody marked on a text: a place and a label | 2 |
# | codebook | the written rules by which one annotates, with the hard cases decided; in lesson 5 also the patterns of a computer for each theme | 2, 5 |
# | coding | to say of a sentence which themes it has, by a codebook | 5 |
# | data card | the page that says where data come from, how they were made, and what is doubtful about them: [ours](../data/README.md) | 1 |
# | entity | something that a name stands for: a state, an organization, a post, a date, a document | 2 |
# | gold standard | the annotation that others are compared with; one careful reading, not the truth | 2 |
# | inter-annotator agreement | how far two people who annotated apart from each other say the same | 2 |
# | Cohen's kappa | agreement of two annotators, corrected for what they would share by chance: 1 is all, 0 is chance | 2 |
# | label | the kind that an annotation gives to its place, for example STATE | 2 |
# | mask | to hide a stretch of text from a rule, so that it finds nothing there: a name, for example | 5 |
# | post | an office that stands for whoever holds it: *Prime Minister of Peru* | 2 |
# | span | a place in a text: where it starts and where it ends; `text[start:end]` are its words | 2 |
# | stand-off annotation | annotation kept in a table beside the text, so that the text itself is never touched | 2 |

# %% [markdown]
# ## Measuring
#
# | word | what it means | lesson |
# | --- | --- | --- |
# | hit | something that was found and is right; what counts as right must be said, for example strict or partial | 2 |
# | missed | in the gold standard, and not found: a *false negative* | 2 |
# | extra | found, and not in the gold standard: a *false positive* | 2 |
# | precision | of what was found, the share that is right | 2 |
# | recall | of what is there, the share that was found | 2 |
# | F1 | one number for both: the harmonic mean of precision and recall, a mean that stays near the lower one; it is low if either is low | 3 |
# | strict and partial match | strict: same start, same end, same label; partial: same label, and the places overlap | 3 |
# | support | how many there are in the gold standard; a score on a support of 2 says little | 2 |
# | confusion matrix | a table that counts, for each true category, which category was given | 2 |
# | sample | the part that one looks at in order to learn about the whole; how it was chosen decides what it can say | 7 |
# | anchoring | an answer that one has seen pulls one's own answer toward it; so mark a sample before you look | 7 |
# | error rate | how often a tool is wrong, on a sample that says how it was chosen; always with the counts behind it | 7 |
# | bootstrap | to draw pieces of a page by lot, some of them twice, and score again, thousands of times: it shows how much a score hangs on single pieces | 3 |
# | seed | the number with which a computer's dice start: the same seed, the same draw; another seed, another draw | 5 |
# | TF-IDF | a weight for a term in a text: high if it is frequent here and rare in the other texts | 5 |
# | topic model | a program that sorts the words of many texts into heaps, without a codebook; what the heaps mean, somebody says afterward | 5 |

# %% [markdown]
# ## Names and rules
#
# | word | what it means | lesson |
# | --- | --- | --- |
# | alias | another name for the same thing: *Kyrgyz Republic* for Kyrgyzstan | 3 |
# | canonical name | the one name under which all aliases are counted | 3 |
# | border of a word | the place between a letter and what is none; a name must end at one, or *Niger* is found in *Nigeria* | 3 |
# | gazetteer | a list of names to look for, each with its label and its canonical name | 3 |
# | false friend | a word that looks like a name and is none, or is another one: *may*, the month and the verb | 3 |
# | tagger | a program that finds names in a text and gives each its label | 3 |
# | pattern | a rule for how something is written: in lesson 3 a *regular expression*, for example for dates; in lesson 5 words with a star or a gap | 3, 5 |
# | statistical model | a program that learned from many annotated texts; it guesses, often well, and can not say why | 3 |

# %% [markdown]
# ## Meetings and statements
#
# | word | what it means | lesson |
# | --- | --- | --- |
# | member, observer, dialogue partner | what a state could be to the Shanghai Cooperation Organization in 2014, in falling order of closeness | 4 |
# | host | in this course the organization whose meeting it is, and whose members are looked up; elsewhere often the state that receives the others | 7 |
# | organ | a body of an organization, such as its secretariat; in lesson 4 also the category of an official who attends for an organ of the SCO | 4 |
# | modeling choice | a decision that an answer hangs on and that the sources do not make for you; write it down | 4 |
# | half-open interval | a stretch of time whose first day counts and whose last day does not; so that stretches can follow each other without a gap | 4 |
# | participant | a party that the page lists as taking part; being mentioned is not taking part | 4 |
# | theme | what a sentence is about, by the rules of a codebook; a sentence may have several | 5 |
# | anaphor | a word that points back: *they*, *those problems* | 5 |
# | consensus | for how many a statement claims to speak: all, most, or it does not say | 6 |
# | reporting verb | the verb that presents a statement: *stressed*, *noted*, *reaffirmed* | 6 |
# | passive | a sentence that tells what was done and need not tell who did it: *it was noted that …* | 6 |
# | statement | a sentence in which a speaker, with a reporting verb, takes a position | 6 |
# | presupposition | what a sentence takes for granted, and what stays when one puts in a *not* | 6 |
# | *terminus post quem*, *terminus ante quem* | the day after which, and the day before which, something must have happened | 6 |
# | communiqué | a text that is agreed and published after a meeting | 7 |
# | archive | many texts that somebody wrote, kept and found; what is missing in it is not missing by chance | 8 |
# | share | a part divided by the whole that it belongs to; years with many texts and with few can be compared by it | 8 |
# | survivorship | we see only what came through: pages that were kept, meetings that had a communiqué | 8 |

# %% [markdown]
# ## Python
#
# | word | what it means | lesson |
# | --- | --- | --- |
# | cell, kernel | a cell is a box of code or words; the kernel is the program that runs the code and remembers the variables | 0 |
# | `if` | runs some lines only when something is true | 1 |
# | `and`, `or`, `not` | `and` wants both sides to be true, `or` one at least; `not` turns True into False and False into True | 4, 5 |
# | set | a bag that never holds the same thing twice | 1 |
# | `Counter` | counts how often each thing occurs; a dict that begins every count with 0 | 1 |
# | DataFrame | a table with named columns, made by the package pandas | 2 |
# | `zip` | walks along two or more columns or lists side by side | 2 |
# | dict | pairs of a *key* and a *value*: look up the key, get the value | 3 |
# | `def` | makes a function of your own | 3 |
