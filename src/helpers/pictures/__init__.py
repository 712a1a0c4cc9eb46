"""Every picture of the course, with what it shows in words and the table behind it."""

from helpers.pictures.bands import draw_participants, draw_statements
from helpers.pictures.charts import draw_frequencies, draw_scores
from helpers.pictures.comparison import show_comparison
from helpers.pictures.grids import draw_confusion, draw_theme_map, draw_theme_pairs
from helpers.pictures.lines import show_concordance
from helpers.pictures.marks import show_spans
from helpers.pictures.page import Page
from helpers.pictures.picture import Picture
from helpers.pictures.sheet import cut_lines, show_sheet
from helpers.pictures.timeline import draw_memberships
from helpers.pictures.years import draw_over_time

__all__ = [
    "Page",
    "Picture",
    "cut_lines",
    "draw_confusion",
    "draw_frequencies",
    "draw_memberships",
    "draw_over_time",
    "draw_participants",
    "draw_scores",
    "draw_statements",
    "draw_theme_map",
    "draw_theme_pairs",
    "show_comparison",
    "show_concordance",
    "show_sheet",
    "show_spans",
]
