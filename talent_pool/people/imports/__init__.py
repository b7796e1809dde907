"""The wizard over the rosters: a file is kept, looked at, corrected, written, perhaps undone. See docs/rosters.md.

actions: what HR does. shown_rows, understood, page: what the screens draw. memory: what HR said once. fault_sheet: the
rows that were not written. todos: what waits on the desk.
"""
