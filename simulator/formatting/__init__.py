"""One layout for every file of calls and rubrics: quotes, indentation, width. Order and comments are left alone.

Pure: text in, text out. A file that the language refuses is not formatted, and a layout that would say anything else
than the file did is never handed out; only a call in French gets the no-break spaces that it lacks.
"""
