package fr.jalon.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes the {@link Page} of a request. */
@Component
public class Pages {
  private final LocaleResolver locales;

  /** Links that stand in one row beside a name on a screen of 1280 px, in French. */
  private static final int MOST_IN_A_ROW = 8;

  private final ObjectProvider<Visitors> visitors;
  private final List<NavEntry> entries;
  private final List<AskEntry> asks;
  private final boolean demo;
  private final Assets assets = new Assets();

  Pages(
      LocaleResolver locales,
      ObjectProvider<Visitors> visitors,
      ObjectProvider<NavEntry> entries,
      ObjectProvider<AskEntry> asks,
      PortalSettings portal) {
    this.demo = portal.demo();
    this.locales = locales;
    this.visitors = visitors;
    this.asks = asks.stream().toList();
    this.entries = entries.stream().sorted(Comparator.comparingInt(NavEntry::order)).toList();
  }

  /** The page of this request, not yet titled. */
  public Page of(HttpServletRequest request) {
    Visitors who = visitors.getIfAvailable();
    return of(request, who == null ? null : who.current());
  }

  /** The page of this request for nobody in particular: what is shown when all else fails. */
  Page withoutVisitor(HttpServletRequest request) {
    return of(request, null);
  }

  private Page of(HttpServletRequest request, @Nullable Visitor visitor) {
    Messages messages = Messages.in(locales.resolveLocale(request));
    String path = request.getRequestURI();
    return new Page(
        messages.text("web.name"),
        messages,
        visitor,
        nav(messages, visitor, path),
        ask(messages, visitor, path),
        csrf(request),
        path,
        queryWithoutLanguage(request),
        flash(request, messages),
        assets,
        false,
        0,
        demo);
  }

  private List<Page.NavLink> nav(Messages messages, @Nullable Visitor visitor, String path) {
    List<NavEntry> theirs = entries.stream().filter(entry -> isFor(entry, visitor)).toList();
    boolean folds = theirs.size() > MOST_IN_A_ROW;
    return theirs.stream()
        .map(
            entry ->
                new Page.NavLink(
                    messages.text(entry.key()),
                    entry.path(),
                    path.equals(entry.path()) || path.startsWith(entry.path() + "/"),
                    folds && entry.managing()))
        .toList();
  }

  private Page.@Nullable NavLink ask(Messages messages, @Nullable Visitor visitor, String path) {
    if (visitor == null) {
      return null;
    }
    return asks.stream()
        .filter(entry -> entry.standsOn(path))
        .filter(entry -> visitor.roles().stream().anyMatch(entry.roles()::contains))
        .map(
            entry ->
                new Page.NavLink(
                    messages.text(entry.key()),
                    entry.path() + "?page=" + URLEncoder.encode(path, StandardCharsets.UTF_8),
                    false,
                    false))
        .findFirst()
        .orElse(null);
  }

  private static boolean isFor(NavEntry entry, @Nullable Visitor visitor) {
    return entry.roles().isEmpty()
        || (visitor != null && visitor.roles().stream().anyMatch(entry.roles()::contains));
  }

  private static @Nullable Csrf csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Csrf(token.getParameterName(), token.getToken())
        : null;
  }

  private static @Nullable String flash(HttpServletRequest request, Messages messages) {
    Map<String, ?> attributes = RequestContextUtils.getInputFlashMap(request);
    return attributes != null && attributes.get(Flash.NAME) instanceof Flash flash
        ? messages.text(flash.key(), flash.values().toArray())
        : null;
  }

  private static String queryWithoutLanguage(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query == null) {
      return "";
    }
    return Arrays.stream(query.split("&"))
        .filter(pair -> !pair.startsWith("lang="))
        .collect(Collectors.joining("&"));
  }
}
