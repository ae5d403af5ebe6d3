"""HOW WELL QUESTIONS ARE UNDERSTOOD: cases of files, and readings held against them."""
