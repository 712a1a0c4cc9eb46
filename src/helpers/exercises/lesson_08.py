"""The exercises of lesson 08: a folder in which a file is bad, who meets with whom by year, shares and their doubt."""

from __future__ import annotations

from typing import Any

import pandas as pd

from helpers.exercises.engine import Case, Exercise, Mistake, function_cases, same_mapping

Files = dict[str, bytes]
Rows = list[dict[str, Any]]


# --- 8.1: a bad file must not end the work ----------------------------------------------------------------------------


def _read_all(files: Files) -> dict[str, str | None]:
    texts: dict[str, str | None] = {}
    for name, data in files.items():
        try:
            texts[name] = data.decode("utf-8")
        except UnicodeDecodeError:
            texts[name] = None
    return texts


def _read_all_none_first(files: Files) -> dict[str, str | None]:
    texts: dict[str, str | None] = dict.fromkeys(files)
    for name in files:
        try:
            texts[name] = str(files[name], "utf-8")
        except ValueError:
            continue
    return texts


def _read_all_as_column(files: Files) -> pd.Series:
    def read(data: bytes) -> str | None:
        try:
            return data.decode()
        except UnicodeDecodeError:
            return None

    return pd.Series({name: read(data) for name, data in files.items()}, dtype=object)


def _without_try(files: Files) -> dict[str, str]:
    return {name: data.decode("utf-8") for name, data in files.items()}


def _try_around_loop(files: Files) -> dict[str, str | None]:
    texts: dict[str, str | None] = {}
    try:
        for name, data in files.items():
            texts[name] = data.decode("utf-8")
    except UnicodeDecodeError:
        texts[name] = None
    return texts


def _bad_left_out(files: Files) -> dict[str, str]:
    return {name: text for name, text in _read_all(files).items() if text is not None}


def _replaced(files: Files) -> dict[str, str]:
    return {name: data.decode("utf-8", errors="replace") for name, data in files.items()}


def _ignored(files: Files) -> dict[str, str]:
    return {name: data.decode("utf-8", errors="ignore") for name, data in files.items()}


def _another_code(files: Files) -> dict[str, str]:
    return {name: data.decode("latin-1") for name, data in files.items()}


def _another_code_second(files: Files) -> dict[str, str]:
    return {
        name: data.decode("latin-1") if text is None else text
        for (name, data), text in zip(files.items(), _read_all(files).values(), strict=True)
    }


def _empty_for_bad(files: Files) -> dict[str, str]:
    return {name: text or "" for name, text in _read_all(files).items()}


def _none_for_empty(files: Files) -> dict[str, str | None]:
    return {name: text or None for name, text in _read_all(files).items()}


def _word_for_bad(files: Files) -> dict[str, str]:
    return {name: "None" if text is None else text for name, text in _read_all(files).items()}


def _first_only(files: Files) -> dict[str, str | None] | None:
    texts: dict[str, str | None] = {}
    for name, data in files.items():
        try:
            texts[name] = data.decode("utf-8")
        except UnicodeDecodeError:
            texts[name] = None
        return texts
    return texts


def _bytes_as_words(files: Files) -> dict[str, str]:
    return {name: repr(data) for name, data in files.items()}


def _bad_names(files: Files) -> list[str]:
    return [name for name, text in _read_all(files).items() if text is None]


def _texts_only(files: Files) -> list[str | None]:
    return list(_read_all(files).values())


_FILES = [
    Case({"one.txt": b"The parties met."}),
    Case({"one.txt": b"The parties met.", "two.txt": b"They spoke."}),
    Case({"one.txt": "Communiqué".encode("cp1252"), "two.txt": b"They spoke."}),
    Case(
        {"one.txt": "The parties’ view".encode(), "bad.txt": b"caf\xe9", "three.txt": b"Peace.", "worse.txt": b"\xff"}
    ),
    Case({"one.txt": b"", "two.txt": b"They spoke."}),
    Case({}),
    Case({f"{number}.txt": b"\xe9" if number % 3 else b"Peace." for number in range(7)}, tell="seven files"),
]


