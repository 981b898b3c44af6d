"""What changed in meaning between two forms of a call: in what is written, and in where calls end. Pure."""
