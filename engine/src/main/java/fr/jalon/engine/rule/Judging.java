package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Shape;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.table.Text;
import org.jspecify.annotations.Nullable;

/** Asks kinds about single values. */
public final class Judging {
  private Judging() {}

  /** How the kind writes this text canonically, null when the text is not of the kind. */
  public static @Nullable String canonical(Kind kind, String text) {
    Text value = Text.of(text);
    if (value.isBlank() || !kind.plausible(new Shape().look(value))) {
      return null;
    }
    return kind.canonical(value);
  }
}
