#!/usr/bin/env bash
# The reader in a real terminal (tmux): opens the sample corpus, steps through
# pairs, jumps, swaps, exports, is resized, leaves; then without colour, ended by
# SIGTERM, and as one reads for ten minutes, leaves and comes back. It waits until
# the screen says so, and never for a time.
set -euo pipefail
cd "$(dirname "$0")/.."
tmp=$(mktemp -d)
T="tmux -L parallax-test-$$ -f /dev/null"
# remove PATH...: a reader that is about to end may still be keeping a pair there.
remove() { for _ in $(seq 50); do rm -rf "$@" 2>/dev/null && return 0; sleep .1; done; rm -rf "$@"; }
trap '$T kill-server 2>/dev/null || true; remove "$tmp"' EXIT
go build -o "$tmp/parallax" .
export HOME="$tmp/home" XDG_CONFIG_HOME='' XDG_STATE_HOME='' XDG_DATA_HOME='' XDG_CACHE_HOME=''

fail() { echo "terminal test: $1" >&2; $T capture-pane -p >&2 || true; exit 1; }
screen() { $T capture-pane -p; }
# see TEXT: waits until the screen has it. gone TEXT: until it has it no more.
see() { for _ in $(seq 200); do screen | grep -qF -- "$1" && return 0; sleep .05; done; fail "never saw: $1"; }
gone() { for _ in $(seq 200); do screen | grep -qF -- "$1" || return 0; sleep .05; done; fail "still there: $1"; }
# differs BEFORE: waits until the screen is another than it was.
differs() { for _ in $(seq 200); do [ "$(screen)" != "$1" ] && return 0; sleep .05; done; fail "nothing changed"; }
# same SCREEN WHEN: waits until the screen is so again.
same() { for _ in $(seq 200); do [ "$(screen)" = "$1" ] && return 0; sleep .05; done; fail "$2 the screen is another"; }
key() { local before; before=$(screen); $T send-keys "$1"; differs "$before"; }

# start NAME=VALUE...: a shell in an empty folder, with words of its own on the
# screen, then the reader on the sample corpus, or on the folder $opens: on the page
# of its first story, and then on the first pair.
# Each has a tmux server of its own: one that is about to end takes no session.
opens=
server=0
start() {
  $T kill-server 2>/dev/null || true
  T="tmux -L parallax-test-$$-$((++server)) -f /dev/null"
  remove "$tmp/work" "$tmp/home" && mkdir "$tmp/work"
  $T new-session -d -x 120 -y 36 -c "$tmp/work" "env PS1='ready> ' $* sh"
  see "ready>"
  $T send-keys "echo what-was-here; '$tmp/parallax' $opens; echo EXIT=\$?" Enter
  see "what each says"
  [ -n "${stays:-}" ] || to_pair
}
# to_pair leaves the page of the story for its first pair.
to_pair() { see "what each says"; see "open the pair"; $T send-keys Escape; gone "what each says"; see "pair 1 of"; }
# restored STATUS: the reader has ended so, and the shell has its screen back:
# its words, its cursor, its echo, and no mouse mode.
restored() {
  see "EXIT=$1"
  see "what-was-here"
  gone "pair 1 of"
  [ "$($T display-message -p '#{alternate_on}#{mouse_any_flag}#{cursor_flag}')" = 001 ] || fail "the terminal is not as it was"
  $T send-keys "echo 'typed'-here" Enter
  see "typed-here"
  see "echo 'typed'-here"
}

# From the story to a pair where it tells a fact, and back to the fact.
stays=1 start
see "conflicts · "; see "shared facts"; gone "compared …"
key c; see "facts in conflict"
key j; key l
story=$(screen)
$T send-keys Enter; gone "what each says"; see "pair "; gone "comparing"
see "▌"
$T send-keys Escape; see "what each says"
same "$story" "back from the pair"
key "!"; see "what differs"; key Enter; see "pair "; see "▌"; key Escape; see "what differs"
$T send-keys Escape; same "$story" "back from the conflicts"
$T send-keys q
restored 0

