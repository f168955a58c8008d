package fr.jalon.portal.deposit;

import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What will be told about the dataset, as the depositor has left it: may lack anything.
 *
 * @param columns what the columns mean, by name; those nobody explained are absent
 */
public record Draft(
    String title,
    String summary,
    List<String> keywords,
    @Nullable Theme theme,
    License license,
    UpdateFrequency frequency,
    String contact,
    String period,
    Map<String, String> columns) {
  public Draft {
    keywords = List.copyOf(keywords);
    columns = Map.copyOf(columns);
  }

  /** True when nothing that must be told is missing. */
  boolean isWhole() {
    return !title.isBlank()
        && !summary.isBlank()
        && theme != null
        && frequency != UpdateFrequency.UNKNOWN
        && !contact.isBlank();
  }
}
