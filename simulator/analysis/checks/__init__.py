"""What is wrong with a call as a machine (E4): one file for each check, with its code and its words."""
