#!/usr/bin/env bash
# A password in the keyring of the desktop: kept, used for a login, forgotten, and nowhere else.
#
#     servers.sh keyring.sh UNFREEZE    # built with the feature `keyring`
set -euo pipefail

program=$(realpath "$1")

# says STATUS TEXT COMMAND…: how it ends and what it says.
says() {
    local wanted=$1 text=$2 said status=0
    shift 2
    said=$("$@" --ui-lang en 2>&1) || status=$?
    [ "$status" = "$wanted" ] && grep -qF "$text" <<<"$said" || { echo "$*: $status, $said"; return 1; }
}

add=("$program" account add "$MAIL_USER" --server "$EXIM_TLS" --keyring)

if [ "${2:-}" != inside ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    mkdir -m 700 "$work/home" "$work/run"
    export HOME=$work/home XDG_DATA_HOME=$work/home XDG_RUNTIME_DIR=$work/run UNFREEZE_CONFIG_DIR=$work/config
    UNFREEZE_PASSWORD=$MAIL_PASSWORD says 77 '[keyring-unavailable]' env -u DBUS_SESSION_BUS_ADDRESS "${add[@]}"
    [ ! -e "$UNFREEZE_CONFIG_DIR" ] || { echo 'something was written in the place of the keyring'; exit 1; }
    dbus-run-session -- "$0" "$program" inside
    exit
fi

# It ends with its bus.
printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
UNFREEZE_PASSWORD=$MAIL_PASSWORD says 0 'account added' "${add[@]}"
says 0 'the server accepted the login' "$program" account check --ca-file "$MAIL_CA"
! grep -rlF "$MAIL_PASSWORD" "$HOME" "$UNFREEZE_CONFIG_DIR" || { echo 'the password is readable'; exit 1; }
cp "$UNFREEZE_CONFIG_DIR/accounts.toml" "$HOME"
says 0 'account removed' "$program" account remove "$MAIL_USER"
cp "$HOME/accounts.toml" "$UNFREEZE_CONFIG_DIR"
says 77 '[keyring-missing]' "$program" account check --ca-file "$MAIL_CA"
echo '   kept, used and forgotten by the keyring'
