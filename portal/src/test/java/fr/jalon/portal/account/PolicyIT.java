package fr.jalon.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.account.Policy.Line;
import fr.jalon.portal.account.Policy.Reach;
import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.organization.Organizations;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Every address of the running server is asked as every role, and held to the table. */
class PolicyIT extends CatalogIT {
  private static final Path PAGE = Path.of("../docs/policy.md");
  private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");
  private static final String NOTHING = "404";

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping routes;

  @Autowired private ApplicationContext portal;

  /** What a server answers to. */
  private record Route(String path, String method) implements Comparable<Route> {
    Optional<Line> line() {
      return Policy.find(method, path.replaceAll("\\{[^}]*}", "x").replace("/**", "/x"));
    }

    /** Those that change something come last, those that end it at the very end. */
    private int turn() {
      // whoever practises leaves with the end of the workshop
      int end = path.equals("/ateliers/{id}/fermer") ? 3 : path.endsWith("/supprimer") ? 2 : 1;
      return method.equals("GET") ? 0 : end;
    }

    @Override
    public int compareTo(Route other) {
      int turns = Integer.compare(turn(), other.turn());
      return turns != 0 ? turns : (path + method).compareTo(other.path + other.method);
    }
  }

  /** Who asks. */
  private record Actor(Role role, boolean own, TestVisitor visitor) {
    @Override
    public String toString() {
      return role + (role.belongsToAnAuthority() ? own ? " of it" : " of another" : "");
    }
  }

  @Test
  void everyAddressAnswersEveryRoleAsTheTableSays() throws Exception {
    Person agent = person(Role.AGENT, "vendome");
    List<Actor> actors = new ArrayList<>();
    actors.add(new Actor(Role.AGENT, true, signedIn(agent)));
    actors.add(new Actor(Role.AGENT, false, signedIn(person(Role.AGENT, "chateauroux"))));
    actors.add(new Actor(Role.FOCAL_POINT, true, signedIn(person(Role.FOCAL_POINT, "vendome"))));
    actors.add(
        new Actor(Role.FOCAL_POINT, false, signedIn(person(Role.FOCAL_POINT, "chateauroux"))));
    for (Role role : List.of(Role.FACILITATOR, Role.FINANCE, Role.ADMINISTRATOR)) {
      actors.add(new Actor(role, false, signedIn(person(role, null))));
    }
    TestVisitor passerBy = visitor();
    passerBy.get("/connexion");
    String siren = portal.getBean(Organizations.class).findBySlug("vendome").orElseThrow().siren();
    Things things = new Things(portal, agent, samples(), siren);
    season = things.season();
    TestVisitor trainee = visitor();
    trainee.get("/atelier");
    trainee.post("/atelier", Map.of("code", things.code(), "prenom", "Fatima"));
    trainee.get("/atelier/exercice");
    actors.add(0, new Actor(Role.TRAINEE, false, trainee));
    List<String> wrong = new ArrayList<>();
    for (Route route : routes()) {
      Line line = route.line().orElseThrow();
      String said = said(route, ask(passerBy, route, things.address(route.path())));
      if (said.equals("sign in") == line.everyone()) {
        wrong.add("%s by a passer-by: %s".formatted(route, said));
      }
      for (Actor actor : actors) {
        wrong.addAll(wrong(route, line, actor, things));
      }
    }
    assertThat(wrong).as("the server does not do what Policy says").isEmpty();
  }

  private String season = "";

  private List<String> wrong(Route route, Line line, Actor actor, Things things) {
    String said = said(route, ask(actor.visitor(), route, things.address(route.path())));
    String expected = expected(route, line, actor);
    boolean right =
        switch (expected) {
          case "refused" -> said.startsWith("403");
          case "not there" -> said.startsWith(NOTHING);
          default ->
              !said.equals("sign in")
                  && !said.startsWith("403")
                  && !said.startsWith("5")
                  && (!said.startsWith(NOTHING)
                      || line.everyone()
                      || !said.equals(
                          said(route, ask(actor.visitor(), route, things.nowhere(route.path())))));
        };
    return right
        ? List.of()
        : List.of("%s by %s: %s, not %s".formatted(route, actor, said, expected));
  }

  private static String expected(Route route, Line line, Actor actor) {
    Reach reach = line.reach(actor.role());
    boolean other =
        (actor.role().belongsToAnAuthority() || actor.role() == Role.TRAINEE)
            && !actor.own()
            && Things.isAboutSomething(route.path());
    return switch (reach) {
      case ALL -> "allowed";
      case OWN -> other ? "not there" : "allowed";
      case SEEN -> other ? "not there" : "refused";
      case HIDDEN -> "not there";
      case REFUSED -> "refused";
    };
  }

