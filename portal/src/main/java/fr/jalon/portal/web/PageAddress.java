package fr.jalon.portal.web;

import java.net.URI;
import java.net.URISyntaxException;

/** The address of a page elsewhere, which people open in their browser and nothing of ours does. */
public final class PageAddress {
  private PageAddress() {}

  /** Whether a text is one: http or https, a host, and no name nor password of anybody in it. */
  public static boolean isOne(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && uri.getHost() != null && uri.getUserInfo() == null;
    } catch (URISyntaxException none) {
      return false;
    }
  }
}
