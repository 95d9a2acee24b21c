"""A questionnaire as one SQL statement, for warehouses: whole numbers only, row by row."""
