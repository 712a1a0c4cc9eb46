"""The worked solutions of all exercises: `python -m publisher` takes them from src/lessons, do not edit."""

from __future__ import annotations

SOLUTIONS: dict[str, str] = {
    "0.1": """\
length = len(text)""",
    "0.2": """\
first_line = text.splitlines()[0]""",
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
