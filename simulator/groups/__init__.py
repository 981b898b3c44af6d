"""What a group of trainees can do, and where it loses points: pure figures, and the rows that they are made from."""
