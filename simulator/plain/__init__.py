"""The same calls line by line: for screen readers, pipes and scripts. No escape sequence, no box, one prompt a line."""
