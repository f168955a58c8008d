package fr.jalon.portal.upkeep;

import fr.jalon.engine.profile.Territory;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Description;
import fr.jalon.portal.catalog.Distribution;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an authority published, as a file of the model "scdl/catalogue" 0.1.3: a row for each
 * dataset. The model wants every cell; where nothing is known, what is written is true all the
 * same.
 */
final class CatalogueFile {
  static final String SCHEMA = "scdl/catalogue";

  /** The fields of the model, in its order; a test has the model itself judge them. */
  static final List<String> FIELDS =
      List.of(
          "COLL_NOM",
          "COLL_SIRET",
          "ID",
          "TITRE",
          "DESCRIPTION",
          "THEME",
          "PRODUCTEUR_NOM",
          "PRODUCTEUR_SIRET",
          "COUV_SPAT_MAILLE",
          "COUV_SPAT_NOM",
          "COUV_TEMP_DEBUT",
          "COUV_TEMP_FIN",
          "DATE_PUBL",
          "FREQ_MAJ",
          "DATE_MAJ",
          "MOTS_CLES",
          "LICENCE",
          "NOMBRE_RESSOURCES",
          "FORMAT_RESSOURCES",
          "URL");

  private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d{2}\\b");

  private final LocalAuthority authority;
  private final String siret;
  private final PortalSettings portal;
  private final Messages french;

  CatalogueFile(LocalAuthority authority, String siret, PortalSettings portal, Messages french) {
    this.authority = authority;
    this.siret = siret;
    this.portal = portal;
    this.french = french;
  }

  /**
   * RFC 4180.
   *
   * @param datasets published ones
   * @param first when each was published for the first time
   */
  String csv(List<Dataset> datasets, Map<UUID, Instant> first) {
    return Stream.concat(
            Stream.of(FIELDS),
            datasets.stream().map(one -> row(one, Objects.requireNonNull(first.get(one.id())))))
        .map(row -> row.stream().map(CatalogueFile::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private List<String> row(Dataset dataset, Instant first) {
    Version version = Objects.requireNonNull(dataset.published());
    Description said = version.description();
    LocalDate updated = day(Objects.requireNonNull(version.publishedAt()));
    LocalDate begun = day(first);
    List<Integer> years = years(said.period());
    String name = authority.name();
    return List.of(
        name,
        siret,
        dataset.id().toString(),
        said.title(),
        said.summary().isBlank() ? said.title() : said.summary(),
        said.theme() == null
            ? french.text("upkeep.catalogue.no-theme")
            : french.text("catalog.theme." + said.theme().key()),
        name,
        siret,
        said.territory() == null ? scale(authority.kind()) : scale(said.territory().level()),
        said.territory() == null ? name : said.territory().name(),
        // nothing said of what they speak of: the days they have been offered
        (years.isEmpty() ? begun : LocalDate.of(years.get(0), 1, 1)).toString(),
        (years.isEmpty() ? updated : LocalDate.of(years.get(years.size() - 1), 12, 31)).toString(),
        begun.toString(),
        frequency(said.frequency()),
        updated.toString(),
        said.keywords().isEmpty() ? said.title() : String.join(";", said.keywords()),
        license(said.license()),
        Integer.toString(version.distributions().size()),
        version.filesInOrder().stream()
            .map(Distribution::format)
            .map(format -> format.code())
            .collect(Collectors.joining(";")),
        portal.link(CatalogPaths.dataset(dataset.slug())));
  }

  private static LocalDate day(Instant at) {
    return at.atZone(Messages.PARIS).toLocalDate();
  }

  /** The years of a period in words, in order. */
  private static List<Integer> years(@Nullable String period) {
    return period == null
        ? List.of()
        : YEAR.matcher(period)
            .results()
            .map(MatchResult::group)
            .map(Integer::valueOf)
            .sorted()
            .toList();
  }

  private static String scale(Territory.Level level) {
    return switch (level) {
      case COMMUNE -> "Communale";
      case EPCI -> "Intercommunale";
      case DEPARTEMENT -> "Départementale";
      case REGION -> "Régionale";
      case COUNTRY -> "Autre";
    };
  }

  private static String scale(LocalAuthority.Kind kind) {
    return switch (kind) {
      case COMMUNE -> "Communale";
      case EPCI, SYNDICAT -> "Intercommunale";
      case DEPARTEMENT -> "Départementale";
      case REGION -> "Régionale";
      default -> "Autre";
    };
  }

  private static String frequency(UpdateFrequency frequency) {
    return switch (frequency) {
      case CONTINUOUS -> "Continuelle";
      case DAILY -> "Quotidienne ou plusieurs fois par jour";
      case WEEKLY -> "Hebdomadaire ou plusieurs fois par semaine";
      case MONTHLY -> "Mensuelle ou plusieurs fois par mois";
      case QUARTERLY -> "Trimestrielle";
      case BIANNUAL -> "Semestrielle";
      case ANNUAL -> "Annuelle";
      case BIENNIAL -> "Biennale";
      case IRREGULAR -> "Irrégulière";
      case NEVER -> "Ponctuelle";
      case UNKNOWN -> "Inconnue";
    };
  }

  private static String license(License license) {
    return switch (license) {
      case LICENCE_OUVERTE -> "Licence Ouverte-LO";
      case ODBL -> "Open Database License-ODBL";
      case APPROVED -> "Spécifique ou autre";
    };
  }

  private static String cell(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
