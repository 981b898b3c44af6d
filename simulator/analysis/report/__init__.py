"""The analysis of a scenario as plain values: what `rolecall analyse` prints, for people and for programs."""
