package fr.jalon.engine.repair;

import fr.jalon.engine.check.Facts;

/**
 * A way of putting something right: when to propose it, and how to do it from the step alone, which
 * may be replayed on next year's file.
 */
public interface Repair {
  /** Stable code ("write-dates"). */
  String code();

  /** Proposes a step for each place where this repair would change something. */
  void look(Facts facts, Proposals proposals);

  /** True when one step does it for all the columns concerned: people see one cause, not five. */
  default boolean together() {
    return false;
  }

  /** Adds what the step asks to the plan; a step whose column is missing adds nothing. */
  void apply(RepairStep step, Plan plan);
}
