package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A day. */
final class DateKind implements Kind {
  private static final Set<String> NAMES =
      Set.of("date", "dates", "datemaj", "jour", "naissance", "debut", "fin", "echeance", "datecm");

  @Override
  public String code() {
    return "date";
  }

  @Override
  public ValueType type() {
    return ValueType.DATE;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.digits() >= 3 && shape.length() >= 6 && shape.length() <= 40;
  }

  @Override
  public @Nullable String canonical(Text value) {
    Dates.Written date = Dates.read(value.toString());
    return date == null ? null : date.iso();
  }

  @Override
  public boolean namedBy(Words header) {
    return header.hasAny(NAMES);
  }
}
