package fr.jalon.portal.fetch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Datasets of data.gouv.fr and the other portals made with udata. */
final class Udata implements Resolver {
  private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
  private static final Pattern PAGE =
      Pattern.compile("(?:/[a-z]{2})?/datasets/([\\w-]+)(?:/(?:[\\w-]+/?)?)?");
  private static final Pattern RESOURCE = Pattern.compile(ID);
  private static final Pattern EXPLORED =
      Pattern.compile("(?:/[a-z]{2})?/resources/(" + ID + ").*");
  private static final int LONGEST_SHORT_NAME = 2;

  @Override
  public @Nullable Lead of(WebAddress page) throws FetchFailed {
    if (page.host().equals("explore.data.gouv.fr")) {
      Matcher explored = EXPLORED.matcher(page.pathOnly());
      return explored.matches()
          ? Lead.file("https://www.data.gouv.fr/fr/datasets/r/" + explored.group(1))
          : null;
    }
    Matcher dataset = PAGE.matcher(page.pathOnly());
    if (!dataset.matches() || dataset.group(1).length() < LONGEST_SHORT_NAME) {
      // /datasets/r/… leads to the file itself.
      return null;
    }
    String wanted = resource(page);
    WebAddress api = page.at("/api/1/datasets/" + dataset.group(1) + "/");
    return new Lead(api, answer -> files(answer, wanted));
  }

  /** The resource the page was opened at, "" for none. */
  private static String resource(WebAddress page) {
    String parameter = page.parameter("resource_id");
    Matcher id = RESOURCE.matcher(parameter == null ? page.fragment() : parameter);
    return id.find() ? id.group() : "";
  }

  private static List<FileLink> files(JsonNode dataset, String wanted) {
    List<FileLink> files = new ArrayList<>();
    for (JsonNode resource : dataset.path("resources")) {
      FileLink file =
          new FileLink(
              resource.path("url").asString(""),
              resource.path("title").asString(""),
              resource.path("format").asString(""),
              resource.path("filesize").asLong(-1));
      if (resource.path("id").asString("").equals(wanted)) {
        return List.of(file);
      }
      files.add(file);
    }
    return files;
  }
}
