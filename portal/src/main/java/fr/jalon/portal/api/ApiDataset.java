package fr.jalon.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.engine.profile.Territory;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Conformity;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Description;
import fr.jalon.portal.catalog.Distribution;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Publisher;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.Timeliness;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.web.PortalSettings;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A published dataset as the API says it; what is unknown is null.
 *
 * @param page whole address of its page
 * @param rows whole address of its rows
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ApiDataset(
    UUID id,
    String slug,
    String title,
    String description,
    List<String> keywords,
    @Nullable String theme,
    @Nullable ApiTerritory territory,
    ApiLicense license,
    String frequency,
    String freshness,
    @Nullable String period,
    @Nullable String contactEmail,
    ApiPublisher publisher,
    Instant createdAt,
    @Nullable Instant publishedAt,
    int version,
    long rowCount,
    @Nullable ApiSchema schema,
    List<ApiFile> distributions,
    List<ApiColumn> columns,
    String page,
    String rows) {

  /** A license by the identifier of data.gouv.fr. */
  record ApiLicense(String id, @Nullable String url, @Nullable String reference) {}

  /** The organization it belongs to. */
  record ApiPublisher(UUID id, String slug, String name, String page) {}

  /**
   * The place its rows speak of.
   *
   * @param id "commune-45232": the value that narrows the list by it
   */
  record ApiTerritory(String id, String level, String code, String name) {}

  /**
   * The schema it follows.
   *
   * @param valid true when it follows it without error
   * @param problems how many are left
   */
  record ApiSchema(
      String name,
      String version,
      String title,
      @Nullable Boolean valid,
      @Nullable Integer problems) {}

  /** A file of its latest version. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record ApiFile(
      String format, String mediaType, String url, String latestUrl, long size, String sha256) {}

  /** A line of the dictionary of columns. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record ApiColumn(
      String name,
      String title,
      String description,
      String type,
      String kind,
      @Nullable String role) {
    static ApiColumn of(ColumnDescription column) {
      return new ApiColumn(
          column.name(),
          column.title(),
          column.description(),
          column.type().code(),
          column.kind().code(),
          column.role() == null ? null : column.role().code());
    }
  }

  static ApiDataset of(
      Dataset dataset, Version version, Publisher publisher, PortalSettings portal, Instant now) {
    Description said = version.description();
    Theme theme = said.theme();
    Conformity conformity = version.conformity();
    String path = CatalogPaths.dataset(dataset.slug());
    return new ApiDataset(
        dataset.id(),
        dataset.slug(),
        said.title(),
        said.summary(),
        said.keywords(),
        theme == null ? null : theme.uri(),
        territory(said.territory()),
        license(said),
        said.frequency().uri(),
        Timeliness.of(version, now).key(),
        said.period(),
        said.contactEmail(),
        new ApiPublisher(
            publisher.id(), publisher.slug(), publisher.name(), portal.link(publisher.href())),
        dataset.createdAt(),
        version.publishedAt(),
        version.number(),
        version.rows(),
        conformity == null
            ? null
            : new ApiSchema(
                conformity.schema(),
                conformity.version(),
                conformity.title(),
                conformity.valid(),
                conformity.problems()),
        version.distributions().stream().map(file -> file(dataset, version, file, portal)).toList(),
        version.columns().stream().map(ApiColumn::of).toList(),
        portal.link(path),
        portal.link(CatalogPaths.api(dataset.slug()) + "/rows"));
  }

  private static @Nullable ApiTerritory territory(@Nullable Territory place) {
    return place == null
        ? null
        : new ApiTerritory(
            CatalogPaths.place(place),
            place.level().name().toLowerCase(Locale.ROOT),
            place.code(),
            place.name());
  }

  private static ApiLicense license(Description said) {
    License license = said.license();
    return new ApiLicense(
        license.id(), license.url().isEmpty() ? null : license.url(), said.licenseReference());
  }

  private static ApiFile file(
      Dataset dataset, Version version, Distribution file, PortalSettings portal) {
    String folder = CatalogPaths.dataset(dataset.slug()) + "/fichiers/";
    return new ApiFile(
        file.format().code(),
        file.format().mediaType(),
        portal.link(folder + CatalogPaths.fileName(dataset.slug(), version, file.format())),
        portal.link(folder + dataset.slug() + "." + file.format().code()),
        file.size(),
        file.sha256());
  }
}
