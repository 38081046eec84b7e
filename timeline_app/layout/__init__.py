"""From a solved case to positions in pixels. numpy, no Qt."""
