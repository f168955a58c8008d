package fr.jalon.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.PortalIT;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

class PolicyIT extends PortalIT {
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping routes;

  @Test
  void everyRouteHasALine() {
    List<String> without =
        routes.getHandlerMethods().keySet().stream()
            .flatMap(
                route ->
                    route.getPathPatternsCondition() == null
                        ? java.util.stream.Stream.empty()
                        : route.getPathPatternsCondition().getPatterns().stream())
            .map(PathPattern::getPatternString)
            .filter(pattern -> Policy.find(example(pattern)).isEmpty())
            .toList();
    assertThat(without).as("add a line to Policy.TABLE: who may ask for this address?").isEmpty();
  }

  @Test
  void whatIsBehindASessionIsNotForPassersBy() {
    for (String path :
        List.of(
            "/depots",
            "/comptes",
            "/bac-a-sable/x",
            "/aide",
            "/aide/articles/x",
            "/aide/demandes/x/pieces/y",
            "/depots/" + UUID.randomUUID())) {
      assertThat(Policy.find(path).orElseThrow().allows(Optional.empty())).as(path).isFalse();
    }
  }

  @Test
  void helpIsForThoseWhoAreAccompaniedAndThoseWhoAccompany() {
    Policy.Line line = Policy.find("/aide/demandes/x").orElseThrow();
    assertThat(line.roles())
        .containsExactlyInAnyOrder(
            Role.AGENT, Role.FOCAL_POINT, Role.FACILITATOR, Role.ADMINISTRATOR);
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

  private static String example(String pattern) {
    return pattern.replaceAll("\\{[^}]*}", "x").replace("/**", "/x").replace("*", "x");
  }
}
