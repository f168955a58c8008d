package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Mojibake;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Accents were replaced by a question mark before the file came here: they cannot be guessed
 * safely.
 */
final class LostCharactersRule implements Rule {
  private static final Pattern LOST = Pattern.compile("(?<![/=&?.])\\b\\p{L}+\\?\\p{Ll}+");
  private static final Set<Kind> ADDRESSES = Set.of(Kinds.URL, Kinds.EMAIL, Kinds.JSON);

  @Override
  public String code() {
    return "lost-characters";
  }

  private static boolean isLost(String text) {
    return Mojibake.isLost(text) || (text.indexOf('?') > 0 && LOST.matcher(text).find());
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      boolean address = ADDRESSES.contains(column.kind());
      report.cells(
          this,
          Severity.WARNING,
          column,
          value -> address ? Mojibake.isLost(value.toString()) : isLost(value.toString()));
      if (isLost(column.name())) {
        report.add(this, Severity.WARNING, column, Map.of("variant", "header"));
      }
    }
  }
}
