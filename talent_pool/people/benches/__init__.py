"""What `dev bench import` measures: the steps of an import, what each costs, and a roster of any size."""
