# %% [markdown] editions="instructor"
# # Setting up the room
# **Needed:** Python 3.11 to 3.13 (none? install 3.13); for each copy 383 MB of disk; memory: 90 MB for JupyterLab, up to 170 MiB for each open notebook.
#
# ## The day before, with a network
# 1. Unpack the ZIP file where learners may write, **one copy for each**.
# 2. Open a terminal *in that folder*, and paste one line:
#
# | system | line |
# | --- | --- |
# | Windows, PowerShell | `py -m pip install uv; py -m uv run jupyter lab notebooks/00_start_here.ipynb` |
# | macOS, Linux | `python3 -m pip install uv && python3 -m uv run jupyter lab notebooks/00_start_here.ipynb` |
#
# 3. It fetches 100 MB, once: not with a class of 25. No start? [Help page](help.ipynb).
# 4. Lesson 00 opens. Click into the cell with `preflight()`; *Run*, *Run All Above Selected Cell*; Shift + Enter. **It works if the last line is** *All is well: the lessons will run on
#    this computer.* If not, do what stands beside *look*.
# 5. In the terminal Ctrl and C; if it asks, `y` and Enter. **Wi-Fi off; start again.**
#
# ## No network: the kit on a USB stick
# One kit for each Python and system *of the class*, gathered online:
#
#     python3 -m uv run --group test python -m publisher --kit FOLDER --python 3.13 --platform windows
#
# | part | what to know |
# | --- | --- |
# | line | PowerShell: `py`. Fetches tools once, 900 MB in all. FOLDER: new, outside of the course; 110 MB, no Python. `--instructor`: the solved notebooks, too |
# | Python | that of the class, 3.11 to 3.13, never 3.14. Tell learners: 3.13 |
# | system | `windows`, `macos` (Apple chip), `linux`, `linux-arm`; none: like yours |
# | set up | copy it (to `C:\course`); `.\start.bat install` or `sh start.sh install`: 600 MB in all. In class without `install` |
#
# **A locked computer:** ask for Python by version. No terminal: Binder, once you have published a copy, or the [handout](handout.ipynb).
#
# **Tried:** Linux, Chromium. **Not tried:** Windows, macOS, Binder: try one computer a week before. Then: [Teachers' guide](instructor/teachers_guide.ipynb).
