package fr.jalon.portal.fetch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files kept with source code: GitHub, GitLab and Forgejo show them in a page around. */
final class SourceForges implements Resolver {
  private static final Pattern GITHUB =
      Pattern.compile("/([^/]+)/([^/]+)/(?:blob|raw)/(.+?)(?:\\?.*)?");
  private static final Pattern GITLAB = Pattern.compile("(/.+)/-/blob/(.+?)(?:\\?.*)?");
  private static final Pattern FORGEJO =
      Pattern.compile("(/[^/]+/[^/]+)/src/((?:branch|tag|commit)/.+?)(?:\\?.*)?");

  @Override
  public @Nullable Lead of(WebAddress page) throws FetchFailed {
    if (page.host().equals("github.com") || page.host().equals("www.github.com")) {
      Matcher file = GITHUB.matcher(page.path());
      return file.matches()
          ? Lead.file(
              "https://raw.githubusercontent.com/%s/%s/%s"
                  .formatted(file.group(1), file.group(2), file.group(3)))
          : null;
    }
    Matcher gitlab = GITLAB.matcher(page.path());
    if (gitlab.matches()) {
      return new Lead(page.at(gitlab.group(1) + "/-/raw/" + gitlab.group(2)), null);
    }
    Matcher forgejo = FORGEJO.matcher(page.path());
    return forgejo.matches()
        ? new Lead(page.at(forgejo.group(1) + "/raw/" + forgejo.group(2)), null)
        : null;
  }
}
