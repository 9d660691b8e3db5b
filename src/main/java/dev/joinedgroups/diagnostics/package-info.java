/** Problems as values, where they are, and how they are shown; failures and their exit codes. */
@NullMarked
package dev.joinedgroups.diagnostics;

import org.jspecify.annotations.NullMarked;
