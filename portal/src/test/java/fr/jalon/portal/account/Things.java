package fr.jalon.portal.account;

import fr.jalon.portal.agreement.Act;
import fr.jalon.portal.agreement.Agreement;
import fr.jalon.portal.agreement.Agreements;
import fr.jalon.portal.agreement.Fact;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.SampleDatasets;
import fr.jalon.portal.catalog.Synonyms;
import fr.jalon.portal.deposit.Deposits;
import fr.jalon.portal.deposit.Imports;
import fr.jalon.portal.diagnosis.Diagnoses;
import fr.jalon.portal.diagnosis.Interview.Guide;
import fr.jalon.portal.diagnosis.Interviews;
import fr.jalon.portal.document.Author;
import fr.jalon.portal.document.Block;
import fr.jalon.portal.document.Document;
import fr.jalon.portal.document.KeptPaper;
import fr.jalon.portal.document.KeptPapers;
import fr.jalon.portal.help.Articles;
import fr.jalon.portal.help.Asked;
import fr.jalon.portal.help.Category;
import fr.jalon.portal.help.HelpRequests;
import fr.jalon.portal.help.Urgency;
import fr.jalon.portal.home.signal.SignalPaths;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Candidacies;
import fr.jalon.portal.programme.SampleSeason;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Sessions;
import fr.jalon.portal.questionnaire.Filling;
import fr.jalon.portal.questionnaire.Filling.Occasion;
import fr.jalon.portal.questionnaire.Fillings;
import fr.jalon.portal.questionnaire.Reply;
import fr.jalon.portal.review.Reviews;
import fr.jalon.portal.storage.Storage;
import fr.jalon.portal.storage.StoredFile;
import fr.jalon.portal.web.Rejected;
import fr.jalon.portal.workshop.Practices;
import fr.jalon.portal.workshop.SampleWorkshop;
import fr.jalon.portal.workshop.Workshop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of each thing that an address names, all of one authority. */
final class Things {
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)(:[^}]*)?}");
  private static final byte[] FILE = "nom;population\nGien;13000\nBlois;46000\n".getBytes();

  private final ApplicationContext portal;
  private final Person agent;
  private final JdbcClient jdbc;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final String season;
  private @Nullable UUID deposit;
  private @Nullable UUID colleague;

  Things(ApplicationContext portal, Person agent, SampleDatasets samples, String siren)
      throws IOException {
    this.portal = portal;
    this.agent = agent;
    this.jdbc = portal.getBean(JdbcClient.class);
    SampleSeason made = new SampleSeason(portal);
    Season season = made.open("Saison 3");
    this.season = season.slug();
    Beneficiary one = made.accept(season, siren);
    Agreements agreements = portal.getBean(Agreements.class);
    LocalDate today = agreements.today();
    Agreement drafted = agreements.get(one.agreementId());
    agreements.record(
        drafted.id(),
        drafted.revision(),
        new Act.Sent(today),
        SampleSeason.ADMINISTRATOR,
        "c.pdf",
        new ByteArrayInputStream(FILE));
    Fact sent = agreements.get(drafted.id()).facts().get(1);
    UUID meeting =
        portal
            .getBean(Sessions.class)
            .note(SampleSeason.ADMINISTRATOR, season, List.of(one.id()), today, "launch", true)
            .id();
    UUID candidacy = portal.getBean(Candidacies.class).listOf(season.id()).get(0).id();
    UUID session = jdbc.sql("select id from programme.session").query(UUID.class).single();
    Dataset published = samples.publish(SampleDatasets.subsidiesOf("vendome", 12));
    Dataset rehearsed =
        samples.putInSandbox(
            SampleDatasets.subsidiesOf("vendome", 12).titled("Essai de subventions"), null);
    names.put(
        "/recherche/mots/{id}", portal.getBean(Synonyms.class).listOurs().get(0).id().toString());
    questionnaire(one, today);
    reviews(one, season);
    names.put("/conventions/{id}/papiers/{paper}", paper(drafted.id()));
    names.put("/conventions/{id}/pieces/{fact}", sent.id().toString());
    names.put("/conventions/{id}/documents/{name}", "convention");
    names.put("/conventions/{id}", drafted.id().toString());
    names.put("/programme/beneficiaires/{id}", one.id().toString());
    String checklist = "/programme/beneficiaires/{id}/check-list/";
    names.put(checklist + "{item}", "elected");
    names.put(checklist + "jeux/{subject}", published.id().toString());
    names.put(checklist + "jeux/{subject}/{item}", "license");
    names.put("/programme/candidatures/{id}/papiers/{paper}", paper(candidacy));
    names.put("/programme/candidatures/{id}", candidacy.toString());
    names.put("/programme/rendez-vous/sessions/{id}", session.toString());
    names.put("/programme/rendez-vous/{id}/papiers/{paper}", paper(meeting));
    names.put("/programme/rendez-vous/{id}/documents/{name}", "compte-rendu");
    names.put("/programme/rendez-vous/{id}", meeting.toString());
    names.put("/programme/saisons/{slug}/textes/{kind}", "convention");
    names.put("/programme/saisons/{slug}", season.slug());
    names.put("/donnees-personnelles/gestion/conservation/{key}", "refused-candidacies");
    names.put("/argent/{part}", "collectivites");
    names.put("/argent/{part}.{format}", "csv");
    names.put("/programme/{slug}", season.slug());
    names.put("/jeux-de-donnees/{slug}", published.slug());
    names.put("/api/datasets/{slug}", published.slug());
    names.put("/bac-a-sable/{slug}", rehearsed.slug());
    names.put("/collectivites/{slug}", "vendome");
    names.put("/themes/{theme}", "environment");
    names.put("/modeles/{model}", "scdl-subventions");
    culture(published);
    help();
    workshop(season, one, today);
  }

  /** A question that waits, something made that nobody read, and a guide. */
  private void culture(Dataset published) {
    UUID question = UUID.randomUUID();
    jdbc.sql(
            """
            insert into culture.question (id, dataset_id, asked_at, text, state)
            values (?, ?, now(), 'Pourquoi ?', 'WAITING')
            """)
        .params(question, published.id())
        .update();
    UUID reuse = UUID.randomUUID();
    jdbc.sql(
            """
            insert into culture.reuse (id, title, address, kind, author, words, proposed_at, state)
            values (?, 'Une carte', 'https://carte.example/', 'MAP', 'Un club', 'Oui', now(), 'PROPOSED')
            """)
        .param(reuse)
        .update();
    names.put("/jeux-de-donnees/{slug}/gestion/questions/{id}", question.toString());
    names.put("/usages/a-lire/{id}", reuse.toString());
    names.put("/guides/{slug}", "loi");
  }

  /** A workshop under way, with a file to read and somebody who practises. */
  private void workshop(Season season, Beneficiary one, LocalDate today) throws IOException {
    Workshop made = new SampleWorkshop(portal).plan(season, today.plusDays(20), 20);
    Workshop open = portal.getBean(Practices.class).open(made.id());
    code = Objects.requireNonNull(open.door()).code();
    names.put("/ateliers/{id}", made.id().toString());
    names.put(
        "/ateliers/{id}/direct/mains/{trainee}",
        portal.getBean(Practices.class).join(code, "Odile").id().toString());
  }

  /** Whoever leads takes it away, and puts another there. */
  private UUID material() {
    UUID workshop = UUID.fromString(Objects.requireNonNull(names.get("/ateliers/{id}")));
    return jdbc.sql("select id from workshop.material")
        .query(UUID.class)
        .optional()
        .orElseGet(
            () -> {
              UUID file = UUID.randomUUID();
              try {
                StoredFile stored =
                    portal.getBean(Storage.class).put(new ByteArrayInputStream(FILE));
                jdbc.sql(
                        """
                        insert into workshop.material (id, workshop_id, title, sha256, size, at)
                        values (?, ?, 'Le support', ?, ?, now())
                        """)
                    .params(file, workshop, stored.sha256(), stored.size())
                    .update();
              } catch (IOException unwritten) {
                throw new UncheckedIOException(unwritten);
              }
              return file;
            });
  }

  private String code = "";

  /** By which one comes in to practise. */
  String code() {
    return code;
  }

  private void reviews(Beneficiary one, Season season) {
    Reviews reviews = portal.getBean(Reviews.class);
    UUID closing = reviews.beginClosing(SampleSeason.ADMINISTRATOR, one.id()).id();
    jdbc.sql(
            """
            insert into review.survey (beneficiary_id, token_sha256, expires_at)
            values (?, ?, now() + interval '1 day')
            """)
        .params(one.id(), Token.sha256("avis"))
        .update();
    names.put("/bilans/pour/{id}", one.id().toString());
    names.put("/bilans/saisons/{slug}", season.slug());
    names.put("/bilans/avis/{token}", "avis");
    names.put("/bilans/{id}", closing.toString());
    names.put("/bilans/{id}/passages/{passage}", "difficulties");
    names.put("/saisons/{slug}", season.slug());
    names.put(SignalPaths.ALL + "/{id}", signal(season).toString());
  }

  /** A signal: its kind is told, whatever it is about. */
  private UUID signal(Season season) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into home.signal (id, season_id, kind, object, told, href, first_seen)
            values (?, ?, 'candidacies-waiting', 'x', '{"title": "", "count": 1, "code": ""}', '/', now())
            """)
        .params(id, season.id())
        .update();
    return id;
  }

  /** A request that was solved, with a file and an article. */
  private void help() throws IOException {
    HelpRequests requests = portal.getBean(HelpRequests.class);
    UUID request = UUID.randomUUID();
    requests.ask(
        agent,
        new Asked(request, Category.OTHER, Urgency.BLOCKED, null, "", "Que faire ?"),
        List.of());
    requests.solve(request, agent, UUID.randomUUID(), "");
    UUID file = UUID.randomUUID();
    StoredFile stored = portal.getBean(Storage.class).put(new ByteArrayInputStream(FILE));
    jdbc.sql(
            """
            insert into help.attachment (id, request_id, line_id, name, size, sha256)
            select ?, request_id, id, 'a.csv', ?, ? from help.line where what = 'ASKED'
            """)
        .params(file, stored.size(), stored.sha256())
        .update();
    Person writer =
        new Person(UUID.randomUUID(), "sacha@example.fr", "Sacha", Role.FACILITATOR, null);
    Articles articles = portal.getBean(Articles.class);
    UUID article = articles.write(request, writer, "Que faire", "On ne sait pas.", "Ceci.");
    articles.read(article, SampleSeason.ADMINISTRATOR, 0);
    names.put("/aide/demandes/{id}/pieces/{file}", file.toString());
    names.put("/aide/demandes/{id}", request.toString());
    names.put("/aide/articles/{id}", article.toString());
  }

  private void questionnaire(Beneficiary one, LocalDate today) {
    Fillings fillings = portal.getBean(Fillings.class);
    Filling filling = fillings.open(SampleSeason.ADMINISTRATOR, one.id(), Occasion.ENTRY);
    fillings.answer(SampleSeason.ADMINISTRATOR, filling.id(), "elu", Reply.chosen("actif"));
    UUID respondent =
        jdbc.sql("select id from questionnaire.respondent").query(UUID.class).single();
    UUID frozen =
        portal
            .getBean(Diagnoses.class)
            .freeze(SampleSeason.ADMINISTRATOR, one.id(), Occasion.ENTRY, null, "Un jour")
            .id();
    UUID talk =
        portal
            .getBean(Interviews.class)
            .begin(SampleSeason.ADMINISTRATOR, one.id(), Guide.ENTRY, today, "La DGS", "oui")
            .id();
    names.put("/questionnaires/pour/{id}", one.id().toString());
    names.put("/questionnaires/{id}", filling.id().toString());
    names.put("/questionnaires/{id}/{section}", "portage");
    names.put("/questionnaires/{id}/{section}/{question}", "elu");
    names.put("/questionnaires/{id}/choix/{question}", "elu");
    names.put("/questionnaires/{id}/repondants/{respondent}", respondent.toString());
    names.put("/questionnaires/versions/{number}/questions/{key}", "elu");
    names.put("/questionnaires/versions/{number}/sections/{section}", "portage");
    names.put("/diagnostics/{id}", one.id().toString());
    names.put("/diagnostics/{id}/niveaux/{dimension}", "portage");
    names.put("/diagnostics/{id}/figes/{snapshot}", frozen.toString());
    names.put("/diagnostics/{id}/entretiens/{interview}", talk.toString());
  }

  private String paper(UUID subject) throws IOException {
    KeptPapers papers = portal.getBean(KeptPapers.class);
    Author author = new Author(agent.id(), agent.name());
    KeptPaper kept =
        papers.keep(
            subject, "essai", Document.of("Essai", List.of(Block.Paragraph.of("Oui"))), author);
    papers.attach(
        subject, kept.id(), "s.pdf", new ByteArrayInputStream("%PDF-1.7".getBytes()), author);
    return kept.id().toString();
  }

  /** In addresses, of the season they are all of. */
  String season() {
    return season;
  }

  /** The address of a route, of the thing that is there. */
  String address(String route) {
    return address(route, false);
  }

  /** The same, of nothing. */
  String nowhere(String route) {
    return address(route, true);
  }

  /** True when a route names a thing that somebody has. */
  static boolean isAboutSomething(String route) {
    return VARIABLE.matcher(route).find();
  }

  private String address(String route, boolean nowhere) {
    Matcher variable = VARIABLE.matcher(route);
    StringBuilder address = new StringBuilder();
    boolean first = true;
    while (variable.find()) {
      String name = nowhere && first ? absent(variable.group(1)) : named(route, variable);
      variable.appendReplacement(address, Matcher.quoteReplacement(name));
      first = false;
    }
    return variable.appendTail(address).toString().replace("/**", "/x");
  }

  private static String absent(String variable) {
    return Set.of("id", "paper", "fact").contains(variable)
        ? UUID.randomUUID().toString()
        : "nulle-part";
  }

  private String named(String route, Matcher variable) {
    String until = route.substring(0, variable.end()).replaceAll(":[^}]*}", "}");
    String known = names.get(until);
    if (known != null) {
      return known;
    }
    return switch (until) {
      case "/depots/{id}" -> deposit().toString();
      case "/comptes/{id}" -> colleague().toString();
      case "/comptes/invitations/{id}" -> invitation().toString();
      case "/depots/adresse/{id}" -> imported().toString();
      case "/ateliers/{id}/documents/{material}" -> material().toString();
      default ->
          switch (variable.group(1)) {
            case "number" -> "1";
            case "format" -> "pdf";
            default -> "x";
          };
    };
  }

  private UUID deposit() {
    Deposits deposits = portal.getBean(Deposits.class);
    try {
      UUID known = deposit;
      if (known != null) {
        deposits.get(known, agent);
        return known;
      }
    } catch (Rejected gone) {
      // somebody was allowed to delete it
    }
    try {
      UUID made = deposits.receive(agent, "villes.csv", new ByteArrayInputStream(FILE));
      deposit = made;
      return made;
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }

  private UUID colleague() {
    Accounts accounts = portal.getBean(Accounts.class);
    UUID known = colleague;
    if (known != null && accounts.find(known).isPresent()) {
      return known;
    }
    UUID made =
        accounts
            .open(
                "collegue-" + UUID.randomUUID() + "@example.fr",
                "Collègue",
                Role.AGENT,
                agent.organizationId(),
                "le jalon rouge et blanc")
            .id();
    colleague = made;
    return made;
  }

  private UUID invitation() {
    Accounts accounts = portal.getBean(Accounts.class);
    accounts.invite(
        null,
        "invite-" + UUID.randomUUID() + "@example.fr",
        "Invité",
        Role.AGENT,
        agent.organizationId());
    return jdbc.sql("select id from account.invitation order by expires_at desc limit 1")
        .query(UUID.class)
        .single();
  }

  private UUID imported() {
    return jdbc.sql(
            """
            select id from deposit.import limit 1
            """)
        .query(UUID.class)
        .optional()
        .orElseGet(
            () -> {
              try {
                return portal
                    .getBean(Imports.class)
                    .start(agent, null, "https://donnees.example/villes.csv");
              } catch (Exception refused) {
                throw new IllegalStateException(refused);
              }
            });
  }
}
