package fr.jalon.portal.web;

import org.jspecify.annotations.Nullable;

/**
 * Where one is in a long list.
 *
 * @param total things in the whole list
 * @param page 1-based
 * @param size things a page
 * @param address of the list with every parameter but the page's, ending in "?" or "&amp;"
 */
public record Pager(long total, int page, int size, String address) {
  public Pager {
    if (page < 1 || size < 1) {
      throw new IllegalArgumentException("a page counts from 1: page " + page + ", size " + size);
    }
  }

  public long pages() {
    return Math.max(1, (total + size - 1) / size);
  }

  /** 1-based number of the first thing shown, 0 when there is none. */
  public long first() {
    return total == 0 ? 0 : (long) (page - 1) * size + 1;
  }

  public long last() {
    return Math.min(total, (long) page * size);
  }

  public @Nullable String previous() {
    return page > 1 ? address + "page=" + (page - 1) : null;
  }

  public @Nullable String next() {
    return page < pages() ? address + "page=" + (page + 1) : null;
  }
}
