package fr.jalon.portal.account;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may do what: the whole of it, in one table. An address without a line is refused to all, and
 * looks as if it did not exist.
 *
 * <p>The first line that matches counts. {@link Reach} says what each role finds there of its own
 * authority and of another. A request that may reach nothing stops before any room; whether a row
 * is one's own is asked by its room, and a test asks every address as every role to hold it to this
 * table.
 */
public final class Policy {
  /** What a role finds at an address. */
  enum Reach {
    /** Whatever the authority. */
    ALL("all"),
    /** What is of its own authority; another's looks as if it were not there. */
    OWN("own"),
    /** It sees the thing, an agent that of its own authority alone, and may not do that to it. */
    SEEN("sees, refused"),
    /** As if nothing were there. */
    HIDDEN("not there"),
    /** Refused, and told so. */
    REFUSED("refused");

    private final String word;

    Reach(String word) {
      this.word = word;
    }

    /** As the page of the documentation says it. */
    String word() {
      return word;
    }

    boolean isOpen() {
      return this == ALL || this == OWN || this == SEEN;
    }
  }

  private static final List<Line> TABLE =
      List.of(
          // What everybody sees.
          everyone("/"),
          everyone("/essayer", FilesOfStrangers.FROM_OUR_PAGE),
          // Withdrawing and erasing is for those who answer for a dataset.
          steward("/jeux-de-donnees/*/gestion/retrait"),
          steward("/jeux-de-donnees/*/gestion/remise-en-ligne"),
          steward("/jeux-de-donnees/*/gestion/versions/**"),
          data("/jeux-de-donnees/*/gestion/**"),
          everyone("/jeux-de-donnees/**"),
          everyone("/collectivites/**"),
          everyone("/themes/**"),
          everyone("/modeles/**"),
          administrators("/recherche/mots/**"),
          administrators("/territoires/contours"),
          everyone("/territoires/fond"),
          // What one learns, what people ask and make; somebody reads what they propose.
          everyone("/guides/**"),
          everyone("/glossaire"),
          everyone("/premiers-jeux"),
          accompanying("/usages/a-lire/**"),
          everyone("/usages/**"),
          everyone("/api/inspections", FilesOfStrangers.WITHOUT_TOKEN),
          everyone("/api/**"),
          everyone("/accessibilite"),
          everyone("/mentions-legales"),
          everyone("/donnees-personnelles"),
          everyone("/sante/**"),
          everyone("/error"),
          everyone("/css/**"),
          everyone("/js/**"),
          everyone("/fonts/**"),
          everyone("/img/**"),
          everyone("/favicon.ico"),
          everyone("/robots.txt"),
          // The mails of the demonstration; there is no such page otherwise.
          everyone("/demo/courrier"),
          // Signing in.
          everyone("/connexion/**"),
          everyone("/invitation/*"),
          practised(
              line("/deconnexion", Reach.ALL, Reach.ALL, Reach.ALL, Reach.ALL, Reach.ALL),
              Reach.ALL),
          // People.
          line("/comptes/**", Reach.REFUSED, Reach.OWN, Reach.ALL, Reach.REFUSED, Reach.ALL),
          // What is kept of people: one's own for each, all of it for administrators.
          line(
              "/donnees-personnelles/les-miennes/**",
              Reach.ALL,
              Reach.ALL,
              Reach.ALL,
              Reach.ALL,
              Reach.ALL),
          administrators("/donnees-personnelles/gestion/**"),
          administrators("/programme/consultations"),
          // Data: those of the organizer who bill see none.
          depositing("/depots"),
          depositing("/depots/adresse"),
          lists("/depots"),
          lists("/depots/nouveau"),
          lists("/depots/adresse"),
          visa("/depots/*/publication/visa"),
          visa("/depots/*/publication/rendre"),
          // Whoever practises in a workshop does the steps of their own file, and no other.
          practised(data("/depots/*"), Reach.OWN),
          practised(data("/depots/*/avancement"), Reach.OWN),
          practised(data("/depots/*/reessayer"), Reach.OWN),
          practised(data("/depots/*/lecture/**"), Reach.OWN),
          practised(data("/depots/*/protection/**"), Reach.OWN),
          practised(data("/depots/*/corrections/**"), Reach.OWN),
          practised(data("/depots/*/description/**"), Reach.OWN),
          practised(data("/depots/*/verification/**"), Reach.OWN),
          practised(data("/depots/*/bac-a-sable"), Reach.OWN),
          data("/depots/**"),
          lists("/mises-a-jour"),
          depositing("/mises-a-jour/catalogue"),
          practised(data("/bac-a-sable/**"), Reach.OWN),
          // Workshops: places are taken by authorities; with a code, anybody practises.
          accompanied("/ateliers"),
          accompanying("/ateliers/nouveau"),
          accompanied("/ateliers/*"),
          accompanied("/ateliers/*/agenda.ics"),
          accompanied("/ateliers/*/documents/*"),
          line(
              "/ateliers/*/inscription",
              Reach.OWN,
              Reach.OWN,
              Reach.REFUSED,
              Reach.REFUSED,
              Reach.REFUSED),
          line(
              "/ateliers/*/desistement",
              Reach.OWN,
              Reach.OWN,
              Reach.REFUSED,
              Reach.REFUSED,
              Reach.REFUSED),
          accompanying("/ateliers/**"),
          everyone("/atelier"),
          practised(
              line(
                  "/atelier/**",
                  Reach.REFUSED,
                  Reach.REFUSED,
                  Reach.REFUSED,
                  Reach.REFUSED,
                  Reach.REFUSED),
              Reach.ALL),
          // Agreements: their money is not for agents, what happens is told by the organizer.
          line("/conventions", Reach.OWN, Reach.OWN, Reach.ALL, Reach.ALL, Reach.ALL),
          line("/conventions/*", Reach.OWN, Reach.OWN, Reach.ALL, Reach.ALL, Reach.ALL),
          recording("/conventions/*/**"),
          line("/conventions/*/**", Reach.HIDDEN, Reach.OWN, Reach.ALL, Reach.ALL, Reach.ALL)
              .reading(),
          // Help: asked by authorities, answered by those who accompany them.
          accompanied("/aide"),
          line("/aide/nouvelle", Reach.OWN, Reach.OWN, Reach.REFUSED, Reach.REFUSED, Reach.REFUSED),
          accompanying("/aide/notee"),
          accompanying("/aide/demandes/*/coller"),
          accompanying("/aide/demandes/*/suivre"),
          accompanying("/aide/demandes/*/proposer"),
          accompanying("/aide/demandes/*/session"),
          accompanying("/aide/demandes/*/article"),
          accompanied("/aide/demandes/**"),
          accompanying("/aide/articles/*/relire"),
          accompanying("/aide/articles/*/modifier"),
          line("/aide/articles/**", Reach.ALL, Reach.ALL, Reach.ALL, Reach.REFUSED, Reach.ALL),
          // The programme.
          hidden("/accueil/signaux/**"),
          accompanied("/accueil"),
          line("/argent/**", Reach.REFUSED, Reach.REFUSED, Reach.REFUSED, Reach.ALL, Reach.ALL),
          accompanied("/programme"),
          accompanied("/programme/agenda"),
          accompanied("/programme/beneficiaires/*"),
          accompanied("/programme/beneficiaires/*/check-list/**"),
          referent("/programme/beneficiaires/*/dossier"),
          referent("/programme/beneficiaires/*/referent"),
          line(
              "/programme/beneficiaires/*/*",
              Reach.HIDDEN,
              Reach.HIDDEN,
              Reach.ALL,
              Reach.REFUSED,
              Reach.ALL),
          administrators("/programme/saisons").writing(),
          administrators("/programme/saisons/*/modifier"),
          administrators("/programme/saisons/*/textes/**"),
          administrators("/programme/saisons/*/signaux"),
          accompanying("/programme/saisons/**"),
          administrators("/programme/candidatures/*/confirmer"),
          administrators("/programme/candidatures/*/siren"),
          accompanying("/programme/candidatures/**"),
          accompanying("/programme/rendez-vous/**"),
          // What authorities are asked, and what it tells of them.
          everyone("/questionnaires/repondre/**"),
          administrators("/questionnaires/versions/**"),
          guiding("/questionnaires/*/invitations"),
          guiding("/questionnaires/*/repondants/**"),
          guiding("/questionnaires/*/choix/*"),
          guiding("/questionnaires/*/remettre"),
          guiding("/questionnaires/*/rouvrir"),
          accompanied("/questionnaires/**"),
          accompanying("/diagnostics/*/niveaux/*"),
          accompanying("/diagnostics/*/figer"),
          line(
              "/diagnostics/*/entretiens/**",
              Reach.HIDDEN,
              Reach.HIDDEN,
              Reach.ALL,
              Reach.REFUSED,
              Reach.ALL),
          accompanied("/diagnostics/**"),
          // What was done, told by the facts.
          everyone("/saisons/**"),
          everyone("/bilans/avis/*"),
          accompanying("/bilans/saisons/**"),
          accompanying("/bilans/pour/*").writing(),
          answering("/bilans/pour/*/avis"),
          accompanying("/bilans/pour/*/avis/lien"),
          accompanying("/bilans/*/figer"),
          accompanying("/bilans/*/survie"),
          accompanied("/bilans/**"),
          // With a link that we signed.
          everyone("/programme/agenda/*"),
          everyone("/programme/reponse/*"),
          everyone("/programme/*/candidature"));

