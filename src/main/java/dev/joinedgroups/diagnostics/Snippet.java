package dev.joinedgroups.diagnostics;

/**
 * The part of a source line that a problem is shown on.
 *
 * @param text the line without its terminator, or a stretch of it when the line is very long
 * @param start UTF-16 offset in {@code text} where the problem starts
 * @param end UTF-16 offset in {@code text} where it ends, exclusive; equal to {@code start} for a
 *     place between characters
 * @param cutBefore the line goes on before {@code text}
 * @param cutAfter the line goes on after {@code text}
 */
public record Snippet(String text, int start, int end, boolean cutBefore, boolean cutAfter) {}
