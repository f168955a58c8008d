package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.ColumnEvidence;
import fr.jalon.engine.profile.PersonalClass;
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
  private static final Set<String> BIRTH = Set.of("naissance", "ne", "nee", "birth", "birthdate");
  private static final double LEAST_BESIDE_SERIALS = 0.3;

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

  /** Some days may have stayed as the numbers that a spreadsheet gives them. */
  @Override
  public boolean suits(ColumnEvidence column) {
    double share = column.share(this);
    return share >= ENOUGH
        || (namedBy(column.header())
            && share >= LEAST_BESIDE_SERIALS
            && share + column.shareOf(value -> Dates.ofSerial(value) != null) >= ENOUGH);
  }

  @Override
  public @Nullable PersonalClass personal(ColumnEvidence column) {
    return column.header().hasAny(BIRTH) ? PersonalClass.BIRTH_DATE : null;
  }
}
