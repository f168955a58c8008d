package fr.jalon.engine.rule;

import com.google.re2j.Pattern;
import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.schema.Field;
import java.util.Map;
import java.util.Set;

/** A value that is not written in the form the national model wants. */
final class PatternRule implements Rule {
  private static final Set<Kind> CHECKED_ELSEWHERE =
      Set.of(Kinds.SIRET, Kinds.SIREN, Kinds.INSEE, Kinds.POSTAL);

  @Override
  public String code() {
    return "pattern";
  }

  /** A right value in another writing is told, and mended, by the rule of its kind. */
  private static boolean isWrittenOtherwise(Kind kind, String text, Pattern form) {
    String canonical = kind == Kinds.TEXT ? null : Judging.canonical(kind, text);
    return canonical != null && form.matches(canonical);
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      Field field = column.field();
      String pattern = field == null ? null : field.constraints().pattern();
      if (field != null && pattern != null && !CHECKED_ELSEWHERE.contains(field.asKind())) {
        Pattern form = Pattern.compile(pattern);
        report.cells(
            this,
            Severity.WARNING,
            column,
            Map.of("example", field.example(), "title", field.title()),
            value -> {
              String text = value.toString().strip();
              return !form.matches(text)
                  && !Blanks.isBlankWord(text)
                  && !isWrittenOtherwise(column.kind(), text, form);
            });
      }
    }
  }
}
