package fr.jalon.portal.explore;

import fr.jalon.engine.Sentences;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.schema.Schema;
import fr.jalon.engine.schema.Schemas;
import fr.jalon.portal.catalog.CatalogFigures;
import fr.jalon.portal.catalog.CatalogFigures.Count;
import fr.jalon.portal.catalog.CatalogFigures.ModelUse;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.CatalogQuery;
import fr.jalon.portal.catalog.CatalogQuery.Facet;
import fr.jalon.portal.catalog.CatalogSearch;
import fr.jalon.portal.catalog.CatalogSearch.SearchResults;
import fr.jalon.portal.catalog.Fact;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.explore.ShelfView.Entry;
import fr.jalon.portal.explore.ShelfView.Field;
import fr.jalon.portal.explore.ShelfView.Model;
import fr.jalon.portal.web.Messages;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the pages of themes and of national models, and their lists. */
@Component
class ShelfViews {
  /** Who publishes, named on a page. */
  private static final int MOST_PUBLISHERS = 30;

  private final CatalogSearch search;
  private final CatalogFigures figures;
  private final DatasetLines lines;

  ShelfViews(CatalogSearch search, CatalogFigures figures, DatasetLines lines) {
    this.search = search;
    this.figures = figures;
    this.lines = lines;
  }

  /** All themes, those that have datasets first, in the order of their names. */
  List<Entry> themes(Messages messages) {
    Map<Theme, Count> counts = figures.themes();
    return Arrays.stream(Theme.values())
        .map(
            theme ->
                entry(
                    title(theme, messages),
                    CatalogPaths.theme(theme),
                    messages.text("explore.theme.about." + theme.key()),
                    counts.get(theme),
                    messages))
        .sorted(
            Comparator.comparing(Entry::empty)
                .thenComparing(Entry::name, Collator.getInstance(messages.locale())))
        .toList();
  }

  /** The models Jalon knows, then those that only datasets name. */
  List<Entry> models(Messages messages) {
    List<ModelUse> used = figures.models();
    Stream<Entry> known =
        Schemas.ALL.stream()
            .map(
                schema ->
                    entry(
                        schema.title(),
                        CatalogPaths.model(schema.code()),
                        schema.description(),
                        used.stream()
                            .filter(use -> use.code().equals(schema.code()))
                            .map(ModelUse::count)
                            .findFirst()
                            .orElse(null),
                        messages));
    Stream<Entry> others =
        used.stream()
            .filter(use -> Schemas.find(use.code()).isEmpty())
            .map(
                use ->
                    entry(use.title(), CatalogPaths.model(use.code()), "", use.count(), messages));
    return Stream.concat(known, others).toList();
  }

  static String title(Theme theme, Messages messages) {
    return messages.text("catalog.theme." + theme.key());
  }

  ShelfView theme(Theme theme, Messages messages) {
    SearchResults found = search.find(query(Facet.THEME, theme.key()));
    List<Fact> beside =
        found.choices().getOrDefault(Facet.SCHEMA, List.of()).stream()
            .map(
                choice ->
                    new Fact(
                        "",
                        choice.title() == null ? choice.value() : choice.title(),
                        CatalogPaths.model(choice.value())))
            .toList();
    return new ShelfView(
        messages.text("explore.theme.about." + theme.key()),
        story(figures.themes().get(theme), messages),
        lines.of(found.datasets()),
        more(found),
        publishers(theme, null, messages),
        beside,
        null);
  }

  /**
   * A model by the end of its address, if Jalon knows it or a dataset follows it.
   *
   * @param slug its code, with dashes
   */
  Optional<Shelf> findModel(String slug) {
    Optional<Schema> known = findSchema(slug);
    Optional<ModelUse> used =
        figures.models().stream()
            .filter(use -> CatalogPaths.model(use.code()).equals(CatalogPaths.MODELS + "/" + slug))
            .findFirst();
    if (known.isEmpty() && used.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Shelf(known.orElse(null), used.orElse(null)));
  }

  static Optional<Schema> findSchema(String slug) {
    return Schemas.ALL.stream()
        .filter(
            schema -> CatalogPaths.model(schema.code()).equals(CatalogPaths.MODELS + "/" + slug))
        .findFirst();
  }

  /** A model: what Jalon knows of it, what datasets make of it; one of the two is there. */
  record Shelf(@Nullable Schema schema, @Nullable ModelUse use) {
    String title() {
      return schema != null ? schema.title() : Objects.requireNonNull(use).title();
    }

    String code() {
      return schema != null ? schema.code() : Objects.requireNonNull(use).code();
    }
  }

  ShelfView model(Shelf shelf, Messages messages) {
    SearchResults found = search.find(query(Facet.SCHEMA, shelf.code()));
    ModelUse use = shelf.use();
    List<String> story = new ArrayList<>(story(use == null ? null : use.count(), messages));
    if (use != null && use.valid() > 0) {
      story.add(messages.count("explore.model.valid", use.valid()));
    }
    if (use != null && use.partial() > 0) {
      story.add(messages.count("explore.model.partial", use.partial()));
    }
    Schema schema = shelf.schema();
    return new ShelfView(
        schema == null ? "" : schema.description(),
        story,
        lines.of(found.datasets()),
        more(found),
        publishers(null, shelf.code(), messages),
        List.of(),
        schema == null ? null : model(schema, messages));
  }

  private static Model model(Schema schema, Messages messages) {
    return new Model(
        schema.homepage(),
        CatalogPaths.model(schema.code()) + "/vide.csv",
        schema.fields().stream()
            .map(
                field ->
                    new Field(
                        field.name(),
                        field.title(),
                        type(field.asKind(), field.type(), messages),
                        field.required(),
                        field.example()))
            .toList());
  }

  private static String type(Kind kind, String type, Messages messages) {
    Sentences sentences = Sentences.in(messages.locale());
    boolean telling = kind != Kinds.TEXT && kind != Kinds.EMPTY;
    if (telling && sentences.has("kind." + kind.code())) {
      return sentences.kind(kind);
    }
    String key =
        switch (type) {
          case "number" -> "decimal";
          case "integer", "boolean", "date", "datetime" -> type;
          default -> "text";
        };
    return messages.text("catalog.type." + key);
  }

  private static Entry entry(
      String name, String href, String about, @Nullable Count count, Messages messages) {
    return count == null
        ? new Entry(name, href, about, "", true)
        : new Entry(
            name,
            href,
            about,
            messages.count("explore.list.count", count.datasets())
                + messages.text("explore.shelf.of")
                + messages.count("explore.shelf.publishers", count.publishers()),
            false);
  }

  private static List<String> story(@Nullable Count count, Messages messages) {
    return count == null
        ? List.of()
        : List.of(
            messages.count("explore.list.count", count.datasets()),
            messages.count("explore.shelf.publishers", count.publishers()),
            messages.text("explore.updated", messages.date(count.latest())));
  }

  private List<Fact> publishers(@Nullable Theme theme, @Nullable String schema, Messages messages) {
    return figures.publishers(theme, schema, MOST_PUBLISHERS).stream()
        .map(
            one ->
                new Fact(
                    messages.number(one.datasets()),
                    one.publisher().name(),
                    one.publisher().href()))
        .toList();
  }

  private static CatalogQuery query(Facet facet, String value) {
    return CatalogQuery.of(Map.of(facet.parameter(), value));
  }

  private static @Nullable String more(SearchResults found) {
    return found.total() > found.datasets().size()
        ? found.query().hrefWith(found.query().order())
        : null;
  }
}
