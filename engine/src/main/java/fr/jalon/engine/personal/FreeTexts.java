package fr.jalon.engine.personal;

import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.table.Text;
import org.jspecify.annotations.Nullable;

/** Free texts of a column, some of which tell of someone. */
final class FreeTexts {
  private FreeTexts() {}

  /** Null for a column that has no room for a text, or in which no text tells of anyone. */
  static @Nullable Detected look(ColumnLook look) {
    if (look.kind() != Kinds.TEXT) {
      return null;
    }
    // a street or a school is named after someone, whoever is not talked about there
    boolean named = look.length() >= PROSE && !look.hasAny(Vocabulary.OTHER_THINGS);
    Category category = null;
    int looked = Math.min(LOOKED, look.values.size());
    for (int index = 0; index < looked; index++) {
      Text value = look.values.value(index);
      if (!PersonalTexts.mayTell(value)) {
        continue;
      }
      for (Category seen : PersonalTexts.look(value.toString(), named)) {
        category = category == null || category == seen ? seen : Category.TEXT;
      }
    }
    if (category == null && look.values.complete() && looked == look.values.size()) {
      return null;
    }
    CellTest cells = new TextTest(named);
    return new Detected(
        category == null ? Category.TEXT : category, look.column, false, cells, Reason.TEXTS);
  }

  /** Different texts from which a category is told; the cells are found among all of them. */
  private static final int LOOKED = 5000;

  /** Words of a text, on average, from which names in it are those of people talked about. */
  private static final double PROSE = 4;
}
