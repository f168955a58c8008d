package fr.jalon.engine;

import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.rule.mend.Proposal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the engine is told beside the file.
 *
 * @param reading what a person corrected in the reading
 * @param schema code of the schema the person chose, "none" for no schema, null to recognize it
 * @param depositor who deposits, for the checks of local coherence; null when unknown
 * @param protections what was chosen for columns that speak of people, applied before everything
 *     else
 * @param kept what speaks of people and is kept as it is for a reason, each by {@link
 *     fr.jalon.engine.rule.Cause#subject}: told, and no longer covered
 * @param openly true to cover nothing, for somebody who looks at a file on a machine of their own
 * @param edits cells edited by hand on an earlier reading: those that still hold are proposed
 */
public record InspectOptions(
    ReadOptions reading,
    @Nullable String schema,
    @Nullable Depositor depositor,
    List<Proposal> edits,
    List<Proposal> protections,
    Set<String> kept,
    boolean openly) {
  public static final InspectOptions NONE = new InspectOptions(ReadOptions.NONE, null, null);

  public InspectOptions {
    edits = edits == null ? List.of() : List.copyOf(edits);
    protections =
        protections == null
            ? List.of()
            : protections.stream().filter(one -> one.mend().protects()).toList();
    kept = kept == null ? Set.of() : Set.copyOf(kept);
  }

  public InspectOptions(
      ReadOptions reading, @Nullable String schema, @Nullable Depositor depositor) {
    this(reading, schema, depositor, List.of(), List.of(), Set.of(), false);
  }

  /** The same, with cells edited by hand on an earlier reading. */
  public InspectOptions withEdits(List<Proposal> accepted) {
    return new InspectOptions(reading, schema, depositor, accepted, protections, kept, openly);
  }

  /**
   * The same, with what was decided of columns that speak of people.
   *
   * @param chosen proposals that hide something; others are none of it and left alone
   * @param reasoned subjects of the causes kept as they are
   */
  public InspectOptions withProtections(List<Proposal> chosen, Set<String> reasoned) {
    return new InspectOptions(reading, schema, depositor, edits, chosen, reasoned, openly);
  }

  /** The same, covering nothing. */
  public InspectOptions shownOpenly() {
    return new InspectOptions(reading, schema, depositor, edits, protections, kept, true);
  }

  /**
   * @param siren nine digits
   * @param insee code of the commune, null for an EPCI
   */
  public record Depositor(String name, String siren, @Nullable String insee) {}
}