# --- 8.2: who meets with whom -----------------------------------------------------------------------------------------


def _meetings(rows: Rows, one: str, other: str) -> dict[str, int]:
    with_one, with_other = set(), set()
    for row in rows:
        place = (row["document"], row["date"])
        if row["name"] == one:
            with_one.add(place)
        if row["name"] == other:
            with_other.add(place)
    years: dict[str, int] = {}
    for _, date in with_one & with_other:
        year = date[:4]
        years[year] = years.get(year, 0) + 1
    return years


def _meetings_by_text(rows: Rows, one: str, other: str) -> dict[str, int]:
    names: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        names.setdefault((row["date"][:4], row["document"]), set()).add(row["name"])
    found = [year for (year, _), present in names.items() if {one, other} <= present]
    return {year: found.count(year) for year in found}


def _meetings_by_merge(rows: Rows, one: str, other: str) -> pd.Series:
    table = pd.DataFrame(rows, columns=["document", "date", "name"]).drop_duplicates()
    both = table[table["name"] == one].merge(table[table["name"] == other], on=["document", "date"])
    return both["date"].astype(str).str[:4].value_counts()


def _either_of_them(rows: Rows, one: str, other: str) -> dict[str, int]:
    places = {(row["document"], row["date"][:4]) for row in rows if row["name"] in (one, other)}
    return _counted([year for _, year in places])


def _only_one(rows: Rows, one: str, other: str) -> dict[str, int]:
    return _counted([year for _, year in {(row["document"], row["date"][:4]) for row in rows if row["name"] == one}])


def _by_day(rows: Rows, one: str, other: str) -> dict[str, int]:
    days = [{row["date"] for row in rows if row["name"] == name} for name in (one, other)]
    return _counted([day[:4] for day in days[0] & days[1]])


def _by_year_only(rows: Rows, one: str, other: str) -> dict[str, int]:
    first, second = (_only_one(rows, name, name) for name in (one, other))
    return {year: min(first[year], second[year]) for year in first if year in second}


def _pairs_of_rows(rows: Rows, one: str, other: str) -> dict[str, int]:
    return _counted(
        [
            row["date"][:4]
            for row in rows
            for second in rows
            if row["name"] == one and second["name"] == other and row["document"] == second["document"]
        ]
    )


def _all_together(rows: Rows, one: str, other: str) -> int:
    return sum(_meetings(rows, one, other).values())


def _by_whole_day(rows: Rows, one: str, other: str) -> dict[str, int]:
    names: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        names.setdefault((row["date"], row["document"]), set()).add(row["name"])
    return _counted([day for (day, _), present in names.items() if {one, other} <= present])


def _once_a_year(rows: Rows, one: str, other: str) -> dict[str, int]:
    return dict.fromkeys(_meetings(rows, one, other), 1)


def _with_zeros(rows: Rows, one: str, other: str) -> dict[str, int]:
    return dict.fromkeys([row["date"][:4] for row in rows], 0) | _meetings(rows, one, other)


def _years_alone(rows: Rows, one: str, other: str) -> list[str]:
    return sorted(_meetings(rows, one, other))


def _years_as_numbers(rows: Rows, one: str, other: str) -> dict[int, int]:
    return {int(year): number for year, number in _meetings(rows, one, other).items()}


def _counted(years: list[str]) -> dict[str, int]:
    return {year: years.count(year) for year in years}


def _present(*texts: tuple[str, str, str]) -> Rows:
    return [
        {"document": document, "date": date, "name": name} for document, date, names in texts for name in names.split()
    ]


