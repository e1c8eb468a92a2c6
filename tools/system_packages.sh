#!/bin/sh
# Install the Debian packages that a purpose needs, where we may; say what is left out where not.
#   system_packages.sh venv|run|test
set -u
missing() { command -v "$1" >/dev/null 2>&1 || printf ' %s' "$2"; }

case "${1:-run}" in
  venv)
    python="${PYTHON:-python3}"
    wanted=$(missing "$python" "python3 python3-venv")
    "$python" -c 'import ensurepip' >/dev/null 2>&1 || wanted="$wanted python3-venv"
    effect="no virtual environment can be made" ;;
  run)
    wanted="$(missing tesseract tesseract-ocr)$(missing soffice libreoffice-writer)"
    tesseract --list-langs 2>/dev/null | grep -qx vie || wanted="$wanted tesseract-ocr-vie"
    effect="scanned pages and old Word files will not be read" ;;
  test)
    wanted=$(missing chromium chromium)
    ldconfig -p 2>/dev/null | grep -q libpangoft2-1.0 || wanted="$wanted libpango-1.0-0 libpangoft2-1.0-0"
    fc-list 2>/dev/null | grep -qi 'dejavu' || wanted="$wanted fonts-dejavu-core fontconfig"
    effect="the tests that need them are skipped" ;;
  *) echo "usage: $0 venv|run|test" >&2; exit 2 ;;
esac
[ -z "$wanted" ] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "Not a Debian-like system; left out:$wanted ($effect)." >&2
  exit 0
fi
if [ "$(id -u)" = 0 ]; then as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo -n"
else
  echo "No right to install system packages; left out:$wanted ($effect)." >&2
  echo "With that right: apt-get install$wanted" >&2
  exit 0
fi
echo "Installing system packages:$wanted" >&2
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # words are package names
$as_root apt-get update -qq >/dev/null 2>&1
# shellcheck disable=SC2086
if ! $as_root apt-get install -y -qq --no-install-recommends $wanted >/dev/null 2>&1; then
  echo "Installing failed; left out:$wanted ($effect)." >&2
fi
exit 0
