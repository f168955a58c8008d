package fr.jalon.engine;

import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.rule.mend.Proposal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine is told beside the file.
 *
 * @param reading what a person corrected in the reading
 * @param schema code of the schema the person chose, "none" for no schema, null to recognize it
 * @param depositor who deposits, for the checks of local coherence; null when unknown
 * @param edits cells edited by hand on an earlier reading: those that still hold are proposed
 */
public record InspectOptions(
    ReadOptions reading,
    @Nullable String schema,
    @Nullable Depositor depositor,
    List<Proposal> edits) {
  public static final InspectOptions NONE = new InspectOptions(ReadOptions.NONE, null, null);

  public InspectOptions {
    edits = List.copyOf(edits);
  }

  public InspectOptions(
      ReadOptions reading, @Nullable String schema, @Nullable Depositor depositor) {
    this(reading, schema, depositor, List.of());
  }

  /** The same, with cells edited by hand on an earlier reading. */
  public InspectOptions withEdits(List<Proposal> accepted) {
    return new InspectOptions(reading, schema, depositor, accepted);
  }

  /**
   * @param siren nine digits
   * @param insee code of the commune, null for an EPCI
   */
  public record Depositor(String name, String siren, @Nullable String insee) {}
}
