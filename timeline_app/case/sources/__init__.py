"""The texts a case points into: found, searched, shown and cited."""
