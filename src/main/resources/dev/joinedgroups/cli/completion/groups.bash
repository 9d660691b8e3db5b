# Completion of groups and joined-groups in bash.
# Generated from the program's own tables (`groups completion bash`): not to be edited.
# Needs neither another package nor the program itself, which it never starts.
# shellcheck shell=bash

# The options of $command, one entry for those that exclude each other, with a star where an
# option may be repeated; and what its operands are.
__groups_command() {
  options=() operands='' words=()
  case $command in
@COMMANDS@
  esac
}

# What the value of $option is, its words where these are known, and whether it can stand only
# behind an equals sign; fails where it takes none.
__groups_value() {
  kind='' words=() attached_only=''
  case "$command $option" in
@VALUES@
    *) return 1 ;;
  esac
}

# The property names that --fields takes.
__groups_properties() {
  words=(
@PROPERTIES@
  )
}

# Splits what was typed into $line. Bash itself splits words at = and : too; a word that follows
# another without a gap belongs to it.
__groups_split() {
  local i word gap rest=${COMP_LINE#*"${COMP_WORDS[0]}"}
  line=()
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    gap=${rest%%[![:space:]]*}
    rest=${rest#"$gap"}
    rest=${rest#"$word"}
    if [[ -z $gap ]] && ((${#line[@]} > 0)); then
      line[${#line[@]} - 1]+=$word
    else
      line+=("$word")
    fi
  done
}

# Finds the command, the options used, and the option whose value is to be completed.
__groups_parse() {
  local i word
  command='' option='' used=' ' ended='' config=''
  for ((i = 0; i < ${#line[@]} - 1; i++)); do
    word=${line[i]}
    if [[ -n $option ]]; then
      [[ $option == --config ]] && config=$word
      option=''
    elif [[ -n $ended || $word != -?* ]]; then
      case "$command" in
        '') command=$word ;;
@GROUPS@
      esac
    elif [[ $word == -- ]]; then
      ended=1
    else
      used+="${word%%=*} "
      option=$word
      [[ $word == --config=* ]] && config=${word#*=}
      if [[ $word == *=* ]] || ! __groups_value || [[ -n $attached_only ]]; then
        option=''
      fi
    fi
  done
}

# Offers those words that begin with what was typed.
__groups_offer() {
  local word
  for word in "$@"; do
    [[ $word == "$current"* ]] && COMPREPLY+=("$word")
  done
}

# Offers words for a list with commas.
__groups_offer_list() {
  local word before=${current%"${current##*,}"}
  compopt -o nospace 2>/dev/null
  for word in "$@"; do
    [[ ,$before != *,"$word",* && $before$word == "$current"* ]] && COMPREPLY+=("$before$word")
  done
}

__groups_offer_options() {
  local entry name names free
  for entry in "${options[@]}"; do
    free=1
    IFS='|' read -r -a names <<<"${entry#\*}"
    if [[ $entry != \** ]]; then
      for name in "${names[@]}"; do
        [[ $used == *" $name "* ]] && free=''
      done
    fi
    [[ -n $free ]] && __groups_offer "${names[@]}"
  done
}

# What was typed without its quotes, in $REPLY.
__groups_unquote() {
  local text=$1 i char quote=''
  REPLY=''
  for ((i = 0; i < ${#text}; i++)); do
    char=${text:i:1}
    if [[ $char == \\ && $quote != "'" ]]; then
      i=$((i + 1))
      REPLY+=${text:i:1}
    elif [[ -n $quote && $char == "$quote" ]]; then
      quote=''
    elif [[ -z $quote && $char == [\'\"] ]]; then
      quote=$char
    else
      REPLY+=$char
    fi
  done
}

# Offers directories and files; with an argument, only files that can hold definitions.
__groups_offer_files() {
  local path REPLY
  __groups_unquote "$current"
  compopt -o filenames 2>/dev/null
  while IFS= read -r path; do
    if [[ -z ${1-} || $path =~ \.(@ENDINGS@)$ || -d ${path/#\~\//$HOME/} ]]; then
      COMPREPLY+=("$path")
    fi
  done < <(compgen -f -- "$REPLY")
}

# Offers files behind an at sign.
__groups_offer_json() {
  local path quoted REPLY
  compopt -o nospace 2>/dev/null
  if [[ $current != @* ]]; then
    __groups_offer @
    return
  fi
  __groups_unquote "${current#@}"
  while IFS= read -r path; do
    printf -v quoted %q "$path"
    if [[ -d $path ]]; then
      quoted+=/
    fi
    COMPREPLY+=("@$quoted")
  done < <(compgen -f -- "$REPLY")
}

# Offers the profiles of the configuration file, which is read as far as needed for that: keys one
# level below "profiles:".
__groups_offer_profiles() {
  local file=$config text indent='' found='' name quoted
  file=${file:-${GROUPS_CONFIG-}}
  if [[ -z $file ]]; then
    case ${XDG_CONFIG_HOME-} in
      /*) file=$XDG_CONFIG_HOME/groups/config.yaml ;;
      *) file=$HOME/.config/groups/config.yaml ;;
    esac
  fi
  file=${file/#\~\//$HOME/}
  [[ -r $file && -f $file ]] || return
  while IFS= read -r text || [[ -n $text ]]; do
    text=${text%$'\r'}
    case $text in
      profiles:*) found=1 indent='' ;;
      '' | '#'* | [![:space:]]*) [[ $text == [!#]* ]] && found='' ;;
      *)
        name=${text#"${text%%[! ]*}"}
        if [[ -n $found && $name == [!#]*:* ]]; then
          [[ -n $indent ]] || indent=${text%"$name"}
          if [[ ${text%"$name"} == "$indent" ]]; then
            case $name in
              \"*\":*) name=${name#\"} name=${name%%\":*} ;;
              \'*\':*) name=${name#\'} name=${name%%\':*} ;;
              *) name=${name%%:*} ;;
            esac
            printf -v quoted %q "$name"
            __groups_offer "$quoted"
          fi
        fi
        ;;
    esac
  done <"$file"
}

__groups_offer_values() {
  case $kind in
    words) __groups_offer "${words[@]}" ;;
    list) __groups_offer_list "${words[@]}" ;;
    properties)
      __groups_properties
      __groups_offer_list "${words[@]}"
      ;;
    definitions) __groups_offer_files definitions ;;
    file) __groups_offer_files ;;
    json) __groups_offer_json ;;
    profile) __groups_offer_profiles ;;
  esac
}

_groups() {
  local line command option used ended config current attached='' kind attached_only operands typed i
  local options words
  COMPREPLY=()
  __groups_split
  __groups_parse
  current=${line[${#line[@]} - 1]}
  typed=$current
  if [[ -z $option && -z $ended && $current == --*=* ]]; then
    option=${current%%=*}
    attached=$option=
    current=${current#*=}
    __groups_value || return
    __groups_offer_values
  elif [[ -n $option ]]; then
    __groups_value
    __groups_offer_values
  else
    __groups_command
    if [[ -z $ended && ($current == -* || -z $current && -z $operands) ]]; then
      __groups_offer_options
    else
      kind=$operands
      __groups_offer_values
    fi
  fi
  # Bash replaces only what follows the last of its own word breaks.
  if [[ -n $attached && $COMP_WORDBREAKS != *=* ]]; then
    for ((i = 0; i < ${#COMPREPLY[@]}; i++)); do
      COMPREPLY[i]=$attached${COMPREPLY[i]}
    done
  fi
  if [[ $current == *:* && $typed != [\'\"]* && $COMP_WORDBREAKS == *:* ]]; then
    for ((i = 0; i < ${#COMPREPLY[@]}; i++)); do
      COMPREPLY[i]=${COMPREPLY[i]#"${current%"${current##*:}"}"}
    done
  fi
}

complete -F _groups groups joined-groups
