package fr.jalon.portal.fetch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sheets and files shared on Google. A link to one sheet gives that sheet; a link to the whole, all
 * its sheets.
 */
final class GoogleDocuments implements Resolver {
  private static final Pattern PUBLISHED =
      Pattern.compile("/spreadsheets/(?:u/\\d+/)?d/e/([\\w-]+)/.*");
  private static final Pattern SHEET = Pattern.compile("/spreadsheets/(?:u/\\d+/)?d/([\\w-]+).*");
  private static final Pattern FILE = Pattern.compile("/file/(?:u/\\d+/)?d/([\\w-]+).*");
  private static final Pattern SHEET_NUMBER = Pattern.compile("(?:^|[&?])gid=(\\d+)");

  @Override
  public @Nullable Lead of(WebAddress page) throws FetchFailed {
    if (page.host().equals("drive.google.com")) {
      Matcher file = FILE.matcher(page.pathOnly());
      return file.matches()
          ? Lead.file("https://drive.google.com/uc?export=download&id=" + file.group(1))
          : null;
    }
    if (!page.host().equals("docs.google.com")) {
      return null;
    }
    String number = number(page);
    String one = number.isEmpty() ? "" : "&gid=" + number;
    String format = number.isEmpty() ? "xlsx" : "csv";
    String documents = "https://docs.google.com/spreadsheets/d/";
    Matcher published = PUBLISHED.matcher(page.pathOnly());
    if (published.matches()) {
      String single = one.isEmpty() ? "" : "&single=true" + one;
      return Lead.file(documents + "e/" + published.group(1) + "/pub?output=" + format + single);
    }
    Matcher sheet = SHEET.matcher(page.pathOnly());
    return sheet.matches()
        ? Lead.file(documents + sheet.group(1) + "/export?format=" + format + one)
        : null;
  }

  private static String number(WebAddress page) {
    Matcher ofFragment = SHEET_NUMBER.matcher(page.fragment());
    if (ofFragment.find()) {
      return ofFragment.group(1);
    }
    Matcher ofQuery = SHEET_NUMBER.matcher(page.path());
    return ofQuery.find() ? ofQuery.group(1) : "";
  }
}
