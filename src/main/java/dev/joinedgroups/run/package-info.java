/** Adding groups: what is sent, when again, and what became of it. */
@NullMarked
package dev.joinedgroups.run;

import org.jspecify.annotations.NullMarked;
