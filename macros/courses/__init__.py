"""What is taught: the rules of courses and plans, and their packages. Runs in the page as well.

Pure Python without files, clock and chance, like the engine, for the composer runs it in a browser.
"""
