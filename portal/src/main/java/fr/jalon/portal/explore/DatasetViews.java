package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.ApiExamples;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Conformity;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.catalog.Description;
import fr.jalon.portal.catalog.Distribution;
import fr.jalon.portal.catalog.Fact;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Publisher;
import fr.jalon.portal.catalog.Publishers;
import fr.jalon.portal.catalog.Standing;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.catalog.Withdrawal;
import fr.jalon.portal.explore.DatasetView.ColumnLine;
import fr.jalon.portal.explore.DatasetView.Download;
import fr.jalon.portal.explore.DatasetView.Tab;
import fr.jalon.portal.explore.DatasetView.VersionLine;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a dataset: the data first, then what is said of them. */
@Component
class DatasetViews {
  private static final String TABLE = "tableau";
  private static final String MAP = "carte";
  private static final String CHART = "graphique";

  private final Publishers publishers;
  private final Datasets datasets;
  private final ExplorerViews explorers;
  private final MapViews maps;
  private final ChartViews charts;
  private final QualityViews qualities;
  private final LinkedData linkedData;
  private final DatasetAside aside;
  private final PortalSettings portal;
  private final Clock clock;

  DatasetViews(
      Publishers publishers,
      Datasets datasets,
      ExplorerViews explorers,
      MapViews maps,
      ChartViews charts,
      QualityViews qualities,
      LinkedData linkedData,
      DatasetAside aside,
      PortalSettings portal,
      Clock clock) {
    this.publishers = publishers;
    this.datasets = datasets;
    this.explorers = explorers;
    this.maps = maps;
    this.charts = charts;
    this.qualities = qualities;
    this.linkedData = linkedData;
    this.aside = aside;
    this.portal = portal;
    this.clock = clock;
  }

  /** What all see of it. */
  DatasetView published(
      Dataset dataset, Standing standing, Map<String, String[]> parameters, Messages messages)
      throws IOException {
    Version version = Objects.requireNonNull(dataset.published());
    String path = CatalogPaths.dataset(dataset.slug());
    String sandbox =
        standing != Standing.PASSER_BY && dataset.sandbox() != null
            ? CatalogPaths.sandbox(dataset.slug())
            : null;
    return view(
        new Seen(dataset, version, path, standing, false, null, sandbox),
        datasets.listVersions(dataset.id()),
        parameters,
        messages);
  }

  /** Its rehearsal, for those who may see it: the caller has checked. */
  DatasetView sandbox(
      Dataset dataset, Version version, Map<String, String[]> parameters, Messages messages)
      throws IOException {
    String published = dataset.published() == null ? null : CatalogPaths.dataset(dataset.slug());
    return view(
        new Seen(
            dataset,
            version,
            CatalogPaths.sandbox(dataset.slug()),
            Standing.INSIDER,
            true,
            published,
            null),
        List.of(),
        parameters,
        messages);
  }

  /** A version of a dataset and where it is looked at. */
  private record Seen(
      Dataset dataset,
      Version version,
      String path,
      Standing standing,
      boolean sandbox,
      @Nullable String publishedHref,
      @Nullable String sandboxHref) {}

