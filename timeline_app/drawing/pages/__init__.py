"""Pages that leave the program: their sizes, the words round a chart, the list of events."""
