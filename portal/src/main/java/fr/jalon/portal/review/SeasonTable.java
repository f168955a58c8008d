package fr.jalon.portal.review;

import fr.jalon.engine.profile.kind.Identifiers;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.LocalAuthority.Kind;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.review.Content.OfAuthority;
import fr.jalon.portal.web.PortalSettings;
import fr.jalon.portal.web.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
    List<Followed> all = facts.signed(season);
    Map<UUID, LocalAuthority> byId =
        organizations
            .findAll(all.stream().map(one -> one.beneficiary().organizationId()).toList())
            .stream()
            .collect(Collectors.toMap(LocalAuthority::id, Function.identity()));
    List<OfAuthority> told = facts.ofSeason(season).authorities();
    List<List<String>> table = new ArrayList<>();
    table.add(FIELDS);
    for (int at = 0; at < all.size(); at++) {
      LocalAuthority authority = byId.get(all.get(at).beneficiary().organizationId());
      if (authority != null) {
        table.add(row(season, all.get(at), authority, told.get(at)));
      }
    }
    return table.stream()
        .map(row -> row.stream().map(SeasonTable::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private List<String> row(
      Season season, Followed one, LocalAuthority authority, OfAuthority told) {
    return Stream.of(
            season.name(),
            authority.siren(),
            authority.insee() == null ? "" : authority.insee(),
            authority.name(),
            authority.department(),
            day(one.position().start()),
            day(Survival.ended(one)),
            String.valueOf(told.held()),
            String.valueOf(told.datasets()),
            String.valueOf(told.good()),
            String.valueOf(told.rows()),
            day(told.first()),
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

  /** Says in whose name they are, once for all seasons. */
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
    rows.setOrganizer(organizations.add(Kind.GIP, named, digits, "", 0).id());
  }

  /**
   * Deposits the data of a season in the name of the organizer; what was published of it is
   * renewed.
   *
   * @return the deposit
   */
  @Transactional
  public UUID deposit(Person by, Season season) throws IOException {
    ReviewRules.requireRegion(by);
    LocalAuthority organizer =
        findOrganizer().orElseThrow(() -> new Rejected(ReviewProblem.ORGANIZER_MISSING));
    Person inItsName = new Person(by.id(), by.email(), by.name(), by.role(), organizer.id());
    UUID deposit =
        deposits.receive(
            inItsName,
            rows.findDeposited(season.id())
                .flatMap(former -> renewed(former, inItsName))
                .orElse(null),
            "collectivites-" + season.slug() + ".csv",
            new ByteArrayInputStream(csv(season).getBytes(StandardCharsets.UTF_8)));
    rows.setDeposited(season.id(), deposit);
    return deposit;
  }

  /** The dataset of an earlier deposit, while there is one; a deposit may have been deleted. */
  private Optional<UUID> renewed(UUID depositId, Person who) {
    try {
      UUID dataset = deposits.get(depositId, who).datasetId();
      return Optional.ofNullable(dataset)
          .filter(id -> datasets.find(id).filter(one -> one.published() != null).isPresent());
    } catch (Rejected gone) {
      return Optional.empty();
    }
  }
}
