"""The worked solutions of all exercises: `python -m publisher` takes them from src/lessons, do not edit."""

from __future__ import annotations

SOLUTIONS: dict[str, str] = {
    "0.1": """\
length = len(text)""",
    "0.2": """\
first_line = text.splitlines()[0]""",
    "1.1": """\
extra = len(title.encode("utf-8")) - len(title)""",
    "1.2": """\
disguised = set()
for character in text:
    if ord(character) > 127:
        disguised.add(character)""",
    "1.3": """\
repaired = text.replace(text[200], "M")""",
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
    "3.1": """\
sco_starts = []
for match in re.finditer("SCO", text):
    sco_starts.append(match.start())""",
    "3.2": """\
def longest_first(names):
    return sorted(names, key=len, reverse=True)""",
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
def f1(hits, predicted, gold):
    if predicted + gold == 0:
        return 0
    return 2 * hits / (predicted + gold)""",
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
    now = status_on(iso3, "2025-12-31")
    if then is not None and now != then:
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
}
