"""Things to move in a notebook. Where widgets do not run, each shows a page or a table instead.

ipywidgets is imported when the first widget is made. A cell that is run again closes the widget that it made before.
"""

from helpers.widgets.alive import widgets_alive
from helpers.widgets.coding import codebook_bench
from helpers.widgets.communique import desk
from helpers.widgets.inspecting import inspector
from helpers.widgets.ladder import consensus_ladder
from helpers.widgets.marking import annotator
from helpers.widgets.memberships import membership_slider
from helpers.widgets.progress import progress_bar
from helpers.widgets.tagging import gazetteer_bench

__all__ = [
    "annotator",
    "codebook_bench",
    "consensus_ladder",
    "desk",
    "gazetteer_bench",
    "inspector",
    "membership_slider",
    "progress_bar",
    "widgets_alive",
]
