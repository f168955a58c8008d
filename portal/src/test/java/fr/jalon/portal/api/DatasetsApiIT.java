package fr.jalon.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.catalog.CatalogIT;
import fr.jalon.portal.catalog.SampleDatasets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DatasetsApiIT extends CatalogIT {
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping routes;

  private String slug = "";

  @BeforeEach
  void publish() {
    slug = samples().publish(SampleDatasets.trees(120)).slug();
  }

  @Test
  void givesPagesOfRowsWithTheAddressOfTheNext() {
    JsonNode page = json(rows("?page_size=50"));

    assertThat(page.at("/data")).hasSize(50);
    assertThat(page.at("/data/0/__id").asInt()).isEqualTo(1);
    assertThat(page.at("/data/0/id_arbre").asString()).isEqualTo("A00001");
    assertThat(page.at("/data/0/hauteur_m").isNumber()).isTrue();
    assertThat(page.at("/data/0/date_releve").asString()).isEqualTo("2024-01-08");
    assertThat(page.at("/data/13/longitude").isNull()).isTrue();
    assertThat(page.at("/meta/total").asInt()).isEqualTo(120);
    assertThat(page.at("/links/prev").isNull()).isTrue();
    String next = page.at("/links/next").asString();
    assertThat(next).endsWith("/rows?page_size=50&page=2");
    JsonNode last = json(rows("?page_size=50&page=3"));
    assertThat(last.at("/data")).hasSize(20);
    assertThat(last.at("/links/next").isNull()).isTrue();
  }

  @Test
  void filtersSortsAndAddsUpInTheWordsOfDataGouv() {
    JsonNode tall =
        json(rows("?hauteur_m__greater=15&hauteur_m__sort=desc&columns=id_arbre,hauteur_m"));
    assertThat(tall.at("/data/0/hauteur_m").asDouble())
        .isGreaterThanOrEqualTo(tall.at("/data/1/hauteur_m").asDouble());
    assertThat(tall.at("/data/0").propertyNames()).containsExactly("__id", "id_arbre", "hauteur_m");

    JsonNode groups = json(rows("?espece__groupby&espece__count&espece__count__sort=desc"));
    assertThat(groups.at("/data/0/espece__count").asInt()).isGreaterThan(10);
  }

  @Test
  void refusesAWrongQuestionWithWhatWouldBeRight() {
    HttpResponse<String> column = get(rows("?espèce__exact=x"));
    assertThat(column.statusCode()).isEqualTo(400);
    assertThat(column.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(column.body()).contains("unknown-column", "id_arbre", "espece");
    assertThat(get(rows("?hauteur_m__exact=haut")).body()).contains("bad-value", "haut");
    assertThat(get(rows("?hauteur_m__plusgrand=1")).body())
        .contains("unknown-operator", "strictly_greater");
    assertThat(get(rows("?page_size=1000")).body()).contains("bad-page", "200");
    assertThat(get(rows("?bonjour=1")).body()).contains("unknown-parameter");
  }

  @Test
  void everyValueOfAFacetMayBeGivenBack() {
    samples().publish(SampleDatasets.subsidies(3));
    JsonNode all = json("/api/datasets");
    assertThat(all.at("/facets").propertyNames())
        .contains("territory", "theme", "schema", "format", "license", "freshness", "publisher");
    all.at("/facets")
        .properties()
        .forEach(
            facet ->
                facet
                    .getValue()
                    .forEach(
                        choice -> {
                          String address =
                              "/api/datasets?"
                                  + facet.getKey()
                                  + "="
                                  + choice.at("/value").asString();
                          assertThat(json(address).at("/meta/total").asInt())
                              .as(address)
                              .isEqualTo(choice.at("/count").asInt());
                        }));
    JsonNode one = json("/api/datasets/" + slug);
    for (String[] pair :
        new String[][] {
          {"theme", "/theme"},
          {"license", "/license/id"},
          {"publisher", "/publisher/slug"},
          {"freshness", "/freshness"},
          {"format", "/distributions/0/format"}
        }) {
      String address = "/api/datasets?" + pair[0] + "=" + one.at(pair[1]).asString();
      assertThat(json(address).at("/data").valueStream().map(data -> data.at("/slug").asString()))
          .as(address)
          .contains(slug);
    }
    assertThat(json("/api/datasets?theme=environment&theme=economy").at("/meta/total").asInt())
        .isEqualTo(all.at("/meta/total").asInt());
    assertThat(json("/api/datasets?q=subvensions").at("/search/corrections/0/meant").asString())
        .isEqualTo("subventions");
  }

  @Test
  void refusesAChoiceThatIsNoneWithThoseThatAre() {
    for (String wrong :
        new String[] {
          "theme=arbres",
          "license=gratuite",
          "format=exe",
          "freshness=hier",
          "sort=hasard",
          "territory=45",
          "publisher=atlantide",
          "page=0",
          "page=-1",
          "page=deux",
          "page=1&page=2",
          "q=a&q=b",
          "schema=",
          "page=99999999999999999999",
          "theme=%27%3B--"
        }) {
      HttpResponse<String> answer = get("/api/datasets?" + wrong);
      assertThat(answer.statusCode()).as(wrong + answer.body()).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
    }
    assertThat(get("/api/datasets?theme=arbres").body()).contains("unknown-choice", "environment");
    assertThat(get("/api/datasets?" + "theme=economy&".repeat(30)).statusCode()).isEqualTo(400);
  }

  @Test
  void answersOnlyOnceWhatHasNotChanged() {
    HttpResponse<String> first = get(rows("?page_size=5"));
    String tag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(get(rows("?page_size=5"), "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get(rows("?page_size=6"), "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void isOpenToAnyPageButNeverWithCookies() {
    HttpResponse<String> answer = get("/api/datasets", "Origin", "https://ailleurs.example");

    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void streamsTheRowsAskedAsCsv() {
    HttpResponse<String> all = get("/api/datasets/" + slug + "/rows.csv");
    assertThat(all.body().lines()).hasSize(121);
    assertThat(all.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");

    HttpResponse<String> some =
        get("/api/datasets/" + slug + "/rows.csv?hauteur_m__less=10&columns=id_arbre,hauteur_m");
    assertThat(some.body()).startsWith("id_arbre,hauteur_m\n");
    assertThat(some.body().lines().count()).isBetween(5L, 100L);
    assertThat(get("/api/datasets/" + slug + "/rows.csv?x__exact=1").statusCode()).isEqualTo(400);
  }

  @Test
  void handsOutFilesInPartsAndByTheirHash() {
    String file = "/jeux-de-donnees/" + slug + "/fichiers/" + slug + "-v1.csv";
    HttpResponse<String> whole = get(file);
    String tag = whole.headers().firstValue("ETag").orElseThrow();

    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(tag).matches("\"[0-9a-f]{64}\"");
    assertThat(whole.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
    assertThat(whole.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(whole.headers().firstValue("Cache-Control"))
        .hasValue("max-age=300, must-revalidate, public");
    HttpResponse<String> part = get(file, "Range", "bytes=0-7");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("id_arbre");
    assertThat(get(file, "If-None-Match", tag).statusCode()).isEqualTo(304);
    for (String format : new String[] {"xlsx", "geojson", "parquet"}) {
      assertThat(get(file.replace(".csv", "." + format)).statusCode()).isEqualTo(200);
    }
    assertThat(get(file.replace("-v1.csv", ".csv")).statusCode()).isEqualTo(200);
    assertThat(get(file.replace("-v1.", "-v2.")).statusCode()).isEqualTo(404);
    assertThat(get(file.replace(".csv", ".exe")).statusCode()).isEqualTo(404);
  }

  @Test
  void describesEveryRouteThereIsAndNoOther() {
    Set<String> described = new TreeSet<>(json("/api/openapi.json").at("/paths").propertyNames());
    Set<String> real =
        routes.getHandlerMethods().keySet().stream()
            .flatMap(route -> route.getPatternValues().stream())
            .filter(path -> path.startsWith("/api/"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(described)
        .as("OpenApi.whole describes each route of the API: add the new one, remove the old one")
        .isEqualTo(real);
  }

  @Test
  void describesTheColumnsOfADataset() {
    JsonNode document = json("/api/datasets/" + slug + "/openapi.json");

    assertThat(document.at("/components/schemas/Row/properties/hauteur_m/type").toString())
        .isEqualTo("[\"number\",\"null\"]");
    assertThat(document.toString()).contains("\"hauteur_m__strictly_greater\"");
    assertThat(page("/api")).contains("curl", slug);
  }

  private String rows(String query) {
    return "/api/datasets/" + slug + "/rows" + query;
  }

  private JsonNode json(String path) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  private HttpResponse<String> get(String path, String... headers) {
    String address = "http://localhost:" + port() + path.replace("è", "%C3%A8");
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}
