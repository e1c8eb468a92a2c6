"""The database: one description of its tables, and what writes, checks and asks it."""
