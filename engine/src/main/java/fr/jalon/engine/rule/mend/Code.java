package fr.jalon.engine.rule.mend;

import fr.jalon.engine.profile.kind.Identifiers;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.table.Text;
import org.jspecify.annotations.Nullable;

/**
 * A code of figures that spreadsheets take for a number.
 *
 * <p>Its length in figures is that of the code as it should be, its first zero included.
 */
public enum Code {
  INSEE("insee", 5),
  POSTAL("postal", 5),
  DEPARTEMENT("departement", 2),
  SIREN("siren", 9),
  SIRET("siret", 14);

  private final String kind;
  private final int length;

  Code(String kind, int length) {
    this.kind = kind;
    this.length = length;
  }

  /** The code of a kind of value, null when it is none of these. */
  public static @Nullable Code of(String kind) {
    for (Code code : values()) {
      if (code.kind.equals(kind)) {
        return code;
      }
    }
    return null;
  }

  /** The number without the spaces and points among its figures, when its key is right. */
  public String joined(String text) {
    String digits = Identifiers.digitsOf(text);
    boolean right =
        digits != null
            && (this == SIREN
                ? Identifiers.isSiren(digits)
                : this == SIRET && Identifiers.isSiret(digits));
    return digits == null || !right || digits.equals(text.strip()) ? text : digits;
  }

  /** The code with the first zero it lost, when it is a right one then; else the same text. */
  public String restored(String text) {
    String digits = text.strip();
    if (digits.length() != length - 1 || !isNumber(digits)) {
      return text;
    }
    String whole = "0" + digits;
    return isRight(whole) ? whole : text;
  }

  private boolean isRight(String digits) {
    return switch (this) {
      case SIREN -> Identifiers.isSiren(digits);
      case SIRET -> Identifiers.isSiret(digits);
      case INSEE, POSTAL, DEPARTEMENT -> {
        Kind rule = Kinds.get(kind);
        yield rule.canonical(Text.of(digits)) != null;
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
