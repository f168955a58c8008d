package fr.jalon.portal.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.engine.Json;
import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.agreement.Act;
import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.agreement.Party;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.catalog.SampleDatasets;
import fr.jalon.portal.programme.Appointment;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Notes;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Sessions;
import fr.jalon.portal.register.Retention;
import fr.jalon.portal.register.Trace;
import fr.jalon.portal.register.Treatment;
import fr.jalon.portal.web.Messages;
import fr.jalon.portal.web.Rejected;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class PrivacyIT extends CatalogIT {
  private static final String MARKED = "Zoé Marquée";
  private static final String MAIL = "zoe.marquee@mairie.example";

  /** Columns whose name says that they may hold a person, or words about one. */
  private static final Pattern OF_PEOPLE =
      Pattern.compile(
          "name|.*_name|.*_by|.*email|recipients?|contact_.*|text|note|reasons?|.*_reason|subject"
              + "|signatory|dossier|act|plan|detail|place|link|summary|description|principal_.*");

  /** Those of them that hold none, as nobody writes them: and why. */
  private static final Set<String> OF_NOBODY =
      Set.of(
          // names of columns, sheets and things
          "catalog.version_column.name",
          "catalog.version_column.description",
          "account.session_attributes.attribute_name",
          "deposit.scheduled_task.task_name",
          "deposit.scheduled_task.picked_by",
          "deposit.scheduled_import.task_name",
          "deposit.scheduled_import.picked_by",
          // names of authorities
          "programme.beneficiary.name",
          "programme.candidacy.name",
          "catalog.version.territory_name",
          "catalog.search_place.place",
          "territory.outline.name",
          "territory.outlines.source",
          // a code of what was seen, a key of ours, the id of a person
          "deposit.decision.subject",
          "privacy.journal.subject",
          "account.session.principal_name");

  @Autowired private ApplicationContext portal;
  @Autowired private JdbcClient jdbc;
  @Autowired private Register register;
  @Autowired private PersonalFiles files;
  @Autowired private Retentions retentions;

  private Person administrator;

  @BeforeEach
  void emptied() {
    jdbc.sql(
            """
            truncate account.person, programme.season, programme.candidacy, programme.beneficiary,
              programme.meeting, workshop.workshop, checklist.mark, agreement.agreement, privacy.journal, privacy.acceptance, privacy.automatic,
              account.mail cascade
            """)
        .update();
    administrator = person(Role.ADMINISTRATOR, null);
  }

  @Test
  void whoIsErasedIsLeftOnlyWhereThePageSaysSo() {
    Person marked = planted();
    assertThat(columns(OF_PEOPLE).stream().filter(column -> !OF_NOBODY.contains(column)))
        .as("plant the marker in these columns too, or say here that they hold nobody")
        .allMatch(this::holdsTheMarker);

    TestVisitor desk = visitor().signIn(administrator.email(), PASSWORD);
    desk.get(PrivacyPaths.PEOPLE);
    Map<String, String> sought = Map.of("email", MAIL.toUpperCase(Locale.ROOT));
    assertThat(desk.post(PrivacyPaths.PEOPLE, sought).body())
        .contains(MARKED, "Ce qui reste, et pourquoi", "Actes des conventions");
    assertThat(desk.post(PrivacyPaths.PEOPLE + "/effacer", sought).statusCode()).isEqualTo(422);
    assertThat(files.find(MAIL, "").found().stream().map(found -> found.trace().key()).toList())
        .as("every place that is declared is planted")
        .containsExactlyElementsOf(register.traces().stream().map(Trace::key).toList());

    String told =
        desk.post(PrivacyPaths.PEOPLE + "/effacer", Map.of("email", MAIL, "read", "oui")).body();

    Set<String> kept =
        register.traces().stream()
            .filter(trace -> told.contains("id=\"place-" + trace.key() + "\""))
            .peek(trace -> assertThat(trace.fate().isKept()).as(trace.key()).isTrue())
            .map(Trace::table)
            .collect(Collectors.toSet());
    Set<String> still = new TreeSet<>();
    columns(Pattern.compile(".*")).stream()
        .filter(this::holdsTheMarker)
        .forEach(column -> still.add(column.substring(0, column.lastIndexOf('.'))));
    assertThat(still).as("tables that still name the person").isSubsetOf(kept).isNotEmpty();
    assertThat(visitor().post("/connexion", Map.of("email", MAIL, "password", PASSWORD)).body())
        .doesNotContain(MARKED);
    assertThat(
            jdbc.sql("select count(*) from privacy.journal where kind = 'ERASED'")
                .query(Integer.class)
                .single())
        .isGreaterThan(10);
  }

  @Test
  void aNameThatAnotherBearsIsNotLookedFor() {
    Person one = named("un@example.fr", "Camille Martin");
    named("deux@example.fr", "Camille Martin");
    assertThat(files.find(one.email(), "").subject().name()).isEmpty();
    assertThat(files.find("personne@example.fr", "Li").isSoughtByName()).isFalse();
    assertThat(files.find("personne@example.fr", "Ada Nouvelle").isSoughtByName()).isTrue();
    assertThatThrownBy(() -> files.erase(administrator.email(), "", administrator))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void aNameIsFoundWholeAndInAnyCase() {
    assertThat(without("Jean-Paul Martin, PAUL MARTIN et « Paul Martin »"))
        .isEqualTo("Jean-Paul Martin, X et « X »");
    assertThat(without("paul.martin@olivet.fr, Martin@Olivet.fr. martin@olivet.fr.example"))
        .isEqualTo("paul.martin@olivet.fr, X. martin@olivet.fr.example");
    assertThat(
            jdbc.sql("select register.speaks_of('Écrire à a.b@c.fr', 'a+b@c.fr')")
                .query(Boolean.class)
                .single())
        .isFalse();
    assertThat(jdbc.sql("select register.speaks_of('tout', '')").query(Boolean.class).single())
        .isFalse();
  }

  private String without(String said) {
    return jdbc.sql("select register.without(:said, 'Paul Martin', 'martin@olivet.fr', 'X')")
        .param("said", said)
        .query(String.class)
        .single();
  }

  @Test
  void whatIsPastItsTimeGoesOnceSomebodySawIt() {
    SampleSeason sample = new SampleSeason(portal);
    Season season = sample.open("Saison 1");
    List<UUID> refused =
        sample.largest(3).stream().map(siren -> sample.apply(season, siren).id()).toList();
    refuse(refused.get(0), "1 day");
    refuse(refused.get(1), "3 years");
    refuse(refused.get(2), "4 years");
    jdbc.sql("update programme.candidacy set standing = 'WAITING' where id = ?")
        .param(refused.get(2))
        .update();
    TestVisitor desk = visitor().signIn(administrator.email(), PASSWORD);
    String page = PrivacyPaths.RETENTIONS + "/refused-candidacies";
    Map<String, String> visa = Map.of("visa", "AD45 2026-12");
    assertThat(desk.get(page).body()).contains("2 lignes ont fait leur temps", "Camille Martin");
    assertThat(desk.post(page + "/accepter", Map.of()).statusCode())
        .as("public archives do not go without a visa")
        .isEqualTo(422);
    desk.get(page);
    assertThat(desk.post(page + "/chaque-nuit", Map.of("applied", "oui")).statusCode())
        .isEqualTo(409);
    desk.get(page);
    refuse(refused.get(0), "5 years");
    assertThat(desk.post(page + "/accepter", visa).statusCode())
        .as("what would go is no longer what was shown")
        .isEqualTo(409);
    refuse(refused.get(0), "1 day");
    retentions.apply();
    assertThat(candidacies()).as("nothing goes unseen").hasSize(3);

    desk.get(page);
    assertThat(desk.post(page + "/accepter", visa).statusCode()).isEqualTo(302);
    assertThat(candidacies()).as("it goes at night").hasSize(3);
    refuse(refused.get(2), "1 day");
    retentions.apply();
    assertThat(candidacies())
        .as("what is no longer past its time stays")
        .containsExactlyInAnyOrder(refused.get(0), refused.get(2));
    assertThat(desk.get(PrivacyPaths.RETENTIONS).body())
        .contains("Candidatures sans suite (1 ligne), par Jalon, la nuit", "AD45 2026-12");
  }

  @Test
  void whatFollowsAnAgreementGoesAfterItsEnd() {
    SampleSeason sample = new SampleSeason(portal);
    Season season = sample.open("Saison 1");
    List<Beneficiary> two = sample.accept(season, 2);
    Sessions sessions = portal.getBean(Sessions.class);
    List<UUID> ids = two.stream().map(Beneficiary::id).toList();
    Appointment day =
        new Appointment(
            season.plan().track().stages().get(0).key(),
            season.plan().firstDay(),
            LocalTime.of(10, 0),
            60,
            "",
            "");
    UUID together = sessions.plan(administrator, season, day, ids).meeting().id();
    UUID alone = sessions.plan(administrator, season, day, ids.subList(0, 1)).meeting().id();
    UUID bare = sessions.plan(administrator, season, day, ids.subList(0, 1)).meeting().id();
    for (UUID meeting : List.of(together, alone)) {
      jdbc.sql(
              """
              insert into document.paper (id, subject, name, title, pdf_sha256, odt_sha256, author_id,
                  author_name, at)
              values (gen_random_uuid(), ?, 'feuille', 'Feuille', 'p', 'o', gen_random_uuid(), 'N', now())
              """)
          .param(meeting)
          .update();
    }
    sample.record(two.get(0), new Act.GivenUp(LocalDate.now(Messages.PARIS), "sans suite"));
    Instant later = Instant.now().plus(Duration.ofDays(6 * 365));
    Retention papers = retention("meeting-papers");
    assertThat(papers.listDue(Instant.now(), 9)).isEmpty();
    assertThat(papers.listDue(later, 9))
        .as("not that of someone whose agreement goes on, nor one without papers")
        .extracting(Retention.Due::id)
        .containsExactly(alone.toString());
    portal
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(
            status ->
                assertThat(
                        papers.remove(
                            List.of(alone.toString(), together.toString(), bare.toString()), later))
                    .isEqualTo(2));
    assertThat(papers.listDue(later, 9)).isEmpty();
    assertThat(
            jdbc.sql("select subject from document.paper where name = 'feuille'")
                .query(UUID.class)
                .list())
        .containsExactly(together);
    Retention contacts = retention("accepted-candidacies");
    List<String> due = contacts.listDue(later, 9).stream().map(Retention.Due::id).toList();
    assertThat(due).hasSize(1);
    assertThat(contacts.remove(due, later)).isEqualTo(1);
    assertThat(contacts.listDue(later, 9)).isEmpty();
    assertThat(jdbc.sql("select contact_name from programme.candidacy").query(String.class).list())
        .hasSize(2)
        .contains("Camille Martin")
        .doesNotHaveDuplicates();
  }

  private Retention retention(String key) {
    return register.retentions().stream()
        .filter(one -> one.rule().key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private void refuse(UUID candidacy, String ago) {
    jdbc.sql(
            """
            update programme.candidacy
            set standing = case standing when 'WAITING' then standing else 'REFUSED' end,
              decided_at = now() - cast(? as interval) where id = ?
            """)
        .params(ago, candidacy)
        .update();
  }

  private List<UUID> candidacies() {
    return jdbc.sql("select id from programme.candidacy").query(UUID.class).list();
  }

  @Test
  void anAgreementGoesTenYearsAfterItsLastActAndNeverWhileSomethingIsDue() {
    SampleSeason sample = new SampleSeason(portal);
    Season season = sample.open("Saison 1");
    List<Beneficiary> all = sample.accept(season, 3);
    Notes notes = portal.getBean(Notes.class);
    all.forEach(one -> notes.add(administrator, one.id(), "Suivi"));
    LocalDate today = LocalDate.now(Messages.PARIS);
    aged(all.get(0), today.minusYears(11), Euros.of(1000));
    aged(all.get(1), today.minusYears(9), Euros.of(1000));
    aged(all.get(2), today.minusYears(11), Euros.of(999));

    assertThat(retentions.get("ended-agreements").due())
        .extracting(Retention.Due::id)
        .containsExactly(all.get(0).agreementId().toString());
    assertThat(retentions.get("notes").due()).hasSize(3);
    retentions.setAutomatic("notes", administrator, true);
    retentions.apply();
    assertThat(jdbc.sql("select id from programme.note").query(UUID.class).list()).isEmpty();
    String fingerprint = retentions.get("ended-agreements").fingerprint();
    retentions.accept("ended-agreements", administrator, fingerprint, "AD45 2037-1");
    retentions.apply();
    assertThat(jdbc.sql("select id from programme.beneficiary").query(UUID.class).list())
        .as("what depends on the agreement goes with it")
        .containsExactlyInAnyOrder(all.get(1).id(), all.get(2).id());
    assertThat(jdbc.sql("select id from agreement.agreement").query(UUID.class).list()).hasSize(2);
  }

  /** Signed, paid and ended that day: so long ago that the portal would not record it today. */
  private void aged(Beneficiary one, LocalDate day, Euros paid) {
    jdbc.sql(
            """
            update agreement.fact
            set act = regexp_replace(act, '20\\d\\d-\\d\\d-\\d\\d', :day, 'g') where agreement_id = :id
            """)
        .param("day", day.toString())
        .param("id", one.agreementId())
        .update();
    jdbc.sql("update agreement.agreement set created_at = :day where id = :id")
        .param("day", java.sql.Date.valueOf(day.minusDays(1)))
        .param("id", one.agreementId())
        .update();
    List<Act> acts =
        List.of(
            new Act.Signed(day, Party.ORGANIZER, "la direction"),
            new Act.Signed(day, Party.BENEFICIARY, "le maire"),
            new Act.Paid(day, paid, "1"));
    for (int i = 0; i < acts.size(); i++) {
      jdbc.sql(
              """
              insert into agreement.fact (id, agreement_id, number, recorded_at, author_id, author_name, act)
              values (gen_random_uuid(), ?, ?, now(), gen_random_uuid(), 'Noa', ?)
              """)
          .params(one.agreementId(), i + 2, Json.write(acts.get(i)))
          .update();
    }
  }

  @Test
  void oneSeesAndTakesAwayOnesOwnAndNobodyElse() {
    Person agent = person(Role.AGENT, "vendome");
    assertThat(files.findOwn(agent).isSoughtByName()).as("a name that one chose oneself").isFalse();
    TestVisitor own = visitor().signIn(agent.email(), PASSWORD);
    assertThat(own.get(PrivacyPaths.OWN).body()).contains(agent.email(), "Compte");
    assertThat(files.findOwn(noted(agent)).found())
        .filteredOn(found -> found.trace().key().equals("notes"))
        .as("what facilitators write for each other is told to be there, and handed over by them")
        .singleElement()
        .satisfies(found -> assertThat(found.lines()).allMatch(line -> line.data().isEmpty()));
    assertThat(own.get(PrivacyPaths.OWN + "/donnees.zip").body()).contains("donnees.json");
    assertThat(own.get(PrivacyPaths.KEPT).statusCode()).isEqualTo(403);
    assertThat(visitor().get(PrivacyPaths.NOTICE).body())
        .contains("Vos droits", "Conventions terminées");
    TestVisitor desk = visitor().signIn(administrator.email(), PASSWORD);
    assertThat(desk.get(PrivacyPaths.KEPT + "/registre.csv").body().split("\r\n"))
        .hasSize(register.treatments().size() + 1);
  }

  @Test
  void everyDeclarationHasItsWordsAndItsTreatment() {
    Set<String> treatments =
        register.treatments().stream().map(Treatment::key).collect(Collectors.toSet());
    for (Messages words : List.of(Messages.in(Messages.FRENCH), Messages.in(Messages.ENGLISH))) {
      assertThat(RegisterViews.entries(register, words)).hasSameSizeAs(treatments);
      register.traces().forEach(trace -> words.text("register.trace." + trace.key()));
      for (var retention : register.retentions()) {
        assertThat(treatments).contains(retention.rule().treatment());
        for (String part : List.of("", ".from", ".source", ".goes")) {
          words.text("register.retention." + retention.rule().key() + part);
        }
      }
    }
  }

  /** Someone of an authority of whom a note speaks. */
  private Person noted(Person agent) {
    SampleSeason sample = new SampleSeason(portal);
    Beneficiary one = sample.accept(sample.open("Saison 1"), 1).get(0);
    portal.getBean(Notes.class).add(administrator, one.id(), "Appeler " + agent.email() + " jeudi");
    return agent;
  }

  private Person named(String email, String name) {
    Person person = person(Role.FACILITATOR, null);
    jdbc.sql("update account.person set name = ?, email = ? where id = ?")
        .params(name, email, person.id())
        .update();
    return new Person(person.id(), email, name, person.role(), null);
  }

  /** Someone who did everything that leaves a name, in every table. */
  private Person planted() {
    Person marked = named(MAIL, MARKED);
    SampleSeason sample = new SampleSeason(portal);
    Season season = sample.open("Saison 1");
    Beneficiary one = sample.accept(season, 1).get(0);
    UUID dataset = samples().publish(SampleDatasets.trees(3)).id();
    String planting =
        PLANTING
            .replace(":name", "'" + MARKED + "'")
            .replace(":mail", "'" + MAIL + "'")
            .replace(":id", "'" + marked.id() + "'")
            .replace(":beneficiary", "'" + one.id() + "'")
            .replace(":season", "'" + season.id() + "'")
            .replace(":dataset", "'" + dataset + "'");
    for (String statement : planting.split(";\\s*\n")) {
      jdbc.sql(statement).update();
    }
    return marked;
  }

  private List<String> columns(Pattern named) {
    return jdbc
        .sql(
            """
            select table_schema || '.' || table_name || '.' || column_name
            from information_schema.columns join information_schema.tables using (table_schema, table_name)
            where table_schema not in ('pg_catalog', 'information_schema', 'organization', 'database')
              and table_name not like 'flyway%' and table_type = 'BASE TABLE'
              and (data_type in ('text', 'character varying', 'character') or udt_name = '_text')
            order by 1
            """)
        .query(String.class)
        .list()
        .stream()
        .filter(column -> named.matcher(column.substring(column.lastIndexOf('.') + 1)).matches())
        .toList();
  }

  private boolean holdsTheMarker(String column) {
    int dot = column.lastIndexOf('.');
    return jdbc.sql(
            "select exists (select 1 from %s where lower(%s::text) like :mail or %s::text like :name)"
                .formatted(
                    column.substring(0, dot), column.substring(dot + 1), column.substring(dot + 1)))
        .param("mail", "%" + MAIL + "%")
        .param("name", "%" + MARKED + "%")
        .query(Boolean.class)
        .single();
  }

  private static final String PLANTING =
      """
      insert into account.invitation (id, token_sha256, email, name, role, created_at, expires_at)
        values (gen_random_uuid(), 'i', :mail, :name, 'AGENT', now(), now() + interval '1 day');
      insert into account.sign_in_link (token_sha256, person_id, created_at, expires_at)
        values ('s', :id, now(), now() + interval '1 day');
      insert into account.session (primary_id, session_id, creation_time, last_access_time,
          max_inactive_interval, expiry_time, principal_name)
        values ('p', 's', 0, 0, 1, 9999999999999, :id);
      insert into account.mail (id, recipient, subject, text, reply_to, created_at, next_try_at)
        values (gen_random_uuid(), :mail, 'Bonjour ' || :name, 'Bonjour', null, now(), now()),
          (gen_random_uuid(), 'autre@example.fr', 'De ' || :name, 'Écrire à ' || :mail, :mail, now(), now());
      update catalog.version set contact_email = :mail, summary = 'Par ' || :name, created_by = :id,
        withdrawn_at = now(), withdrawn_by = :id, withdrawn_role = 'AGENT',
        withdrawal_reason = :name || ' le demande' where dataset_id = :dataset;
      update catalog.dataset set withdrawn_version = published_version, published_version = null,
        withdrawn_at = now(), withdrawn_by = :id, withdrawn_role = 'AGENT',
        withdrawal_reason = 'Voir ' || :mail where id = :dataset;
      insert into catalog.event (dataset_id, at, person_id, person_name, kind, reason)
        values (:dataset, now(), :id, :name, 'PUBLISHED', 'pour ' || :name);
      insert into deposit.deposit (id, organization_id, person_id, file_name, file_size, file_sha256, step,
          saved_by, reading, created_at, saved_at, description)
        values (:dataset, :dataset, :id, 'Liste de ' || :name || '.csv', 1, 'x', 'READING', :id, '{}', now(),
          now(), '{"contactEmail": "' || :mail || '"}');
      insert into deposit.import (id, organization_id, person_id, address, state, received, created_at, saved_at)
        values (:dataset, :dataset, :id, 'https://example.fr', 'STOPPED', 0, now(), now());
      insert into deposit.visa (deposit_id, version_id, side, person_id, person_name, given_at)
        values (:dataset, :dataset, 'AUTHORITY', :id, :name, now());
      insert into deposit.decision (deposit_id, subject, reason, decided_by, decided_name, decided_at,
          confirmed_by, confirmed_name)
        values (:dataset, 'x', :name || ' est élue', :id, :name, now(), :id, :name);
      insert into deposit.event (deposit_id, at, person_id, person_name, what, detail)
        values (:dataset, now(), :id, :name, 'RECEIVED', 'par ' || :name);
      insert into deposit.request_for_change (id, deposit_id, version_id, step, note, person_id, person_name,
          asked_at)
        values (gen_random_uuid(), :dataset, :dataset, 'READING', 'Demandez à ' || :name, :id, :name, now());
      insert into deposit.suggested_mend (id, deposit_id, mends, by_id, by_name, at, settled_by)
        values (gen_random_uuid(), :dataset, '[]', :id, :name, now(), :name);
      insert into help.request (id, organization_id, author_id, author_name, category, urgency, asked_at, state,
          turn_at, due_at)
        values (:dataset, :dataset, :id, :name, 'OTHER', 'BLOCKED', now(), 'WAITING', now(), now());
      insert into help.helper (request_id, person_id, person_name, at) values (:dataset, :id, :name, now());
      insert into help.line (id, request_id, at, person_id, who, helping, what, text)
        values (:dataset, :dataset, now(), :id, :name, true, 'SAID', 'Écrire à ' || :mail || ' ou ' || :name);
      insert into help.attachment (id, request_id, line_id, name, size, sha256)
        values (gen_random_uuid(), :dataset, :dataset, 'De ' || :name || '.pdf', 1, 'x');
      insert into help.article (id, title, problem, answer, written_by, written_name, written_at, read_by,
          read_name, read_at, search)
        values (:dataset, 'T', 'P', 'A', :id, :name, now(), gen_random_uuid(), 'Noa', now(), ''),
          (gen_random_uuid(), 'T', 'P', 'A', gen_random_uuid(), 'Noa', now(), :id, :name, now(), '');
      insert into help.rating (article_id, person_id, useful) values (:dataset, :id, true);
      insert into culture.question (id, dataset_id, asked_at, text, email, state, answer, answered_by, answerer,
          answered_at)
        values (gen_random_uuid(), :dataset, now(), 'Dites-le à ' || :name, :mail, 'WAITING', '', null, '', null),
          (gen_random_uuid(), :dataset, now(), 'Qui ?', '', 'ANSWERED', 'Voyez ' || :name, :id, :name, now());
      insert into culture.reuse (id, title, address, kind, author, email, words, proposed_at, state, reader_id, reader,
          read_at)
        values (gen_random_uuid(), 'La carte de ' || :name, 'https://carte.example/', 'MAP', :name, :mail,
          'Par ' || :name, now(), 'PROPOSED', null, '', null),
          (gen_random_uuid(), 'Une carte', 'https://carte.example/', 'MAP', 'Un club', '', 'Oui', now(), 'SHOWN', :id,
          :name, now());
      insert into workshop.workshop (meeting_id, season_id, exercise, capacity, created_at)
        values (:dataset, :season, 'TOOLS', 20, now());
      insert into workshop.waiting (workshop_id, person_id, person_name, email, beneficiary_id, at)
        values (:dataset, :id, :name, :mail, :dataset, now());
      insert into workshop.material (id, workshop_id, title, link, file_name, at)
        values (gen_random_uuid(), :dataset, 'Par ' || :name, 'https://example.fr/?de=' || :mail,
          :name || '.pdf', now());
      insert into workshop.trainee (person_id, workshop_id, first_name, joined_at, deposit_id, step, acted_at,
          seen_at, hand_words)
        values (:id, :dataset, :name, now(), :dataset, 'READING', now(), now(), 'Appelez ' || :name);
      insert into upkeep.care (dataset_id, keeper_id) values (:dataset, :id);
      insert into upkeep.reminder (dataset_id, due_on, stage, sent_at, recipients)
        values (:dataset, current_date, 'DUE', now(), array['autre@example.fr', :mail]);
      insert into upkeep.handover (dataset_id, at, from_name, to_id, to_name, by_name, note)
        values (:dataset, now(), :name, :id, :name, :name, 'Appeler ' || :name);
      insert into upkeep.schedule (dataset_id, address, rhythm, accepted_by, accepted_name, accepted_at,
          next_at, outcome)
        values (:dataset, 'https://example.fr', 'YEARLY', :id, :name, now(), now(), 'NONE');
      update agreement.agreement set text = (text::jsonb || jsonb_build_object('x', :name))::text;
      update agreement.fact set act = replace(act, 'Claude Maire', :name), author_id = :id,
        author_name = :name, document_name = 'signé ' || :name;
      insert into agreement.funder_fact (id, season_id, recorded_at, author_id, author_name, act)
        values (gen_random_uuid(), :season, now(), :id, :name, '"' || :name || '"');
      insert into document.paper (id, subject, name, title, pdf_sha256, odt_sha256, author_id, author_name, at,
          scan_sha256, scan_name, scan_author_name, scan_at)
        values (:season, :season, 'lettre ' || :name, 'Lettre à ' || :name, 'p', 'o', :id, :name, now(),
          's', 'signé ' || :name || '.pdf', :name, now());
      insert into document.text_version (owner, kind, number, text, author_id, author_name, at)
        values (:season, 'convention', 999, 'Écrire à ' || :mail, :id, :name, now());
      update programme.season set plan = (plan::jsonb || jsonb_build_object('x', :name))::text;
      update programme.candidacy set contact_name = :name, contact_email = :mail, contact_phone = :name,
        reasons = 'Écrire à ' || :mail, decided_by = :name, reason = 'Vu avec ' || :name;
      update programme.beneficiary set dossier = replace(dossier, 'Claude Maire', :name);
      insert into programme.designation (beneficiary_id, person_id, person_name, from_day, by_name, at)
        values (:beneficiary, :id, :name, current_date, :name, now());
      insert into programme.membership (organization_id, since, reason, by_name, at)
        select organization_id, current_date, :name || ' le dit', :name, now() from programme.beneficiary;
      insert into programme.note (id, beneficiary_id, at, author_id, author_name, text)
        values (gen_random_uuid(), :beneficiary, now(), :id, :name, :name || ' suit de près');
      insert into checklist.mark (beneficiary_id, subject_id, item, revision, state, words, link, owner,
          person_id, person_name, at)
        values (:beneficiary, :beneficiary, 'ELECTED', 1, 'DONE', :name || ' suit', 'https://x/' || :mail,
          :name, :id, :name, now());
      insert into programme.note_reading (beneficiary_id, at, reader_id, reader_name)
        values (:beneficiary, now(), :id, :name);
      insert into programme.meeting (id, season_id, stage, starts_at, length, place, link, note, created_by,
          created_at)
        values (:season, :season, 'launch', now(), 60, 'Bureau de ' || :name, 'https://x/' || :mail,
          :name || ' absente', :name, now());
      insert into programme.session (id, meeting_id, beneficiary_id, noted_by, noted_at, counted_by,
          counted_reason)
        values (:season, :season, :beneficiary, :name, now(), :name, :name || ' le veut');
      insert into programme.participant (id, session_id, person_id, name, email)
        values (gen_random_uuid(), :season, :id, :name, :mail);
      insert into programme.calendar (person_id, number) values (:id, 1);
      insert into questionnaire.version (number, content, made_by, made_at) values (1, '{}', :name, now());
      insert into questionnaire.filling (id, beneficiary_id, occasion, version, opened_at, handed_in_by)
        values (:season, :beneficiary, 'ENTRY', 1, now(), :name);
      insert into questionnaire.respondent (id, filling_id, person_id, name, email, added_by, added_at)
        values (:season, :season, :id, :name, :mail, :name, now());
      insert into questionnaire.answer (filling_id, version, question, respondent_id, reply, at)
        values (:season, 1, 'x', :season, '{"text": "' || :name || '"}', now());
      insert into questionnaire.settlement (filling_id, version, question, respondent_id, by_name, at)
        values (:season, 1, 'x', :season, :name, now());
      insert into diagnosis.adjustment (filling_id, dimension, reason, by_name, at)
        values (:season, 'x', :name || ' le dit', :name, now());
      insert into diagnosis.snapshot (id, beneficiary_id, season_id, name, version, content, by_name, at)
        values (:season, :beneficiary, :season, 'Vu avec ' || :name, 1, '"' || :mail || '"', :name, now());
      insert into diagnosis.interview (id, beneficiary_id, guide, on_day, met, consent, notes, summary,
          released_by, author, at)
        values (:season, :beneficiary, 'ENTRY', current_date, :name, 'oui', '{"x": "' || :mail || '"}',
          'De ' || :name, :name, :name, now());
      insert into diagnosis.reading (interview_id, person_id, person_name, at)
        values (:season, :id, :name, now());
      insert into review.review (id, kind, season_id, beneficiary_id, begun_by, begun_at, content, sha256,
          frozen_by, frozen_at)
        values (:season, 'CLOSING', :season, :beneficiary, :name, now(), '"' || :mail || '"', 'x', :name, now());
      insert into review.passage (review_id, passage, text, revision, by_name, at)
        values (:season, 'SUMMARY', 'Vu avec ' || :name, 1, :name, now());
      insert into review.supplement (id, review_id, text, sha256, by_name, at)
        values (:season, :season, 'Écrire à ' || :mail, 'x', :name, now());
      insert into review.survey (beneficiary_id, replies, answered_by, answered_at)
        values (:beneficiary, '{"WORDS": "Merci à ' || :name || '"}', :name, now());
      insert into home.signal (id, season_id, kind, object, told, href, first_seen)
        values (:season, :season, 'visa-ours', 'x', '{"title": "Liste de ' || :name || '"}', '/', now());
      insert into home.mark (signal_id, person_id, at) values (:season, :id, now());
      insert into home.digest (person_id, week, lines, at) values (:id, current_date, 1, now());
      insert into home.digest_stopped (person_id, at) values (:id, now());
      insert into privacy.journal (at, by_id, by_name, kind, subject, lines)
        values (now(), :id, :name, 'EXPORTED', '', 1);
      insert into privacy.acceptance (retention, ids, accepted_at, accepted_by, accepted_name)
        values ('mails', '{}', now(), :id, :name);
      """;
}
