"""The one exception that the helpers raise on bad input: a sentence for a person, not a traceback."""

from __future__ import annotations


class CourseError(ValueError):
    """Bad input, told in one sentence: what was wrong and what to do about it.

    IPython asks an exception how it wants to be shown. This one answers with its sentence alone, so a learner reads
    what to do instead of twenty lines of code that they did not write. The cell still counts as failed.

    Examples
    --------
    >>> CourseError("The text is empty: give me at least one sentence.")._render_traceback_()
    ['The text is empty: give me at least one sentence.']
    """

    def _render_traceback_(self) -> list[str]:
        return [str(self)]