  private Policy() {}

  /** Which requests a line is about. */
  enum Verb {
    ANY,
    /** Nothing is changed by them. */
    READING,
    WRITING;

    private boolean matches(String method) {
      boolean reads =
          method.equals(HttpMethod.GET.name())
              || method.equals(HttpMethod.HEAD.name())
              || method.equals(HttpMethod.OPTIONS.name());
      return this == ANY || reads == (this == READING);
    }
  }

  /** Which files are taken from whoever is not signed in, of those an address wants. */
  enum FilesOfStrangers {
    NONE,
    /** Those of a form of ours, which bears a token. */
    FROM_OUR_PAGE,
    /**
     * Nothing is done in anybody's name there, so that a form of another site that leads to it can
     * do no harm: no token is asked.
     */
    WITHOUT_TOKEN
  }

  /**
   * Who may ask for the addresses of a pattern.
   *
   * @param everyone passers-by too
   * @param files what is taken of whoever is not signed in
   */
  record Line(
      Verb verb,
      PathPattern pattern,
      boolean everyone,
      Map<Role, Reach> reaches,
      FilesOfStrangers files) {
    Line {
      reaches = Map.copyOf(reaches);
    }

    /** What a role that is not named reaches: nothing. */
    Reach reach(Role role) {
      return everyone ? Reach.ALL : reaches.getOrDefault(role, Reach.REFUSED);
    }

    boolean allows(Optional<Person> person) {
      return everyone || person.filter(one -> reach(one.role()).isOpen()).isPresent();
    }

    boolean hidesFrom(Person person) {
      return reach(person.role()) == Reach.HIDDEN;
    }

    private Line writing() {
      return new Line(Verb.WRITING, pattern, everyone, reaches, files);
    }

    private Line reading() {
      return new Line(Verb.READING, pattern, everyone, reaches, files);
    }
  }

