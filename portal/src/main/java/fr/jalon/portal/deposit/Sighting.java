package fr.jalon.portal.deposit;

import fr.jalon.engine.Inspection;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.mend.Proposal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something in a file that speaks of people, with the ways to protect them.
 *
 * @param cause what was seen; its samples are masked
 * @param choices mends of which one may be chosen
 */
record Sighting(Cause cause, List<Proposal> choices) {
  private static final String TOGETHER = "personal-together";

  Sighting {
    choices = List.copyOf(choices);
  }

  static List<Sighting> of(Inspection inspection) {
    return inspection.findings().stream()
        .filter(Sighting::speaksOfPeople)
        .map(
            cause ->
                new Sighting(
                    cause,
                    inspection.proposals().stream()
                        .filter(Sighting::isChoice)
                        .filter(one -> one.rule().equals(cause.code()))
                        .filter(one -> isOf(one, cause))
                        .toList()))
        .toList();
  }

  /** Of columns that only tell who someone is side by side, any one may be taken out. */
  private static boolean isOf(Proposal choice, Cause cause) {
    return cause.code().equals(TOGETHER)
        ? List.of(cause.parameters().getOrDefault("columns", "").split(", "))
            .contains(choice.column())
        : Objects.equals(choice.column(), cause.column());
  }

  static boolean speaksOfPeople(Cause cause) {
    return cause.speaksOfPeople();
  }

  /** True for a mend that protects people. */
  static boolean isChoice(Proposal proposal) {
    return proposal.choice() != null;
  }

  /** What a decision is about, the same from one look at the file to the next. */
  String subject() {
    return cause.subject();
  }

  /** True for columns that only tell who someone is side by side. */
  boolean isTogether() {
    return cause.code().equals(TOGETHER);
  }

  Optional<Proposal> findChoice(String id) {
    return choices.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
