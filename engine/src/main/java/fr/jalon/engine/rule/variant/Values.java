package fr.jalon.engine.rule.variant;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Words;
import org.jspecify.annotations.Nullable;

/** The distinct values of a column as text, made when first asked for. */
final class Values {
  private final Distinct distinct;
  private final @Nullable String[] texts;
  private final @Nullable String[] folded;
  private final long cells;

  Values(Distinct distinct) {
    this.distinct = distinct;
    this.texts = new String[distinct.size()];
    this.folded = new String[distinct.size()];
    long sum = 0;
    for (int index = 0; index < distinct.size(); index++) {
      sum += distinct.count(index);
    }
    this.cells = sum;
  }

  int size() {
    return texts.length;
  }

  long cells() {
    return cells;
  }

  long count(int index) {
    return distinct.count(index);
  }

  String text(int index) {
    String text = texts[index];
    if (text == null) {
      text = distinct.value(index).toString();
      texts[index] = text;
    }
    return text;
  }

  /** Without accents and in lower case. */
  String folded(int index) {
    String fold = folded[index];
    if (fold == null) {
      fold = Words.fold(text(index));
      folded[index] = fold;
    }
    return fold;
  }

  /** True when values come back so often, on average, that the column sorts rows into classes. */
  boolean repeats(int times) {
    return cells >= (long) size() * times;
  }
}
