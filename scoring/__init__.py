"""What a call was worth: rubrics, evidence, yardsticks and scorecards, as values and arithmetic alone."""
