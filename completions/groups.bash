# Completion of groups and joined-groups in bash.
# Generated from the program's own tables (`groups completion bash`): not to be edited.
# Needs neither another package nor the program itself, which it never starts.
# shellcheck shell=bash

# The options of $command, one entry for those that exclude each other, with a star where an
# option may be repeated; and what its operands are.
__groups_command() {
  options=() operands='' words=()
  case $command in
    '')
      options=(
        --profile --config --color '--quiet|-q' '*--verbose|-v' '--help|-h' --version
      )
      operands=words
      words=(
        add validate schema explain auth sandbox completion help
      )
      ;;
    auth)
      options=(
        '-h|--help'
      )
      operands=words
      words=(
        login status token logout
      )
      ;;
    add)
      options=(
        --existing --id --deleted-date-time '*--assigned-labels' '*--assigned-licenses'
        --classification --created-date-time --description --display-name '*--group-types'
        '--has-members-with-license-errors|--no-has-members-with-license-errors'
        '--is-assignable-to-role|--no-is-assignable-to-role' --license-processing-state --mail
        '--mail-enabled|--no-mail-enabled' --mail-nickname --mdm-app-id --membership-rule
        --membership-rule-processing-state --on-premises-domain-name
        --on-premises-last-sync-date-time --on-premises-net-bios-name
        '*--on-premises-provisioning-errors' --on-premises-sam-account-name
        --on-premises-security-identifier
        '--on-premises-sync-enabled|--no-on-premises-sync-enabled' --preferred-data-location
        --preferred-language '*--proxy-addresses' --renewed-date-time
        '*--resource-behavior-options' '*--resource-provisioning-options'
        '--security-enabled|--no-security-enabled' --security-identifier --theme --visibility
        --access-type '--allow-external-senders|--no-allow-external-senders'
        '--auto-subscribe-new-members|--no-auto-subscribe-new-members'
        '--is-favorite|--no-is-favorite' '--is-subscribed-by-mail|--no-is-subscribed-by-mail'
        --unseen-count --unseen-conversations-count --unseen-messages-count
        '--hide-from-outlook-clients|--no-hide-from-outlook-clients'
        '--hide-from-address-lists|--no-hide-from-address-lists' '--is-archived|--no-is-archived'
        '*--set' --input-format --required --allow-unknown --strict --diagnostics --endpoint
        --cloud --user --target --ca-file --dry-run --sandbox --timeout --retries --max-wait
        --resend-unknown --concurrency --if-exists --journal --resume --restart '--output|-o'
        --fields --profile --config --color '--quiet|-q' '*--verbose|-v' '--help|-h'
      )
      operands=definitions
      ;;
    validate)
      options=(
        --id --deleted-date-time '*--assigned-labels' '*--assigned-licenses' --classification
        --created-date-time --description --display-name '*--group-types'
        '--has-members-with-license-errors|--no-has-members-with-license-errors'
        '--is-assignable-to-role|--no-is-assignable-to-role' --license-processing-state --mail
        '--mail-enabled|--no-mail-enabled' --mail-nickname --mdm-app-id --membership-rule
        --membership-rule-processing-state --on-premises-domain-name
        --on-premises-last-sync-date-time --on-premises-net-bios-name
        '*--on-premises-provisioning-errors' --on-premises-sam-account-name
        --on-premises-security-identifier
        '--on-premises-sync-enabled|--no-on-premises-sync-enabled' --preferred-data-location
        --preferred-language '*--proxy-addresses' --renewed-date-time
        '*--resource-behavior-options' '*--resource-provisioning-options'
        '--security-enabled|--no-security-enabled' --security-identifier --theme --visibility
        --access-type '--allow-external-senders|--no-allow-external-senders'
        '--auto-subscribe-new-members|--no-auto-subscribe-new-members'
        '--is-favorite|--no-is-favorite' '--is-subscribed-by-mail|--no-is-subscribed-by-mail'
        --unseen-count --unseen-conversations-count --unseen-messages-count
        '--hide-from-outlook-clients|--no-hide-from-outlook-clients'
        '--hide-from-address-lists|--no-hide-from-address-lists' '--is-archived|--no-is-archived'
        '*--set' --input-format --required --allow-unknown --strict --diagnostics --target
        --profile --config --color '--quiet|-q' '*--verbose|-v' '--help|-h'
      )
      operands=definitions
      ;;
    schema)
      options=(
        --template --required --color '--quiet|-q' '*--verbose|-v' '--help|-h'
      )
      ;;
    explain)
      options=(
        --color '--quiet|-q' '*--verbose|-v' '--help|-h'
      )
      operands=words
      words=(
        syntax encoding no-definition too-large too-deep alias-expansion duplicate-key
        unknown-property type-mismatch enum-member int32-range guid-format date-time-format
        null-value missing-property duplicate-nickname text-length empty-text nickname-character
        undocumented-value undocumented-option language-code read-only-property set-after-create
        removed-property beta-property mail-enabled-not-unified unified-not-mail-enabled
        neither-mail-nor-security microsoft-365-only hidden-membership access-without-visibility
        access-against-visibility membership-rule-syntax membership-rule-operand
        membership-rule-limit membership-rule-property membership-rule-not-dynamic
        dynamic-without-rule processing-state-without-rule members-of-dynamic-group
        role-needs-security role-not-dynamic role-needs-private relationship-limit bind-reference
        id deletedDateTime assignedLabels assignedLicenses classification createdDateTime
        description displayName groupTypes hasMembersWithLicenseErrors isAssignableToRole
        licenseProcessingState mail mailEnabled mailNickname mdmAppId membershipRule
        membershipRuleProcessingState onPremisesDomainName onPremisesLastSyncDateTime
        onPremisesNetBiosName onPremisesProvisioningErrors onPremisesSamAccountName
        onPremisesSecurityIdentifier onPremisesSyncEnabled preferredDataLocation preferredLanguage
        proxyAddresses renewedDateTime resourceBehaviorOptions resourceProvisioningOptions
        securityEnabled securityIdentifier theme visibility accessType allowExternalSenders
        autoSubscribeNewMembers isFavorite isSubscribedByMail unseenCount unseenConversationsCount
        unseenMessagesCount hideFromOutlookClients hideFromAddressLists isArchived
        expirationDateTime infoCatalogs isManagementRestricted onPremisesExtensionAttributes
        organizationId serviceProvisioningErrors uniqueName welcomeMessageEnabled cloudLicensing
        createdByAppId membershipRuleProcessingStatus writebackConfiguration creationOptions
      )
      ;;
    'auth login')
      options=(
        --client-credentials --client-secret-file --certificate --federated --federated-token-file
        --federated-token-variable --managed-identity --with-token '*--scope' --tenant --client-id
        --endpoint --cloud --ca-file --profile --config --color '--quiet|-q' '*--verbose|-v'
        '--help|-h'
      )
      ;;
    'auth status')
      options=(
        '--output|-o' --tenant --client-id --endpoint --cloud --ca-file --profile --config --color
        '--quiet|-q' '*--verbose|-v' '--help|-h'
      )
      ;;
    'auth token')
      options=(
        --tenant --client-id --endpoint --cloud --ca-file --profile --config --color '--quiet|-q'
        '*--verbose|-v' '--help|-h'
      )
      ;;
    'auth logout')
      options=(
        --color '--quiet|-q' '*--verbose|-v' '--help|-h'
      )
      ;;
    sandbox)
      options=(
        --port --latency --limit '*--fail' --lag --log --seed --color '--quiet|-q' '*--verbose|-v'
        '--help|-h'
      )
      ;;
    completion)
      options=(
        --color '--quiet|-q' '*--verbose|-v' '--help|-h'
      )
      operands=words
      words=(
        bash zsh fish
      )
      ;;
    help)
      options=(

      )
      operands=words
      words=(
        add validate schema explain auth sandbox completion
      )
      ;;
  esac
}

