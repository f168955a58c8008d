package fr.jalon.engine.profile.kind;

import fr.jalon.engine.profile.ColumnEvidence;
import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.table.Text;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day. */
final class DateKind implements Kind {
  /** Share of the cells above which most of a column is written so. */
  private static final double MOST = 0.5;

  private static final Set<String> NAMES =
      Set.of("date", "dates", "datemaj", "jour", "naissance", "debut", "fin", "echeance", "datecm");

  /** Words of headers that announce hours. */
  private static final Set<String> HOURS =
      Set.of("heure", "hour", "horodatage", "datetime", "timestamp");

  private static final double LEAST_BESIDE_SERIALS = 0.3;

  /** Words of headers whose figures in three parts are places in a list, never days. */
  private static final Set<String> LISTS =
      Set.of("section", "sections", "paragraphe", "numero", "num", "ref", "reference", "lot");

  /** "01.02.03": a budget code, a section, or the first of February of some 2003. */
  private static final Pattern THREE_PAIRS =
      Pattern.compile("\\d{1,2}(?:([.\\- ])\\d{1,2}\\1|(/)\\d{1,2}/)\\d{2}");

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
    if (areCodes(column) || areMoments(column)) {
      return false;
    }
    return share >= ENOUGH
        || (namedBy(column.header())
            && share >= LEAST_BESIDE_SERIALS
            && share + column.shareOf(value -> Dates.ofSerial(value) != null) >= ENOUGH);
  }

  /** Under the header of an hour, midnight is one. */
  private static boolean areMoments(ColumnEvidence column) {
    return column.header().hasAny(HOURS) && column.shareOf(value -> value.indexOf(':') > 0) > MOST;
  }

  /**
   * Three pairs of figures are days when the header says so, or when slashes part them, as nobody
   * parts a code; and never under a header of codes. Eight figures are no day under the header of a
   * number: 20220101 is the first invoice of January 2022.
   */
  static boolean areCodes(ColumnEvidence column) {
    Words header = column.header();
    if (DateTitle.isOfNumbers(header) && column.shareOf(Dates::isRunTogether) > MOST) {
      return true;
    }
    boolean codes = header.hasAny(QuantityKind.CODES) || header.hasAny(LISTS);
    boolean days = header.hasAny(NAMES);
    return (codes || !days) && column.shareOf(value -> isCode(value, codes)) > MOST;
  }

  private static boolean isCode(String value, boolean announced) {
    Matcher pairs = THREE_PAIRS.matcher(value);
    return pairs.matches() && (announced || pairs.group(2) == null);
  }
}
