package fr.jalon.portal.explore;

import fr.jalon.engine.Sentences;
import fr.jalon.engine.export.ExportColumn.Role;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.web.Messages;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a value of a table is written on a page: numbers and dates as the language does. */
final class ValueText {
  /** Kinds that say no more than the type of the column does. */
  private static final Set<Kind> AS_TYPED = Set.of(Kinds.TEXT, Kinds.EMPTY);

  private static final int MOST_DECIMALS = 10;

  /** Decimals of money, and of what is computed. */
  private static final int CENTS = 2;

  /** Decimals of what is computed and is less than one. */
  private static final int FINE_DECIMALS = 4;

  private static final char HARD_SPACE = '\u00a0';
  private static final ZoneId PARIS = Messages.PARIS;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");

  private final Messages messages;

  ValueText(Messages messages) {
    this.messages = messages;
  }

  /** "" for no value. */
  String of(ColumnDescription column, @Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Boolean yes) {
      return messages.text(yes ? "explore.table.yes" : "explore.table.no");
    }
    if (value instanceof Number number) {
      return number(column, number);
    }
    if (value instanceof LocalDate day) {
      return DAY.format(day);
    }
    if (value instanceof LocalDateTime time) {
      return TIME.format(time);
    }
    if (value instanceof OffsetDateTime time) {
      return TIME.format(time.atZoneSameInstant(PARIS));
    }
    return value.toString();
  }

  /** A number of a column, or computed from one. */
  String number(ColumnDescription column, Number number) {
    if (isName(column)) {
      return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }
    Optional<String> money = Money.sign(column);
    boolean cents = money.isPresent() && column.type() == ValueType.DECIMAL;
    return written(number, money, cents ? CENTS : 0, MOST_DECIMALS);
  }

  /** A number computed from those of a column: no more decimals than tell something. */
  String figure(ColumnDescription column, double number) {
    Optional<String> money = Money.sign(column);
    boolean cents = money.isPresent() && number != Math.rint(number);
    int decimals = Math.abs(number) < 1 && money.isEmpty() ? FINE_DECIMALS : CENTS;
    return written(number, money, cents ? CENTS : 0, decimals);
  }

  private String written(Number number, Optional<String> money, int least, int most) {
    NumberFormat format = NumberFormat.getNumberInstance(messages.locale());
    format.setMaximumFractionDigits(most);
    format.setMinimumFractionDigits(least);
    String digits = format.format(number);
    return money.map(sign -> withSign(sign, digits)).orElse(digits);
  }

  /** "1 200,50 €"; in English "€1,200.50", and "1,200 k€" for what is no plain sign. */
  private String withSign(String sign, String number) {
    boolean before = messages.locale().equals(Messages.ENGLISH) && sign.length() == 1;
    return before ? sign + number : number + HARD_SPACE + sign;
  }

  /** The smallest or largest value of a column, kept as the text of its type. */
  String bound(ColumnDescription column, String value) {
    try {
      if (column.numeric()) {
        return number(column, new BigDecimal(value));
      }
      return column.type() == ValueType.DATE ? DAY.format(LocalDate.parse(value)) : value;
    } catch (NumberFormatException | DateTimeException e) {
      return value;
    }
  }

  /** The nature of a column in words: "date", "nombre entier", "code commune". */
  String type(ColumnDescription column) {
    Role role = column.role();
    Sentences sentences = Sentences.in(messages.locale());
    boolean telling = role == null && !AS_TYPED.contains(column.kind());
    if (telling && sentences.has("kind." + column.kind().code())) {
      return sentences.kind(column.kind());
    }
    String key = "catalog.type." + (role == null ? column.type().code() : role.code());
    return messages.has(key) ? messages.text(key) : column.type().code();
  }

  /** True when the values of a column should line up on their units. */
  static boolean isCounted(ColumnDescription column) {
    return column.numeric() && !isName(column);
  }

  /** Whole numbers that name and do not count are never cut in thousands. */
  private static boolean isName(ColumnDescription column) {
    return column.role() == null
        && column.type() == ValueType.INTEGER
        && (!column.kind().summable()
            || column.name().toLowerCase(Locale.ROOT).matches(".*(ann[ée]e|year|code|^id|_id)$"));
  }
}
