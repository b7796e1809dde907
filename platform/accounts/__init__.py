"""The person who signs in and the handles they are found by: phone, staff number with a firm's code."""
