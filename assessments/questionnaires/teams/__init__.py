"""A team around one questionnaire: who has answered, what it thinks, what it agreed on."""
