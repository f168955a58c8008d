package fr.jalon.portal.deposit;

import fr.jalon.engine.Export;
import fr.jalon.portal.catalog.Distribution;
import java.util.List;

/**
 * What the accepted repairs gave: the table looked at again, and its files already in the store.
 */
public record Outcome(Export export, List<Distribution> distributions) {
  public Outcome {
    distributions = List.copyOf(distributions);
  }
}
