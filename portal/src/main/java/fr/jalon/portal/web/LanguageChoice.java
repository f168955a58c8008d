package fr.jalon.portal.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of a page: {@code ?lang=}, kept in a cookie; else what the browser prefers; else
 * French.
 */
final class LanguageChoice implements LocaleResolver, HandlerInterceptor {
  private static final String NAME = "lang";

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    Locale asked = asked(request);
    if (asked != null) {
      return asked;
    }
    Cookie cookie = WebUtils.getCookie(request, NAME);
    Locale kept = cookie == null ? null : known(cookie.getValue());
    return kept != null ? kept : preferred(request);
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("the language is chosen by ?lang=");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Locale asked = asked(request);
    if (asked != null) {
      response.addHeader(
          HttpHeaders.SET_COOKIE,
          ResponseCookie.from(NAME, asked.getLanguage())
              .path("/")
              .maxAge(Duration.ofDays(365))
              .sameSite("Lax")
              .httpOnly(true)
              .build()
              .toString());
    }
    return true;
  }

  /** Of the address only: looking for it in a form would read the file sent with it. */
  private static @Nullable Locale asked(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query == null) {
      return null;
    }
    for (String pair : query.split("&")) {
      if (pair.startsWith(NAME + "=")) {
        return known(pair.substring(NAME.length() + 1));
      }
    }
    return null;
  }

  private static Locale preferred(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
      return Messages.FRENCH;
    }
    for (Locale locale : Collections.list(request.getLocales())) {
      Locale known = known(locale.getLanguage());
      if (known != null) {
        return known;
      }
    }
    return Messages.FRENCH;
  }

  private static @Nullable Locale known(@Nullable String language) {
    if ("fr".equals(language)) {
      return Messages.FRENCH;
    }
    return "en".equals(language) ? Messages.ENGLISH : null;
  }
}
