package fr.jalon.portal.explore;

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
record FileName(int number, String format) {
  private static final Pattern NUMBERED = Pattern.compile(".*-v([1-9][0-9]{0,6})\\.([a-z]{1,10})");
  private static final Pattern PLAIN = Pattern.compile(".*\\.([a-z]{1,10})");

  static FileName parse(String name) {
    Matcher numbered = NUMBERED.matcher(name);
    if (numbered.matches()) {
      return new FileName(Integer.parseInt(numbered.group(1)), numbered.group(2));
    }
    Matcher plain = PLAIN.matcher(name);
    if (plain.matches()) {
      return new FileName(0, plain.group(1));
    }
    throw new Rejected(CatalogProblem.NO_SUCH_FILE);
  }
}
