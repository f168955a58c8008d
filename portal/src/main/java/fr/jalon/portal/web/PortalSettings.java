package fr.jalon.portal.web;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the whole portal is told.
 *
 * @param data the folder under which everything is kept, unless a room is told otherwise
 * @param demo true to fill an empty portal with examples and show mails on a page instead of
 *     sending them
 * @param url the portal's address as its users type it, without a slash at its end; links in mails
 *     and feeds are made with it, never with what a request claims
 */
@ConfigurationProperties("jalon")
public record PortalSettings(
    @DefaultValue("data") Path data,
    @DefaultValue("false") boolean demo,
    @DefaultValue("http://localhost:8080") URI url) {
  public PortalSettings {
    if (!url.isAbsolute() || url.getHost() == null || !url.getScheme().matches("https?")) {
      throw new IllegalArgumentException(
          "jalon.url is the portal's public address, as https://donnees.example.fr; got: " + url);
    }
    if (url.toString().endsWith("/")) {
      url = URI.create(url.toString().replaceFirst("/+$", ""));
    }
  }

  /** True when users reach the portal by https. */
  public boolean secure() {
    return "https".equals(url.getScheme());
  }

  /**
   * The whole address of a page.
   *
   * @param path beginning with a slash
   */
  public String link(String path) {
    return url + path;
  }
}
