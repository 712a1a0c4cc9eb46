"""Turns src/lessons into notebooks: one source, an edition for learners and one for instructors.

The way of a page through the publisher is the order of the modules: `pages` (which files there are) -> `source` (the
cells of one file) -> `rules`, `markdown` and `names` (everything that must hold, all complaints at once) -> `editions`
(the notebooks, not yet run) -> `execute` and `outputs` (run, and made the same on every machine) -> `build` (written).
`check` compares what lies on disk with what `editions` derives.
"""
