"""Does this evidence carry these words? Pure functions, for both engines, `check` and the evaluation."""
