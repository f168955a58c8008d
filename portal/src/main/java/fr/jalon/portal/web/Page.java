package fr.jalon.portal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every template needs: the title, the words, who is there, where one is. Controllers receive
 * it as an argument, name it with {@link #titled} and put it in the model as {@code page}.
 *
 * @param title of the page, the words of its h1
 * @param path of the request, without its query
 * @param ask where to ask a person for help, null where it is not offered
 * @param wide true when the page needs the whole width (a table in sight)
 * @param refresh seconds after which a browser without scripts asks again, 0 for never
 * @param demo true when the portal is a demonstration, which each page says
 */
public record Page(
    String title,
    Messages messages,
    @Nullable Visitor visitor,
    List<NavLink> nav,
    @Nullable NavLink ask,
    @Nullable Csrf csrf,
    String path,
    String query,
    @Nullable String flash,
    Assets assets,
    boolean wide,
    int refresh,
    boolean demo) {

  /**
   * A link of the navigation as this page shows it.
   *
   * @param folded with its like, under one word
   */
  public record NavLink(String text, String href, boolean current, boolean folded) {}

  /** The links of the navigation that are folded under one word, or that are not. */
  public List<NavLink> links(boolean folded) {
    return nav.stream().filter(link -> link.folded() == folded).toList();
  }

  /** Whether one is on a page that is under that word. */
  public boolean isFoldedCurrent() {
    return nav.stream().anyMatch(link -> link.folded() && link.current());
  }

  /** The same page under the title of a key. */
  public Page titled(String key, @Nullable Object... values) {
    return named(messages.text(key, values));
  }

  /** The same page under a title that is not a message: the name of a dataset. */
  public Page named(String name) {
    return new Page(
        name, messages, visitor, nav, ask, csrf, path, query, flash, assets, wide, refresh, demo);
  }

  /** The same page over the whole width. */
  public Page widened() {
    return new Page(
        title, messages, visitor, nav, ask, csrf, path, query, flash, assets, true, refresh, demo);
  }

  /** The same page, asked again after so many seconds when the browser runs no script. */
  public Page refreshing(int seconds) {
    return new Page(
        title, messages, visitor, nav, ask, csrf, path, query, flash, assets, wide, seconds, demo);
  }

  public String t(String key, @Nullable Object... values) {
    return messages.text(key, values);
  }

  public String n(String key, long count, @Nullable Object... values) {
    return messages.count(key, count, values);
  }

  public String lang() {
    return messages.locale().getLanguage();
  }

  public String number(long value) {
    return messages.number(value);
  }

  public String percent(double share) {
    return messages.percent(share);
  }

  public String date(LocalDate date) {
    return messages.date(date);
  }

  public String date(Instant instant) {
    return messages.date(instant);
  }

  public String time(Instant instant) {
    return messages.time(instant);
  }

  public String dateTime(Instant instant) {
    return messages.dateTime(instant);
  }

  public String size(long bytes) {
    return messages.size(bytes);
  }

  /** The address of a static file, changing with its content. */
  public String asset(String path) {
    return assets.address(path);
  }

  /** The address of this page in the other language. */
  public String otherLanguage() {
    String other = lang().equals("fr") ? "en" : "fr";
    return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + other;
  }
}
