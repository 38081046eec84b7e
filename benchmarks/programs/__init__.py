"""Programs of one window each, which tell when they have painted; `starting` runs them."""
