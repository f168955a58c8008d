package fr.jalon.portal.fetch;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files shared from somebody's own folder: Nextcloud and ownCloud, Dropbox, SharePoint. */
final class Shares implements Resolver {
  private static final Pattern NEXTCLOUD =
      Pattern.compile("(/[\\w.-]+)*/s/[A-Za-z0-9]{8,32}/?(\\?.*)?");
  private static final Pattern SHAREPOINT = Pattern.compile("/:[a-z]:/.*");

  @Override
  public @Nullable Lead of(WebAddress page) throws FetchFailed {
    String host = page.host();
    if (host.equals("dropbox.com") || host.equals("www.dropbox.com")) {
      return page.path().matches("/(s|scl)/.*") ? with(page, "dl", "1") : null;
    }
    if (host.endsWith(".sharepoint.com")) {
      return SHAREPOINT.matcher(page.path()).matches() ? with(page, "download", "1") : null;
    }
    if (NEXTCLOUD.matcher(page.path()).matches()) {
      String path = page.pathOnly();
      String query = page.path().substring(path.length());
      return new Lead(page.at(path.replaceFirst("/$", "") + "/download" + query), null);
    }
    return null;
  }

  /** The same address with one parameter set. */
  private static Lead with(WebAddress page, String name, String value) throws FetchFailed {
    String path = page.pathOnly();
    StringBuilder query = new StringBuilder(page.path().length() + 8);
    for (String pair : page.path().substring(path.length()).replaceFirst("^\\?", "").split("&")) {
      if (!pair.isEmpty() && !pair.startsWith(name + "=")) {
        query.append(pair).append('&');
      }
    }
    return new Lead(page.at(path + "?" + query + name + "=" + value), null);
  }
}