start
gone "comparing"
key j; key k
first=$(screen)
key "]"; see "pair 2 of"
key "["; see "pair 1 of"
[ "$(screen)" = "$first" ] || fail "back on the first pair the screen is another"
left=$(screen | head -1)
key x
[ "$(screen | head -1)" != "$left" ] || fail "x does not swap the sides"
key x
key o; key d; key w; key Escape; key Tab; key v; key v; key v; key f; key f; key G; key g
key "?"; see "Moving"; key Escape; gone "Moving"
key ":"; $T send-keys "swap sides"; see "1 of"; $T send-keys Escape; gone "› swap"
key p; see "tab on the"; $T send-keys Escape; gone "tab on the"
key s; see "outlets"; $T send-keys Escape; gone "outlets"
key m; see "pairs compared"; see "words shared: "; $T send-keys Escape; gone "pairs compared"
key 3; $T send-keys 1
key /; $T send-keys "the"; see "1 of"; $T send-keys Enter; see "“the”: "; key n; $T send-keys Escape; gone "“the”"
key C-f; $T send-keys "the"; see "articles searched"; $T send-keys Escape; gone "articles searched"
key e; see "a new file"; key Enter; see "written to"
ls "$tmp/work"/*.txt >/dev/null || fail "no file was written"
[ -s "$(ls "$tmp/work"/*.txt)" ] || fail "the exported file is empty"
key g
here=$(screen)
$T resize-window -x 70 -y 20; see "A "; differs "$here"
gone "written to"
screen | grep -q "^ A" || fail "70 columns do not have one column of text"
$T resize-window -x 120 -y 36
same "$here" "back at the old size"
$T send-keys q
restored 0

# Without colour there are attributes and no colours, however it is spelled.
start NO_COLOR=yes
gone "comparing"
if $T capture-pane -ep | grep -qE $'\e\\[([0-9;]*;)?(3[0-8]|4[0-8]|9[0-7])[;m]'; then fail "NO_COLOR and yet a colour"; fi
$T capture-pane -ep | grep -qE $'\e\\[([0-9;]*;)?4[;m]' || fail "without colour nothing is underlined"
key j
$T send-keys C-c
restored 0

# E hands the terminal to the editor, at the sentence, and takes it back.
printf '#!/bin/sh\necho "editing $*"\nread -r key\n' >"$tmp/vi" && chmod +x "$tmp/vi"
opens=$PWD/corpus/sample/articles
start "EDITOR=$tmp/vi"
gone "comparing"
key d; key j
here=$(screen)
key E; see "editing +"
$T send-keys Enter; see "back from vi"
key k; key j
[ "$(screen)" = "$here" ] || fail "back from the editor the screen is another"
key y; see "copied the sentence"
$T send-keys q
restored 0
opens=

# SIGTERM restores the terminal too.
start
kill -TERM "$(pgrep -f "^$tmp/parallax")"
see "EXIT="
restored "$(screen | sed -n 's/^EXIT=//p' | tail -1)"

# Files that change while the reader is open are there without starting again.
mkdir "$tmp/news"
cp corpus/sample/articles/* "$tmp/news"
start
$T send-keys q; see "EXIT=0"
$T send-keys "clear; '$tmp/parallax' '$tmp/news'; echo EXIT=\$?" Enter
to_pair
changed=$(ls "$tmp/news" | head -1)
printf '\nAnother sentence was added at the end.\n' >> "$tmp/news/$changed"
see "1 changed"
rm "$tmp/news/$(ls "$tmp/news" | tail -1)"
see "1 removed"
$T send-keys q
see "EXIT=0"

# Articles on standard input leave the keyboard to the reader.
printf '%s\n' '{"title": "Ferry halted", "text": "The ferry was halted on Tuesday after an engine failed."}' \
  '{"title": "Engine stops ferry", "text": "An engine failure stopped the ferry on Tuesday."}' > "$tmp/lines.jsonl"
$T send-keys "clear; '$tmp/parallax' - < '$tmp/lines.jsonl'; echo EXIT=\$?" Enter
see "pair 1 of"; see "next pair" # the hints, which any key takes away
key k; gone "next pair"
$T send-keys q
see "EXIT=0"

# Ten minutes of a reader, on a folder of his own.
# until_said KEY TEXT: presses the key until the screen says so.
until_said() {
  local before
  for _ in $(seq 200); do
    before=$(screen)
    grep -qF -- "$2" <<<"$before" && return 0
    $T send-keys "$1"
    for _ in $(seq 100); do [ "$(screen)" != "$before" ] && break; sleep .05; done
  done
  fail "$1 never brings: $2"
}
cp -r corpus/sample/articles "$tmp/read"
opens="'$tmp/read'"
start
gone "comparing"
until_said "]" "this is the last pair"          # all pairs of all stories
until_said "{" "this is the first story"
see "pair 1 of"; gone "comparing"
key g
until_said c "no conflict further on"           # all conflicts of all pairs, there and back
until_said C "no conflict before this"
see "pair 1 of"; gone "comparing"
key /; $T send-keys "the"; see "1 of"; $T send-keys Enter; see "“the”: "
key n; key N; $T send-keys Escape; gone "“the”" # found, there and back
key t; see "theme dark"
until_said t "theme auto"
key e; see "a new file"; key Enter; see "written to"
key j; key "]"; see "pair 2 of"; gone "comparing"
key G; key k; key k
key b; see "note ›"; $T send-keys "ask the harbour office"; see "ask the harbour office"
$T send-keys Enter; see "◆ saved"
key k; key j; see "◆ ask the harbour office"
here=$(screen)
$T send-keys C-z; see "ready>"; gone "pair 2 of" # suspended: the shell is back
$T send-keys fg Enter; see "pair 2 of"
same "$here" "back from being suspended"
$T send-keys q; gone "pair 2 of"
$T send-keys 'echo EXIT=$?' Enter
restored 0
$T send-keys "clear; '$tmp/parallax' $opens" Enter
see "resumed where you left off"; see "pair 2 of"; gone "comparing"
key k; key j
see "◆ ask the harbour office"                   # the sentence it was left at, with its note
key g; key "["; see "pair 1 of"
key B; see "bookmarks"; see "ask the harbour office"
key Enter; see "pair 2 of"; gone "comparing"
key k; key j; see "◆ ask the harbour office"
$T send-keys q; gone "pair 2 of"
$T send-keys "'$tmp/parallax' --fresh $opens" Enter
to_pair
$T send-keys q; gone "pair 1 of"
opens=

# A folder of many stories begins alike each time, with nothing kept and with what
# the time before has found; and two keys read its first conflict, which is in a story
# too far on to begin with.
for n in $(seq 40); do
  injured=Six; [ "$n" = 37 ] && injured=Nine
  mkdir -p "$tmp/many/$n"
  printf 'Ferry %s strikes the pier\n\nSix people were injured when ferry %s struck the pier of Port %s.\n\nAda Moor %s waited for her brother with tea.\n' "$n" "$n" "$n" "$n" > "$tmp/many/$n/a.txt"
  printf 'Port %s closed\n\nFerry %s hit the pier of Port %s, and six people were injured.\n\nThe sheds of Port %s had been painted green.\n' "$n" "$n" "$n" "$n" > "$tmp/many/$n/b.txt"
  printf 'Crash of ferry %s at Port %s\n\n%s people were injured on Monday as ferry %s ran into the pier.\n\nTickets cost four crowns each.\n' "$n" "$n" "$injured" "$n" > "$tmp/many/$n/c.txt"
done
opens="--fresh --stories folders '$tmp/many'"
for run in 1 2 3 kept; do
  if [ "$run" = kept ]; then
    $T send-keys q; see "EXIT=0"
    [ -d "$tmp/home/.cache/parallax/pairs-1" ] || fail "no pairs are kept"
    $T send-keys "clear; '$tmp/parallax' $opens; echo EXIT=\$?" Enter
    see "what each says"
  else
    stays=1 start
  fi
  see "Ferry 1 strikes the pier"; see "no conflict"; gone "compared …"
  [ -n "${begins:-}" ] || begins=$(screen)
  same "$begins" "at start $run"
done
key c; see "story 37 of 40"; see "facts in conflict"
key Enter; see "both count the injured"; see "story 37 of 40"
$T send-keys q; see "EXIT=0"
stays=1 start
$T send-keys '!' Enter; see "both count the injured"; see "story 37 of 40"
$T send-keys q; see "EXIT=0"
opens=

echo "terminal test: passed"
