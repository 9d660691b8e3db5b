# Completion of groups and joined-groups in fish.
# Generated from the program's own tables (`groups completion fish`): not to be edited.
# Put it into ~/.config/fish/completions. It never starts the program.

# The words of the command, such as "add" or "auth login"; nothing while there is none. Options may
# stand before it.
function __groups_command
    set -l skip
    set -l found
    for word in (commandline -opc)[2..-1]
        if test -n "$skip"
            set skip
        else if contains -- $word @LEADING_VALUES@
            set skip 1
        else if not string match -q -- '-*' $word
            set -a found $word
            if test (count $found) -eq 2; or not contains -- $found[1] @GROUPS@
                break
            end
        end
    end
    echo "$found"
end

# Whether that command is being typed.
function __groups_is
    test (__groups_command) = "$argv"
end

# Directories, and files that can hold definitions.
function __groups_definitions
    set -l token (commandline -ct)
    for path in (complete -C"'' $token")
        set -l name (string split -m1 \t -- $path)[1]
        if string match -qr '(/|\.(@ENDINGS@))$' -- $name
            echo $name
        end
    end
end

# What was typed of an option's value.
function __groups_value
    commandline -ct | string replace -r -- '^--[^=]*=' ''
end

# Files behind an at sign; anything else is JSON.
function __groups_json
    set -l value (__groups_value)
    if string match -q -- '@*' "$value"
        for path in (complete -C"'' "(string sub -s 2 -- $value))
            echo @(string split -m1 \t -- $path)[1]
        end
    else
        printf '@\tfile with JSON\n'
    end
end

# The words given, for a list with commas. Each may have a description behind a tab.
function __groups_list
    set -l before (__groups_value | string match -r -- '^.*,')
    set -l given (string split , -- $before)
    for word in $argv
        contains -- (string split -m1 \t -- $word)[1] $given
        or printf '%s%s\n' "$before" $word
    end
end

function __groups_properties
    __groups_list \
@PROPERTIES@
end

# The profiles of the configuration file, which is read as far as needed for that: keys one level
# below "profiles:".
function __groups_profiles
    set -l words (commandline -opc)
    set -l file $GROUPS_CONFIG
    for i in (seq (count $words))
        if test $words[$i] = --config; and test $i -lt (count $words)
            set file $words[(math $i + 1)]
        else if string match -q -- '--config=*' $words[$i]
            set file (string replace -- --config= '' $words[$i])
        end
    end
    if test -z "$file"
        if string match -q -- '/*' "$XDG_CONFIG_HOME"
            set file $XDG_CONFIG_HOME/groups/config.yaml
        else
            set file $HOME/.config/groups/config.yaml
        end
    end
    set file (string replace -r -- '^~/' $HOME/ $file)
    test -r $file -a -f $file
    or return
    set -l found
    set -l indent
    while read -l text
        set text (string trim -r -- $text)
        if string match -q -- 'profiles:*' $text
            set found 1
            set indent
        else if string match -qr -- '^[^\s#]' $text
            set found
        else if test -n "$found"
            set -l parts (string match -r -- '^( +)(?:"([^"]+)"|\'([^\']+)\'|([^\s#"\'][^:]*)) *:' $text)
            or continue
            test -n "$indent"
            or set indent $parts[2]
            if test "$parts[2]" = "$indent"
                string join '' -- $parts[3..-1]
            end
        end
    end <$file
end

for program in groups joined-groups
    complete -c $program -e
    complete -c $program -f
@COMMANDS@
end
