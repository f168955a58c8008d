package fr.jalon.portal.catalog;

import fr.jalon.engine.profile.ValueType;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands that run as they are written, on the rows of one dataset. */
public final class ApiExamples {
  private final PortalSettings portal;
  private final Messages messages;

  public ApiExamples(PortalSettings portal, Messages messages) {
    this.portal = portal;
    this.messages = messages;
  }

  public List<Fact> of(Dataset dataset, Version version) {
    String base = CatalogPaths.api(dataset.slug());
    List<Fact> examples = new ArrayList<>();
    examples.add(example("first", base + "/rows?page_size=5"));
    filter(version).ifPresent(filter -> examples.add(example("filter", base + "/rows?" + filter)));
    sort(version).ifPresent(sort -> examples.add(example("sort", base + "/rows?" + sort)));
    examples.add(example("csv", base + "/rows.csv"));
    examples.add(example("dataset", base));
    return examples;
  }

  private Fact example(String key, String path) {
    return Fact.of(messages.text("catalog.api.example." + key), "curl '" + portal.link(path) + "'");
  }

  /** The column with the fewest values, by its smallest one. */
  private static Optional<String> filter(Version version) {
    return version.columns().stream()
        .filter(column -> column.minimum() != null && column.role() == null)
        .filter(column -> column.type() == ValueType.TEXT && column.distinct() > 1)
        .min((a, b) -> Long.compare(a.distinct(), b.distinct()))
        .map(column -> RowAddress.pair(column.name() + "__exact", "" + column.minimum()));
  }

  private static Optional<String> sort(Version version) {
    return version.columns().stream()
        .filter(column -> column.numeric() && column.role() == null)
        .findFirst()
        .map(column -> RowAddress.pair(column.name() + "__sort", "desc"));
  }
}