# What the value of $option is, its words where these are known, and whether it can stand only
# behind an equals sign; fails where it takes none.
__groups_value() {
  kind='' words=() attached_only=''
  case "$command $option" in
    ' --profile' | \
      'add --profile' | \
      'validate --profile' | \
      'auth login --profile' | \
      'auth status --profile' | \
      'auth token --profile')
      kind='profile'
      ;;
    ' --config' | \
      'add --ca-file' | \
      'add --journal' | \
      'add --config' | \
      'validate --config' | \
      'auth login --client-secret-file' | \
      'auth login --certificate' | \
      'auth login --federated-token-file' | \
      'auth login --ca-file' | \
      'auth login --config' | \
      'auth status --ca-file' | \
      'auth status --config' | \
      'auth token --ca-file' | \
      'auth token --config' | \
      'sandbox --log')
      kind='file'
      ;;
    ' --color' | \
      'add --color' | \
      'validate --color' | \
      'schema --color' | \
      'explain --color' | \
      'auth login --color' | \
      'auth status --color' | \
      'auth token --color' | \
      'auth logout --color' | \
      'sandbox --color' | \
      'completion --color')
      kind='words' words=(auto always never)
      ;;
    'add --existing' | \
      'add --id' | \
      'add --deleted-date-time' | \
      'add --classification' | \
      'add --created-date-time' | \
      'add --description' | \
      'add --display-name' | \
      'add --mail' | \
      'add --mail-nickname' | \
      'add --mdm-app-id' | \
      'add --membership-rule' | \
      'add --on-premises-domain-name' | \
      'add --on-premises-last-sync-date-time' | \
      'add --on-premises-net-bios-name' | \
      'add --on-premises-sam-account-name' | \
      'add --on-premises-security-identifier' | \
      'add --preferred-data-location' | \
      'add --preferred-language' | \
      'add --proxy-addresses' | \
      'add --renewed-date-time' | \
      'add --security-identifier' | \
      'add --unseen-count' | \
      'add --unseen-conversations-count' | \
      'add --unseen-messages-count' | \
      'add --set' | \
      'add --endpoint' | \
      'add --user' | \
      'add --timeout' | \
      'add --retries' | \
      'add --max-wait' | \
      'add --concurrency' | \
      'validate --id' | \
      'validate --deleted-date-time' | \
      'validate --classification' | \
      'validate --created-date-time' | \
      'validate --description' | \
      'validate --display-name' | \
      'validate --mail' | \
      'validate --mail-nickname' | \
      'validate --mdm-app-id' | \
      'validate --membership-rule' | \
      'validate --on-premises-domain-name' | \
      'validate --on-premises-last-sync-date-time' | \
      'validate --on-premises-net-bios-name' | \
      'validate --on-premises-sam-account-name' | \
      'validate --on-premises-security-identifier' | \
      'validate --preferred-data-location' | \
      'validate --preferred-language' | \
      'validate --proxy-addresses' | \
      'validate --renewed-date-time' | \
      'validate --security-identifier' | \
      'validate --unseen-count' | \
      'validate --unseen-conversations-count' | \
      'validate --unseen-messages-count' | \
      'validate --set' | \
      'auth login --federated-token-variable' | \
      'auth login --scope' | \
      'auth login --tenant' | \
      'auth login --client-id' | \
      'auth login --endpoint' | \
      'auth status --tenant' | \
      'auth status --client-id' | \
      'auth status --endpoint' | \
      'auth token --tenant' | \
      'auth token --client-id' | \
      'auth token --endpoint' | \
      'sandbox --port' | \
      'sandbox --latency' | \
      'sandbox --limit' | \
      'sandbox --fail' | \
      'sandbox --lag' | \
      'sandbox --seed')
      kind=''
      ;;
    'add --assigned-labels' | \
      'add --assigned-licenses' | \
      'add --license-processing-state' | \
      'add --on-premises-provisioning-errors' | \
      'validate --assigned-labels' | \
      'validate --assigned-licenses' | \
      'validate --license-processing-state' | \
      'validate --on-premises-provisioning-errors')
      kind='json'
      ;;
    'add --group-types' | \
      'validate --group-types')
      kind='list' words=(Unified DynamicMembership)
      ;;
    'add --has-members-with-license-errors' | \
      'add --is-assignable-to-role' | \
      'add --mail-enabled' | \
      'add --on-premises-sync-enabled' | \
      'add --security-enabled' | \
      'add --allow-external-senders' | \
      'add --auto-subscribe-new-members' | \
      'add --is-favorite' | \
      'add --is-subscribed-by-mail' | \
      'add --hide-from-outlook-clients' | \
      'add --hide-from-address-lists' | \
      'add --is-archived' | \
      'validate --has-members-with-license-errors' | \
      'validate --is-assignable-to-role' | \
      'validate --mail-enabled' | \
      'validate --on-premises-sync-enabled' | \
      'validate --security-enabled' | \
      'validate --allow-external-senders' | \
      'validate --auto-subscribe-new-members' | \
      'validate --is-favorite' | \
      'validate --is-subscribed-by-mail' | \
      'validate --hide-from-outlook-clients' | \
      'validate --hide-from-address-lists' | \
      'validate --is-archived')
      kind=words words=(true false) attached_only=1
      ;;
    'add --membership-rule-processing-state' | \
      'validate --membership-rule-processing-state')
      kind='words' words=(On Paused)
      ;;
    'add --resource-behavior-options' | \
      'validate --resource-behavior-options')
      kind='list' words=(AllowOnlyMembersToPost CalendarMemberReadOnly ConnectorsDisabled HideGroupInOutlook SubscribeMembersToCalendarEventsDisabled SubscribeNewGroupMembers WelcomeEmailDisabled)
      ;;
    'add --resource-provisioning-options' | \
      'validate --resource-provisioning-options')
      kind='list' words=(Team)
      ;;
    'add --theme' | \
      'validate --theme')
      kind='words' words=(Teal Purple Green Blue Pink Orange Red)
      ;;
    'add --visibility' | \
      'validate --visibility')
      kind='words' words=(Private Public HiddenMembership)
      ;;
    'add --access-type' | \
      'validate --access-type')
      kind='words' words=(none private secret public)
      ;;
    'add --input-format' | \
      'validate --input-format')
      kind='words' words=(json yaml)
      ;;
    'add --required' | \
      'validate --required' | \
      'schema --required')
      kind='words' words=(minimal documented none)
      ;;
    'add --diagnostics' | \
      'validate --diagnostics')
      kind='words' words=(text json github sarif junit)
      ;;
    'add --cloud' | \
      'auth login --cloud' | \
      'auth status --cloud' | \
      'auth token --cloud')
      kind='words' words=(global us us-dod china)
      ;;
    'add --target' | \
      'validate --target')
      kind='words' words=(joined-groups-ref joined-groups groups)
      ;;
    'add --if-exists')
      kind='words' words=(skip)
      ;;
    'add --output' | \
      'add -o')
      kind='words' words=(table json yaml ndjson tsv)
      ;;
    'add --fields')
      kind='properties'
      ;;
    'auth status --output' | \
      'auth status -o')
      kind='words' words=(table json)
      ;;
    *) return 1 ;;
  esac
}

