package fr.jalon.engine.personal;

import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.SheetSummary;
import fr.jalon.engine.table.SkippedRow;
import java.util.ArrayList;
import java.util.List;

/** What names someone beside the cells: the file, its sheets, the columns, the rows left out. */
final class Around {
  private Around() {}

  static List<Elsewhere> look(Reading reading, String file) {
    List<Elsewhere> seen = new ArrayList<>();
    look(Elsewhere.Place.FILE, spaced(file), seen);
    for (SheetSummary sheet : reading.sheets()) {
      look(Elsewhere.Place.SHEET, spaced(sheet.name()), seen);
    }
    for (String column : reading.columns()) {
      look(Elsewhere.Place.COLUMN, column, seen);
    }
    for (SkippedRow row : reading.skipped()) {
      look(Elsewhere.Place.SKIPPED_ROW, row.text(), seen);
    }
    return seen;
  }

  /** "arrets_MARTINAGE-Odile.csv" without its ending, its words apart. */
  private static String spaced(String name) {
    return name.replaceFirst("\\.[A-Za-z]{2,7}$", "").replace('_', ' ');
  }

  private static void look(Elsewhere.Place place, String text, List<Elsewhere> seen) {
    List<Category> categories =
        PersonalTexts.look(text).stream().filter(Category::singlesOut).toList();
    if (!categories.isEmpty()) {
      Category told = categories.size() == 1 ? categories.get(0) : Category.TEXT;
      seen.add(new Elsewhere(place, told, PersonalTexts.masked(text)));
    }
  }
}
