/** The endpoint over HTTP. The only package that knows java.net.http. */
@NullMarked
package dev.joinedgroups.graph;

import org.jspecify.annotations.NullMarked;
