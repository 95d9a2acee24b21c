"""What each file of playbook_data must look like, as data; and a file laid against it."""
