/** Created groups as tables and documents. */
@NullMarked
package dev.joinedgroups.output;

import org.jspecify.annotations.NullMarked;
