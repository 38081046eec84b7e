"""A case, or a comparison of two, as pages for a report."""

from timeline_app.pictures.case_png import case_png

__all__ = ["case_png"]
