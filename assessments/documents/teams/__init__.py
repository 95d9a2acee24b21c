"""A session of a team in words: attendance, the view of the team, two sides, one page."""