_MEETINGS = [
    Case(_present(("a", "2019-05-01", "Haven Nava")), "Haven", "Nava"),
    Case(_present(("a", "2019-05-01", "Haven Nava Torva"), ("b", "2020-02-03", "Nava Haven")), "Haven", "Nava"),
    Case(_present(("a", "2019-05-01", "Haven Torva"), ("b", "2019-06-01", "Nava Torva")), "Haven", "Nava"),
    Case(
        _present(
            ("a", "2019-05-01", "Haven Nava"),
            ("b", "2019-05-01", "Haven Nava Torva"),
            ("c", "2019-05-01", "Torva Haven"),
            ("d", "2021-01-01", "Haven Nava"),
            ("e", "2022-01-01", "Haven Nava"),
            ("f", "2022-02-01", "Nava"),
        ),
        "Nava",
        "Haven",
    ),
    Case(_present(("a", "2019-05-01", "Haven Torva"), ("b", "2019-05-01", "Nava Torva")), "Haven", "Nava"),
    Case(_present(("a", "2019-05-01", "Haven Haven Nava Nava")), "Haven", "Nava"),
    Case(_present(("a", "2019-05-01", "Haven"), ("b", "2020-05-01", "Torva")), "Haven", "Nava"),
    Case([], "Haven", "Nava"),
    Case(
        _present(*((f"{n}", f"20{10 + n % 4}-03-0{1 + n % 9}", "Haven Nava Torva"[: 5 + n % 12]) for n in range(30))),
        "Haven",
        "Nava",
        tell="thirty texts",
        show=False,
    ),
]


# --- 8.3: shares, and years that are too small ------------------------------------------------------------------------


def _shares(rows: Rows, theme: str, least: int) -> dict[str, float | None]:
    sentences: dict[str, int] = {}
    hits: dict[str, int] = {}
    for row in rows:
        year = row["date"][:4]
        sentences[year] = sentences.get(year, 0) + 1
        if row[theme]:
            hits[year] = hits.get(year, 0) + 1
    found: dict[str, float | None] = {}
    for year, number in sentences.items():
        if number < least:
            found[year] = None
        else:
            found[year] = hits.get(year, 0) / number
    return found


def _shares_by_lists(rows: Rows, theme: str, least: int) -> dict[str, float | None]:
    flags: dict[str, list[bool]] = {}
    for row in rows:
        flags.setdefault(row["date"][:4], []).append(row[theme])
    return {year: sum(given) / len(given) if len(given) >= least else None for year, given in flags.items()}


def _shares_by_table(rows: Rows, theme: str, least: int) -> dict[str, float | None]:
    if not rows:
        return {}
    table = pd.DataFrame(rows)
    groups = table.groupby(table["date"].str[:4])[theme]
    means, sizes = groups.mean(), groups.size()
    return {year: round(float(means[year]), 2) if sizes[year] >= least else None for year in means.index}


def _numbers(rows: Rows, theme: str) -> dict[str, list[bool]]:
    flags: dict[str, list[bool]] = {}
    for row in rows:
        flags.setdefault(row["date"][:4], []).append(row[theme])
    return flags


def _counts(rows: Rows, theme: str, least: int) -> dict[str, int | None]:
    return {year: sum(given) if len(given) >= least else None for year, given in _numbers(rows, theme).items()}


def _counts_always(rows: Rows, theme: str, least: int) -> dict[str, int]:
    return {year: sum(given) for year, given in _numbers(rows, theme).items()}


def _of_all(rows: Rows, theme: str, least: int) -> dict[str, float | None]:
    return {
        year: sum(given) / len(rows) if len(given) >= least else None for year, given in _numbers(rows, theme).items()
    }


def _of_the_hits(rows: Rows, theme: str, least: int) -> dict[str, float | None]:
    every = sum(row[theme] for row in rows) or 1
    return {year: sum(given) / every if len(given) >= least else None for year, given in _numbers(rows, theme).items()}


def _in_percent(rows: Rows, theme: str, least: int) -> dict[str, float | None]:
    return {year: None if share is None else 100 * share for year, share in _shares(rows, theme, least).items()}


def _never_too_few(rows: Rows, theme: str, least: int) -> dict[str, float | None]:
    return _shares(rows, theme, 0)


def _one_too_many(rows: Rows, theme: str, least: int) -> dict[str, float | None]:
    return _shares(rows, theme, least + 1)


