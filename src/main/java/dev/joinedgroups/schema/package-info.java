/** What a group is: the one table of properties and their types. */
@NullMarked
package dev.joinedgroups.schema;

import org.jspecify.annotations.NullMarked;
