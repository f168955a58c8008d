package fr.jalon.portal.upkeep;

import fr.jalon.engine.profile.kind.Identifiers;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.CatalogSearch;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.catalog.FirstPublications;
import fr.jalon.portal.deposit.Deposit;
import fr.jalon.portal.deposit.DepositLine;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.PortalSettings;
import fr.jalon.portal.web.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of what an authority published, published by it as one more dataset: the first one that
 * any authority can have. It goes out as any other: a file deposited, read, described, and
 * published with two visas.
 */
@Service
class OwnCatalogues {
  private static final String FILE_NAME = "catalogue.csv";
  private static final Messages FRENCH = Messages.in(Messages.FRENCH);

  private final JdbcClient jdbc;
  private final CatalogSearch search;
  private final Datasets datasets;
  private final FirstPublications firsts;
  private final Deposits deposits;
  private final Organizations organizations;
  private final PortalSettings portal;

  OwnCatalogues(
      JdbcClient jdbc,
      CatalogSearch search,
      Datasets datasets,
      FirstPublications firsts,
      Deposits deposits,
      Organizations organizations,
      PortalSettings portal) {
    this.jdbc = jdbc;
    this.search = search;
    this.datasets = datasets;
    this.firsts = firsts;
    this.deposits = deposits;
    this.organizations = organizations;
    this.portal = portal;
  }

  /**
   * Where an authority is with its list.
   *
   * @param siret it bears, "" while nobody said it
   * @param listed datasets it would list
   * @param underWay the deposit under way, null for none
   * @param published the list as it is published, null while it is not
   */
  record State(String siret, int listed, @Nullable UUID underWay, @Nullable Dataset published) {}

  private record Begun(String siret, UUID depositId) {}

  /** Empty for whoever is of no authority, and while it published nothing else. */
  @Transactional(readOnly = true)
  public Optional<State> find(Person who) {
    UUID publisher = who.organizationId();
    if (publisher == null) {
      return Optional.empty();
    }
    List<Dataset> listed = search.listPublishedBy(publisher);
    Optional<Begun> begun = begun(publisher);
    Dataset list = begun.flatMap(one -> published(one, who)).orElse(null);
    boolean others = listed.stream().anyMatch(one -> list == null || !one.id().equals(list.id()));
    return others
        ? Optional.of(
            new State(
                begun.map(Begun::siret).orElse(""),
                listed.size(),
                underWay(begun.orElse(null), list, who).orElse(null),
                list))
        : Optional.empty();
  }

  /**
   * Deposits the list of what the authority published; one under way is gone on with.
   *
   * @param siret as it was typed
   * @return the deposit
   */
  @Transactional
  public UUID deposit(Person who, String siret) throws IOException {
    UUID publisher = who.organizationId();
    if (publisher == null) {
      throw new Rejected(UpkeepProblem.NOT_OF_THE_AUTHORITY);
    }
    LocalAuthority authority = organizations.get(publisher);
    String digits = siret.replaceAll("[\\s.]", "");
    if (!digits.matches("\\d{14}")
        || !digits.startsWith(authority.siren())
        || !Identifiers.isSiret(digits)) {
      throw new Rejected(UpkeepProblem.NOT_ITS_SIRET, authority.siren());
    }
    hold(publisher);
    Optional<Begun> begun = begun(publisher);
    Dataset list = begun.flatMap(one -> published(one, who)).orElse(null);
    Optional<UUID> open = underWay(begun.orElse(null), list, who);
    if (open.isPresent()) {
      return open.get();
    }
    List<Dataset> listed = search.listPublishedBy(publisher);
    if (listed.isEmpty()) {
      throw new Rejected(UpkeepProblem.NOT_PUBLISHED);
    }
    String csv =
        new CatalogueFile(authority, digits, portal, FRENCH)
            .csv(listed, firsts.of(listed.stream().map(Dataset::id).toList()));
    UUID deposit =
        deposits.receive(
            who,
            list == null ? null : list.id(),
            FILE_NAME,
            new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    remember(publisher, new Begun(digits, deposit));
    return deposit;
  }

  /** Two who press at once begin one deposit: the second waits, then finds it. */
  private void hold(UUID publisher) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('own-catalogue ' || :publisher, 0))")
        .param("publisher", publisher.toString())
        .query(rows -> {});
  }

  private Optional<Begun> begun(UUID publisher) {
    return jdbc.sql("select siret, deposit_id from upkeep.own_catalogue where publisher_id = ?")
        .param(publisher)
        .query((row, number) -> new Begun(row.getString(1), row.getObject(2, UUID.class)))
        .optional();
  }

  private void remember(UUID publisher, Begun begun) {
    jdbc.sql(
            """
            insert into upkeep.own_catalogue (publisher_id, siret, deposit_id)
            values (:publisher, :siret, :deposit)
            on conflict (publisher_id) do update
            set siret = excluded.siret, deposit_id = excluded.deposit_id
            """)
        .param("publisher", publisher)
        .param("siret", begun.siret())
        .param("deposit", begun.depositId())
        .update();
  }

  /** The list as it is published, while it is. */
  private Optional<Dataset> published(Begun begun, Person who) {
    return deposit(begun, who)
        .map(Deposit::datasetId)
        .flatMap(datasets::find)
        .filter(one -> one.published() != null)
        .filter(one -> one.publisherId().equals(who.organizationId()));
  }

  /** The deposit last begun for it, or another that would renew it, while it is not published. */
  private Optional<UUID> underWay(@Nullable Begun begun, @Nullable Dataset list, Person who) {
    Optional<UUID> last =
        begun == null
            ? Optional.empty()
            : deposit(begun, who)
                .filter(one -> !one.published() && !one.refused())
                .map(Deposit::id);
    return last.or(
        () ->
            list == null
                ? Optional.empty()
                : Optional.ofNullable(deposits.listUnderWay(List.of(list.id())).get(list.id()))
                    .map(DepositLine::id));
  }

  /** A deposit may have been deleted since. */
  private Optional<Deposit> deposit(Begun begun, Person who) {
    return deposits.isSeenBy(begun.depositId(), who)
        ? Optional.of(deposits.get(begun.depositId(), who))
        : Optional.empty();
  }
}