  private DatasetView view(
      Seen seen, List<Version> history, Map<String, String[]> parameters, Messages messages)
      throws IOException {
    Version version = seen.version();
    Description said = version.description();
    Publisher publisher = publishers.get(seen.dataset().publisherId());
    String way = way(version, parameters);
    String export = seen.sandbox() ? null : CatalogPaths.api(seen.dataset().slug()) + "/rows.csv";
    return new DatasetView(
        seen.sandbox(),
        seen.publishedHref(),
        seen.sandboxHref(),
        seen.standing() == Standing.PASSER_BY ? null : CatalogPaths.care(seen.dataset().slug()),
        seen.standing() == Standing.STEWARD && !seen.sandbox(),
        portal.link(seen.path()),
        portal.link(CatalogPaths.api(seen.dataset().slug())),
        seen.sandbox() ? "" : linkedData.of(seen.dataset(), version, publisher),
        said.promise(),
        said.rest(),
        publisher,
        when(seen, messages),
        license(said, messages),
        said.license().url(),
        messages.text("catalog.frequency." + said.frequency().key()),
        Freshness.overdueSince(version, clock.instant())
            .map(due -> messages.text("catalog.frequency.late", messages.date(due)))
            .orElse(null),
        tabs(version, seen.path(), way, messages),
        way.equals(TABLE) ? explorers.of(version, seen.path(), export, parameters, messages) : null,
        way.equals(MAP) ? maps.of(version, seen.path(), messages) : null,
        way.equals(CHART) ? charts.of(version, seen.path(), parameters, messages) : null,
        version.filesInOrder().stream().map(file -> download(seen, file, messages)).toList(),
        version.columns().stream().map(column -> column(column, messages)).toList(),
        qualities.of(version, messages),
        history.stream().map(one -> version(seen, one, history, messages)).toList(),
        version.corrections(messages.locale()),
        facts(seen.dataset(), version, publisher, messages),
        seen.sandbox() ? List.of() : new ApiExamples(portal, messages).of(seen.dataset(), version),
        seen.sandbox() ? null : aside.about(seen.dataset(), seen.standing()));
  }

  private static String way(Version version, Map<String, String[]> parameters) {
    String[] asked = parameters.getOrDefault("vue", new String[] {TABLE});
    String way = asked.length == 0 ? TABLE : asked[0];
    boolean known =
        (way.equals(MAP) && MapViews.suits(version))
            || (way.equals(CHART) && ChartViews.suits(version));
    return known ? way : TABLE;
  }

  private static List<Tab> tabs(Version version, String path, String way, Messages messages) {
    List<Tab> tabs = new ArrayList<>();
    tabs.add(new Tab(messages.text("explore.view." + TABLE), path, way.equals(TABLE)));
    if (MapViews.suits(version)) {
      tabs.add(tab(MAP, path, way, messages));
    }
    if (ChartViews.suits(version)) {
      tabs.add(tab(CHART, path, way, messages));
    }
    return tabs;
  }

  private static Tab tab(String name, String path, String way, Messages messages) {
    return new Tab(messages.text("explore.view." + name), path + "?vue=" + name, way.equals(name));
  }

  private static String when(Seen seen, Messages messages) {
    Version version = seen.version();
    Instant published = version.publishedAt();
    if (published == null) {
      return messages.text("explore.dataset.deposited", messages.date(version.createdAt()));
    }
    String key = version.number() == 1 ? "explore.dataset.published" : "explore.dataset.updated";
    return messages.text(key, messages.date(published));
  }

  private static String license(Description said, Messages messages) {
    String reference = said.licenseReference();
    String key = "catalog.license." + said.license().name().toLowerCase(Locale.ROOT);
    return reference == null || said.license() != License.APPROVED
        ? messages.text(key)
        : messages.text(key + ".reference", reference);
  }

  private static Download download(Seen seen, Distribution file, Messages messages) {
    return new Download(
        messages.text("explore.download." + file.format().code()),
        fileHref(seen, seen.version(), file),
        file.size(),
        messages.text("explore.download." + file.format().code() + ".for"),
        file.rows() < seen.version().rows() && !file.format().holdsPlacesOnly()
            ? messages.text("explore.download.partial", file.rows())
            : null);
  }

  private static String fileHref(Seen seen, Version version, Distribution file) {
    return seen.path()
        + "/fichiers/"
        + CatalogPaths.fileName(seen.dataset().slug(), version, file.format());
  }

  private static ColumnLine column(ColumnDescription column, Messages messages) {
    String what = column.description();
    if (what.isBlank() && !column.title().equals(column.name())) {
      what = column.title();
    }
    return new ColumnLine(
        column.name(), what, new ValueText(messages).type(column), range(column, messages));
  }

