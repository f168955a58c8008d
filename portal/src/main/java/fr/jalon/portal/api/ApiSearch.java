package fr.jalon.portal.api;

import fr.jalon.portal.catalog.CatalogProblem;
import fr.jalon.portal.catalog.CatalogQuery;
import fr.jalon.portal.web.Rejected;
import java.util.LinkedHashMap;
import java.util.Map;

/** The questions of the list of datasets, under the words of the API. */
final class ApiSearch {
  /** Parameters of the API and those of the pages they stand for. */
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  private static final Map<String, String> ORDERS =
      Map.of("relevance", "pertinence", "recent", "recent", "title", "titre", "rows", "lignes");

  static {
    NAMES.put("q", "q");
    NAMES.put("publisher", "collectivite");
    NAMES.put("theme", "theme");
    NAMES.put("schema", "schema");
    NAMES.put("format", "format");
    NAMES.put("license", "licence");
    NAMES.put("sort", "tri");
    NAMES.put("page", "page");
    NAMES.put("lang", "lang");
  }

  private ApiSearch() {}

  /**
   * @throws Rejected with {@link CatalogProblem#UNKNOWN_PARAMETER}
   */
  static CatalogQuery query(Map<String, String> parameters) {
    Map<String, String> ours = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> {
          String known = NAMES.get(name);
          if (known == null) {
            throw new Rejected(
                CatalogProblem.UNKNOWN_PARAMETER, name, String.join(", ", NAMES.keySet()));
          }
          ours.put(known, known.equals("tri") ? ORDERS.getOrDefault(value, value) : value);
        });
    return CatalogQuery.of(ours);
  }
}
