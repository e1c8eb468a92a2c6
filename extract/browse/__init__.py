"""Datasette over the database: metadata from the schema, and a plugin for what SQL cannot do.

This package is the plugin: Datasette finds `templates/` and `static/` beside it.
"""

from extract.browse.plugin import (
    asgi_wrapper,
    extra_template_vars,
    prepare_connection,
    render_cell,
)

__all__ = ["asgi_wrapper", "extra_template_vars", "prepare_connection", "render_cell"]
