"""The command line."""

from timeline_app.case.collector import collector_resting

with collector_resting():  # what is imported stays: to look at it again and again is in vain
    from timeline_app.cli.main import main

__all__ = ["main"]
