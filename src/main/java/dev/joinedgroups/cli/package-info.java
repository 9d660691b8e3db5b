/** The command tree. The only package that knows picocli: a command parses, delegates, prints. */
@NullMarked
package dev.joinedgroups.cli;

import org.jspecify.annotations.NullMarked;
