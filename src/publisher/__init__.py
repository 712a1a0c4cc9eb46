"""Turns src/lessons into notebooks: one source, an edition for learners and one for instructors.

The way of a page through the publisher is the order of the modules: `pages` (which files there are) -> `source` (the
cells of one file) -> `names`, `exercises`, `markdown`, `quizzes`, `objectives`, `minutes`, `notes` and `rules`
(everything that must hold, all complaints at once) -> `course` (all of this for all pages) -> `editions` (the
notebooks, not yet run) -> `execute` and `outputs` (run, and made the same on every machine) -> `disk` (written, unless
somebody has worked there). `build` is that way from end to end; `check` compares what lies on disk with what `editions`
derives.
"""
