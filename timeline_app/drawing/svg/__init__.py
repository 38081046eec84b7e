"""Pictures as SVG: a writer behind the painter's protocol, and the whole document."""
