"""Pictures as PDF: a surface with real text, and what the finished document needs."""
