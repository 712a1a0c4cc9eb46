# %% [markdown] editions="instructor"
# # Setting up the room
# **Needed:** Python 3.11 or newer; 380 MB of disk; memory for a browser, for JupyterLab (90 MB) and for each open notebook (up to 155 MiB).
#
# ## The day before, with a network
# 1. Unpack the repository where learners may write, **one copy for each**.
# 2. Open a terminal *in that folder*, and paste one line:
#
# | system | line |
# | --- | --- |
# | Windows, PowerShell | `py -m pip install uv; py -m uv run jupyter lab notebooks/00_start_here.ipynb` |
# | macOS, Linux | `python3 -m pip install uv && python3 -m uv run jupyter lab notebooks/00_start_here.ipynb` |
#
# 3. The first time this fetches 100 MB (here in 14 seconds): do not leave it to a class of 25. Does it complain about pip? The [README](../README.md) helps.
# 4. Lesson 00 opens. Click into the cell with `preflight()`; *Run*, *Run All Above Selected Cell*; Shift + Enter. **It works if the last line is** *All is well: the lessons will run on
#    this computer.* If not, do what stands beside *look*.
# 5. Close without saving; press Ctrl and C in the terminal. **Wi-Fi off, and start again.**
#
# ## No network: the kit on a USB stick
# Gather it with a network, in the folder of the course, for the Python (3.11 to 3.13) and the system (`windows`, `macos`, `linux`) *of the class*:
#
#     python3 -m uv run --group test python -m publisher --kit FOLDER --python 3.12 --platform windows
#
# (PowerShell: `py`.) FOLDER is new and outside of the course; it gets 110 MB and brings no Python. Copy it to each computer; `start.bat install` or `sh start.sh install` sets it up (a minute,
# 600 MB). In class: the same without `install`.
#
# **A locked computer.** No Python: ask for it by version; nothing else needs an administrator. No way to the packages: the kit. No terminal: Binder (see the README), two at one
# computer, or the [handout](handout.ipynb).
#
# **Tried:** Linux, Python 3.11 and 3.13, Chromium. **Not tried:** Windows, macOS, Binder: try one computer a week before. Then: [Teachers' guide](instructor/teachers_guide.ipynb).
