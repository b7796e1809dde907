"""Brings the demo's content into the rooms, by the rooms' own actions and in the order of their dependence."""
