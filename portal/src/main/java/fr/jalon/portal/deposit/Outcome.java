package fr.jalon.portal.deposit;

import fr.jalon.engine.Export;
import fr.jalon.portal.catalog.Distribution;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the accepted repairs gave: the table looked at again, and its files already in the store.
 *
 * @param compared with what is published; null when nothing is, or in one written by a former
 *     version
 */
public record Outcome(
    Export export, List<Distribution> distributions, @Nullable Compared compared) {
  public Outcome {
    distributions = List.copyOf(distributions);
  }
}
