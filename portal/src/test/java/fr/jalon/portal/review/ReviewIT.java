package fr.jalon.portal.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.engine.profile.Territory;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.portal.Statements;
import fr.jalon.portal.TestClock;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.agreement.Act;
import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.SampleDatasets;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.catalog.Withdrawals;
import fr.jalon.portal.deposit.Deposit;
import fr.jalon.portal.deposit.DepositMends;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.deposit.Draft;
import fr.jalon.portal.deposit.Place;
import fr.jalon.portal.deposit.Publications;
import fr.jalon.portal.deposit.Step;
import fr.jalon.portal.diagnosis.Diagnoses;
import fr.jalon.portal.document.Papers;
import fr.jalon.portal.help.Asked;
import fr.jalon.portal.help.Category;
import fr.jalon.portal.help.HelpRequests;
import fr.jalon.portal.help.Urgency;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Sessions;
import fr.jalon.portal.questionnaire.Filling;
import fr.jalon.portal.questionnaire.Filling.Occasion;
import fr.jalon.portal.questionnaire.Fillings;
import fr.jalon.portal.questionnaire.Reply;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Rejected;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Five authorities from their agreement to a year after the end: every figure by hand. */
@Import(TestClock.Wired.class)
class ReviewIT extends CatalogIT {
  private static final String LAUNCH = "launch";
  private static final String HOSTILE = "<script>alert(1)</script>";

  /** The example of INSEE's own page on SIREN. */
  private static final String SIREN = "732829320";

  @Autowired private ApplicationContext portal;
  @Autowired private TestClock clock;
  @Autowired private Reviews reviews;
  @Autowired private Surveys surveys;
  @Autowired private SeasonTable table;
  @Autowired private SeasonReviewRetention retention;
  @Autowired private Organizations organizations;
  @Autowired private Facts facts;
  @Autowired private Seasons seasons;
  @Autowired private Sessions sessions;
  @Autowired private Deposits deposits;
  @Autowired private DepositMends mends;
  @Autowired private Publications publications;
  @Autowired private Withdrawals withdrawals;
  @Autowired private HelpRequests requests;
  @Autowired private Fillings fillings;
  @Autowired private Diagnoses diagnoses;
  @Autowired private Beneficiaries beneficiaries;
  @Autowired private JdbcClient jdbc;

  private final Map<String, Beneficiary> towns = new HashMap<>();
  private final Map<String, Person> agents = new HashMap<>();
  private final Map<String, Person> focalPoints = new HashMap<>();
  private Person facilitator = SampleSeason.ADMINISTRATOR;
  private @Nullable SampleSeason sample;
  private @Nullable Season season;

  @BeforeEach
  void emptied() {
    jdbc.sql(
            """
            truncate account.person, programme.season, programme.candidacy, programme.beneficiary,
              programme.meeting, programme.session, agreement.agreement, deposit.deposit,
              deposit.event, catalog.dataset, help.request, review.organizer cascade
            """)
        .update();
    clock.set(LocalDate.of(2021, 9, 15));
    sample = new SampleSeason(portal);
    season = seasons.make(SampleSeason.ADMINISTRATOR, "Saison 2", LocalDate.of(2022, 1, 1), null);
    assertThat(season.plan().accompaniedUntil()).isEqualTo(LocalDate.of(2023, 6, 30));
    facilitator = person(Role.FACILITATOR, null);
  }

  private Season season() {
    return Objects.requireNonNull(season);
  }

  private void accompany(String... slugs) {
    for (String slug : slugs) {
      String siren =
          jdbc.sql("select siren from organization.local_authority where slug = ?")
              .param(slug)
              .query(String.class)
              .single();
      towns.put(slug, Objects.requireNonNull(sample).accept(season(), siren));
      agents.put(slug, person(Role.AGENT, slug));
      focalPoints.put(slug, person(Role.FOCAL_POINT, slug));
    }
    LocalDate signed = LocalDate.of(2022, 3, 15);
    clock.set(signed);
    towns.values().forEach(one -> Objects.requireNonNull(sample).sign(one, signed));
  }

  private Beneficiary town(String slug) {
    return Objects.requireNonNull(towns.get(slug));
  }