def _few_left_out(rows: Rows, theme: str, least: int) -> dict[str, float | None]:
    return {year: share for year, share in _shares(rows, theme, least).items() if share is not None}


def _few_are_zero(rows: Rows, theme: str, least: int) -> dict[str, float]:
    return {year: share or 0.0 for year, share in _shares(rows, theme, least).items()}


def _few_hits(rows: Rows, theme: str, least: int) -> dict[str, float | None]:
    return {
        year: sum(given) / len(given) if sum(given) >= least else None for year, given in _numbers(rows, theme).items()
    }


def _no_zeros(rows: Rows, theme: str, least: int) -> dict[str, float | None]:
    flags = _numbers(rows, theme)
    return {year: share for year, share in _shares(rows, theme, least).items() if any(flags[year])}


def _zero_is_none(rows: Rows, theme: str, least: int) -> dict[str, float | None]:
    return {year: share or None for year, share in _shares(rows, theme, least).items()}


def _whole_division(rows: Rows, theme: str, least: int) -> dict[str, float | None]:
    return {year: None if share is None else int(share) for year, share in _shares(rows, theme, least).items()}


def _the_others(rows: Rows, theme: str, least: int) -> dict[str, float | None]:
    return {year: None if share is None else 1 - share for year, share in _shares(rows, theme, least).items()}


def _one_share(rows: Rows, theme: str, least: int) -> float | None:
    return sum(row[theme] for row in rows) / len(rows) if rows else None


def _coded(*years: tuple[int, str]) -> Rows:
    """Write rows: of each year, a letter for each sentence: x, the theme is in it; o, it is not."""
    return [
        {"date": f"{year}-0{1 + number % 9}-11", "drugs": letter == "x", "un_role": letter == "o"}
        for year, letters in years
        for number, letter in enumerate(letters)
    ]


_SHARES = [
    Case(_coded((2019, "xo")), "drugs", 1),
    Case(_coded((2019, "xooo"), (2020, "xxxo")), "drugs", 2),
    Case(_coded((2019, "xooo"), (2020, "ooo")), "drugs", 3),
    Case(_coded((2019, "xooo"), (2020, "x")), "drugs", 2),
    Case(_coded((2019, "xxoooo"), (2020, "xxo"), (2021, "oooo"), (2022, "oo")), "drugs", 3),
    Case(_coded((2019, "xxoooo"), (2020, "xxo"), (2021, "oooo"), (2022, "xx")), "un_role", 4),
    Case([], "drugs", 5),
]


# --- the exercises ----------------------------------------------------------------------------------------------------

