"""What is read in rows, as plain text, and the files that hold it: CSV, Markdown, HTML. No Qt."""
