"""Sample plans of invented units, their gold, and the sources both are made from."""
