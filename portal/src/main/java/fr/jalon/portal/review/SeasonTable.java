package fr.jalon.portal.review;

import fr.jalon.engine.profile.kind.Identifiers;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.LocalAuthority.Kind;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.review.Content.OfAuthority;
import fr.jalon.portal.review.Facts.Told;
import fr.jalon.portal.web.PortalSettings;
import fr.jalon.portal.web.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The open data of a season: a row for each authority whose agreement both signed. The model is
 * {@code season.schema.json}; it names no person and says nothing of money. They go out as any
 * other: a file deposited, read, described, and published with two visas.
 */
@Service
class SeasonTable {
  static final String SCHEMA = "season.schema.json";

  /** The fields of the model, in its order; a test compares them. */
  static final List<String> FIELDS =
      List.of(
          "saison",
          "siren",
          "code_insee",
          "nom",
          "departement",
          "debut_convention",
          "fin_accompagnement",
          "sessions_tenues",
          "jeux_ouverts",
          "jeux_de_qualite",
          "lignes_ouvertes",
          "premier_jeu_ouvert_le",
          "page");

  private final Facts facts;
  private final ReviewRows rows;
  private final Organizations organizations;
  private final Deposits deposits;
  private final Datasets datasets;
  private final PortalSettings portal;

  SeasonTable(
      Facts facts,
      ReviewRows rows,
      Organizations organizations,
      Deposits deposits,
      Datasets datasets,
      PortalSettings portal) {
    this.facts = facts;
    this.rows = rows;
    this.organizations = organizations;
    this.deposits = deposits;
    this.datasets = datasets;
    this.portal = portal;
  }

  static String schema() throws IOException {
    try (InputStream in = SeasonTable.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IOException("missing on the class path: " + SCHEMA);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** RFC 4180, in UTF-8. */
  @Transactional(readOnly = true)
  public String csv(Season season) {
    return Stream.concat(
            Stream.of(FIELDS), facts.told(season).stream().map(one -> row(season, one)))
        .map(row -> row.stream().map(SeasonTable::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private List<String> row(Season season, Told one) {
    LocalAuthority authority = one.authority();
    OfAuthority said = one.said();
    return Stream.of(
            season.name(),
            authority.siren(),
            authority.insee() == null ? "" : authority.insee(),
            authority.name(),
            authority.department(),
            day(one.followed().position().start()),
            day(Survival.ended(one.followed())),
            String.valueOf(said.held()),
            String.valueOf(said.datasets()),
            String.valueOf(said.good()),
            String.valueOf(said.rows()),
            day(said.first()),
            portal.link(CatalogPaths.authority(authority.slug())))
        .toList();
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private static String cell(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /** In whose name these data are deposited. */
  @Transactional(readOnly = true)
  public Optional<LocalAuthority> findOrganizer() {
    return rows.findOrganizer().flatMap(organizations::find);
  }

  /**
   * Says in whose name they are, for all seasons, until somebody says otherwise.
   *
   * @throws Rejected with {@link ReviewProblem#NOT_AN_ORGANIZER} when this SIREN is that of an
   *     authority: nothing is published as if it came from one
   */
  @Transactional
  public void setOrganizer(Person by, String name, String siren) {
    ReviewRules.requireRegion(by);
    String digits = siren.replaceAll("[\\s.]", "");
    String named = name.strip();
    if (!digits.matches("\\d{9}") || !Identifiers.isSiren(digits)) {
      throw new Rejected(ReviewProblem.NO_SUCH_SIREN);
    }
    if (named.isEmpty() || named.length() > 200) {
      throw new Rejected(ReviewProblem.WORDS_MISSING);
    }
    LocalAuthority organizer = organizations.add(Kind.GIP, named, digits, "", 0);
    if (organizer.kind() != Kind.GIP) {
      throw new Rejected(ReviewProblem.NOT_AN_ORGANIZER, organizer.name());
    }
    rows.setOrganizer(organizer.id());
  }

  /**
   * Deposits the data of a season in the name of the organizer; what was published of it is
   * renewed.
   *
   * @return the deposit; the one under way when there is one
   */
  @Transactional
  public UUID deposit(Person by, Season season) throws IOException {
    ReviewRules.requireRegion(by);
    LocalAuthority organizer =
        findOrganizer().orElseThrow(() -> new Rejected(ReviewProblem.ORGANIZER_MISSING));
    Person inItsName = new Person(by.id(), by.email(), by.name(), by.role(), organizer.id());
    Optional<UUID> underWay =
        rows.findDeposited(season.id()).filter(one -> isUnderWay(one, inItsName));
    if (underWay.isPresent()) {
      return underWay.get();
    }
    UUID deposit =
        deposits.receive(
            inItsName,
            rows.findDeposited(season.id())
                .flatMap(former -> renewed(former, inItsName, organizer.id()))
                .orElse(null),
            "collectivites-" + season.slug() + ".csv",
            new ByteArrayInputStream(csv(season).getBytes(StandardCharsets.UTF_8)));
    rows.setDeposited(season.id(), deposit);
    return deposit;
  }

  /** It may have been deleted since. */
  private boolean isUnderWay(UUID depositId, Person who) {
    try {
      return !deposits.get(depositId, who).published();
    } catch (Rejected gone) {
      return false;
    }
  }

  /**
   * The dataset of an earlier deposit, while there is one: a deposit may have been deleted, and
   * that of an organizer before stays its own.
   */
  private Optional<UUID> renewed(UUID depositId, Person who, UUID organizer) {
    try {
      UUID dataset = deposits.get(depositId, who).datasetId();
      return Optional.ofNullable(dataset)
          .filter(
              id ->
                  datasets
                      .find(id)
                      .filter(one -> one.published() != null)
                      .filter(one -> one.publisherId().equals(organizer))
                      .isPresent());
    } catch (Rejected gone) {
      return Optional.empty();
    }
  }
}
