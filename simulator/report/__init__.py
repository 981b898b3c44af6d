"""What is written for other programs and for paper: diagrams and pages, as text. Pure but for its own data files."""
