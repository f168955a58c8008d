package fr.jalon.portal.api;

import fr.jalon.portal.catalog.Fact;
import java.util.List;

/**
 * What the page of the API shows.
 *
 * @param base address of the portal
 * @param exampleTitle of the dataset the examples run on, "" when there is none
 * @param operators each with what it does
 * @param others addresses that are not about datasets
 */
public record ApiView(
    String base,
    String exampleTitle,
    List<Fact> examples,
    List<Fact> operators,
    List<Fact> aggregations,
    List<Other> others) {
  public ApiView {
    examples = List.copyOf(examples);
    operators = List.copyOf(operators);
    aggregations = List.copyOf(aggregations);
    others = List.copyOf(others);
  }

  /** An address of another room: what it gives, how it is used, a command that runs. */
  public record Other(String address, String summary, String explanation, String command) {}
}
