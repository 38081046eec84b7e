"""A desktop viewer for case chronologies: what a source establishes, how firmly, and where."""

__version__ = "0.1.0"
