"""What an office needs to serve a published copy: the command, and services around it.

Everything is made of the settings of `extract.browse.metadata`, so that no copy serves with others.
"""

from __future__ import annotations

from extract.browse.metadata import HEADERS, SETTINGS
from extract.browse.queries import DATABASE

_PORT = 8001


def hosting_files() -> dict[str, bytes]:
    """Return file name -> content, to stand beside the copy in its folder."""
    return {
        "command.txt": (" \\\n  ".join(_words()) + "\n").encode("ascii"),
        "trichluc.service": _service().encode("ascii"),
        "nginx.conf": _nginx().encode("ascii"),
        "serve.cmd": _lines_of_windows(_serve_cmd()).encode("ascii"),
        "windows.txt": _lines_of_windows(_WINDOWS).encode("utf-8-sig"),  # Notepad reads it so
    }


def _words() -> list[str]:
    """Return the command that serves the copy, run in its folder."""
    return [
        f"datasette serve -i {DATABASE}.db",
        "--inspect-file counts.json -m datasette_metadata.json",
        *(f"--setting {name} {int(value)}" for name, value in SETTINGS.items()),
    ]


def _service() -> str:
    words = " \\\n  ".join([*_words(), f"--host 127.0.0.1 --port {_PORT}"])
    return f"""# systemd: copy to /etc/systemd/system/, then: systemctl enable --now trichluc
# /srv/trichluc/current is a link to the folder of the newest copy. To show a new one: publish into
# a new folder, move the link, systemctl restart trichluc.
[Unit]
Description=Archive of administrative plans (Datasette, read-only)
After=network.target

[Service]
WorkingDirectory=/srv/trichluc/current
Environment=PYTHONUTF8=1
ExecStart=/opt/trichluc/.venv/bin/{words}
Restart=on-failure
DynamicUser=yes
MemoryMax=600M
NoNewPrivileges=yes
CapabilityBoundingSet=
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectControlGroups=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
IPAddressDeny=any
IPAddressAllow=localhost

[Install]
WantedBy=multi-user.target
"""


def _nginx() -> str:
    names = "\n".join(f"    proxy_hide_header {name};" for name in HEADERS)
    values = "\n".join(
        f'    add_header {name} "{value}" always;' for name, value in HEADERS.items()
    )
    return f"""# nginx: copy to /etc/nginx/conf.d/trichluc.conf and set server_name.
limit_req_zone $binary_remote_addr zone=trichluc:10m rate=10r/s;

server {{
    listen 80;
    server_name kho.example.vn;
    client_max_body_size 300k;
    gzip on;
    gzip_proxied any;
    gzip_types application/json application/atom+xml text/css text/csv text/calendar image/svg+xml;

    # The program sends these too; said here, they hold for the pages of nginx itself.
{names}
{values}

    proxy_set_header Host $host;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_read_timeout 60s;

    location / {{
        limit_req zone=trichluc burst=40 nodelay;
        limit_except GET POST {{ deny all; }}
        proxy_pass http://127.0.0.1:{_PORT};
    }}
    # What Datasette says of itself (versions, plugins, settings) is nobody's business.
    location /-/ {{ return 403; }}
    location ~ ^/-/static(-plugins)?/ {{
        expires 30d;
        proxy_pass http://127.0.0.1:{_PORT};
    }}
    # Crawlers read plans, not every filter and facet of every table.
    location = /robots.txt {{
        default_type text/plain;
        return 200 "User-agent: *\\nDisallow: /*?\\nDisallow: /*.csv\\nDisallow: /*.json\\n";
    }}
}}
"""


def _serve_cmd() -> str:
    words = " ^\n  ".join([*_words(), f"--host 0.0.0.0 --port {_PORT} >> server.log 2>&1"])
    return f"""@echo off
cd /d "%~dp0"
set PYTHONUTF8=1
C:\\trichluc\\.venv\\Scripts\\{words}
"""


_WINDOWS = f"""Chạy kho kế hoạch trên máy chủ Windows (không cần internet)

1. Cài Python 3.11 trở lên cho mọi người dùng. Trên một máy có internet, cùng bản Windows và Python:
     pip download trichluc -d goi
   Chép thư mục goi sang máy chủ, rồi:
     py -m venv C:\\trichluc\\.venv
     C:\\trichluc\\.venv\\Scripts\\pip install --no-index --find-links goi trichluc
2. Chép cả thư mục này vào C:\\trichluc\\kho. Chạy thử: bấm đúp serve.cmd, mở http://localhost:{_PORT}
3. Cho chạy khi máy khởi động, không cần ai đăng nhập (mở Command Prompt bằng quyền quản trị):
     schtasks /create /tn trichluc /sc onstart /ru "NT AUTHORITY\\LOCAL SERVICE" /tr C:\\trichluc\\kho\\serve.cmd
     icacls C:\\trichluc\\kho /grant "NT AUTHORITY\\LOCAL SERVICE:(OI)(CI)M"
   Task Scheduler dừng tác vụ sau 3 ngày: bỏ chọn “Stop the task if it runs longer than”.
4. Chỉ mở tường lửa cho mạng của cơ quan:
     netsh advfirewall firewall add rule name=trichluc dir=in action=allow protocol=TCP localport={_PORT} remoteip=localsubnet
5. Khởi động lại máy, mở http://TÊN-MÁY-CHỦ:{_PORT} từ một máy khác. Nhật ký: server.log.
6. Bản mới: trichluc publish vào một thư mục mới, dừng tác vụ, thay thư mục, chạy lại tác vụ. Tệp
   đang phục vụ không thay được tại chỗ.
"""  # noqa: E501 - commands to be copied stand on one line


def _lines_of_windows(text: str) -> str:
    return text.replace("\n", "\r\n")
