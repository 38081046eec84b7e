"""The widgets. Each shows the session and speaks to it, never to another widget."""
