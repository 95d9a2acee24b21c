"""From playbook_data to a checked playbook in memory, and on to a staged tree of pages."""
