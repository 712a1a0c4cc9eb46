# %% [markdown] editions="instructor"
# # What each lesson teaches, and which exercise checks it
# *What will they be able to do, and how would I know?*
#
# This page is for teachers. Use it to choose exercises for a shorter course, to write a syllabus, or to see what a mark in an exercise stands for.
#
# Each lesson promises in its first cell what a learner will be able to do. Every promise names the exercises that check it, and no exercise
# is without one. What a lesson tells on the way, and no exercise asks, is not listed here.
#
# **Where** says whether an exercise belongs to the core path of the lesson, for class, or to its part for home. **Minutes** stand beside an exercise
# only where its lesson states them for this one alone; the time line above each table and the plan in the lesson's first note give the others.
# **Level** says how an exercise is meant: *guided*, with the text leading the hand; *on your own*; or a *stretch* for those who want more. **Points** are
# those that `check` gives and that `progress` adds up ([how they become a grade](instructor/teachers_guide.ipynb)).

# %% [markdown] tags=["objectives"]
# An exercise may stand in more than one row, if it checks more than one thing; its points count once.
