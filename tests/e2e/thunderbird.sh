#!/usr/bin/env bash
# Opens a draft in Thunderbird, in a throwaway profile on a screen of its own, and looks whether it is ready to be sent:
# a compose window with the draft's subject, not a reading pane.
#
#     thunderbird.sh DRAFT.eml SCREENSHOT.png
set -euo pipefail

draft=$(realpath "$1")
picture=$2
subject=$(python3 -c 'import email, email.policy, sys
print(email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)["Subject"])' "$draft")

folder=$(mktemp -d)
screen=''
program=''
finish() {
    [ -z "$program" ] || kill -- "-$program" 2>/dev/null || true
    [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT

mkdir "$folder/profile" "$folder/home" "$folder/run"
chmod 700 "$folder/run"
cat >"$folder/profile/user.js" <<'PREFS'
// One account that never reaches anything, so that no wizard stands in front of the draft.
user_pref("mail.accountmanager.accounts", "account1,account2");
user_pref("mail.accountmanager.defaultaccount", "account1");
user_pref("mail.accountmanager.localfoldersserver", "server2");
user_pref("mail.account.account1.server", "server1");
user_pref("mail.account.account1.identities", "id1");
user_pref("mail.account.account2.server", "server2");
user_pref("mail.identity.id1.fullName", "Shop");
user_pref("mail.identity.id1.useremail", "shop@example.com");
user_pref("mail.identity.id1.valid", true);
user_pref("mail.identity.id1.smtpServer", "smtp1");
user_pref("mail.server.server1.type", "pop3");
user_pref("mail.server.server1.hostname", "127.0.0.1");
user_pref("mail.server.server1.port", 9);
user_pref("mail.server.server1.name", "shop@example.com");
user_pref("mail.server.server1.userName", "shop@example.com");
user_pref("mail.server.server1.login_at_startup", false);
user_pref("mail.server.server1.check_new_mail", false);
user_pref("mail.server.server2.type", "none");
user_pref("mail.server.server2.hostname", "Local Folders");
user_pref("mail.server.server2.name", "Local Folders");
user_pref("mail.server.server2.userName", "nobody");
user_pref("mail.smtpservers", "smtp1");
user_pref("mail.smtp.defaultserver", "smtp1");
user_pref("mail.smtpserver.smtp1.hostname", "127.0.0.1");
user_pref("mail.smtpserver.smtp1.port", 9);
user_pref("mail.smtpserver.smtp1.username", "shop@example.com");
// Nothing to greet with, nothing to fetch.
user_pref("app.donation.eoy.version.viewed", 999);
user_pref("app.normandy.enabled", false);
user_pref("app.update.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.healthreport.uploadEnabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("datareporting.policy.dataSubmissionPolicyBypassNotification", true);
user_pref("extensions.update.enabled", false);
user_pref("extensions.getAddons.cache.enabled", false);
user_pref("mail.inappnotifications.enabled", false);
user_pref("mail.provider.suppress_dialog_on_startup", true);
user_pref("mail.rights.version", 1);
user_pref("mail.shell.checkDefaultClient", false);
user_pref("mail.spotlight.firstRunDone", true);
user_pref("mail.winsearch.firstRunDone", true);
user_pref("mailnews.start_page.enabled", false);
user_pref("mailnews.start_page_override.mstone", "ignore");
user_pref("network.connectivity-service.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.dns.disabled", true);
user_pref("services.settings.server", "data:,");
user_pref("toolkit.telemetry.enabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
user_pref("trailhead.firstrun.didSeeAboutWelcome", true);
PREFS

mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 1280x1000x24 -nolisten tcp 3>"$folder/display" 2>"$folder/xvfb.log" &
screen=$!
DISPLAY=:$(head -n 1 "$folder/display")
export DISPLAY
HOME=$folder/home XDG_RUNTIME_DIR=$folder/run LANG=C.UTF-8 MOZ_ENABLE_WAYLAND=0 \
    setsid dbus-run-session -- thunderbird --no-remote --profile "$folder/profile" "$draft" >"$folder/program.log" 2>&1 &
program=$!

window=''
for _ in $(seq 90); do
    window=$(xdotool search --name '^Write: ' 2>/dev/null | head -n 1) && [ -n "$window" ] && break
    kill -0 "$program" 2>/dev/null || break
    sleep 1
done
titles() { xdotool search --name '.' 2>/dev/null | while read -r each; do xdotool getwindowname "$each"; done | sort -u; }
if [ -z "$window" ]; then
    import -window root "$picture" || true
    echo "thunderbird: no compose window; the windows are:"
    titles
    tail -n 5 "$folder/program.log"
    exit 1
fi
# The body and the list of attachments come a moment after the window.
xdotool windowmove "$window" 0 0 windowsize "$window" 1280 1000 || true
xdotool windowraise "$window" || true
sleep 4
import -window root "$picture"
title=$(xdotool getwindowname "$window")
case $title in
"Write: $subject - "*) echo "thunderbird: a compose window, “$title”" ;;
*)
    echo "thunderbird: a compose window, but its title is “$title”, not “Write: $subject”"
    exit 1
    ;;
esac