EXERCISES = [
    Exercise(
        "8.1",
        title="A bad file must not end the work",
        level="guided",
        points=2,
        stub="def read_all(files):\n    ...",
        hints=[
            "Something may go wrong with each file by itself. So where does `try` stand: around the loop, or inside of "
            "it?",
            "Make an empty dict. Walk over `files.items()`. In the loop try to decode, and put the text into the dict; "
            "if there is a `UnicodeDecodeError`, put `None` there.",
            'Inside the loop: `try:` and below it `texts[name] = data.decode("utf-8")`; then `except '
            "UnicodeDecodeError:` and below it `texts[name] = None`.",
        ],
        answers=_read_all,
        check=function_cases(_FILES, compare=same_mapping()),
        alternatives=[_read_all_none_first, _read_all_as_column],
        mistakes=[
            Mistake(
                _try_around_loop,
                "The first bad file ends the loop, and those behind it are not read at all: `try` stands around the "
                "loop. Where must it stand, so that the next file is read all the same?",
            ),
            Mistake(
                _bad_left_out,
                "A bad file is not in your dict at all. Then nobody who sees the result knows that it was ever there. "
                "What shall stand under its name?",
            ),
            Mistake(
                _replaced,
                'With `errors="replace"` nothing breaks, and � stands in the text without a word of warning. Let it '
                "break, and catch it: `try` and `except`.",
            ),
            Mistake(
                _ignored,
                'With `errors="ignore"` letters are thrown away, and nobody is told: a “Communiqu” that no search '
                "finds. Let it break, and catch it: `try` and `except`.",
            ),
            Mistake(
                _another_code,
                "You read every file with another encoding, and it never complains: also not where it makes “â€™” of "
                "an apostrophe. Decode with UTF-8, and catch the error.",
            ),
            Mistake(
                _another_code_second,
                "You guess another encoding for a bad file. It may be right, and nobody has looked. Here a bad file "
                "is set aside: `None`.",
            ),
            Mistake(
                _empty_for_bad,
                'A bad file gives an empty text. But a file may really be empty, and then it gives `""`, too. What '
                "tells the two apart? `None`.",
            ),
            Mistake(
                _none_for_empty,
                'An empty file can be decoded: its text is `""`, and that is no error. Only what can not be decoded '
                "is `None`.",
            ),
            Mistake(
                _word_for_bad,
                "You put the word None there, in quotes: that is a text of four letters. Without quotes it is the "
                "`None` that says: nothing.",
            ),
            Mistake(
                _first_only,
                "The function is done after its first file: `return` stands inside the loop. How far should it be "
                "indented?",
            ),
            Mistake(
                _bytes_as_words,
                "That is how Python writes bytes, with a b before them, and not their text. Which method turns bytes "
                "into text (lesson 1)?",
            ),
            Mistake(
                _bad_names,
                "Those are the names of the bad files. Wanted is a dict with all names: the text of the good ones, "
                "`None` for the bad ones.",
                when=lambda result: isinstance(result, list),
            ),
            Mistake(
                _texts_only,
                "The right texts, but whose are they? Keep each under the name of its file, in a dict.",
                when=lambda result: isinstance(result, list | tuple),
            ),
        ],
        success="Every file that went in comes out, as a text or as `None`. Count both: if the sum is the number of "
        "files, none got lost on the way.",
    ),
    Exercise(
        "8.2",
        title="Who meets with whom?",
        level="on your own",
        points=3,
        stub="def meetings(rows, one, other):\n    ...",
        hints=[
            "In which texts is the one, in which is the other? What you want are the texts that are in both "
            "collections.",
            "Two sets, and one loop over `rows`: put the pair of document and date into the first set if the name is "
            "`one`, into the second if it is `other`. `&` gives what both sets have. Then count by year.",
            "`for document, date in with_one & with_other:` and below it "
            "`years[date[:4]] = years.get(date[:4], 0) + 1`.",
        ],
        answers=_meetings,
        check=function_cases(_MEETINGS, compare=same_mapping()),
        alternatives=[_meetings_by_text, _meetings_by_merge],
        mistakes=[
            Mistake(
                _either_of_them,
                "You count the texts in which one of the two is. Wanted are those in which both are. Is it `|` or `&`?",
            ),
            Mistake(
                _only_one,
                "You count the texts with the first of the two. Where do you ask for the second?",
            ),
            Mistake(
                _by_day,
                "You go by the day. But two texts may have the same day, and then they run together: two meetings "
                "count as one, or two states meet that were in two places. What else tells texts apart?",
            ),
            Mistake(
                _by_year_only,
                "Both have been there in that year, but in one and the same text? Compare documents first, and take "
                "the year of each at the end.",
            ),
            Mistake(
                _pairs_of_rows,
                "A name may have two rows in one text, and then you count the text more than once. A set of documents "
                "forgets repetitions.",
            ),
            Mistake(
                _all_together,
                "That is the number over all years. Wanted is a dict: each year with its own number.",
                when=lambda result: isinstance(result, int),
            ),
            Mistake(
                _by_whole_day,
                "You count by day. The year is the first four characters of the date: `date[:4]`.",
            ),
            Mistake(
                _once_a_year,
                "The right years, and 1 for each. In some of them the two met more than once: add 1 to what is there "
                "already, `years.get(year, 0) + 1`.",
            ),
            Mistake(
                _with_zeros,
                "Right where they met. But you also have years with 0. Here such years are left out: the dict has only "
                "years with a meeting.",
            ),
            Mistake(
                _years_alone,
                "Those are the years. How often in each? Make a dict: the year, and the number of texts.",
                when=lambda result: isinstance(result, list | set | tuple),
            ),
            Mistake(
                _years_as_numbers,
                'The numbers are right. Only write the years as text, `"2019"`, as `date[:4]` gives them.',
                when=lambda result: isinstance(result, dict) and any(isinstance(year, int) for year in result),
            ),
        ],
        success="Being named in one text is what your function counts. Whether the two spoke to each other, no list of "
        "participants tells.",
    ),
    Exercise(
        "8.3",
        title="Shares, and years that are too small",
        level="stretch",
        points=3,
        stub="def shares(rows, theme, least):\n    ...",
        hints=[
            "A share is one number divided by another. Which two do you need for each year?",
            "Count for each year all sentences, and those with the theme, in two dicts. Then walk over the years: too "
            "few sentences give `None`, enough give the one number divided by the other.",
            "In the second loop: `if number < least: found[year] = None`, and else "
            "`found[year] = hits.get(year, 0) / number`.",
        ],
        answers=_shares,
        check=function_cases(_SHARES, compare=same_mapping()),
        alternatives=[_shares_by_lists, _shares_by_table],
        mistakes=[
            Mistake(
                _counts,
                "Those are counts. A year with more sentences has more of everything. Divide by the number of "
                "sentences of that year.",
            ),
            Mistake(
                _counts_always,
                "Those are counts, and `least` is not used. Divide by the number of sentences of the year, and ask "
                "first whether they are enough.",
            ),
            Mistake(
                _of_all,
                "You divide by the number of all sentences of all years. Then a year with few sentences has a small "
                "share, whatever it speaks about. Divide by those of its own year.",
            ),
            Mistake(
                _of_the_hits,
                "You divide by all sentences with the theme. That says which year has most of the theme, not how much "
                "of the year belongs to it. By what must you divide?",
            ),
            Mistake(
                _in_percent,
                "Those are percentages. A share goes from 0 to 1: leave the 100 out.",
            ),
            Mistake(
                _never_too_few,
                "`least` is not used: a year with a single sentence gets a share, too, and it can only be 0 or 1. What "
                "shall stand there instead?",
            ),
            Mistake(
                _one_too_many,
                "A year with exactly `least` sentences has enough. `<` or `<=`?",
            ),
            Mistake(
                _few_left_out,
                "A year with too few sentences is missing in your dict. Then it looks as if there had been no text at "
                "all. Give it `None`.",
            ),
            Mistake(
                _few_are_zero,
                "You give 0 to a year with too few sentences. But 0 says: we have looked, and the theme is not there. "
                "`None` says: too few to say.",
            ),
            Mistake(
                _few_hits,
                "You compare `least` with the number of sentences that have the theme. It is about all sentences of "
                "the year: a theme may be rare, and even 0 is a finding if the year is large enough.",
            ),
            Mistake(
                _no_zeros,
                "A year in which the theme does not occur is missing. Its share is 0, and that is a finding. Count "
                "its sentences, too.",
            ),
            Mistake(
                _zero_is_none,
                "You give `None` where the share is 0. Enough sentences and none with the theme: that is a 0. Do "
                "you ask `if share`? For 0 the answer is no.",
            ),
            Mistake(
                _whole_division,
                "Your shares are whole numbers: is there `//`, `int` or `round`? With `/` you keep what stands behind "
                "the point.",
            ),
            Mistake(
                _the_others,
                "Those are the sentences without the theme. Count those where `row[theme]` is true.",
            ),
            Mistake(
                _one_share,
                "That is one share for all years together. Wanted is a dict: each year with its own.",
                when=lambda result: isinstance(result, float | int),
            ),
        ],
        success="0 and `None` are two findings: “not there”, and “too few to say”. Where you draw the line, with "
        "`least`, is your decision, and the reader must be told.",
    ),
]
