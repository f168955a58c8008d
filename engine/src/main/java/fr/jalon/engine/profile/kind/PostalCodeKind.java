package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.ColumnEvidence;
import fr.jalon.engine.profile.Communes;
import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A French postal code. */
final class PostalCodeKind implements Kind {
  private static final Pattern CODE = Pattern.compile("(?:0[1-9]|[1-8]\\d|9[0-8])\\d{3}");
  private static final Set<String> NAMES =
      Set.of("postal", "cp", "codepostal", "cdpost", "postcode", "codpost", "zipcode");

  @Override
  public String code() {
    return "postal";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.length() == 5 && shape.allDigits();
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text = value.toString().strip();
    return CODE.matcher(text).matches() ? text : null;
  }

  @Override
  public boolean namedBy(Words header) {
    return header.hasAny(NAMES) || header.contains("codepost");
  }

  /** Without a header that says so, the numbers must be those of post offices. */
  @Override
  public boolean suits(ColumnEvidence column) {
    double share = column.share(this);
    return namedBy(column.header())
        ? share >= ENOUGH_WHEN_NAMED
        : share >= ENOUGH && arePostalCodes(column);
  }

  static boolean arePostalCodes(ColumnEvidence column) {
    return column.shareOf(Communes.region()::hasPostalCode) >= ENOUGH;
  }
}
