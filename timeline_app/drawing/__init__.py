"""From positions to a painted picture, through one small protocol that every surface serves."""
