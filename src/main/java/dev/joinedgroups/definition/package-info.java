/** What a user wrote: texts, and the values in them, each with its place. */
@NullMarked
package dev.joinedgroups.definition;

import org.jspecify.annotations.NullMarked;
