# shellcheck shell=bash disable=SC2154  # $here comes from setup.sh
# One whole journey through the command line, for a machine without a display; `run` sources it.
#
# It uses only what a person could type: the verbs of `pmdesk --help`. Keys, drafts and backups of the journey
# stay in its folder too, so that it leaves nothing elsewhere.

pmdesk() {
    "$here/.venv/bin/python" -P -m pmdesk "$@" || fail "The journey stopped at: pmdesk $1. The line above says why."
}

# step SENTENCE COMMAND...: says what is done, does it, and shows what it answers, a little indented.
step() {
    say "$1"
    shift
    local answer
    answer=$("$@")
    [ -z "$answer" ] || awk 'NR <= 12 { print "    " $0 }' <<<"$answer" >&2
}

# answer EXPRESSION: reads JSON records and prints what a Python expression over `records` gives.
answer() {
    "$here/.venv/bin/python" -c 'import json, sys
records = json.load(sys.stdin)
print(eval(sys.argv[1], {"records": records}))' "$1"
}

# clean_folder FOLDER: an empty folder of the journey's own; one with other things in it is left alone.
clean_folder() {
    if [ -e "$1" ] && [ ! -e "$1/.pmdesk-journey" ] && [ -n "$(ls -A "$1" 2>/dev/null)" ]; then
        fail "The folder $1 has other things in it. Name a new one with --into."
    fi
    if ! { rm -rf "$1" && mkdir -p "$1" && : >"$1/.pmdesk-journey"; } 2>/dev/null; then
        fail "The folder $1 cannot be written to. Name another with --into."
    fi
}

# journey FOLDER [OUTSIDE_BODIES PARTNERSHIPS]: prints the chart picture's path, then the PDF's, last.
journey() {
    local folder register written seat update partnership
    clean_folder "$1"
    folder=$(cd "$1" && pwd)
    shift
    export PMDESK_HOME=$folder/home
    register=$folder/sample.pmdesk
    [ "$#" -gt 0 ] || set -- "$here/resources/sample/to_import/outside_bodies.csv" \
        "$here/resources/sample/to_import/partnerships.csv"

    step "copying the sample register" pmdesk new "$register" --sample
    step "importing $(basename "$1")" pmdesk import "$register" "$1" --as outside_body
    step "importing $(basename "$2")" pmdesk import "$register" "$2" --as partnership
    step "listing the partnerships" pmdesk list "$register" partnership

    partnership=$(pmdesk list "$register" milestone --json |
        answer 'max({r["partnership_id"] for r in records if r.get("partnership_id")},
                    key=lambda p: sum(r.get("partnership_id") == p for r in records))')
    step "recording a progress update" pmdesk add "$register" progress_update "partnership=$partnership" \
        "period=2026-27 Q1" "done=The second round of small grants was paid to eleven groups." \
        "difference=Four villages have a weekly lunch club that had none." "self_rating=on_track"

    written=$(pmdesk list "$register" annual_update --json | answer '{r["appointment_id"] for r in records}')
    seat=$(pmdesk list "$register" appointment --json |
        answer "next(r['id'] for r in records
                     if r.get('person_id') and r['id'] not in $written and '2020' < (r.get('starts') or '') < '2026')")
    step "writing an annual update" pmdesk add "$register" annual_update "appointment=$seat" \
        "municipal_year=2025-26" meetings_held=6 meetings_attended=5 \
        "main_business=The trustees agreed a three-year plan and let the upper floor to a youth charity." \
        "contributed=I chaired the group that chose the new tenant." \
        worthwhile_council=yes recommendation=continue declared=yes
    update=$(pmdesk list "$register" annual_update --json |
        answer "next(r['id'] for r in records if r['appointment_id'] == '$seat')")
    step "submitting it" pmdesk set "$register" annual_update "$update" status=submitted
    step "accepting it" pmdesk set "$register" annual_update "$update" status=accepted

    step "printing the progress report" pmdesk paper "$register" progress "$folder/progress.pdf" --for "$partnership"
    step "printing the annual update" pmdesk paper "$register" annual-update "$folder/annual-update.pdf" --for "$update"
    step "checking the register" pmdesk check "$register"
    say "drawing the milestone chart"
    "$here/.venv/bin/python" -P "$here/installer/picture.py" "$register" "$partnership" "$folder/milestones.png" ||
        fail "The chart picture could not be drawn; the lines above say why."
    say "done; the milestone chart and the annual update are in"
    printf '%s\n%s\n' "$folder/milestones.png" "$folder/annual-update.pdf"
}
