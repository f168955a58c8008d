package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.ColumnEvidence;
import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A day and a time. */
final class DateTimeKind implements Kind {
  private static final Set<String> NAMES =
      Set.of("date", "horodatage", "heure", "datetime", "timestamp");

  @Override
  public String code() {
    return "datetime";
  }

  @Override
  public ValueType type() {
    return ValueType.DATETIME;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.digits() >= 3 && shape.length() >= 6 && shape.length() <= 40;
  }

  @Override
  public @Nullable String canonical(Text value) {
    return Dates.readDateTime(value.toString());
  }

  @Override
  public boolean namedBy(Words header) {
    return header.hasAny(NAMES);
  }

  @Override
  public boolean suits(ColumnEvidence column) {
    return column.share(this) >= ENOUGH && !DateKind.areCodes(column);
  }
}
