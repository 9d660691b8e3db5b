/** Definitions against the schema and the documented rules of the service. */
@NullMarked
package dev.joinedgroups.validation;

import org.jspecify.annotations.NullMarked;