  /** With what a form cannot do without, so that who asks is what the answer is about. */
  private HttpResponse<String> ask(TestVisitor who, Route route, String address) {
    return who.ask(
        route.method(),
        address,
        route.method().equals("GET")
            ? Map.of("avant", "1", "apres", "1")
            : Map.of(
                "version",
                UUID.randomUUID().toString(),
                "subject",
                "x",
                "mend",
                "x",
                "role",
                Role.AGENT.name(),
                "email",
                "x",
                "once",
                UUID.randomUUID().toString(),
                "suggestion",
                UUID.randomUUID().toString(),
                "saison",
                season));
  }

  /** The status, and the code of the problem when there is one. */
  private String said(Route route, HttpResponse<String> answer) {
    String to = TestVisitor.location(answer).replaceFirst("^http://localhost:\\d+", "");
    boolean toTheDoor = to.equals("/atelier") && route.path().startsWith("/atelier/");
    if (toTheDoor || to.startsWith("/connexion") && !route.path().startsWith("/connexion")) {
      return "sign in";
    }
    Matcher code = CODE.matcher(answer.body());
    return answer.statusCode() + (code.find() ? " " + code.group(1) : "");
  }

  private TestVisitor signedIn(Person person) {
    return visitor().signIn(person.email(), PASSWORD);
  }

  private Set<Route> routes() {
    return routes.getHandlerMethods().keySet().stream()
        .flatMap(PolicyIT::routes)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Route> routes(RequestMappingInfo info) {
    PathPatternsRequestCondition paths = info.getPathPatternsCondition();
    if (paths == null) {
      return Stream.empty();
    }
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    Set<String> names =
        methods.isEmpty()
            ? Set.of("GET")
            : methods.stream().map(Enum::name).collect(Collectors.toSet());
    return paths.getPatterns().stream()
        .map(PathPattern::getPatternString)
        .flatMap(path -> names.stream().map(name -> new Route(path, name)));
  }

  @Test
  void everyRouteHasALine() {
    assertThat(routes().stream().filter(route -> route.line().isEmpty()))
        .as("add a line to Policy.TABLE: who may ask for this address?")
        .isEmpty();
  }

  @Test
  void thePageOfTheDocumentationIsTheTable() throws Exception {
    StringBuilder page =
        new StringBuilder(
            """
            # Who may do what

            Written by `PolicyIT` from `Policy`, the one table that decides; the same test asks the running server each of these
            addresses as each role, of one's own authority and of another. An address without a line answers 404 to all.

            - **all**: whatever the authority. **own**: what is of one's own authority; another's answers 404, as if it were not there.
            - **sees, refused**: sees the thing (an agent, that of its own authority alone), and is refused this (403).
            - **not there**: 404, whatever it is. **refused**: 403. A passer-by who may not is led to sign in.
            - A trainee came in to a workshop with a code; their own is the one file they practise on.
            - Lists hold what one may see, and nothing else.

            | address | method | passer-by | agent | référent | facilitator | finance | administrator | trainee |
            |---|---|---|---|---|---|---|---|---|
            """);
    routes().stream()
        .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
        .forEach(route -> page.append(row(route)).append('\n'));
    if (System.getProperty("update") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).as("run with -Dupdate and read what changed").hasContent(page.toString());
  }

  private static String row(Route route) {
    Line line = route.line().orElseThrow();
    return "| `%s` | %s | %s | %s |"
        .formatted(
            route.path().replaceAll(":[^}]*}", "}"),
            route.method(),
            line.everyone() ? "all" : "sign in",
            Stream.of(Role.values())
                .map(role -> line.reach(role).word())
                .collect(Collectors.joining(" | ")));
  }

  @Test
  void whatIsBehindASessionIsNotForPassersBy() {
    for (String path :
        List.of("/depots", "/comptes", "/bac-a-sable/x", "/depots/" + UUID.randomUUID())) {
      assertThat(Policy.find("GET", path).orElseThrow().allows(Optional.empty()))
          .as(path)
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/health",
        "/actuator/env",
        "/actuator/heapdump",
        "/h2-console",
        "/swagger-ui/index.html",
        "/v3/api-docs",
        "/admin",
        "/login",
        "/console",
        "/.git/config",
        "/.env",
        "/WEB-INF/web.xml",
        "/application.yaml",
        "/jalon/",
        "/depot",
        "/manager/html",
        "/demo/courrier"
      })
  void whatHasNoLineLooksAsIfItDidNotExist(String path) {
    HttpResponse<String> answer = visitor().get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("Exception").doesNotContain("Tomcat");
  }
}
