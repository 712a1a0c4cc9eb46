"""Dates as communiqués write them: 22 January 2014, 16-17 September 2021, May 4-5, 2023, in 2014."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from helpers import reference
from helpers.errors import CourseError

_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
_TO = r"(?: ?- ?| and | to | or )"
_BEFORE_YEAR = [
    "in",
    "of",
    "since",
    "until",
    "till",
    "by",
    "from",
    "to",
    "for",
    "through",
    "during",
    "before",
    "after",
    "and",
    "year",
    "years",
    "towards",
    "between",
    "early",
    "late",
    "mid",
    "the",
    "or",
    "summer",
    "spring",
    "autumn",
    "winter",
    "fall",
    "throughout",
    "around",
]
_BEFORE_MONTH = [
    "in",
    "of",
    "since",
    "until",
    "till",
    "by",
    "during",
    "last",
    "next",
    "this",
    "early",
    "late",
    "mid",
    "from",
    "through",
    "every",
]


@cache
def _months() -> dict[str, int]:
    table = reference.words("months")
    numbers = {row.name.lower(): int(row.number) for row in table.itertuples()}
    for row in table.itertuples():
        numbers |= {short.lower(): int(row.number) for short in row.abbreviation.split(";") if short}
    return numbers


@cache
def _pattern() -> re.Pattern[str]:
    month = "(?:" + "|".join(sorted((name.title() for name in _months()), key=len, reverse=True)) + r")\b\.?"
    month_or_capitals = rf"(?:{month}|(?:{'|'.join(name.upper() for name in _months() if len(name) > 3)})\b)"
    day_month = rf"{_DAY}(?: of)? {month_or_capitals}"
    forms = [
        rf"{day_month},?(?: {_YEAR})?{_TO}{day_month}(?:,? {_YEAR})?",  # 30 June - 1 July 2020
        rf"{_DAY}(?:(?:, {_DAY}){{0,9}}{_TO}{_DAY})?(?: of)? {month_or_capitals}(?:,? {_YEAR})?",  # 16-17 September
        rf"{month_or_capitals} {_DAY}(?:{_TO}(?:{month} )?{_DAY})?(?:,? {_YEAR})?(?!\d)",  # May 4-5, 2023
        rf"{month_or_capitals}(?:{_TO}{month})?,? {_YEAR}",  # June 2011
        rf"{_YEAR}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])",  # 2014-01-22
        rf"(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./]{_YEAR}",  # 22.01.2014
        rf"(?P<years>(?P<first>{_YEAR})(?:[-/](?:{_YEAR}|\d\d))?)",  # 2014, 2021-2022
        rf"(?P<month>{month})",
    ]
    return re.compile(rf"(?:{'|'.join(forms)})(?![\w/]|[.,]\d|-\d)")


@cache
def _beginning() -> re.Pattern[str]:
    """Match the first character of what may be a date: a digit, or that of a month, of which two letters follow."""
    names = {written for name in _months() for written in (name.title(), name.upper())}
    months = "|".join(rf"(?<={name[0]}){name[1:]}" for name in sorted({name[:3] for name in names}))
    first = "0-9" + "".join(sorted({name[0] for name in names}))
    return re.compile(rf"[{first}](?<![\w./-].)(?:(?<=\d)|(?={months}))")


def find_dates(folded: str) -> Iterator[tuple[int, int, str]]:
    """Find calendar dates in a folded text.

    Parameters
    ----------
    folded : str
        The text of a `Folded`.

    Yields
    ------
    tuple
        Start, end (exclusive) and the date in ISO form: a day, a month, a year, or two of them with a slash between.
        The last item is empty where the text does not give the year.

    Examples
    --------
    >>> list(find_dates("held on 16-17 September 2021"))
    [(8, 28, '2021-09-16/2021-09-17')]
    >>> list(find_dates("resolution 2014 may be read in 2014"))
    [(31, 35, '2014')]
    """
    done = 0
    for beginning in _beginning().finditer(folded):
        match = _pattern().match(folded, beginning.start()) if beginning.start() >= done else None
        if match is None:
            continue
        start, end = match.span()
        done = end
        if match["years"] and not _is_year(folded, start, end):
            continue
        if match["month"] and _word_before(folded, start) not in _BEFORE_MONTH:
            continue
        if folded[end - 1] == ".":
            end -= 1
        yield start, end, iso_of(folded[start:end])


_LAST_WORD = re.compile(r"([A-Za-z]+)[ -]\Z")


def _word_before(folded: str, start: int) -> str:
    before = _LAST_WORD.search(folded, max(0, start - 20), start)
    return before[1].lower() if before else ""


def _is_year(folded: str, start: int, end: int) -> bool:
    """Tell a year from another number of four digits by its neighbors."""
    in_brackets = folded[start - 1 : start] == "(" and folded[end : end + 1] in {")", "-"}
    return in_brackets or _word_before(folded, start) in _BEFORE_YEAR or "-" in folded[start:end]


@lru_cache(maxsize=10_000)
def iso_of(date: str) -> str:
    """Write a date that was found in a text in ISO form.

    Parameters
    ----------
    date : str
        For example ``"22 January 2014"``.

    Returns
    -------
    str
        For example ``"2014-01-22"``; empty where there is no year or no such day.

    Examples
    --------
    >>> iso_of("5 April 2010"), iso_of("June 2011"), iso_of("28-30 April"), iso_of("31 February 2014")
    ('2010-04-05', '2011-06', '', '')
    """
    if re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        return _checked(date)
    if numeric := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", date):
        return _checked(f"{numeric[3]}-{int(numeric[2]):02}-{int(numeric[1]):02}")
    if years := re.fullmatch(r"(\d{4})[-/](\d{2}|\d{4})", date):
        return f"{years[1]}/{years[1][: 4 - len(years[2])]}{years[2]}"
    numbers = [int(number) for number in re.findall(r"\d+", date)]
    months = [_months()[word.lower()] for word in re.findall(r"[A-Za-z]+", date) if word.lower() in _months()]
    years = [number for number in numbers if number > 31]
    days = [number for number in numbers if number <= 31]
    if not years:
        return ""
    if not months:
        return str(years[-1])
    if not days:
        return "/".join(f"{years[-1]}-{month:02}" for month in months)
    ends = {(years[0], months[0], days[0]), (years[-1], months[-1], days[-1])}
    return "/".join(_checked(f"{year}-{month:02}-{day:02}") for year, month, day in sorted(ends)).strip("/")


def _checked(day: str) -> str:
    try:
        return datetime.date.fromisoformat(day).isoformat()
    except ValueError:
        return ""


def as_day(on: datetime.date | str) -> str:
    """Take a day in the forms in which people give it, and return it in ISO form.

    Parameters
    ----------
    on : datetime.date or str
        A date, or a str in ISO form.

    Returns
    -------
    str
        For example ``"2014-01-22"``.

    Raises
    ------
    CourseError
        If it is no date.

    Examples
    --------
    >>> as_day(datetime.date(2014, 1, 22))
    '2014-01-22'
    """
    if isinstance(on, datetime.date):
        return on.isoformat()[:10]
    if isinstance(on, str):
        try:
            return datetime.date.fromisoformat(on.strip()[:10] if "T" in on else on.strip()).isoformat()
        except ValueError:
            pass
    if isinstance(on, int):
        raise CourseError(
            f"{on!r} is no date. Write it in quotes, for example '2014-01-22': without them Python sees minus signs."
        )
    raise CourseError(f"{on!r} is no date. Write it as year-month-day, for example '2014-01-22'.")
