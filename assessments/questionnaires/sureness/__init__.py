"""How sure a tier or class is: how many other weightings give the same one."""
