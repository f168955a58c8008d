package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Misreading;
import fr.jalon.engine.profile.Mojibake;
import java.util.List;

/** The accents of a title were read in the wrong alphabet: "ThÃ©Ã¢tre" for "Théâtre". */
final class MojibakeTitleRule implements Rule {
  @Override
  public String code() {
    return "mojibake-title";
  }

  @Override
  public void look(Facts facts, Report report) {
    for (ColumnFacts column : facts.columns()) {
      Mojibake.Reading reading = Mojibake.read(column.name());
      String mended = readAgain(reading.text());
      if (!mended.equals(column.name())) {
        boolean certain = reading.surety() == Mojibake.Surety.SURE && mended.equals(reading.text());
        Titles.tell(this, column, mended, certain, facts, report);
      }
    }
  }

  /** A title alone has no column to tell which alphabet it was: only where one alone reads it. */
  private static String readAgain(String title) {
    List<String> readings =
        List.of(Misreading.values()).stream()
            .map(misreading -> misreading.read(title))
            .filter(read -> !read.equals(title))
            .distinct()
            .toList();
    return readings.size() == 1 ? readings.get(0) : title;
  }
}
