package fr.jalon.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A page of a list, in the shape of data.gouv.fr's tabular API.
 *
 * @param links whole addresses of the pages around, null where there is none
 */
record ApiPage<T>(List<T> data, Links links, Meta meta) {
  ApiPage {
    data = List.copyOf(data);
  }

  record Links(@Nullable String next, @Nullable String prev) {}

  /**
   * @param total things in the whole list
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Meta(long page, int pageSize, long total) {
    boolean hasNext() {
      return page * pageSize < total;
    }
  }

  /**
   * @param address of the list, with every parameter but the page's
   */
  static <T> ApiPage<T> of(List<T> data, Meta meta, String address) {
    String open = address + (address.contains("?") ? "&" : "?");
    return new ApiPage<>(
        data,
        new Links(
            meta.hasNext() ? open + "page=" + (meta.page() + 1) : null,
            meta.page() > 1 ? open + "page=" + (meta.page() - 1) : null),
        meta);
  }
}
