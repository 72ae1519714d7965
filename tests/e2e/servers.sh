#!/usr/bin/env bash
# Runs a command beside two real mail servers, Postfix and Exim, and stops them however it ends.
#
#     tests/e2e/servers.sh COMMAND…
#
# Both take mail for anybody after a login over TLS, by STARTTLS and from the first byte, and put it into files with the
# line ends it came with. Postfix, a smart host besides, takes mail from this machine without either. Everything is in a
# folder of its own; nothing of the machine's own mail is touched. Needs root, because Postfix does.
#
# The command finds in its environment: MAIL_CA, MAIL_USER, MAIL_PASSWORD; POSTFIX_TLS, POSTFIX_STARTTLS, POSTFIX_LOCAL,
# EXIM_TLS, EXIM_STARTTLS (addresses as `--server` takes them); POSTFIX_MAIL, EXIM_MAIL (folders of files).
set -euo pipefail

# Below /tmp, because other users have to get there: servers give their rights away.
place=$(mktemp -d /tmp/unfreeze-servers.XXXXXX)
chmod 755 "$place"
exim=''

stop() {
    status=$?
    trap - EXIT
    [ ! -f "$place/postfix/main.cf" ] || postfix -c "$place/postfix" stop >/dev/null 2>&1 || true
    # Whoever of them lives a moment longer makes its folders anew.
    for signal in TERM 0 0 0 0 0 0 0 0 KILL; do
        [ -n "$exim" ] && kill -"$signal" -- "-$exim" 2>/dev/null || break
        sleep 0.2
    done
    [ "$status" = 0 ] || tail -n 40 "$place/postfix/log" "$place/exim/log/main" "$place/exim/out" >&2 2>/dev/null || true
    rm -rf "$place"
    exit "$status"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Five ports that nobody has.
read -r tls starttls local_port exim_tls exim_starttls < <(python3 -c '
import socket
sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(5)]
print(*(s.getsockname()[1] for s in sockets))')

export MAIL_USER=shop@example.com MAIL_PASSWORD='fake-code-qzxw-4711' MAIL_CA=$place/ca.pem
export POSTFIX_TLS=smtps://localhost:$tls POSTFIX_STARTTLS=smtp://localhost:$starttls
export POSTFIX_LOCAL=smtp+plain://localhost:$local_port POSTFIX_MAIL=$place/postfix-mail
export EXIM_TLS=smtps://localhost:$exim_tls EXIM_STARTTLS=smtp://localhost:$exim_starttls EXIM_MAIL=$place/exim/mail/new

# An authority, and one certificate of its for both servers.
certificates() {
    local key=(-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2)
    openssl req -x509 "${key[@]}" -keyout "$place/ca.key" -out "$place/ca.pem" -subj '/CN=Test authority' \
        -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign
    openssl req "${key[@]}" -keyout "$place/key.pem" -out "$place/request.pem" -subj /CN=localhost
    openssl x509 -req -in "$place/request.pem" -CA "$place/ca.pem" -CAkey "$place/ca.key" -CAcreateserial -days 2 \
        -extfile <(printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth\n') -out "$place/cert.pem"
    chmod 600 "$place/ca.key" "$place/key.pem"
}

start_postfix() {
    local here=$place/postfix
    mkdir -p "$here/sasl" "$place/postfix-queue" "$place/postfix-data" "$POSTFIX_MAIL"
    chown postfix "$place/postfix-data"
    chown nobody "$POSTFIX_MAIL"
    printf '#!/bin/sh\ncat > "%s/.$1" && mv "%s/.$1" "%s/$1.eml"\n' "$POSTFIX_MAIL" "$POSTFIX_MAIL" "$POSTFIX_MAIL" >"$here/keep"
    chmod 755 "$here/keep"
    printf 'pwcheck_method: auxprop\nauxprop_plugin: sasldb\nsasldb_path: %s\nmech_list: PLAIN LOGIN\n' "$here/sasl/db" >"$here/sasl/smtpd.conf"
    printf %s "$MAIL_PASSWORD" | saslpasswd2 -p -c -f "$here/sasl/db" -u "${MAIL_USER#*@}" "${MAIL_USER%@*}"
    chown postfix "$here/sasl/db"

    cat >"$here/main.cf" <<END
compatibility_level = 3.6
queue_directory = $place/postfix-queue
data_directory = $place/postfix-data
maillog_file = $here/log
maillog_file_prefixes = $place
myhostname = localhost
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = loopback-only
inet_protocols = ipv4
smtpd_peername_lookup = no
alias_maps =
alias_database =
message_size_limit = 41943040
# Everybody's mail becomes a file.
default_transport = keep
local_transport = keep
relay_transport = keep
virtual_transport = keep
keep_destination_recipient_limit = 100
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_sasl_auth_enable = yes
smtpd_sasl_path = smtpd
cyrus_sasl_config_path = $here/sasl
smtpd_tls_auth_only = yes
smtpd_tls_security_level = encrypt
smtpd_tls_cert_file = $place/cert.pem
smtpd_tls_key_file = $place/key.pem
smtp_tls_security_level = none
END
    cat >"$here/master.cf" <<END
127.0.0.1:$starttls inet n - n - - smtpd
127.0.0.1:$tls inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
127.0.0.1:$local_port inet n - n - - smtpd -o smtpd_tls_security_level=none -o smtpd_sasl_auth_enable=no
  -o smtpd_relay_restrictions=permit_mynetworks,reject
keep unix - n n - 1 pipe flags= user=nobody eol=\\r\\n argv=$here/keep \${queue_id}
postlog unix-dgram n - n - 1 postlogd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
tlsmgr unix - - n 1000? 1 tlsmgr
anvil unix - - n - 1 anvil
error unix - - n - - error
retry unix - - n - - error
scache unix - - n - 1 scache
proxymap unix - - n - - proxymap
END
    postfix -c "$here" start 2>&1 | grep -v 'mail system$' || true
}

# Debian cannot have both installed, so Exim is only unpacked: it comes in target/exim by `.ci/run packages`. It knows
# nobody called Debian-exim here, so it is told that this is nobody; and it has no rights to give away.
start_exim() {
    local here=$place/exim unpacked=$PWD/target/exim
    mkdir -p "$here/mail" "$here/spool" "$here/log"
    cp "$unpacked/usr/sbin/exim4" "$here/exim4"
    chmod 755 "$here/exim4"
    printf 'root:x:0:0::/:/bin/sh\nDebian-exim:x:65534:65534::/:/bin/sh\n' >"$here/passwd"
    printf 'root:x:0:\nDebian-exim:x:65534:\n' >"$here/group"
    cat >"$here/exim" <<END
#!/bin/sh
export LD_PRELOAD=libnss_wrapper.so NSS_WRAPPER_PASSWD=$here/passwd NSS_WRAPPER_GROUP=$here/group
exec $here/exim4 "\$@"
END
    chmod 755 "$here/exim"
    cp "$place/cert.pem" "$place/key.pem" "$here"
    cat >"$here/conf" <<END
exim_path = $here/exim
deliver_drop_privilege
keep_environment =
spool_directory = $here/spool
log_file_path = $here/log/%s
pid_file_path = $here/exim.pid
primary_hostname = localhost
local_interfaces = 127.0.0.1
daemon_smtp_ports = $exim_starttls : $exim_tls
tls_on_connect_ports = $exim_tls
tls_advertise_hosts = *
tls_certificate = $here/cert.pem
tls_privatekey = $here/key.pem
auth_advertise_hosts = \${if def:tls_in_cipher {*}{}}
message_size_limit = 40M
host_lookup =
rfc1413_query_timeout = 0s
acl_smtp_rcpt = rcpt
begin acl
rcpt:
  accept authenticated = *
  deny
begin routers
all:
  driver = accept
  transport = file
begin transports
file:
  driver = appendfile
  directory = $here/mail
  maildir_format
  use_crlf
  batch_max = 100
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and {{eq{\$auth2}{$MAIL_USER}}{eq{\$auth3}{$MAIL_PASSWORD}}}}
  server_set_id = \$auth2
END
    chown -R nobody:nogroup "$here"
    setsid setpriv --reuid=65534 --regid=65534 --clear-groups "$here/exim" -C "$here/conf" -bdf >"$here/out" 2>&1 &
    exim=$!
}

# until_open PORT…: both need a moment.
until_open() {
    local port
    for port in "$@"; do
        for _ in $(seq 100); do
            ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || continue 2
            sleep 0.1
        done
        echo "nobody answers at port $port" >&2
        return 1
    done
}

certificates 2>"$place/openssl" || { cat "$place/openssl" >&2; exit 1; }
start_postfix
start_exim
until_open "$tls" "$starttls" "$local_port" "$exim_tls" "$exim_starttls"
"$@"
