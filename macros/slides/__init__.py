"""Slides to teach from: built once from a module or a course, shown by PowerPoint and the page."""
