"""From the raw text of a diplomatic press release to who met, in what capacity, about what, and who says so."""
