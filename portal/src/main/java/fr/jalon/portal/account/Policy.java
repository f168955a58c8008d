package fr.jalon.portal.account;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may ask for which address: the whole of it, in one table. An address without a line is
 * refused to all, and looks as if it did not exist.
 *
 * <p>The first line that matches counts. Which rows a person sees behind an address is the matter
 * of its room, which asks for the {@link Person}.
 */
public final class Policy {
  private static final Set<Role> ANY = EnumSet.allOf(Role.class);
  private static final Set<Role> INVITING =
      EnumSet.of(Role.FOCAL_POINT, Role.FACILITATOR, Role.ADMINISTRATOR);
  private static final Set<Role> ACCOMPANIED =
      EnumSet.of(Role.AGENT, Role.FOCAL_POINT, Role.FACILITATOR, Role.ADMINISTRATOR);
  private static final Set<Role> BILLING = EnumSet.of(Role.FINANCE, Role.ADMINISTRATOR);
  private static final Set<Role> ACCOMPANYING = EnumSet.of(Role.FACILITATOR, Role.ADMINISTRATOR);

  private static final Set<Role> ADMINISTERING = EnumSet.of(Role.ADMINISTRATOR);

  private static final List<Line> TABLE =
      List.of(
          // What everybody sees.
          everyone("/"),
          only("/jeux-de-donnees/*/gestion/**", ANY),
          everyone("/jeux-de-donnees/**"),
          everyone("/collectivites/**"),
          forNobody("/api/inspections"),
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
          only("/deconnexion", ANY),
          // What is done behind a session.
          only("/comptes/**", INVITING),
          only("/donnees-personnelles/les-miennes/**", ANY),
          only("/donnees-personnelles/gestion/**", ADMINISTERING),
          only("/depots/**", ANY),
          only("/mises-a-jour", ANY),
          only("/conventions/**", ANY),
          only("/bac-a-sable/**", ANY),
          // Help: requests of another authority are as if they were not there.
          only("/aide/**", ACCOMPANIED),
          // The programme: rows of another authority are as if they were not there.
          only("/accueil", ACCOMPANYING),
          only("/argent/**", BILLING),
          only("/programme", ACCOMPANIED),
          only("/programme/beneficiaires/**", ACCOMPANIED),
          only("/programme/agenda", ACCOMPANIED),
          only("/programme/consultations", ADMINISTERING),
          only("/programme/saisons/**", ACCOMPANYING),
          only("/programme/candidatures/**", ACCOMPANYING),
          only("/programme/rendez-vous/**", ACCOMPANYING),
          // With a link that we signed.
          everyone("/programme/agenda/*"),
          everyone("/programme/reponse/*"),
          everyone("/programme/*/candidature"));

  private Policy() {}

  /**
   * Who may ask for the addresses of a pattern.
   *
   * @param forNobody nothing is done in anybody's name there, so that a form of another site that
   *     leads to it can do no harm: no token is asked, and files are taken from strangers
   */
  record Line(PathPattern pattern, boolean everyone, Set<Role> roles, boolean forNobody) {
    boolean allows(Optional<Person> person) {
      return everyone || person.map(Person::role).filter(roles::contains).isPresent();
    }
  }

  /** The line that decides for an address, written as in a request: "/depots/12". */
  static Optional<Line> find(String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return TABLE.stream().filter(line -> line.pattern().matches(parsed)).findFirst();
  }

  private static Line everyone(String pattern) {
    return new Line(PathPatternParser.defaultInstance.parse(pattern), true, Set.of(), false);
  }

  private static Line forNobody(String pattern) {
    return new Line(PathPatternParser.defaultInstance.parse(pattern), true, Set.of(), true);
  }

  private static Line only(String pattern, Set<Role> roles) {
    return new Line(PathPatternParser.defaultInstance.parse(pattern), false, roles, false);
  }
}
