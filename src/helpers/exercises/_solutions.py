"""The worked solutions of all exercises: `python -m publisher` takes them from src/lessons, do not edit."""

from __future__ import annotations

SOLUTIONS: dict[str, str] = {
    "0.1": """\
length = len(text)""",
    "0.2": """\
first_line = text.splitlines()[0]""",
    "1.1": """\
disguised = set()
for character in text:
    if ord(character) > 127:
        disguised.add(character)""",
    "1.2": """\
repaired = text.replace(text[200], "M")""",
    "1.3": """\
extra = len(title.encode("utf-8")) - len(title)""",
    "1.4": """\
per_paragraph = []
for line in lines[2:]:
    per_paragraph.append(len(split_sentences(line)))""",
    "1.5": """\
followers = []
for place in range(len(all_words)):
    if all_words[place] == "Afghan":
        followers.append(all_words[place + 1])""",
    "1.6": """\
ratios = []
for size in [100, 200, 300, 400, 500, 600]:
    piece = small_words[:size]
    ratios.append(len(set(piece)) / len(piece))""",
    "2.1": """\
name = "Kyrgyz Republic"
start = text.find(name)
place = (start, start + len(name))""",
    "2.2": """\
delegations = spans_from(
    text,
    begun
    + [
        ("Secretariat of the Collective Security Treaty Organization", "IGO"),
        ("CSTO", "IGO"),
        ("Commonwealth of Independent States (CIS) Counter-Terrorism Center", "IGO"),
    ],
)""",
    "2.3": """\
hits = 21
shares = [hits / len(second), hits / len(standard_here)]""",
    "2.4": """\
my_paragraph = spans_from(
    text,
    [
        ("UN", "IGO", 4),
        ("Afghanistan", "STATE", 6),
        ("Afghanistan", "STATE", 7),
        ("Heart of Asia process", "INITIATIVE"),
        ("SCO", "IGO", 6),
    ],
)""",
    "2.5": """\
rows = comparison[comparison["outcome"] != "agrees"]
rows = rows[rows["outcome"] != "extra"]
not_found = set(rows["text"])""",
    "2.6": """\
same = 0
for gold_label, second_label in zip(gold_words, second_words):
    if gold_label == second_label:
        same = same + 1
agreed = same / len(gold_words)""",
    "2.7": """\
number = len(gold_words)

same = 0
for gold_label, second_label in zip(gold_words, second_words):
    if gold_label == second_label:
        same = same + 1

expected = 0
for label in set(gold_words):
    expected = expected + gold_words.count(label) / number * second_words.count(label) / number

kappa_by_hand = round((same / number - expected) / (1 - expected), 4)""",
    "3.1": """\
sco_starts = []
for match in re.finditer("SCO", text):
    sco_starts.append(match.start())""",
    "3.2": """\
def longest_first(some_names):
    return sorted(some_names, key=len, reverse=True)""",
    "3.3": """\
def find_word(text, name):
    starts = []
    for match in re.finditer(r"\\b" + name + r"\\b", text):
        starts.append(match.start())
    return starts""",
    "3.4": """\
canonical = {
    five[0]: "Russia",
    five[1]: "China",
    five[2]: "Türkiye",
    five[3]: "Shanghai Cooperation Organization",
    five[4]: "United Nations Office on Drugs and Crime",
}""",
    "3.5": """\
def initials(name):
    short = ""
    for letter in name:
        if letter.isupper():
            short = short + letter
    return short""",
    "3.6": """\
def f1(hits, predicted, in_gold):
    if predicted + in_gold == 0:
        return 0
    return 2 * hits / (predicted + in_gold)""",
    "3.7": """\
def iso(date):
    parts = date.split()
    if len(parts) == 1:
        return date
    return parts[2] + "-" + months[parts[1]] + "-" + parts[0].zfill(2)""",
    "4.1": """\
only_named = set()
for name in named["name"]:
    if name not in present:
        only_named.add(name)""",
    "4.2": """\
counts = {}
for category in on_day["category"]:
    counts[category] = counts.get(category, 0) + 1
# The same, shorter: counts = on_day["category"].value_counts().to_dict()""",
    "4.3": """\
def status_from(rows, day):
    for row in rows:
        has_begun = row["from_date"] <= day
        goes_on = row["to_date"] == "" or day < row["to_date"]
        if has_begun and goes_on:
            return row["status"]
    return None""",
    "4.4": """\
def read_list(sentence):
    before = sentence.split(" took part")[0]
    before = before.replace(", and ", ", ")
    before = before.replace(" and ", ", ")
    names = []
    for name in before.split(", "):
        name = name.removeprefix("The ")
        name = name.removeprefix("the ")
        names.append(name)
    return names""",
    "4.5": """\
moved = set()
for iso3 in codes:
    then = status_on(iso3, "2014-01-22")
    later = status_on(iso3, "2025-12-31")
    if then is not None and later != then:
        moved.add(iso3)""",
    "4.6": """\
def blocks(statuses):
    found = []
    for status in statuses:
        if found and found[-1][0] == status:
            found[-1] = (status, found[-1][1] + 1)
        else:
            found.append((status, 1))
    return found""",
    "5.1": """\
wrongly_coded = set()
for number, theirs, ours in zip(coded["sentence"], coded["afghan_security"], gold["afghan_security"]):
    if theirs and not ours:
        wrongly_coded.add(number)""",
    "5.2": """\
drug_patterns = ["drug*", "opium", "narcotic*", "< problem*"]""",
    "5.3": """\
def matches(pattern, word):
    pattern = pattern.lower()
    word = word.lower()
    if pattern.endswith("*"):
        return word.startswith(pattern.removesuffix("*"))
    return word == pattern""",
    "5.4": """\
def precision_recall(wanted, found):
    hits = len(wanted & found)
    precision = 0
    recall = 0
    if len(found) > 0:
        precision = hits / len(found)
    if len(wanted) > 0:
        recall = hits / len(wanted)
    return (precision, recall)""",
    "5.5": """\
pairs = theme_pairs(gold)
together = {pairs["theme_a"][0], pairs["theme_b"][0]}""",
    "5.6": """\
def tf_idf(term, words, texts):
    df = 0
    for text_words in texts:
        if term in text_words:
            df = df + 1
    rarity = log((1 + len(texts)) / (1 + df)) + 1
    return words.count(term) * rarity""",
    "6.1": """\
no_position = {1, 2, 3, 4, 5, 8, 17}""",
    "6.2": """\
def rank(pairs):
    ranked = []
    for degree in ["all", "most", "unspecified"]:
        for number, consensus in pairs:
            if consensus == degree:
                ranked.append(number)
    return ranked""",
    "6.3": """\
def consensus_of(speaker):
    spoken = speaker.lower().split()
    if "most" in spoken or "majority" in spoken:
        return "most"
    for word in ["some", "several", "many", "few"]:
        if word in spoken:
            return "unspecified"
    if "parties" in spoken or "participants" in spoken:
        return "all"
    return "unspecified\"""",
    "6.4": """\
def place_of(text, quote):
    start = text.find(quote)
    if start == -1:
        return None
    return (start, start + len(quote))""",
    "6.5": """\
claims = {}
for theme in themes:
    found = claims_on(theme)
    claims[theme] = "none"
    if "organization" in found:
        claims[theme] = "organization"
    for degree in ["unspecified", "most", "all"]:
        if degree in found:
            claims[theme] = degree""",
    "6.6": """\
quote = 'UN GA resolution "Cooperation between UN and SCO" of 14 February 2013'
start = text.find(quote)
adopted = date.fromisoformat("2012-11-19")
printed = date.fromisoformat("2013-02-14")
finding = {
    "doc_id": "unga_67_15",
    "start": start,
    "end": start + len(quote),
    "days": (printed - adopted).days,
}""",
    "7.1": """\
not_right = set(compared[compared["outcome"] != "agrees"]["text"])""",
    "7.2": """\
my_names = [
    ("Quessa", "STATE"),
    ("Wexmoor", "STATE"),
    ("Zephra", "STATE"),
    ("Solmark", "STATE"),
]""",
    "7.3": """\
def bounds(right, wrong, doubtful):
    counted = right + wrong + doubtful
    if counted == 0:
        return (0, 1)
    return (right / counted, (right + doubtful) / counted)""",
    "7.4": """\
def not_on_page(text, quotes):
    page = " ".join(text.split())
    missing = []
    for quote in quotes:
        if " ".join(quote.split()) not in page:
            missing.append(quote)
    return missing""",
    "7.5": """\
def stayed_away(rows, day, attended):
    missing = set()
    for row in rows:
        has_begun = row["from_date"] <= day
        goes_on = row["to_date"] == "" or day < row["to_date"]
        if row["status"] == "member" and has_begun and goes_on and row["iso3"] not in attended:
            missing.add(row["iso3"])
    return missing""",
    "8.1": """\
def read_all(files):
    texts = {}
    for name, data in files.items():
        try:
            texts[name] = data.decode("utf-8")
        except UnicodeDecodeError:
            texts[name] = None
    return texts""",
    "8.2": """\
def meetings(rows, one, other):
    with_one, with_other = set(), set()
    for row in rows:
        place = (row["document"], row["date"])
        if row["name"] == one:
            with_one.add(place)
        if row["name"] == other:
            with_other.add(place)
    years = {}
    for document, date in with_one & with_other:
        year = date[:4]
        years[year] = years.get(year, 0) + 1
    return years""",
    "8.3": """\
def shares(rows, theme, least):
    sentences, hits = {}, {}
    for row in rows:
        year = row["date"][:4]
        sentences[year] = sentences.get(year, 0) + 1
        if row[theme]:
            hits[year] = hits.get(year, 0) + 1
    found = {}
    for year, number in sentences.items():
        if number < least:
            found[year] = None
        else:
            found[year] = hits.get(year, 0) / number
    return found""",
}
