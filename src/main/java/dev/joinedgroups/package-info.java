/** The program's entry: everything that touches the process itself. */
@NullMarked
package dev.joinedgroups;

import org.jspecify.annotations.NullMarked;
