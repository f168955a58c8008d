package fr.jalon.portal.deposit.describe;

import fr.jalon.engine.profile.Words;
import fr.jalon.portal.catalog.UpdateFrequency;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How often such a table will be renewed. */
final class Frequencies {
  /** The words of the national models (SCDL, FREQ_MAJ). */
  private static final Map<String, UpdateFrequency> SCDL =
      Map.ofEntries(
          Map.entry("Continuelle", UpdateFrequency.CONTINUOUS),
          Map.entry("Quotidienne ou plusieurs fois par jour", UpdateFrequency.DAILY),
          Map.entry("Hebdomadaire ou plusieurs fois par semaine", UpdateFrequency.WEEKLY),
          Map.entry("Mensuelle ou plusieurs fois par mois", UpdateFrequency.MONTHLY),
          Map.entry("Mensuelle", UpdateFrequency.MONTHLY),
          Map.entry("Trimestrielle", UpdateFrequency.QUARTERLY),
          Map.entry("Semestrielle", UpdateFrequency.BIANNUAL),
          Map.entry("Annuelle", UpdateFrequency.ANNUAL),
          Map.entry("Biennale", UpdateFrequency.BIENNIAL),
          Map.entry("Irrégulière", UpdateFrequency.IRREGULAR),
          Map.entry("Ponctuelle", UpdateFrequency.IRREGULAR));

  private static final Map<String, UpdateFrequency> BY_STEM =
      Map.ofEntries(
          Map.entry("quotidien", UpdateFrequency.DAILY),
          Map.entry("journalier", UpdateFrequency.DAILY),
          Map.entry("hebdo", UpdateFrequency.WEEKLY),
          Map.entry("mensuel", UpdateFrequency.MONTHLY),
          Map.entry("trimestriel", UpdateFrequency.QUARTERLY),
          Map.entry("semestriel", UpdateFrequency.BIANNUAL),
          Map.entry("annuel", UpdateFrequency.ANNUAL));

  /** Rows that fill that share of a year, a quarter, a month or a week are the whole of it. */
  private static final double WHOLE = 0.8;

  private static final Map<UpdateFrequency, Integer> DAYS =
      Map.of(
          UpdateFrequency.WEEKLY, 7,
          UpdateFrequency.MONTHLY, 31,
          UpdateFrequency.QUARTERLY, 92,
          UpdateFrequency.ANNUAL, 366);

  private Frequencies() {}

  /** The frequency a national model asks for. */
  static Optional<UpdateFrequency> ofSchema(@Nullable String words) {
    return words == null ? Optional.empty() : Optional.ofNullable(SCDL.get(words));
  }

  /** What a title, a sheet or a file calls itself: "mensuel". */
  static Optional<UpdateFrequency> named(List<String> texts) {
    return texts.stream()
        .flatMap(text -> Words.of(text).list().stream())
        .flatMap(word -> BY_STEM.keySet().stream().filter(word::startsWith))
        .map(BY_STEM::get)
        .findFirst();
  }

  /** The step from one file to the next, when this one is a whole year, quarter, month or week. */
  static Optional<UpdateFrequency> step(Period period) {
    if (period.whole()) {
      return Optional.of(UpdateFrequency.ANNUAL);
    }
    long days = ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
    return DAYS.entrySet().stream()
        .filter(one -> days <= one.getValue() && days >= WHOLE * one.getValue())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
