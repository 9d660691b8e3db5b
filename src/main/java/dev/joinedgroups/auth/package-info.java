/** Where a token comes from. */
@NullMarked
package dev.joinedgroups.auth;

import org.jspecify.annotations.NullMarked;
