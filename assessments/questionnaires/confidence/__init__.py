"""How sure a person is of each answer: told beside the result, never part of it."""
