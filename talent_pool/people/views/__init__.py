"""The roster wizard under /desk/rosters/: for those who keep the staff of the organization they act for."""