  /** The line that decides for a request, its address written as it is asked: "/depots/12". */
  static Optional<Line> find(String method, String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    String verb = method.toUpperCase(Locale.ROOT);
    return TABLE.stream()
        .filter(line -> line.verb().matches(verb) && line.pattern().matches(parsed))
        .findFirst();
  }

  private static Line everyone(String pattern) {
    return everyone(pattern, FilesOfStrangers.NONE);
  }

  private static Line everyone(String pattern, FilesOfStrangers files) {
    return new Line(Verb.ANY, parse(pattern), true, Map.of(), files);
  }

  /** The same, for whoever practises in a workshop too. */
  private static Line practised(Line line, Reach trainee) {
    Map<Role, Reach> reaches = new EnumMap<>(line.reaches());
    reaches.put(Role.TRAINEE, trainee);
    return new Line(line.verb(), line.pattern(), line.everyone(), reaches, line.files());
  }

  private static Line data(String pattern) {
    return line(pattern, Reach.OWN, Reach.OWN, Reach.ALL, Reach.HIDDEN, Reach.ALL);
  }

  private static Line steward(String pattern) {
    return line(pattern, Reach.SEEN, Reach.OWN, Reach.ALL, Reach.HIDDEN, Reach.ALL);
  }

  /** Two people answer for a publication: the référent, then whoever accompanies them. */
  private static Line visa(String pattern) {
    return line(pattern, Reach.SEEN, Reach.OWN, Reach.ALL, Reach.HIDDEN, Reach.SEEN);
  }

