"""The inventory of personal fields: each room declares its own in `personal.py`; a wall test asks for each."""
