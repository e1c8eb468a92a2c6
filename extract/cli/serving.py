"""`trichluc serve` and `trichluc publish`: the database in a browser, and a copy for the public."""

from __future__ import annotations

import json
import socket
from contextlib import closing
from pathlib import Path

import click

from extract.cli import database_option
from extract.errors import TrichlucError, WrongUsage


@click.command("serve")
@database_option()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8001,
    show_default=True,
    help="Port; 0 takes a free one.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Address to listen on; 0.0.0.0 lets other computers in.",
)
def serve_command(database: Path, port: int, host: str) -> int:
    """Browse the database with Datasette: read-only, in Vietnamese, without SQL of visitors."""
    from extract.store.migrations import open_read_only

    open_read_only(database).close()
    with closing(_listen(host, port)) as listener:
        import uvicorn

        from extract.browse.server import make_datasette

        shown = listener.getsockname()[1]
        click.echo(f"http://{host}:{shown}/  (Ctrl-C ends it)", err=True)
        config = uvicorn.Config(
            make_datasette(database).app(), log_level="warning", lifespan="on", workers=1
        )
        uvicorn.Server(config).run(sockets=[listener])
    return 0


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.socket(family)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
    except OSError as error:
        what = f"nobody can listen there ({error.strerror or error}); try another --port"
        raise PortError(f"{host}:{port}", what) from error
    return listener


class PortError(TrichlucError):
    cause = "port"
    stage = "command"
    remedy = "See trichluc serve --help."


@click.command("publish")
@database_option()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def publish_command(database: Path, folder: Path) -> int:
    """Write a clean read-only copy to FOLDER, with counts and metadata, ready to serve.

    Left out: paths of files, failures, runs. Beside it: the command, a systemd unit, an nginx
    site, and what Windows needs. Take a new folder each time, and switch the server.
    """
    from extract.browse.hosting import hosting_files
    from extract.browse.metadata import metadata_json
    from extract.browse.queries import DATABASE
    from extract.store.migrations import open_read_only
    from extract.store.publish import inspect, publish_copy

    copy = folder / f"{DATABASE}.db"
    if copy.exists():
        raise WrongUsage(str(copy), "it is there already; publish into a new folder")
    open_read_only(database).close()
    folder.mkdir(parents=True, exist_ok=True)
    publish_copy(database, copy)
    counts = {DATABASE: inspect(copy)}
    files = {
        "counts.json": (json.dumps(counts, indent=1) + "\n").encode("ascii"),
        "datasette_metadata.json": metadata_json().encode("ascii"),
        **hosting_files(),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    for name in (copy.name, *files):
        click.echo(str(folder / name))
    return 0
