"""The rules of a playbook, one file for each thing that they are about."""
