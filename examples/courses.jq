# Turns the rows of courses.csv into definitions, a line each:
#   jq --raw-input --compact-output --from-file courses.jq courses.csv
# Understands fields in double quotes, as spreadsheets write those that hold a comma.
def fields:
  [scan("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))") | .[0] // .[1] | gsub("\"\""; "\"")];

select(input_line_number > 1)
| rtrimstr("\r") | fields as [$course, $title, $visibility]
| {
    displayName: "\($course) \($title)",
    description: "Everyone who takes or teaches \($title)",
    mailNickname: ($course | ascii_downcase),
    mailEnabled: true,
    securityEnabled: false,
    groupTypes: ["Unified"],
    visibility: $visibility
  }
