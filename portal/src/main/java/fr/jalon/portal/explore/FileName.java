package fr.jalon.portal.explore;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.portal.catalog.CatalogProblem;
import fr.jalon.portal.web.Rejected;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file asks: only its end counts, so that files keep working under the earlier
 * names of their dataset.
 *
 * @param number of the version, 0 for the latest
 */
record FileName(int number, WrittenFormat format) {
  private static final Pattern NUMBERED = Pattern.compile(".*-v([1-9][0-9]{0,6})");

  static FileName parse(String name) {
    WrittenFormat format =
        WrittenFormat.ofFile(name).orElseThrow(() -> new Rejected(CatalogProblem.NO_SUCH_FILE));
    String start = name.substring(0, name.length() - format.ending().length() - 1);
    Matcher numbered = NUMBERED.matcher(start);
    return new FileName(numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0, format);
  }
}
