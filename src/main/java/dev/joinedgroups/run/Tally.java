package dev.joinedgroups.run;

/**
 * How far a run is.
 *
 * @param total how many definitions it has
 * @param before how many an earlier run had added already
 * @param added how many this one added
 * @param present how many were there already and not sent
 * @param refused how many the service refused, those for want of a permission included
 * @param unreachable how many did not get through
 * @param unknown of how many the outcome is not known
 * @param waiting how many are being held back at the moment
 */
public record Tally(
    int total,
    int before,
    int added,
    int present,
    int refused,
    int unreachable,
    int unknown,
    int waiting) {

  /** How many this run has finished. */
  public int finished() {
    return added + present + refused + unreachable + unknown;
  }

  /** How many have not been begun, or have no outcome yet. */
  public int left() {
    return total - before - finished();
  }
}
