package fr.jalon.portal.deposit.describe;

import fr.jalon.engine.profile.Territory;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the data say of themselves.
 *
 * @param title at most 150 characters
 * @param theme null when its words tell none
 * @param territory null when neither the rows nor the authority name one
 * @param period in years ("2022", "2019 à 2023"), "" when nothing is dated
 * @param columns what the columns mean, by name
 * @param origins where each answer comes from
 */
public record Described(
    String title,
    String summary,
    List<String> keywords,
    @Nullable Theme theme,
    @Nullable Territory territory,
    String period,
    UpdateFrequency frequency,
    Map<String, String> columns,
    Map<Answer, Origin> origins) {
  public Described {
    keywords = List.copyOf(keywords);
    columns = Map.copyOf(columns);
    origins = Map.copyOf(origins);
  }
}
