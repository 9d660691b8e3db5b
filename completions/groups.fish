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
        else if contains -- $word --profile --config --color
            set skip 1
        else if not string match -q -- '-*' $word
            set -a found $word
            if test (count $found) -eq 2; or not contains -- $found[1] auth
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
        if string match -qr '(/|\.(json|yaml|yml|ndjson|jsonl))$' -- $name
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
        id\t'id that the service gives the group' \
        deletedDateTime\t'when the group was deleted' \
        assignedLabels\t'sensitivity labels' \
        assignedLicenses\t'product licences' \
        classification\t'classification such as low or high' \
        createdDateTime\t'when the group was created' \
        description\t'what the group is for' \
        displayName\t'name shown to people' \
        groupTypes\t'Unified for a Microsoft 365 group, DynamicMembership' \
        hasMembersWithLicenseErrors\t'whether a member has a licence error' \
        isAssignableToRole\t'whether directory roles can be assigned' \
        licenseProcessingState\t'state of group-based licensing' \
        mail\t'SMTP address' \
        mailEnabled\t'whether the group has a mailbox' \
        mailNickname\t'mail alias, unique in the tenant' \
        mdmAppId\t'id of a device management application' \
        membershipRule\t'rule that makes somebody a member' \
        membershipRuleProcessingState\t'whether the rule is applied' \
        onPremisesDomainName\t'on-premises domain' \
        onPremisesLastSyncDateTime\t'last synchronization' \
        onPremisesNetBiosName\t'on-premises NetBIOS name' \
        onPremisesProvisioningErrors\t'errors of synchronization' \
        onPremisesSamAccountName\t'on-premises SAM account name' \
        onPremisesSecurityIdentifier\t'on-premises SID' \
        onPremisesSyncEnabled\t'whether it is synchronized' \
        preferredDataLocation\t'where the group\'s data is kept' \
        preferredLanguage\t'ISO 639-1 code such as en-US' \
        proxyAddresses\t'all mail addresses' \
        renewedDateTime\t'when the group was last renewed' \
        resourceBehaviorOptions\t'behaviours set at creation' \
        resourceProvisioningOptions\t'Team makes a team of it' \
        securityEnabled\t'whether it is a security group' \
        securityIdentifier\t'SID of the group' \
        theme\t'colour' \
        visibility\t'who sees the group and may join it' \
        accessType\t'who has access to the group' \
        allowExternalSenders\t'whether outsiders may write to it' \
        autoSubscribeNewMembers\t'whether new members get its mail' \
        isFavorite\t'whether it is among the user\'s favourites' \
        isSubscribedByMail\t'whether the user gets its mail' \
        unseenCount\t'posts not seen since the last visit' \
        unseenConversationsCount\t'conversations not seen' \
        unseenMessagesCount\t'messages not seen' \
        hideFromOutlookClients\t'whether Outlook hides it' \
        hideFromAddressLists\t'whether address lists hide it' \
        isArchived\t'whether its team is archived' \
        expirationDateTime\t'when the group expires' \
        infoCatalogs\t'information segments' \
        isManagementRestricted\t'whether its management is restricted' \
        onPremisesExtensionAttributes\t'extension attributes 1 to 15' \
        organizationId\t'id of the organization' \
        serviceProvisioningErrors\t'errors of provisioning' \
        uniqueName\t'name that makes creation repeatable' \
        welcomeMessageEnabled\t'whether new members are welcomed' \
        cloudLicensing\t'licensing' \
        createdByAppId\t'id of the application that created it' \
        membershipRuleProcessingStatus\t'how far the membership rule was applied' \
        writebackConfiguration\t'writing back to the on-premises directory' \
        creationOptions\t'how the group was created'
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
    complete -c $program -n '__groups_is' -a add -d 'check definitions, post them, print the created groups'
    complete -c $program -n '__groups_is' -a validate -d 'check definitions; sends nothing'
    complete -c $program -n '__groups_is' -a schema -d 'print the JSON Schema of a definition, or a YAML starter'
    complete -c $program -n '__groups_is' -a explain -d 'say what a rule or a property means'
    complete -c $program -n '__groups_is' -a auth -d 'login, status, token, logout'
    complete -c $program -n '__groups_is' -a sandbox -d 'run a local endpoint to try and to rehearse on'
    complete -c $program -n '__groups_is' -a completion -d 'print the completion script for bash, zsh or fish'
    complete -c $program -n '__groups_is' -a help -d 'print the help of a command'
    complete -c $program -n '__groups_is' -l profile -d 'the profile of the configuration file' -x -a '(__groups_profiles)'
    complete -c $program -n '__groups_is' -l config -d 'the configuration file' -r -F
    complete -c $program -n '__groups_is' -l color -d 'when to use colours: auto, always or never' -x -a 'auto always never'
    complete -c $program -n '__groups_is' -l quiet -s q -d 'no notices'
    complete -c $program -n '__groups_is' -l verbose -s v -d 'log each step; -vv logs its details'
    complete -c $program -n '__groups_is' -l help -s h -d 'print this help'
    complete -c $program -n '__groups_is' -l version -d 'print the version'
    complete -c $program -n '__groups_is auth' -a login -d 'sign in and store the token'
    complete -c $program -n '__groups_is auth' -a status -d 'tell whose token is used, where and until when'
    complete -c $program -n '__groups_is auth' -a token -d 'print the token for another program'
    complete -c $program -n '__groups_is auth' -a logout -d 'remove every stored token'
    complete -c $program -n '__groups_is add' -a '(__groups_definitions)'
    complete -c $program -n '__groups_is add' -l existing -d 'add the group of that id by reference instead of creating one' -x
    complete -c $program -n '__groups_is add' -l id -d 'id that the service gives the group' -x
    complete -c $program -n '__groups_is add' -l deleted-date-time -d 'when the group was deleted' -x
    complete -c $program -n '__groups_is add' -l assigned-labels -d 'sensitivity labels' -x -a '(__groups_json)'
    complete -c $program -n '__groups_is add' -l assigned-licenses -d 'product licences' -x -a '(__groups_json)'
    complete -c $program -n '__groups_is add' -l classification -d 'classification such as low or high' -x
    complete -c $program -n '__groups_is add' -l created-date-time -d 'when the group was created' -x
    complete -c $program -n '__groups_is add' -l description -d 'what the group is for' -x
    complete -c $program -n '__groups_is add' -l display-name -d 'name shown to people' -x
    complete -c $program -n '__groups_is add' -l group-types -d 'Unified for a Microsoft 365 group, DynamicMembership' -x -a '(__groups_list Unified DynamicMembership)'
    complete -c $program -n '__groups_is add' -l has-members-with-license-errors -d 'whether a member has a licence error' -a 'true false'
    complete -c $program -n '__groups_is add' -l no-has-members-with-license-errors -d 'not: whether a member has a licence error'
    complete -c $program -n '__groups_is add' -l is-assignable-to-role -d 'whether directory roles can be assigned' -a 'true false'
    complete -c $program -n '__groups_is add' -l no-is-assignable-to-role -d 'not: whether directory roles can be assigned'
    complete -c $program -n '__groups_is add' -l license-processing-state -d 'state of group-based licensing' -x -a '(__groups_json)'
    complete -c $program -n '__groups_is add' -l mail -d 'SMTP address' -x
    complete -c $program -n '__groups_is add' -l mail-enabled -d 'whether the group has a mailbox' -a 'true false'
    complete -c $program -n '__groups_is add' -l no-mail-enabled -d 'not: whether the group has a mailbox'
    complete -c $program -n '__groups_is add' -l mail-nickname -d 'mail alias, unique in the tenant' -x
    complete -c $program -n '__groups_is add' -l mdm-app-id -d 'id of a device management application' -x
    complete -c $program -n '__groups_is add' -l membership-rule -d 'rule that makes somebody a member' -x
    complete -c $program -n '__groups_is add' -l membership-rule-processing-state -d 'whether the rule is applied' -x -a 'On Paused'
    complete -c $program -n '__groups_is add' -l on-premises-domain-name -d 'on-premises domain' -x
    complete -c $program -n '__groups_is add' -l on-premises-last-sync-date-time -d 'last synchronization' -x
    complete -c $program -n '__groups_is add' -l on-premises-net-bios-name -d 'on-premises NetBIOS name' -x
    complete -c $program -n '__groups_is add' -l on-premises-provisioning-errors -d 'errors of synchronization' -x -a '(__groups_json)'
    complete -c $program -n '__groups_is add' -l on-premises-sam-account-name -d 'on-premises SAM account name' -x
    complete -c $program -n '__groups_is add' -l on-premises-security-identifier -d 'on-premises SID' -x
    complete -c $program -n '__groups_is add' -l on-premises-sync-enabled -d 'whether it is synchronized' -a 'true false'
    complete -c $program -n '__groups_is add' -l no-on-premises-sync-enabled -d 'not: whether it is synchronized'
    complete -c $program -n '__groups_is add' -l preferred-data-location -d 'where the group\'s data is kept' -x
    complete -c $program -n '__groups_is add' -l preferred-language -d 'ISO 639-1 code such as en-US' -x
    complete -c $program -n '__groups_is add' -l proxy-addresses -d 'all mail addresses' -x
    complete -c $program -n '__groups_is add' -l renewed-date-time -d 'when the group was last renewed' -x
    complete -c $program -n '__groups_is add' -l resource-behavior-options -d 'behaviours set at creation' -x -a '(__groups_list AllowOnlyMembersToPost CalendarMemberReadOnly ConnectorsDisabled HideGroupInOutlook SubscribeMembersToCalendarEventsDisabled SubscribeNewGroupMembers WelcomeEmailDisabled)'
    complete -c $program -n '__groups_is add' -l resource-provisioning-options -d 'Team makes a team of it' -x -a '(__groups_list Team)'
    complete -c $program -n '__groups_is add' -l security-enabled -d 'whether it is a security group' -a 'true false'
    complete -c $program -n '__groups_is add' -l no-security-enabled -d 'not: whether it is a security group'
    complete -c $program -n '__groups_is add' -l security-identifier -d 'SID of the group' -x
    complete -c $program -n '__groups_is add' -l theme -d 'colour' -x -a 'Teal Purple Green Blue Pink Orange Red'
    complete -c $program -n '__groups_is add' -l visibility -d 'who sees the group and may join it' -x -a 'Private Public HiddenMembership'
    complete -c $program -n '__groups_is add' -l access-type -d 'who has access to the group' -x -a 'none private secret public'
    complete -c $program -n '__groups_is add' -l allow-external-senders -d 'whether outsiders may write to it' -a 'true false'
    complete -c $program -n '__groups_is add' -l no-allow-external-senders -d 'not: whether outsiders may write to it'
    complete -c $program -n '__groups_is add' -l auto-subscribe-new-members -d 'whether new members get its mail' -a 'true false'
    complete -c $program -n '__groups_is add' -l no-auto-subscribe-new-members -d 'not: whether new members get its mail'
    complete -c $program -n '__groups_is add' -l is-favorite -d 'whether it is among the user\'s favourites' -a 'true false'
    complete -c $program -n '__groups_is add' -l no-is-favorite -d 'not: whether it is among the user\'s favourites'
    complete -c $program -n '__groups_is add' -l is-subscribed-by-mail -d 'whether the user gets its mail' -a 'true false'
    complete -c $program -n '__groups_is add' -l no-is-subscribed-by-mail -d 'not: whether the user gets its mail'
    complete -c $program -n '__groups_is add' -l unseen-count -d 'posts not seen since the last visit' -x
    complete -c $program -n '__groups_is add' -l unseen-conversations-count -d 'conversations not seen' -x
    complete -c $program -n '__groups_is add' -l unseen-messages-count -d 'messages not seen' -x
    complete -c $program -n '__groups_is add' -l hide-from-outlook-clients -d 'whether Outlook hides it' -a 'true false'
    complete -c $program -n '__groups_is add' -l no-hide-from-outlook-clients -d 'not: whether Outlook hides it'
    complete -c $program -n '__groups_is add' -l hide-from-address-lists -d 'whether address lists hide it' -a 'true false'
    complete -c $program -n '__groups_is add' -l no-hide-from-address-lists -d 'not: whether address lists hide it'
    complete -c $program -n '__groups_is add' -l is-archived -d 'whether its team is archived' -a 'true false'
    complete -c $program -n '__groups_is add' -l no-is-archived -d 'not: whether its team is archived'
    complete -c $program -n '__groups_is add' -l set -d 'set any property, such as an extension, to a JSON value' -x
    complete -c $program -n '__groups_is add' -l input-format -d 'json or yaml; else the file ending or the first character tells' -x -a 'json yaml'
    complete -c $program -n '__groups_is add' -l required -d 'which properties must be there: minimal (what the live service requires), documented (what the endpoint\'s document lists) or none' -x -a 'minimal documented none'
    complete -c $program -n '__groups_is add' -l allow-unknown -d 'unknown properties are only warnings'
    complete -c $program -n '__groups_is add' -l strict -d 'warnings are errors'
    complete -c $program -n '__groups_is add' -l diagnostics -d 'how problems are written: text, json, github, sarif or junit' -x -a 'text json github sarif junit'
    complete -c $program -n '__groups_is add' -l endpoint -d 'where the service is; else the cloud says' -x
    complete -c $program -n '__groups_is add' -l cloud -d 'the cloud: global, us, us-dod or china' -x -a 'global us us-dod china'
    complete -c $program -n '__groups_is add' -l user -d 'whose groups: a user\'s id or name; default me' -x
    complete -c $program -n '__groups_is add' -l target -d 'the collection: joined-groups-ref, joined-groups, or groups, which the live service takes today' -x -a 'joined-groups-ref joined-groups groups'
    complete -c $program -n '__groups_is add' -l ca-file -d 'certificates to trust as well, in PEM' -r -F
    complete -c $program -n '__groups_is add' -l dry-run -d 'print the requests and send nothing; needs no token'
    complete -c $program -n '__groups_is add' -l sandbox -d 'post to a local endpoint that ends with the command'
    complete -c $program -n '__groups_is add' -l timeout -d 'how long one request may take; default 30s' -x
    complete -c $program -n '__groups_is add' -l retries -d 'how often a group is sent again while the service throttles; default 5' -x
    complete -c $program -n '__groups_is add' -l max-wait -d 'how long to wait for one group in all; default 5m' -x
    complete -c $program -n '__groups_is add' -l resend-unknown -d 'send again what may have been added and is not found; can create a second one'
    complete -c $program -n '__groups_is add' -l concurrency -d 'how many groups are under way at once; default 8' -x
    complete -c $program -n '__groups_is add' -l if-exists -d 'skip: look each mailNickname up first and leave what is there alone' -x -a 'skip'
    complete -c $program -n '__groups_is add' -l journal -d 'where to take down what was sent; else a file below XDG_STATE_HOME' -r -F
    complete -c $program -n '__groups_is add' -l resume -d 'go on with the journal: send only what it does not say was added'
    complete -c $program -n '__groups_is add' -l restart -d 'forget the journal and send everything again'
    complete -c $program -n '__groups_is add' -l output -s o -d 'table, json, yaml, ndjson or tsv' -x -a 'table json yaml ndjson tsv'
    complete -c $program -n '__groups_is add' -l fields -d 'only these properties, in this order: id,displayName' -x -a '(__groups_properties)'
    complete -c $program -n '__groups_is add' -l profile -d 'the profile of the configuration file' -x -a '(__groups_profiles)'
    complete -c $program -n '__groups_is add' -l config -d 'the configuration file' -r -F
    complete -c $program -n '__groups_is add' -l color -d 'when to use colours: auto, always or never' -x -a 'auto always never'
    complete -c $program -n '__groups_is add' -l quiet -s q -d 'no notices'
    complete -c $program -n '__groups_is add' -l verbose -s v -d 'log each step; -vv logs its details'
    complete -c $program -n '__groups_is add' -l help -s h -d 'print this help'
    complete -c $program -n '__groups_is validate' -a '(__groups_definitions)'
    complete -c $program -n '__groups_is validate' -l id -d 'id that the service gives the group' -x
    complete -c $program -n '__groups_is validate' -l deleted-date-time -d 'when the group was deleted' -x
    complete -c $program -n '__groups_is validate' -l assigned-labels -d 'sensitivity labels' -x -a '(__groups_json)'
    complete -c $program -n '__groups_is validate' -l assigned-licenses -d 'product licences' -x -a '(__groups_json)'
    complete -c $program -n '__groups_is validate' -l classification -d 'classification such as low or high' -x
    complete -c $program -n '__groups_is validate' -l created-date-time -d 'when the group was created' -x
    complete -c $program -n '__groups_is validate' -l description -d 'what the group is for' -x
    complete -c $program -n '__groups_is validate' -l display-name -d 'name shown to people' -x
    complete -c $program -n '__groups_is validate' -l group-types -d 'Unified for a Microsoft 365 group, DynamicMembership' -x -a '(__groups_list Unified DynamicMembership)'
    complete -c $program -n '__groups_is validate' -l has-members-with-license-errors -d 'whether a member has a licence error' -a 'true false'
    complete -c $program -n '__groups_is validate' -l no-has-members-with-license-errors -d 'not: whether a member has a licence error'
    complete -c $program -n '__groups_is validate' -l is-assignable-to-role -d 'whether directory roles can be assigned' -a 'true false'
    complete -c $program -n '__groups_is validate' -l no-is-assignable-to-role -d 'not: whether directory roles can be assigned'
    complete -c $program -n '__groups_is validate' -l license-processing-state -d 'state of group-based licensing' -x -a '(__groups_json)'
    complete -c $program -n '__groups_is validate' -l mail -d 'SMTP address' -x
    complete -c $program -n '__groups_is validate' -l mail-enabled -d 'whether the group has a mailbox' -a 'true false'
    complete -c $program -n '__groups_is validate' -l no-mail-enabled -d 'not: whether the group has a mailbox'
    complete -c $program -n '__groups_is validate' -l mail-nickname -d 'mail alias, unique in the tenant' -x
    complete -c $program -n '__groups_is validate' -l mdm-app-id -d 'id of a device management application' -x
    complete -c $program -n '__groups_is validate' -l membership-rule -d 'rule that makes somebody a member' -x
    complete -c $program -n '__groups_is validate' -l membership-rule-processing-state -d 'whether the rule is applied' -x -a 'On Paused'
    complete -c $program -n '__groups_is validate' -l on-premises-domain-name -d 'on-premises domain' -x
    complete -c $program -n '__groups_is validate' -l on-premises-last-sync-date-time -d 'last synchronization' -x
    complete -c $program -n '__groups_is validate' -l on-premises-net-bios-name -d 'on-premises NetBIOS name' -x
    complete -c $program -n '__groups_is validate' -l on-premises-provisioning-errors -d 'errors of synchronization' -x -a '(__groups_json)'
    complete -c $program -n '__groups_is validate' -l on-premises-sam-account-name -d 'on-premises SAM account name' -x
    complete -c $program -n '__groups_is validate' -l on-premises-security-identifier -d 'on-premises SID' -x
    complete -c $program -n '__groups_is validate' -l on-premises-sync-enabled -d 'whether it is synchronized' -a 'true false'
    complete -c $program -n '__groups_is validate' -l no-on-premises-sync-enabled -d 'not: whether it is synchronized'
    complete -c $program -n '__groups_is validate' -l preferred-data-location -d 'where the group\'s data is kept' -x
    complete -c $program -n '__groups_is validate' -l preferred-language -d 'ISO 639-1 code such as en-US' -x
    complete -c $program -n '__groups_is validate' -l proxy-addresses -d 'all mail addresses' -x
    complete -c $program -n '__groups_is validate' -l renewed-date-time -d 'when the group was last renewed' -x
    complete -c $program -n '__groups_is validate' -l resource-behavior-options -d 'behaviours set at creation' -x -a '(__groups_list AllowOnlyMembersToPost CalendarMemberReadOnly ConnectorsDisabled HideGroupInOutlook SubscribeMembersToCalendarEventsDisabled SubscribeNewGroupMembers WelcomeEmailDisabled)'
    complete -c $program -n '__groups_is validate' -l resource-provisioning-options -d 'Team makes a team of it' -x -a '(__groups_list Team)'
    complete -c $program -n '__groups_is validate' -l security-enabled -d 'whether it is a security group' -a 'true false'
    complete -c $program -n '__groups_is validate' -l no-security-enabled -d 'not: whether it is a security group'
    complete -c $program -n '__groups_is validate' -l security-identifier -d 'SID of the group' -x
    complete -c $program -n '__groups_is validate' -l theme -d 'colour' -x -a 'Teal Purple Green Blue Pink Orange Red'
    complete -c $program -n '__groups_is validate' -l visibility -d 'who sees the group and may join it' -x -a 'Private Public HiddenMembership'
    complete -c $program -n '__groups_is validate' -l access-type -d 'who has access to the group' -x -a 'none private secret public'
    complete -c $program -n '__groups_is validate' -l allow-external-senders -d 'whether outsiders may write to it' -a 'true false'
    complete -c $program -n '__groups_is validate' -l no-allow-external-senders -d 'not: whether outsiders may write to it'
    complete -c $program -n '__groups_is validate' -l auto-subscribe-new-members -d 'whether new members get its mail' -a 'true false'
    complete -c $program -n '__groups_is validate' -l no-auto-subscribe-new-members -d 'not: whether new members get its mail'
    complete -c $program -n '__groups_is validate' -l is-favorite -d 'whether it is among the user\'s favourites' -a 'true false'
    complete -c $program -n '__groups_is validate' -l no-is-favorite -d 'not: whether it is among the user\'s favourites'
    complete -c $program -n '__groups_is validate' -l is-subscribed-by-mail -d 'whether the user gets its mail' -a 'true false'
    complete -c $program -n '__groups_is validate' -l no-is-subscribed-by-mail -d 'not: whether the user gets its mail'
    complete -c $program -n '__groups_is validate' -l unseen-count -d 'posts not seen since the last visit' -x
    complete -c $program -n '__groups_is validate' -l unseen-conversations-count -d 'conversations not seen' -x
    complete -c $program -n '__groups_is validate' -l unseen-messages-count -d 'messages not seen' -x
    complete -c $program -n '__groups_is validate' -l hide-from-outlook-clients -d 'whether Outlook hides it' -a 'true false'
    complete -c $program -n '__groups_is validate' -l no-hide-from-outlook-clients -d 'not: whether Outlook hides it'
    complete -c $program -n '__groups_is validate' -l hide-from-address-lists -d 'whether address lists hide it' -a 'true false'
    complete -c $program -n '__groups_is validate' -l no-hide-from-address-lists -d 'not: whether address lists hide it'
    complete -c $program -n '__groups_is validate' -l is-archived -d 'whether its team is archived' -a 'true false'
    complete -c $program -n '__groups_is validate' -l no-is-archived -d 'not: whether its team is archived'
    complete -c $program -n '__groups_is validate' -l set -d 'set any property, such as an extension, to a JSON value' -x
    complete -c $program -n '__groups_is validate' -l input-format -d 'json or yaml; else the file ending or the first character tells' -x -a 'json yaml'
    complete -c $program -n '__groups_is validate' -l required -d 'which properties must be there: minimal (what the live service requires), documented (what the endpoint\'s document lists) or none' -x -a 'minimal documented none'
    complete -c $program -n '__groups_is validate' -l allow-unknown -d 'unknown properties are only warnings'
    complete -c $program -n '__groups_is validate' -l strict -d 'warnings are errors'
    complete -c $program -n '__groups_is validate' -l diagnostics -d 'how problems are written: text, json, github, sarif or junit' -x -a 'text json github sarif junit'
    complete -c $program -n '__groups_is validate' -l target -d 'the collection: joined-groups-ref, joined-groups, or groups, which the live service takes today' -x -a 'joined-groups-ref joined-groups groups'
    complete -c $program -n '__groups_is validate' -l profile -d 'the profile of the configuration file' -x -a '(__groups_profiles)'
    complete -c $program -n '__groups_is validate' -l config -d 'the configuration file' -r -F
    complete -c $program -n '__groups_is validate' -l color -d 'when to use colours: auto, always or never' -x -a 'auto always never'
    complete -c $program -n '__groups_is validate' -l quiet -s q -d 'no notices'
    complete -c $program -n '__groups_is validate' -l verbose -s v -d 'log each step; -vv logs its details'
    complete -c $program -n '__groups_is validate' -l help -s h -d 'print this help'
    complete -c $program -n '__groups_is schema' -l template -d 'print a commented YAML definition to start from'
    complete -c $program -n '__groups_is schema' -l required -d 'which properties must be there: minimal (what the live service requires), documented (what the endpoint\'s document lists) or none' -x -a 'minimal documented none'
    complete -c $program -n '__groups_is schema' -l color -d 'when to use colours: auto, always or never' -x -a 'auto always never'
    complete -c $program -n '__groups_is schema' -l quiet -s q -d 'no notices'
    complete -c $program -n '__groups_is schema' -l verbose -s v -d 'log each step; -vv logs its details'
    complete -c $program -n '__groups_is schema' -l help -s h -d 'print this help'
    complete -c $program -n '__groups_is explain' -a 'syntax encoding no-definition too-large too-deep alias-expansion duplicate-key unknown-property type-mismatch enum-member int32-range guid-format date-time-format null-value missing-property duplicate-nickname text-length empty-text nickname-character undocumented-value undocumented-option language-code read-only-property set-after-create removed-property beta-property mail-enabled-not-unified unified-not-mail-enabled neither-mail-nor-security microsoft-365-only hidden-membership access-without-visibility access-against-visibility membership-rule-syntax membership-rule-operand membership-rule-limit membership-rule-property membership-rule-not-dynamic dynamic-without-rule processing-state-without-rule members-of-dynamic-group role-needs-security role-not-dynamic role-needs-private relationship-limit bind-reference id deletedDateTime assignedLabels assignedLicenses classification createdDateTime description displayName groupTypes hasMembersWithLicenseErrors isAssignableToRole licenseProcessingState mail mailEnabled mailNickname mdmAppId membershipRule membershipRuleProcessingState onPremisesDomainName onPremisesLastSyncDateTime onPremisesNetBiosName onPremisesProvisioningErrors onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled preferredDataLocation preferredLanguage proxyAddresses renewedDateTime resourceBehaviorOptions resourceProvisioningOptions securityEnabled securityIdentifier theme visibility accessType allowExternalSenders autoSubscribeNewMembers isFavorite isSubscribedByMail unseenCount unseenConversationsCount unseenMessagesCount hideFromOutlookClients hideFromAddressLists isArchived expirationDateTime infoCatalogs isManagementRestricted onPremisesExtensionAttributes organizationId serviceProvisioningErrors uniqueName welcomeMessageEnabled cloudLicensing createdByAppId membershipRuleProcessingStatus writebackConfiguration creationOptions'
    complete -c $program -n '__groups_is explain' -l color -d 'when to use colours: auto, always or never' -x -a 'auto always never'
    complete -c $program -n '__groups_is explain' -l quiet -s q -d 'no notices'
    complete -c $program -n '__groups_is explain' -l verbose -s v -d 'log each step; -vv logs its details'
    complete -c $program -n '__groups_is explain' -l help -s h -d 'print this help'
    complete -c $program -n '__groups_is auth login' -l client-credentials -d 'sign in as an application'
    complete -c $program -n '__groups_is auth login' -l client-secret-file -d 'its client secret; - is standard input; else AZURE_CLIENT_SECRET' -r -F
    complete -c $program -n '__groups_is auth login' -l certificate -d 'its certificate with the key, PEM or PFX; else AZURE_CLIENT_CERTIFICATE_PATH' -r -F
    complete -c $program -n '__groups_is auth login' -l federated -d 'sign in as an application that trusts a token of GitHub, GitLab or another issuer'
    complete -c $program -n '__groups_is auth login' -l federated-token-file -d 'that token; else AZURE_FEDERATED_TOKEN_FILE, GitHub Actions, GitLab CI' -r -F
    complete -c $program -n '__groups_is auth login' -l federated-token-variable -d 'the variable with that token; in GitLab CI default GITLAB_OIDC_TOKEN' -x
    complete -c $program -n '__groups_is auth login' -l managed-identity -d 'sign in as the Azure resource this runs on; --client-id chooses its identity'
    complete -c $program -n '__groups_is auth login' -l with-token -d 'store the token on standard input'
    complete -c $program -n '__groups_is auth login' -l scope -d 'what to ask for instead of Group.ReadWrite.All, or .default for an application' -x
    complete -c $program -n '__groups_is auth login' -l tenant -d 'the tenant\'s id or domain; default organizations' -x
    complete -c $program -n '__groups_is auth login' -l client-id -d 'the id of your app registration' -x
    complete -c $program -n '__groups_is auth login' -l endpoint -d 'where the service is; else the cloud says' -x
    complete -c $program -n '__groups_is auth login' -l cloud -d 'the cloud: global, us, us-dod or china' -x -a 'global us us-dod china'
    complete -c $program -n '__groups_is auth login' -l ca-file -d 'certificates to trust as well, in PEM' -r -F
    complete -c $program -n '__groups_is auth login' -l profile -d 'the profile of the configuration file' -x -a '(__groups_profiles)'
    complete -c $program -n '__groups_is auth login' -l config -d 'the configuration file' -r -F
    complete -c $program -n '__groups_is auth login' -l color -d 'when to use colours: auto, always or never' -x -a 'auto always never'
    complete -c $program -n '__groups_is auth login' -l quiet -s q -d 'no notices'
    complete -c $program -n '__groups_is auth login' -l verbose -s v -d 'log each step; -vv logs its details'
    complete -c $program -n '__groups_is auth login' -l help -s h -d 'print this help'
    complete -c $program -n '__groups_is auth status' -l output -s o -d 'table or json' -x -a 'table json'
    complete -c $program -n '__groups_is auth status' -l tenant -d 'the tenant\'s id or domain; default organizations' -x
    complete -c $program -n '__groups_is auth status' -l client-id -d 'the id of your app registration' -x
    complete -c $program -n '__groups_is auth status' -l endpoint -d 'where the service is; else the cloud says' -x
    complete -c $program -n '__groups_is auth status' -l cloud -d 'the cloud: global, us, us-dod or china' -x -a 'global us us-dod china'
    complete -c $program -n '__groups_is auth status' -l ca-file -d 'certificates to trust as well, in PEM' -r -F
    complete -c $program -n '__groups_is auth status' -l profile -d 'the profile of the configuration file' -x -a '(__groups_profiles)'
    complete -c $program -n '__groups_is auth status' -l config -d 'the configuration file' -r -F
    complete -c $program -n '__groups_is auth status' -l color -d 'when to use colours: auto, always or never' -x -a 'auto always never'
    complete -c $program -n '__groups_is auth status' -l quiet -s q -d 'no notices'
    complete -c $program -n '__groups_is auth status' -l verbose -s v -d 'log each step; -vv logs its details'
    complete -c $program -n '__groups_is auth status' -l help -s h -d 'print this help'
    complete -c $program -n '__groups_is auth token' -l tenant -d 'the tenant\'s id or domain; default organizations' -x
    complete -c $program -n '__groups_is auth token' -l client-id -d 'the id of your app registration' -x
    complete -c $program -n '__groups_is auth token' -l endpoint -d 'where the service is; else the cloud says' -x
    complete -c $program -n '__groups_is auth token' -l cloud -d 'the cloud: global, us, us-dod or china' -x -a 'global us us-dod china'
    complete -c $program -n '__groups_is auth token' -l ca-file -d 'certificates to trust as well, in PEM' -r -F
    complete -c $program -n '__groups_is auth token' -l profile -d 'the profile of the configuration file' -x -a '(__groups_profiles)'
    complete -c $program -n '__groups_is auth token' -l config -d 'the configuration file' -r -F
    complete -c $program -n '__groups_is auth token' -l color -d 'when to use colours: auto, always or never' -x -a 'auto always never'
    complete -c $program -n '__groups_is auth token' -l quiet -s q -d 'no notices'
    complete -c $program -n '__groups_is auth token' -l verbose -s v -d 'log each step; -vv logs its details'
    complete -c $program -n '__groups_is auth token' -l help -s h -d 'print this help'
    complete -c $program -n '__groups_is auth logout' -l color -d 'when to use colours: auto, always or never' -x -a 'auto always never'
    complete -c $program -n '__groups_is auth logout' -l quiet -s q -d 'no notices'
    complete -c $program -n '__groups_is auth logout' -l verbose -s v -d 'log each step; -vv logs its details'
    complete -c $program -n '__groups_is auth logout' -l help -s h -d 'print this help'
    complete -c $program -n '__groups_is sandbox' -l port -d 'the port to listen on; default any free one' -x
    complete -c $program -n '__groups_is sandbox' -l latency -d 'how long every answer takes, such as 50ms' -x
    complete -c $program -n '__groups_is sandbox' -l limit -d 'how many groups it takes in any such time before it answers 429, such as 3000/150s' -x
    complete -c $program -n '__groups_is sandbox' -l fail -d 'how often a fault strikes, from 0 to 1, such as reset-after=0.05: throttle, unavailable, conflict, error, error-after, reset, reset-after, reset-answer, cut, hang, hang-after, slow' -x
    complete -c $program -n '__groups_is sandbox' -l lag -d 'how long a new group stays invisible to look-ups' -x
    complete -c $program -n '__groups_is sandbox' -l log -d 'append a JSON line for each group created' -r -F
    complete -c $program -n '__groups_is sandbox' -l seed -d 'the sequence of faults; the same one gives the same' -x
    complete -c $program -n '__groups_is sandbox' -l color -d 'when to use colours: auto, always or never' -x -a 'auto always never'
    complete -c $program -n '__groups_is sandbox' -l quiet -s q -d 'no notices'
    complete -c $program -n '__groups_is sandbox' -l verbose -s v -d 'log each step; -vv logs its details'
    complete -c $program -n '__groups_is sandbox' -l help -s h -d 'print this help'
    complete -c $program -n '__groups_is completion' -a 'bash zsh fish'
    complete -c $program -n '__groups_is completion' -l color -d 'when to use colours: auto, always or never' -x -a 'auto always never'
    complete -c $program -n '__groups_is completion' -l quiet -s q -d 'no notices'
    complete -c $program -n '__groups_is completion' -l verbose -s v -d 'log each step; -vv logs its details'
    complete -c $program -n '__groups_is completion' -l help -s h -d 'print this help'
    complete -c $program -n '__groups_is help' -a 'add validate schema explain auth sandbox completion'
end
