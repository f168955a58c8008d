package fr.jalon.portal.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Datasets and resources of CKAN portals. */
final class Ckan implements Resolver {
  private static final Pattern PAGE =
      Pattern.compile("((?:/[\\w-]+)*?)/dataset/([\\w.-]+)(?:/resource/([\\w-]+))?/?");

  /** A language in the address is no part of where the portal is. */
  private static final Pattern LANGUAGE = Pattern.compile("/[a-z]{2}(_[A-Z]{2})?");

  @Override
  public @Nullable Lead of(WebAddress page) throws FetchFailed {
    Matcher dataset = PAGE.matcher(page.pathOnly());
    if (!dataset.matches() || dataset.group(1).endsWith("/explore")) {
      return null;
    }
    String root = LANGUAGE.matcher(dataset.group(1)).matches() ? "" : dataset.group(1);
    String api = root + "/api/3/action/";
    String resource = dataset.group(3);
    return resource == null
        ? new Lead(page.at(api + "package_show?id=" + dataset.group(2)), Ckan::files)
        : new Lead(
            page.at(api + "resource_show?id=" + resource),
            answer -> List.of(file(answer.path("result"))));
  }

  private static List<FileLink> files(JsonNode answer) {
    List<FileLink> files = new ArrayList<>();
    answer.path("result").path("resources").forEach(resource -> files.add(file(resource)));
    return files;
  }

  private static FileLink file(JsonNode resource) {
    return new FileLink(
        resource.path("url").asString(""),
        resource.path("name").asString(""),
        resource.path("format").asString(""),
        resource.path("size").asLong(-1));
  }
}
