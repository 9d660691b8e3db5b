/** A local endpoint that behaves as the endpoint's document says. */
@NullMarked
package dev.joinedgroups.sandbox;

import org.jspecify.annotations.NullMarked;
