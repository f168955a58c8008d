package fr.jalon.engine;

import fr.jalon.engine.format.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * What the engine is told beside the file.
 *
 * @param reading what a person corrected in the reading
 * @param schema code of the schema the person chose, "none" for no schema, null to recognize it
 * @param depositor who deposits, for the checks of local coherence; null when unknown
 */
public record InspectOptions(
    ReadOptions reading, @Nullable String schema, @Nullable Depositor depositor) {
  public static final InspectOptions NONE = new InspectOptions(ReadOptions.NONE, null, null);

  /**
   * @param siren nine digits
   * @param insee code of the commune, null for an EPCI
   */
  public record Depositor(String name, String siren, @Nullable String insee) {}
}
