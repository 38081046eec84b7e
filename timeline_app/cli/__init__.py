"""The command line."""

from timeline_app.cli.main import main

__all__ = ["main"]
