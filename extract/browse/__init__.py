"""Datasette over the database: metadata from the schema, pages of ours, a plugin for the rest.

This package is the plugin: Datasette finds `templates/` and `static/` beside it.
"""

from extract.browse.plugin import (
    asgi_wrapper,
    extra_template_vars,
    handle_exception,
    prepare_connection,
    prepare_jinja2_environment,
    register_output_renderer,
    register_routes,
    render_cell,
    skip_csrf,
    startup,
)

__all__ = [
    "asgi_wrapper",
    "extra_template_vars",
    "handle_exception",
    "prepare_connection",
    "prepare_jinja2_environment",
    "register_output_renderer",
    "register_routes",
    "render_cell",
    "skip_csrf",
    "startup",
]