# The property names that --fields takes.
__groups_properties() {
  words=(
    id deletedDateTime assignedLabels assignedLicenses classification createdDateTime description
    displayName groupTypes hasMembersWithLicenseErrors isAssignableToRole licenseProcessingState
    mail mailEnabled mailNickname mdmAppId membershipRule membershipRuleProcessingState
    onPremisesDomainName onPremisesLastSyncDateTime onPremisesNetBiosName
    onPremisesProvisioningErrors onPremisesSamAccountName onPremisesSecurityIdentifier
    onPremisesSyncEnabled preferredDataLocation preferredLanguage proxyAddresses renewedDateTime
    resourceBehaviorOptions resourceProvisioningOptions securityEnabled securityIdentifier theme
    visibility accessType allowExternalSenders autoSubscribeNewMembers isFavorite
    isSubscribedByMail unseenCount unseenConversationsCount unseenMessagesCount
    hideFromOutlookClients hideFromAddressLists isArchived expirationDateTime infoCatalogs
    isManagementRestricted onPremisesExtensionAttributes organizationId serviceProvisioningErrors
    uniqueName welcomeMessageEnabled cloudLicensing createdByAppId membershipRuleProcessingStatus
    writebackConfiguration creationOptions
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
        auth) command+=" $word" ;;
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
    if [[ -z ${1-} || $path =~ \.(json|yaml|yml|ndjson|jsonl)$ || -d ${path/#\~\//$HOME/} ]]; then
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
