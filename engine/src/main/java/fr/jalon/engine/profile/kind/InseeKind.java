package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.ColumnEvidence;
import fr.jalon.engine.profile.Communes;
import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The INSEE code of a commune. */
final class InseeKind implements Kind {
  private static final Pattern CODE = Pattern.compile("(?:0[1-9]|[13-8]\\d|2[1-9AB]|9[0-8])\\d{3}");
  private static final Set<String> NAMES =
      Set.of("insee", "codgeo", "depcom", "citycode", "codeinsee", "numcom");

  @Override
  public String code() {
    return "insee";
  }

  @Override
  public ValueType type() {
    return ValueType.TEXT;
  }

  @Override
  public boolean plausible(Shape shape) {
    return shape.length() == 5 && shape.digits() >= 4;
  }

  @Override
  public @Nullable String canonical(Text value) {
    String text = value.toString().strip().toUpperCase(Locale.ROOT);
    return CODE.matcher(text).matches() ? text : null;
  }

  @Override
  public boolean namedBy(Words header) {
    return header.hasAny(NAMES)
        || (header.contains("insee") && !header.contains("nir"))
        || (header.has("code") && header.has("commune") && !header.has("postal"));
  }

  /** Without a header that says so, the numbers must be those of communes, not of post offices. */
  @Override
  public boolean suits(ColumnEvidence column) {
    double share = column.share(this);
    return namedBy(column.header())
        ? share >= ENOUGH_WHEN_NAMED
        : share >= ENOUGH && areCommunes(column) && !PostalCodeKind.arePostalCodes(column);
  }

  private static boolean areCommunes(ColumnEvidence column) {
    return column.shareOf(code -> Communes.region().find(code) != null) >= ENOUGH;
  }
}
