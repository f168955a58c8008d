package fr.jalon.portal.explore;

import fr.jalon.portal.catalog.CatalogPaths;
import fr.jalon.portal.catalog.CatalogProblem;
import fr.jalon.portal.catalog.CatalogQuery;
import fr.jalon.portal.catalog.CatalogSearch;
import fr.jalon.portal.catalog.Publisher;
import fr.jalon.portal.catalog.Publishers;
import fr.jalon.portal.web.Page;
import fr.jalon.portal.web.Rejected;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The home page, the list of datasets, the page of an organization: published datasets only. */
@Controller
class ListController {
  private static final int LATEST = 5;

  private final CatalogSearch search;
  private final Publishers publishers;
  private final DatasetLines lines;
  private final ListViews lists;
  private final AuthorityViews authorities;

  ListController(
      CatalogSearch search,
      Publishers publishers,
      DatasetLines lines,
      ListViews lists,
      AuthorityViews authorities) {
    this.search = search;
    this.publishers = publishers;
    this.lines = lines;
    this.lists = lists;
    this.authorities = authorities;
  }

  @GetMapping("/")
  String home(Page page, Model model) {
    CatalogSearch.Totals totals = search.totals();
    model.addAttribute("page", page.titled("explore.home.title"));
    model.addAttribute(
        "view",
        new HomeView(
            lines.of(search.listLatest(LATEST)),
            totals.datasets(),
            totals.publishers(),
            totals.rows()));
    return "explore/home";
  }

  @GetMapping(CatalogPaths.DATASETS)
  String list(Page page, @RequestParam MultiValueMap<String, String> parameters, Model model) {
    CatalogQuery query = CatalogQuery.ofLists(parameters);
    model.addAttribute("page", page.titled("explore.list.title"));
    model.addAttribute("view", lists.of(search.find(query), page.messages()));
    return "explore/list";
  }

  @GetMapping(CatalogPaths.AUTHORITIES + "/{slug}")
  String authority(Page page, @PathVariable String slug, Model model) {
    Publisher publisher =
        publishers.find(slug).orElseThrow(() -> new Rejected(CatalogProblem.NO_SUCH_PUBLISHER));
    model.addAttribute("page", page.named(publisher.name()));
    model.addAttribute("view", authorities.of(publisher, page.messages()));
    return "explore/authority";
  }
}
