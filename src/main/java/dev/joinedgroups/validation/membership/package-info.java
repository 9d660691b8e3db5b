/**
 * The grammar of dynamic membership rules: what a group's {@code membershipRule} may say.
 *
 * <p>{@link dev.joinedgroups.validation.membership.MembershipRuleParser#check} is the way in. The
 * package depends on nothing but the class library, keeps no state and does no input or output.
 *
 * <p>Source of the grammar, the properties and the limits, cited below as DOC: <a
 * href="https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership">Manage rules
 * for dynamic membership groups</a>, MicrosoftDocs/entra-docs@11d44a5c
 * docs/identity/users/groups-dynamic-membership.md. Beside it: groups-dynamic-rule-member-of.md
 * (@054972ea), groups-troubleshooting.md (@069625bf) and groups-dynamic-rule-more-efficient.md
 * (@19cc3f7a) of the same folder.
 *
 * <p>Where these pages are silent or contradict themselves, a rule gets the benefit of the doubt.
 */
@NullMarked
package dev.joinedgroups.validation.membership;

import org.jspecify.annotations.NullMarked;
