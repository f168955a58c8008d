package fr.jalon.engine.schema;

import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a schema expects of one column.
 *
 * @param title what it is, in plain French
 * @param type of Table Schema: "string", "number", "integer", "boolean", "date"…
 * @param format of Table Schema, "default" when there is none
 * @param kind the kind of value expected ("siret", "date"…), "text" for any text
 * @param constraints what each value must satisfy
 * @param trueValues ways to write yes, the preferred one first; empty unless a boolean
 * @param synonyms other names people give to the column
 * @param near names of what it may be and may not: a vote is seldom the convention it decides
 * @param older names it had in older versions of the schema
 * @param words folded words met in the values of such a column and seldom in others ("tilia");
 *     empty when anything may be written in it
 * @param usual what nearly all right values measure, in the field's unit; null when not known
 * @param identifies true when each row has a value of its own
 * @param giver what it says of the authority that publishes, null when nothing
 */
public record Field(
    String name,
    String title,
    String type,
    String format,
    String example,
    String kind,
    Constraints constraints,
    List<String> trueValues,
    List<String> falseValues,
    List<String> synonyms,
    List<String> near,
    List<String> older,
    Set<String> words,
    @Nullable Range usual,
    boolean identifies,
    @Nullable Giver giver) {
  public Field {
    trueValues = List.copyOf(trueValues);
    falseValues = List.copyOf(falseValues);
    synonyms = List.copyOf(synonyms);
    near = List.copyOf(near);
    older = List.copyOf(older);
    words = Set.copyOf(words);
    if (trueValues.isEmpty() != falseValues.isEmpty()) {
      throw new IllegalArgumentException(name + " says yes in its own way and not no");
    }
  }

  /** What a field says of the authority whose data these are. */
  public enum Giver {
    NAME,
    SIRET
  }

  /** The kind of value expected, {@code Kinds.TEXT} for any text. */
  public Kind asKind() {
    return Kinds.get(kind);
  }

  public boolean required() {
    return constraints.required();
  }

  /** From a number to another, both within; above zero. */
  public record Range(double minimum, double maximum) {
    public Range {
      if (minimum <= 0 || maximum <= minimum) {
        throw new IllegalArgumentException(
            "a usual range goes up from above zero, got " + minimum + " to " + maximum);
      }
    }

    boolean has(double number) {
      return number >= minimum && number <= maximum;
    }

    /** How many times the smallest the greatest is. */
    double ratio() {
      return maximum / minimum;
    }
  }

  /**
   * Constraints of Table Schema; null or empty when there is none.
   *
   * @param allowed the only values possible
   */
  public record Constraints(
      boolean required,
      boolean unique,
      @Nullable String pattern,
      List<String> allowed,
      @Nullable Double minimum,
      @Nullable Double maximum,
      @Nullable Integer minLength,
      @Nullable Integer maxLength) {
    public Constraints {
      allowed = List.copyOf(allowed);
    }
  }
}
