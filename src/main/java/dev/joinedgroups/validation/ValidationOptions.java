package dev.joinedgroups.validation;

import dev.joinedgroups.diagnostics.Rule;
import dev.joinedgroups.diagnostics.Severity;

/**
 * How strict a run is.
 *
 * @param required which properties must be there
 * @param allowUnknown whether an unknown property is only a warning
 * @param strict whether every warning is an error
 * @param liveService whether groups go to the live service's own collection, so that what it is
 *     documented to refuse is an error
 */
public record ValidationOptions(
    Required required, boolean allowUnknown, boolean strict, boolean liveService) {

  /** How grave it is in this run to break a rule. */
  public Severity severity(Rule rule) {
    if (rule == Rule.UNKNOWN_PROPERTY && allowUnknown) {
      return strict ? Severity.ERROR : Severity.WARNING;
    }
    if (strict || (liveService && rule.refusedByService())) {
      return Severity.ERROR;
    }
    return rule.severity();
  }
}
