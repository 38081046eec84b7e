"""Two compared cases on shared axes, and the lines that join their pairs."""
