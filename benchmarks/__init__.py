"""What the program costs, each figure against a floor taken in the same run."""