  @Test
  void everyFigureIsThatOfTheHandTable() throws Exception {
    accompany("vendome", "blois", "chateauroux", "gien", "dreux");
    levels(Occasion.ENTRY, "personne");
    meet("2022-04-12", "vendome", "blois", "chateauroux", "gien");
    publish("2022-11-08", null, 4);
    // somebody of the region put a hand in it
    published("2022-05-01", "chateauroux", null, facilitator, 3);
    meet("2023-01-10", "vendome", "blois");
    UUID withdrawn = published("2023-03-01", "gien", null, agent("gien"), 5);
    published("2023-05-10", "blois", null, agent("blois"), 6);
    pay();
    levels(Occasion.EXIT, "actif");

    clock.set(LocalDate.of(2023, 7, 3));
    surveys.answer(
        town("vendome").id(),
        "Dominique",
        0,
        Map.of("useful", "4", "pace", "3", "help", "4", "alone", "2", "words", "Les ateliers"));
    Content closing = atTheEnd();
    UUID report = reviews.beginClosing(facilitator, town("vendome").id()).id();
    UUID whole = reviews.beginSeason(facilitator, season()).id();
    freeze(report);
    freeze(whole);
    assertThatThrownBy(() -> reviews.addSurvival(facilitator, whole, 6))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("too-early");

    published("2023-10-05", "blois", last("blois"), agent("blois"), 7);
    // somebody was helped with that one before it was published
    help("2023-10-04", "blois");
    publish("2023-11-20", last("vendome"), 8);
    // and with nothing of this one, whatever was asked once it was: the season is over, too
    help("2024-01-10", "vendome");
    clock.set(LocalDate.of(2024, 2, 1));
    withdrawals.withdraw(withdrawn, focal("gien"), "À revoir", true);
    published("2024-05-10", "blois", last("blois"), facilitator, 9);

    clock.set(LocalDate.of(2024, 7, 31));
    survives(whole, 6, 3, 1);
    survives(whole, 12, 2, 1);
    assertThat(reviews.addSurvival(facilitator, report, 6).lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.alone()).isNotNull();
              assertThat(line.measured()).isEqualTo("2023-12-30");
            });
    assertThat(reviews.look(facilitator, report).said().content())
        .as("what is frozen does not move")
        .isEqualTo(closing);
    assertThatThrownBy(() -> reviews.addSurvival(facilitator, whole, 6))
        .hasMessageContaining("added-already");
    aYearLater();
    papers(report, whole);
    openData();
    goesWithTheAgreements(report, whole);
  }

  /** The last of them ended with 2023. */
  private void goesWithTheAgreements(UUID report, UUID whole) {
    clock.set(LocalDate.of(2033, 12, 31));
    assertThat(retention.listDue(seasons.now(), 10)).isEmpty();
    assertThat(retention.remove(List.of(whole.toString()), seasons.now())).isZero();
    clock.set(LocalDate.of(2034, 1, 1));
    assertThat(retention.listDue(seasons.now(), 10))
        .singleElement()
        .satisfies(due -> assertThat(due.id()).isEqualTo(whole.toString()))
        .satisfies(due -> assertThat(due.said()).isEqualTo("Saison 2"))
        .satisfies(due -> assertThat(Survival.day(due.at())).isEqualTo("2023-12-31"));
    assertThat(retention.remove(List.of(whole.toString(), report.toString()), seasons.now()))
        .as("that of an authority goes with its own agreement")
        .isOne();
    assertThat(reviews.listOfSeason(season().id()))
        .extracting(Review.Listed::id)
        .contains(report)
        .doesNotContain(whole);
  }

  /** On 3 July 2023, of Vendôme. */
  private Content atTheEnd() {
    Content content = facts.ofWhole(beneficiaries.follow(town("vendome")));
    UUID id = town("vendome").id();
    assertThat(figures(content))
        .containsEntry(Measure.DATASETS, List.of(1L, 0L))
        .containsEntry(Measure.DATASETS_GOOD, List.of(1L, 1L))
        .containsEntry(Measure.ROWS, List.of(4L, 0L))
        // from 15 March to 8 November
        .containsEntry(Measure.DAYS_TO_FIRST, List.of(238L, 0L))
        .containsEntry(Measure.SESSIONS_HELD, List.of(2L, 0L))
        .containsEntry(Measure.SESSIONS_COUNTED, List.of(2L, 12L))
        .containsEntry(Measure.REQUESTS, List.of(0L, 0L))
        .containsEntry(Measure.PUBLISHED_ALONE, List.of(0L, 0L))
        // 4, 3, 4 and 2
        .containsEntry(Measure.SATISFACTION, List.of(325L, 0L))
        .containsEntry(Measure.LEVEL_BEFORE, List.of(0L, 0L))
        // 4 of who bears it, 1 of one dataset published
        .containsEntry(Measure.LEVEL_AFTER, List.of(250L, 0L))
        .containsEntry(
            Measure.SESSIONS_HELD,
            List.of(
                count(
                    "select count(*) from programme.session where came and beneficiary_id = ?", id),
                0L));
    assertThat(content.money())
        .extracting(Figure::value)
        .as("due, paid, remaining")
        .containsExactly(100_000L, 40_000L, 60_000L);
    assertThat(content.criterion())
        .satisfies(
            criterion -> {
              assertThat(criterion.lastSession()).isEqualTo("2023-01-10");
              assertThat(criterion.publishesQuality()).isTrue();
              assertThat(criterion.goesOnAlone()).isFalse();
            });
    assertThat(content.figures()).allSatisfy(one -> assertThat(one.href()).startsWith("/"));
    return content;
  }

  /** On 31 July 2024, of the season. */
  private void aYearLater() {
    Content content = facts.ofSeason(season());
    assertThat(figures(content))
        .containsEntry(Measure.AUTHORITIES, List.of(5L, 0L))
        // Gien withdrew its own, Dreux never had any
        .containsEntry(Measure.AUTHORITIES_OPEN, List.of(3L, 5L))
        // Châteauroux was helped with its own
        .containsEntry(Measure.AUTHORITIES_ALONE, List.of(2L, 5L))
        // that of Châteauroux is late: one point less, of the seven it had
        .containsEntry(Measure.DATASETS_GOOD, List.of(2L, 3L))
        // 47, 238, 351 and 421 days
        .containsEntry(Measure.DAYS_TO_FIRST, List.of(295L, 0L))
        .containsEntry(Measure.SURVEYS, List.of(1L, 5L))
        .containsEntry(
            Measure.DATASETS,
            List.of(
                count(
                    """
                    select count(*) from catalog.dataset d
                    join programme.beneficiary b on b.organization_id = d.publisher_id
                    where d.published_version is not null and b.season_id = ?
                    """,
                    season().id()),
                0L))
        .containsEntry(
            Measure.ROWS,
            List.of(
                count(
                    """
                    select sum(v.rows) from catalog.version v
                    join catalog.dataset d on d.published_version = v.id
                    join programme.beneficiary b on b.organization_id = d.publisher_id
                    where b.season_id = ?
                    """,
                    season().id()),
                0L))
        .containsEntry(
            Measure.SESSIONS_HELD,
            List.of(
                count(
                    """
                    select count(*) from programme.session s
                    join programme.meeting m on m.id = s.meeting_id
                    where s.came and not m.cancelled and m.season_id = ?
                    """,
                    season().id()),
                0L))
        // that of Blois; Vendôme asked when the season was over
        .containsEntry(Measure.REQUESTS, List.of(1L, 0L))
        .containsEntry(Measure.REQUESTS_SOLVED, List.of(1L, 1L));
    assertThat(jdbc.sql("select count(*) from help.request").query(Long.class).single())
        .isEqualTo(2);
    assertThat(figures(content).get(Measure.ROWS)).isEqualTo(List.of(3L + 8 + 9, 0L));
    assertThat(content.money())
        .extracting(Figure::value)
        .containsExactly(500_000L, 40_000L, 460_000L);
    assertThat(content.opened())
        .extracting(Content.Opened::authority)
        .containsExactlyInAnyOrder("Châteauroux", "Vendôme", "Blois");
    List<Followed> all = facts.signed(season());
    assertThat(Statements.of(() -> facts.known(all)))
        .as("as many statements for five as for one")
        .isEqualTo(Statements.of(() -> facts.known(all.subList(0, 1))));
  }

  private static Map<Measure, List<Long>> figures(Content content) {
    return content.figures().stream()
        .collect(Collectors.toMap(Figure::measure, one -> List.of(one.value(), one.of())));
  }

  private long count(String sql, UUID id) {
    return jdbc.sql(sql).param(id).query(Long.class).single();
  }

  private void survives(UUID report, int months, long upToDate, long alone) {
    Survival survival = reviews.addSurvival(facilitator, report, months);
    assertThat(survival.lines())
        .as("Dreux had nothing open when it ended")
        .extracting(Survival.Line::name)
        .containsExactly("Blois", "Châteauroux", "Gien", "Vendôme");
    assertThat(survival.figures("/x"))
        .extracting(one -> List.of(one.value(), one.of()))
        .as("%d months", months)
        .containsExactly(List.of(upToDate, 4L), List.of(alone, 4L));
  }

  private void papers(UUID report, UUID whole) throws Exception {
    UUID phase =
        reviews
            .begin(facilitator, town("blois").id(), season().plan().track().phases().get(1).key())
            .id();
    TestVisitor reader = visitor().signIn(facilitator.email(), PASSWORD);
    List<byte[]> pdfs = new ArrayList<>();
    for (UUID id : List.of(report, whole, phase)) {
      Reviews.Look look = reviews.look(facilitator, id);
      byte[] pdf =
          Papers.pdf(
              ReviewPaper.of(
                  ReviewViews.of(Messages.in(Messages.FRENCH), look, ReviewViews.Reader.of(true)),
                  "Figé",
                  "https://donnees.example/bilans/1"));
      pdfs.add(pdf);
    }
    for (String format : List.of("pdf", "odt")) {
      assertThat(reader.get("/bilans/" + phase + "/bilan." + format).statusCode()).isEqualTo(200);
    }
    assertThat(reader.get("/bilans/" + phase + "/bilan.doc").statusCode()).isEqualTo(404);
    assertThat(Papers.faults(pdfs, PDFAFlavour.PDFUA_1)).isEmpty();
    assertThat(reader.get("/bilans/" + whole).body())
        .contains("Ce qui dure, 12 mois après", "2 sur 4", "Mis à jour seule");
  }

  private void openData() throws Exception {
    String csv = table.csv(season());
    assertThat(csv.lines().findFirst()).hasValue(String.join(",", SeasonTable.FIELDS));
    assertThat(csv)
        .contains("Saison 2,", ",Vendôme,41,2022-03-15,2023-06-30,2,1,1,8,2022-11-08,")
        .doesNotContain("Dominique", "1000", "@");
    assertThat(Statements.of(() -> table.csv(season())))
        .as("what everybody may see is read, and nothing else: no money, survey or diagnosis")
        .isEqualTo(Statements.of(() -> facts.ofAll(season())))
        .isLessThan(Statements.of(() -> facts.ofSeason(season())));
    assertThatThrownBy(() -> table.deposit(facilitator, season()))
        .hasMessageContaining("organizer-missing");
    TestVisitor one = visitor().signIn(facilitator.email(), PASSWORD);
    String hub = "/bilans/saisons/" + season().slug();
    one.get(hub);
    assertThat(one.post(hub + "/donnees", Map.of("name", "GIP", "siren", "123456789")).statusCode())
        .isEqualTo(422);
    one.get(hub);
    String ofVendome = organizations.get(town("vendome").organizationId()).siren();
    HttpResponse<String> refused =
        one.post(hub + "/donnees", Map.of("name", "GIP", "siren", ofVendome));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Ce SIREN est celui de Vendôme");
    assertThat(table.findOrganizer()).as("no authority speaks for the season").isEmpty();
    one.get(hub);
    String deposit =
        TestVisitor.location(
            one.post(hub + "/donnees", Map.of("name", "GIP Centre", "siren", SIREN)));
    assertThat(deposit).startsWith("/depots/");
    UUID id = UUID.fromString(deposit.substring("/depots/".length()));
    assertThat(deposits.get(id, facilitator).organizationId())
        .isEqualTo(table.findOrganizer().orElseThrow().id());
    assertThat(one.get(hub).body())
        .contains("GIP Centre", "Changer d'organisme", hub + "?organisme=autre")
        .doesNotContain("name=\"siren\"");
    assertThat(one.get(hub + "?organisme=autre").body()).contains("name=\"siren\"");
    await(id, facilitator);
    one.get(hub);
    assertThat(TestVisitor.location(one.post(hub + "/donnees", Map.of())))
        .as("the one under way")
        .isEqualTo(deposit);
    assertThat(deposits.confirmReading(id, facilitator, 0))
        .as("nothing to decide about people, nothing to put right")
        .isEqualTo(Step.DESCRIPTION);
  }

  private void freeze(UUID id) {
    reviews.freeze(facilitator, id, reviews.look(facilitator, id).sha256());
  }

  private Person focal(String slug) {
    return Objects.requireNonNull(focalPoints.get(slug));
  }

  private void meet(String day, String... slugs) {
    clock.set(LocalDate.parse(day));
    sessions.note(
        SampleSeason.ADMINISTRATOR,
        season(),
        List.of(slugs).stream().map(slug -> town(slug).id()).toList(),
        LocalDate.parse(day),
        LAUNCH,
        true);
  }

  private void pay() {
    LocalDate day = LocalDate.of(2023, 5, 20);
    clock.set(day);
    Objects.requireNonNull(sample)
        .record(town("vendome"), new Act.Paid(day, Euros.of(400), "virement"));
  }

  private void levels(Occasion occasion, String answer) {
    UUID id = town("vendome").id();
    Filling filling = fillings.open(facilitator, id, occasion);
    fillings.answer(facilitator, filling.id(), "elu", Reply.chosen(answer));
    diagnoses.freeze(facilitator, id, occasion, occasion, "Un jour");
  }

  private UUID last(String slug) {
    return datasets.listOf(town(slug).organizationId()).get(0).id();
  }

  private Person agent(String slug) {
    return Objects.requireNonNull(agents.get(slug));
  }

  /** A file of Vendôme becomes a version, with two visas. */
  private void publish(String day, @Nullable UUID renewed, int rows) throws Exception {
    clock.set(LocalDate.parse(day));
    Person agent = agent("vendome");
    StringBuilder file = new StringBuilder("quartier;arbres\n");
    for (int row = 1; row <= rows; row++) {
      file.append("Quartier n° ").append(row).append(';').append(10 + row).append('\n');
    }
    UUID id =
        deposits.receive(
            agent,
            renewed,
            "arbres.csv",
            new ByteArrayInputStream(file.toString().getBytes(UTF_8)));
    await(id, agent);
    deposits.confirmReading(id, agent, 0);
    for (Proposal one : Objects.requireNonNull(deposits.get(id, agent).inspection()).proposals()) {
      mends.accept(id, agent, one.id());
    }
    mends.applyMends(id, agent);
    await(id, agent);
    Deposit written = deposits.get(id, agent);
    Draft draft = draft(written);
    Deposit told = publications.describe(id, agent, written.described().revision(), draft);
    publications.putInSandbox(id, agent, told.saved().revision(), draft, "");
    UUID version = Objects.requireNonNull(deposits.get(id, agent).versionId());
    publications.askPublication(id, agent, version);
    publications.giveVisa(id, focal("vendome"), version);
    publications.giveVisa(id, facilitator, version);
  }

  /** The same of another, quickly: its deposit is a copy of one of Vendôme's, by another hand. */
  private UUID published(String day, String slug, @Nullable UUID renewed, Person hand, int rows) {
    clock.set(LocalDate.parse(day));
    Dataset set = samples().putInSandbox(SampleDatasets.subsidiesOf(slug, rows), renewed);
    UUID version = Objects.requireNonNull(set.sandbox()).id();
    datasets.publish(set.id(), version, facilitator.id());
    UUID deposit = UUID.randomUUID();
    jdbc.sql(
            """
            insert into deposit.deposit (id, organization_id, person_id, file_name, file_size, file_sha256,
              step, saved_by, reading, inspection, accepted, export, title, description, dataset_id,
              version_id, created_at, saved_at, published_at)
            select :id, :organization, :hand, file_name, file_size, file_sha256, step, :hand, reading,
              inspection, accepted, export, title, description, :dataset, :version, :at, :at, :at
            from deposit.deposit where published_at is not null order by created_at limit 1
            """)
        .param("id", deposit)
        .param("organization", town(slug).organizationId())
        .param("hand", hand.id())
        .param("dataset", set.id())
        .param("version", version)
        .param("at", java.sql.Timestamp.from(seasons.now()))
        .update();
    for (String what : List.of("RECEIVED", "DESCRIBED", "VISA_GIVEN", "PUBLISHED")) {
      // the last visa is always of the region
      Person by = what.equals("DESCRIBED") ? hand : agent(slug);
      jdbc.sql(
              """
              insert into deposit.event (deposit_id, at, person_id, person_name, what)
              values (?, now(), ?, '', ?)
              """)
          .params(
              deposit,
              what.startsWith("VISA") || what.startsWith("PUB") ? facilitator.id() : by.id(),
              what)
          .update();
    }
    return set.id();
  }

  /** Somebody of the region answers about the last deposit of a town. */
  private void help(String day, String slug) {
    clock.set(LocalDate.parse(day));
    UUID deposit =
        jdbc.sql(
                """
                select id from deposit.deposit where organization_id = ?
                order by created_at desc limit 1
                """)
            .param(town(slug).organizationId())
            .query(UUID.class)
            .single();
    UUID request = UUID.randomUUID();
    requests.ask(
        agent(slug),
        new Asked(
            request,
            Category.DESCRIPTION,
            Urgency.BLOCKED,
            new Place(deposit, Step.DESCRIPTION, "", List.of()),
            "",
            "Que dire ?"),
        List.of());
    requests.say(request, facilitator, UUID.randomUUID(), "Ceci.", List.of());
    requests.solve(request, agent(slug), UUID.randomUUID(), "");
  }

  private void await(UUID id, Person who) throws InterruptedException {
    while (deposits.job(id, who).running()) {
      Thread.sleep(10);
    }
  }

  private static Draft draft(Deposit written) {
    return new Draft(
        "Arbres par quartier",
        "Ce jeu de données compte les arbres que la ville entretient dans chaque quartier. Chaque ligne"
            + " est un quartier, avec le nombre de ses arbres cette année-là.",
        List.of("arbres"),
        Theme.ENVIRONMENT,
        new Territory(Territory.Level.COMMUNE, "41269", "Vendôme"),
        License.LICENCE_OUVERTE,
        UpdateFrequency.ANNUAL,
        "espaces-verts@ville.example",
        "2022",
        Objects.requireNonNull(written.outcome()).export().columns().stream()
            .collect(Collectors.toMap(column -> column.name(), column -> "Ce que dit la colonne")));
  }

  @Test
  void whoeverComesSecondSeesAndLosesNothing() {
    accompany("vendome", "blois");
    TestVisitor alix = visitor().signIn(facilitator.email(), PASSWORD);
    TestVisitor noa = visitor().signIn(person(Role.ADMINISTRATOR, null).email(), PASSWORD);
    TestVisitor own = visitor().signIn(focal("vendome").email(), PASSWORD);
    String hub = "/bilans/pour/" + town("vendome").id();
    String phase = season().plan().track().phases().get(1).key();
    alix.get(hub);
    assertThat(alix.post(hub, Map.of("what", "nulle-part")).statusCode()).isEqualTo(422);
    alix.get(hub);
    String review = TestVisitor.location(alix.post(hub, Map.of("what", phase)));
    assertThat(TestVisitor.location(alix.post(hub, Map.of("what", phase))))
        .as("begun once")
        .isEqualTo(review);

    // two write in the same place
    String difficulties = review + "/passages/difficulties";
    alix.get(difficulties);
    own.get(difficulties);
    assertThat(
            own.post(difficulties, Map.of("text", "Les exports " + HOSTILE, "revision", "0"))
                .statusCode())
        .isEqualTo(302);
    HttpResponse<String> late =
        alix.post(difficulties, Map.of("text", "Le temps manque", "revision", "0"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body())
        .contains("Le temps manque", "Les exports &lt;script&gt;", "name=\"revision\" value=\"1\"")
        .doesNotContain(HOSTILE);
    own.get(review);
    assertThat(
            own.post(review + "/passages/summary", Map.of("text", "x", "revision", "0"))
                .statusCode())
        .as("the region's own")
        .isEqualTo(403);
    assertThat(
            alix.post(difficulties, Map.of("text", "x".repeat(9_000), "revision", "1"))
                .statusCode())
        .isEqualTo(422);

    // one freezes what another changed meanwhile
    String seen = seen(noa.get(review).body());
    alix.get(difficulties);
    alix.post(difficulties, Map.of("text", "Le temps manque, et les exports", "revision", "1"));
    HttpResponse<String> stale = noa.post(review + "/figer", Map.of("seen", seen));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("Relisez le bilan", "Le temps manque, et les exports");
    assertThat(noa.post(review + "/figer", Map.of("seen", seen(stale.body()))).statusCode())
        .isEqualTo(302);
    alix.get(review);
    assertThat(alix.post(review + "/figer", Map.of("seen", seen)).statusCode()).isEqualTo(409);

    // what is frozen is not edited: what was written can be added
    HttpResponse<String> frozen =
        own.post(difficulties, Map.of("text", "Un mot de plus", "revision", "2"));
    assertThat(frozen.statusCode()).isEqualTo(409);
    assertThat(frozen.body())
        .contains("Ce bilan est figé", "Un mot de plus</textarea>", "Figé par Dominique")
        .doesNotContain("Écrire :");
    own.post(review + "/ajouts", Map.of("text", "Un mot de plus"));
    assertThat(own.get(review).body()).contains("Ajouté par Dominique", "Un mot de plus");
    assertThat(own.post(review + "/ajouts", Map.of("text", " ")).statusCode()).isEqualTo(422);
    assertThat(alix.post(review + "/survie", Map.of("months", "6")).statusCode())
        .as("a phase does not survive")
        .isEqualTo(404);

    access(review);
    survey();
  }

  private static String seen(String page) {
    Matcher seen = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"").matcher(page);
    assertThat(seen.find()).isTrue();
    return seen.group(1);
  }

  private void access(String review) {
    UUID closing = reviews.beginClosing(facilitator, town("vendome").id()).id();
    UUID whole = reviews.beginSeason(facilitator, season()).id();
    TestVisitor agent =
        visitor().signIn(Objects.requireNonNull(agents.get("vendome")).email(), PASSWORD);
    TestVisitor focal = visitor().signIn(focal("vendome").email(), PASSWORD);
    TestVisitor stranger = visitor().signIn(focal("blois").email(), PASSWORD);
    for (String path : List.of(review, "/bilans/" + closing, review + "/bilan.pdf")) {
      assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(focal.get("/bilans/" + whole).statusCode()).isEqualTo(404);
    assertThat(focal.get("/bilans/" + closing).body()).contains("Reste à payer", "1\u202f000");
    assertThat(agent.get("/bilans/" + closing).body())
        .as("money is not for agents")
        .doesNotContain("Reste à payer");
    assertThat(visitor().get("/saisons/" + season().slug()).body())
        .contains("Vendôme", "Collectivités accompagnées")
        .doesNotContain("Dominique", "€", "Payé", "payer");
    assertThat(visitor().get("/saisons/modele.json").body()).contains("premier_jeu_ouvert_le");
    assertThat(visitor().get("/saisons/nulle-part").statusCode()).isEqualTo(404);
  }

  private void survey() {
    UUID id = town("vendome").id();
    String own = "/bilans/pour/" + id + "/avis";
    TestVisitor focal = visitor().signIn(focal("vendome").email(), PASSWORD);
    focal.get(own);
    assertThat(focal.post(own, Map.of("useful", "5", "revision", "0")).statusCode()).isEqualTo(422);
    focal.get(own);
    assertThat(focal.post(own, Map.of("revision", "0")).statusCode()).isEqualTo(422);
    focal.get(own);
    assertThat(focal.post(own, Map.of("useful", "4", "revision", "0")).statusCode()).isEqualTo(302);
    TestVisitor alix = visitor().signIn(facilitator.email(), PASSWORD);
    assertThat(alix.get(own).body()).contains("Tout à fait");
    assertThat(alix.post(own, Map.of("useful", "1", "revision", "1")).statusCode()).isEqualTo(403);
    String link = "/bilans/avis/" + surveys.link(facilitator, id);
    TestVisitor guest = visitor();
    assertThat(guest.get(link).body()).contains("Vendôme", "Votre nom");
    HttpResponse<String> late =
        guest.post(link, Map.of("useful", "2", "revision", "0", "name", "Sacha"));
    assertThat(late.statusCode()).as("it was answered since").isEqualTo(409);
    assertThat(late.body())
        .as("both answers")
        .contains(
            "Dominique a répondu pendant que vous répondiez",
            "<dd class=\"said-lines\">Tout à fait</dd>",
            "id=\"useful-2\" name=\"useful\" value=\"2\" checked",
            "name=\"revision\" value=\"1\"");
    assertThat(guest.post(link, Map.of("useful", "2", "revision", "1", "name", "Sacha")).body())
        .contains("Votre avis est gardé");
    clock.set(seasons.today().plusDays(15));
    assertThat(guest.get(link).statusCode()).isEqualTo(410);
    assertThat(guest.get("/bilans/avis/autre").statusCode()).isEqualTo(404);
  }
}