  private static String range(ColumnDescription column, Messages messages) {
    String minimum = column.minimum();
    String maximum = column.maximum();
    boolean ordered = column.numeric() || column.type().isDate();
    if (ordered && minimum != null && maximum != null && column.role() == null) {
      ValueText text = new ValueText(messages);
      return messages.text(
          "explore.columns.range.between",
          text.bound(column, minimum),
          text.bound(column, maximum));
    }
    return column.distinct() > 0 && column.role() == null
        ? messages.count("explore.columns.range.distinct", column.distinct())
        : "";
  }

  private static VersionLine version(
      Seen seen, Version version, List<Version> history, Messages messages) {
    String name = messages.text("explore.history.version", version.number());
    Withdrawal withdrawal = version.withdrawal();
    if (withdrawal != null) {
      return new VersionLine(
          name,
          messages.text("explore.history.withdrawn", messages.date(withdrawal.at())),
          withdrawal.reason(),
          null,
          null,
          List.of());
    }
    Instant published = version.publishedAt();
    Integer repeats = version.repeats();
    return new VersionLine(
        version.id().equals(seen.version().id())
            ? name + " (" + messages.text("explore.history.current") + ")"
            : name,
        published == null
            ? ""
            : messages.text("explore.dataset.published", messages.date(published)),
        repeats == null ? "" : messages.text("explore.history.repeats", repeats),
        version.rows(),
        changesHref(seen, version, history),
        version.distributions().stream()
            .map(file -> new Fact(file.format().title(), "", fileHref(seen, version, file)))
            .toList());
  }

  /** From the last earlier version that all may see. */
  private static @Nullable String changesHref(Seen seen, Version version, List<Version> history) {
    return history.stream()
        .filter(one -> one.withdrawal() == null && one.erasedAt() == null)
        .filter(one -> one.number() < version.number())
        .max(Comparator.comparingInt(Version::number))
        .map(
            before ->
                seen.path()
                    + CatalogPaths.COMPARISON
                    + "?avant="
                    + before.number()
                    + "&apres="
                    + version.number())
        .orElse(null);
  }

  private static List<Fact> facts(
      Dataset dataset, Version version, Publisher publisher, Messages messages) {
    Description said = version.description();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(messages.text("explore.about.publisher"), publisher.name(), publisher.href()));
    Theme theme = said.theme();
    if (theme != null) {
      facts.add(
          new Fact(
              messages.text("explore.about.theme"),
              messages.text("catalog.theme." + theme.key()),
              CatalogPaths.theme(theme)));
    }
    String period = said.period();
    if (period != null && !period.isBlank()) {
      facts.add(Fact.of(messages.text("explore.about.period"), period));
    }
    Conformity conformity = version.conformity();
    if (conformity != null) {
      facts.add(
          new Fact(
              messages.text("explore.about.schema"),
              followed(conformity, messages),
              CatalogPaths.model(conformity.schema())));
    }
    if (!said.keywords().isEmpty()) {
      facts.add(
          Fact.of(messages.text("explore.about.keywords"), String.join(", ", said.keywords())));
    }
    String contact = said.contactEmail();
    if (contact != null && !contact.isBlank()) {
      facts.add(new Fact(messages.text("explore.about.contact"), contact, "mailto:" + contact));
    }
    facts.add(Fact.of(messages.text("explore.about.identifier"), dataset.id().toString()));
    return facts;
  }

  /** How well the national model is followed, with what is left to put right. */
  private static String followed(Conformity conformity, Messages messages) {
    Integer problems = conformity.problems();
    if (problems == null) {
      return messages.text(
          "explore.about.schema.unknown", conformity.title(), conformity.version());
    }
    String key =
        switch (problems) {
          case 0 -> "explore.about.schema.valid";
          case 1 -> "explore.about.schema.partial.one";
          default -> "explore.about.schema.partial";
        };
    return messages.text(key, conformity.title(), conformity.version(), problems);
  }
}
