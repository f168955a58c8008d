package fr.jalon.engine.rule.mend;

import fr.jalon.engine.profile.kind.Identifiers;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.table.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A code of figures that spreadsheets take for a number.
 *
 * <p>Its length in figures is that of the code as it should be, its first zero included.
 */
public enum Code {
  INSEE(Kinds.INSEE, 5),
  POSTAL(Kinds.POSTAL, 5),
  DEPARTEMENT(Kinds.DEPARTEMENT, 2),
  SIREN(Kinds.SIREN, 9),
  SIRET(Kinds.SIRET, 14),
  PHONE(Kinds.PHONE, 10);

  /** Five figures in two pieces, the département apart: "45 000". */
  private static final Pattern IN_TWO =
      Pattern.compile("(\\d[\\dAB])[ .\u00a0\u202f\u2009]+(\\d{3})");

  /** A code that became a decimal number: "45234.0". */
  private static final Pattern POINT_ZERO = Pattern.compile("(\\d{1,15})[.,]0{1,6}");

  private final Kind kind;
  private final int length;

  Code(Kind kind, int length) {
    this.kind = kind;
    this.length = length;
  }

  /** The code of a kind of value, null when it is none of these. */
  public static @Nullable Code of(Kind kind) {
    for (Code code : values()) {
      if (code.kind == kind) {
        return code;
      }
    }
    return null;
  }

  /** The kind of value it is the code of. */
  public Kind kind() {
    return kind;
  }

  /** True for a SIREN or a SIRET, whose last figure vouches for the others. */
  public boolean hasKey() {
    return this == SIREN || this == SIRET;
  }

  /** The code without the spaces and points among its figures, when it is a right one then. */
  public String joined(String text) {
    String bare = text.strip();
    String whole = null;
    if (hasKey()) {
      whole = Identifiers.digitsOf(text);
    } else if (this == INSEE || this == POSTAL) {
      Matcher apart = IN_TWO.matcher(bare);
      whole = apart.matches() ? apart.group(1) + apart.group(2) : null;
    }
    return whole == null || whole.equals(bare) || !isRight(whole) ? text : whole;
  }

  /** The code with the first zero it lost, when it is a right one then; else the same text. */
  public String restored(String text) {
    String digits = hasKey() ? Identifiers.digitsOf(text) : text.strip();
    if (digits == null || !isNumber(digits)) {
      return text;
    }
    // two zeros are only believed in where a key proves it thoroughly
    int most = this == SIRET ? 2 : 1;
    int lost = length - digits.length();
    if (lost < 1 || lost > most) {
      return text;
    }
    String whole = "0".repeat(lost) + digits;
    return isRight(whole) ? whole : text;
  }

  /**
   * The code without the decimals that a software gave it, when it is a right one then: 45234 for
   * "45234.0". A key, or nine figures of a telephone, vouch for a first zero that was lost too.
   */
  public String pointless(String text) {
    Matcher number = POINT_ZERO.matcher(text.strip());
    if (!number.matches()) {
      return text;
    }
    String digits = number.group(1);
    if (isRight(digits)) {
      return digits;
    }
    String whole = hasKey() || this == PHONE ? restored(digits) : digits;
    return whole.equals(digits) ? text : whole;
  }

  /** True for figures as many as those of a code that lost its zero. */
  public boolean isShort(String text) {
    String digits = hasKey() ? Identifiers.digitsOf(text) : text.strip();
    return digits != null && digits.length() == length - 1 && isNumber(digits);
  }

  /** True for the code itself, as it should be written. */
  public boolean isRight(String text) {
    return switch (this) {
      case SIREN -> Identifiers.isSiren(text);
      case SIRET -> Identifiers.isSiret(text);
      case INSEE, POSTAL, DEPARTEMENT, PHONE -> {
        Kind rule = kind;
        yield rule.canonical(Text.of(text)) != null;
      }
    };
  }

  private static boolean isNumber(String digits) {
    if (digits.isEmpty() || digits.charAt(0) == '0') {
      return false;
    }
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
