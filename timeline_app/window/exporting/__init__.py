"""Pictures and tables that leave the window: to a file, the clipboard or a printer.

A dialog shows the pages before anything is made. What it makes is made off the GUI thread, from the
same sheets that it shows.
"""
