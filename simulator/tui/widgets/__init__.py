"""What screens are made of: each shows a value and tells of what was done."""
