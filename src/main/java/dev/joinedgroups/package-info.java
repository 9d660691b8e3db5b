/** The program's entry. */
@NullMarked
package dev.joinedgroups;

import org.jspecify.annotations.NullMarked;
