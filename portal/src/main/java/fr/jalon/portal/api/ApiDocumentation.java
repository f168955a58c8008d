package fr.jalon.portal.api;

import fr.jalon.portal.catalog.Access;
import fr.jalon.portal.catalog.ApiExamples;
import fr.jalon.portal.catalog.CatalogSearch;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Fact;
import fr.jalon.portal.web.ApiOperation;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.PortalSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.node.ObjectNode;

/** The API explained: to people, with commands that run on a dataset there is; to programs. */
@Controller
class ApiDocumentation {
  private final OpenApi openApi;
  private final CatalogSearch search;
  private final Access access;
  private final PortalSettings portal;
  private final List<ApiOperation> others;

  ApiDocumentation(
      OpenApi openApi,
      CatalogSearch search,
      Access access,
      PortalSettings portal,
      List<ApiOperation> others) {
    this.openApi = openApi;
    this.search = search;
    this.access = access;
    this.portal = portal;
    this.others = others;
  }

  @GetMapping("/api")
  String page(Page page, Model model) {
    List<Dataset> latest = search.listLatest(1);
    List<Fact> examples =
        latest.isEmpty()
            ? List.of()
            : new ApiExamples(portal, page.messages())
                .of(latest.get(0), Objects.requireNonNull(latest.get(0).published()));
    String title = latest.isEmpty() ? "" : latest.get(0).title();
    model.addAttribute("page", page.titled("api.doc.title"));
    model.addAttribute(
        "view",
        new ApiView(
            portal.link(""), title, examples, operators(page), aggregations(page), others(page)));
    return "api/api";
  }

  @GetMapping(value = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  ObjectNode whole(Page page) {
    return openApi.whole(page.messages());
  }

  @GetMapping(
      value = "/api/datasets/{slug}/openapi.json",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  ObjectNode one(Page page, @PathVariable String slug) {
    Dataset dataset = access.published(slug);
    return openApi.of(dataset, Objects.requireNonNull(dataset.published()), page.messages());
  }

  private List<ApiView.Other> others(Page page) {
    return others.stream()
        .map(
            other ->
                new ApiView.Other(
                    other.address(),
                    other.summary(page.messages()),
                    other.explanation(page.messages()),
                    other.command()))
        .toList();
  }

  private static List<Fact> operators(Page page) {
    return words(
        page,
        Stream.concat(
            Arrays.stream(fr.jalon.engine.query.Operator.values())
                .map(fr.jalon.engine.query.Operator::word),
            Stream.of("sort")));
  }

  private static List<Fact> aggregations(Page page) {
    return words(page, Stream.of("groupby", "count", "sum", "avg", "min", "max"));
  }

  private static List<Fact> words(Page page, Stream<String> words) {
    return words.map(word -> Fact.of(word, page.t("api.openapi.word." + word))).toList();
  }
}
