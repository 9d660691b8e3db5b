package dev.joinedgroups.diagnostics;

/**
 * A second place that explains a problem, such as the first of two equal keys.
 *
 * @param place where it is
 * @param message what is there, as a short noun phrase or sentence
 */
public record Related(Place place, String message) {}