  /** Lists of what one sees: whoever sees nothing finds them empty. */
  private static Line lists(String pattern) {
    return line(pattern, Reach.OWN, Reach.OWN, Reach.ALL, Reach.OWN, Reach.ALL).reading();
  }

  /** A file is given by an authority. */
  private static Line depositing(String pattern) {
    return line(pattern, Reach.OWN, Reach.OWN, Reach.REFUSED, Reach.REFUSED, Reach.REFUSED)
        .writing();
  }

  private static Line recording(String pattern) {
    return line(pattern, Reach.HIDDEN, Reach.HIDDEN, Reach.ALL, Reach.ALL, Reach.ALL).writing();
  }

  private static Line accompanied(String pattern) {
    return line(pattern, Reach.OWN, Reach.OWN, Reach.ALL, Reach.REFUSED, Reach.ALL);
  }

  private static Line referent(String pattern) {
    return line(pattern, Reach.HIDDEN, Reach.OWN, Reach.ALL, Reach.REFUSED, Reach.ALL);
  }

  /** What the référent does for an authority, and its agents see done. */
  private static Line guiding(String pattern) {
    return line(pattern, Reach.SEEN, Reach.OWN, Reach.ALL, Reach.REFUSED, Reach.ALL).writing();
  }

  /** What an authority says by itself, and those who accompany it read. */
  private static Line answering(String pattern) {
    return line(pattern, Reach.OWN, Reach.OWN, Reach.REFUSED, Reach.REFUSED, Reach.REFUSED)
        .writing();
  }

  private static Line accompanying(String pattern) {
    return line(pattern, Reach.REFUSED, Reach.REFUSED, Reach.ALL, Reach.REFUSED, Reach.ALL);
  }

  /** To anybody but those who accompany authorities there is nothing. */
  private static Line hidden(String pattern) {
    return line(pattern, Reach.HIDDEN, Reach.HIDDEN, Reach.ALL, Reach.HIDDEN, Reach.ALL);
  }

  private static Line administrators(String pattern) {
    return line(pattern, Reach.REFUSED, Reach.REFUSED, Reach.REFUSED, Reach.REFUSED, Reach.ALL);
  }

  private static Line line(
      String pattern,
      Reach agent,
      Reach focalPoint,
      Reach facilitator,
      Reach finance,
      Reach administrator) {
    Map<Role, Reach> reaches = new EnumMap<>(Role.class);
    reaches.put(Role.AGENT, agent);
    reaches.put(Role.FOCAL_POINT, focalPoint);
    reaches.put(Role.FACILITATOR, facilitator);
    reaches.put(Role.FINANCE, finance);
    reaches.put(Role.ADMINISTRATOR, administrator);
    return new Line(Verb.ANY, parse(pattern), false, reaches, FilesOfStrangers.NONE);
  }

  private static PathPattern parse(String pattern) {
    return PathPatternParser.defaultInstance.parse(pattern);
  }
}
