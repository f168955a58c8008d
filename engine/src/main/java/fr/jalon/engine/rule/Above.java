package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Identifiers;
import fr.jalon.engine.profile.kind.Numbers;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.RowRole;
import fr.jalon.engine.table.SkippedRow;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the lines of presentation above a table say of the authority whose data these are. */
final class Above {
  private static final Set<String> AUTHORITY =
      Set.of("attribuant", "collectivite", "commune", "organisme", "etablissement", "producteur");
  private static final Pattern DIGITS = Pattern.compile("(?<!\\d)\\d(?:[ .]?\\d){13}(?!\\d)");
  private static final int LONGEST_LABEL = 40;

  private Above() {}

  /**
   * Something read there.
   *
   * @param row 1-based number of the line in the file
   */
  record Said(String value, long row) {}

  /** The only right SIRET written there; null when there is none or several. */
  static @Nullable Said siret(Reading reading) {
    Said found = null;
    for (SkippedRow row : reading.skipped()) {
      Matcher digits = DIGITS.matcher(Numbers.spacesMadePlain(row.text()));
      while (row.reason() == RowRole.TITLE && digits.find()) {
        String siret = digits.group().replaceAll("[ .]", "");
        if (Identifiers.isSiret(siret)) {
          if (found != null && !found.value().equals(siret)) {
            return null;
          }
          found = new Said(siret, row.row());
        }
      }
    }
    return found;
  }

  /** The name behind a label such as "Attribuant :"; null when there is none. */
  static @Nullable Said name(Reading reading) {
    for (SkippedRow row : reading.skipped()) {
      int colon = row.text().indexOf(':');
      if (row.reason() == RowRole.TITLE && colon > 0 && colon <= LONGEST_LABEL) {
        String value = row.text().substring(colon + 1).strip();
        boolean named = Words.of(row.text().substring(0, colon)).hasAny(AUTHORITY);
        if (named && value.codePoints().filter(Character::isLetter).count() > 2) {
          return new Said(value, row.row());
        }
      }
    }
    return null;
  }
}
