package fr.jalon.portal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.portal.TestVisitor;
import fr.jalon.portal.catalog.CatalogQuery.Facet;
import fr.jalon.portal.catalog.CatalogSearch.SearchResults;
import fr.jalon.portal.catalog.SampleCatalogue.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code ./jalon bench catalogue}: how long a search takes the server among a hundred thousand
 * datasets, one visitor, facets counted; whether the counts are right; and what the sixty queries
 * find. No test, and so not among them: a machine that does something else would break it.
 */
class CatalogueBench extends CatalogIT {
  private static final int ROUNDS = 5;

  /** What is promised of nineteen searches of twenty: as if at once. */
  private static final int PROMISED_MS = 100;

  private static final int ENOUGH = 99_000;

  private static final Path REPORT = Path.of("target", "bench", "catalogue.txt");

  /** Words that many datasets hold, and some that none does. */
  private static final List<String> BROAD =
      List.of(
          "",
          "eau",
          "adresse",
          "école",
          "Loiret",
          "Centre-Val de Loire",
          "horaires",
          "2020",
          "nombre de places",
          "saint",
          "vélo",
          "xylophone",
          "les",
          "zzzz qqqq");

  @Autowired private CatalogSearch search;
  @Autowired private SearchEntries entries;
  @Autowired private JdbcClient jdbc;

  @Test
  void catalogue() throws IOException {
    SampleCatalogue catalogue = new SampleCatalogue(jdbc);
    int made = catalogue.publish(catalogue.towns(Integer.MAX_VALUE));
    assertThat(made).isGreaterThan(ENOUGH);
    long before = System.nanoTime();
    entries.catchUp();
    long filling = (System.nanoTime() - before) / 1_000_000_000;
    jdbc.sql("vacuum analyze").update();
    List<Map<String, List<String>>> asked = asked();
    Map<String, Long> slowest = new TreeMap<>();
    List<Long> searches = times(asked, slowest);
    pages(asked);
    List<Long> pages = pages(asked);
    List<String> missed = SearchQueriesIT.missed(search);
    List<String> wrong = asked.stream().flatMap(one -> wrong(one).stream()).toList();
    StringBuilder report = new StringBuilder();
    report.append(
        """
        The catalogue: %,d datasets, %,d words; what a search reads of them was made in %d s
        %d questions, asked one after the other, %d times: the sixty queries, broad words, each also with facets chosen
        A search, its facets counted: median %.1f ms, 19 of 20 %.1f ms (promised: %d ms at most), slowest %.1f ms
        Its page, as a browser gets it: median %.1f ms, 19 of 20 %.1f ms
        Of the 60 queries, %d find what is wanted among the first %d (promised: %d)
        Facets counted otherwise, one by one: %d of them differ
        """
            .formatted(
                made,
                jdbc.sql("select count(*) from catalog.search_word").query(Long.class).single(),
                filling,
                asked.size(),
                ROUNDS,
                at(searches, 50),
                at(searches, 95),
                PROMISED_MS,
                at(searches, 100),
                at(pages, 50),
                at(pages, 95),
                60 - missed.size(),
                SearchQueriesIT.AMONG,
                SearchQueriesIT.PROMISED,
                wrong.size()));
    missed.forEach(one -> report.append("  missed: ").append(one).append('\n'));
    wrong.stream().limit(10).forEach(one -> report.append("  wrong: ").append(one).append('\n'));
    slowest.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(10)
        .forEach(
            one ->
                report.append(
                    "  slowest: %s, %.1f ms%n".formatted(one.getKey(), one.getValue() / 1000.0)));
    Files.createDirectories(REPORT.getParent());
    Files.writeString(REPORT, report);
    assertThat(missed).hasSizeLessThanOrEqualTo(60 - SearchQueriesIT.PROMISED);
    assertThat(wrong).isEmpty();
    assertThat(at(searches, 95)).isLessThan(PROMISED_MS);
  }

  private static List<Map<String, List<String>>> asked() {
    List<String> texts = new ArrayList<>(BROAD);
    SampleCatalogue.queries().stream().map(Query::text).forEach(texts::add);
    List<Map<String, List<String>>> asked = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      List<String> text = List.of(texts.get(i));
      asked.add(Map.of("q", text));
      asked.add(
          switch (i % 4) {
            case 0 -> Map.of("q", text, "theme", List.of("environment", "transport"));
            case 1 -> Map.of("q", text, "territoire", List.of("departement-45"));
            case 2 -> Map.of("q", text, "licence", List.of("odbl"), "format", List.of("geojson"));
            default ->
                Map.of("q", text, "fraicheur", List.of("en-retard"), "theme", List.of("energy"));
          });
    }
    return asked;
  }

  private List<Long> times(List<Map<String, List<String>>> asked, Map<String, Long> slowest) {
    List<Long> micros = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      for (Map<String, List<String>> one : asked) {
        long before = System.nanoTime();
        search.find(CatalogQuery.ofLists(one));
        long took = (System.nanoTime() - before) / 1_000;
        if (round > 0) {
          micros.add(took);
          slowest.merge(one.toString(), took, Math::min);
        }
      }
    }
    Collections.sort(micros);
    return micros;
  }

  private List<Long> pages(List<Map<String, List<String>>> asked) {
    TestVisitor visitor = visitor();
    List<Long> micros = new ArrayList<>();
    for (Map<String, List<String>> one : asked) {
      String address = CatalogQuery.ofLists(one).href();
      long before = System.nanoTime();
      assertThat(visitor.get(address).statusCode()).isEqualTo(200);
      micros.add((System.nanoTime() - before) / 1_000);
    }
    Collections.sort(micros);
    return micros;
  }

  /** What each choice counts is what one finds when nothing else of its facet is chosen. */
  private List<String> wrong(Map<String, List<String>> asked) {
    CatalogQuery query = CatalogQuery.ofLists(asked);
    SearchResults found = search.find(query);
    List<String> wrong = new ArrayList<>();
    if (found.loosened() || found.total() == 0) {
      return wrong;
    }
    for (Facet facet : Facet.values()) {
      found.choices(facet).stream()
          .limit(2)
          .forEach(
              choice -> {
                Map<Facet, List<String>> chosen = new TreeMap<>(query.chosen());
                chosen.put(facet, List.of(choice.value()));
                SearchResults one =
                    search.find(CatalogQuery.of(query.text(), chosen, query.order(), 1));
                if (one.loosened() || one.total() != choice.count()) {
                  wrong.add(asked + " " + facet + " " + choice + ": " + one.total());
                }
              });
    }
    return wrong;
  }

  private static double at(List<Long> micros, int percent) {
    return micros.get(Math.min(micros.size() - 1, micros.size() * percent / 100)) / 1000.0;
  }
}
