"""One module a plan; `PLAN` in each is rendered to a file and to its gold."""
