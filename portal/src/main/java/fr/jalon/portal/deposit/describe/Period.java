package fr.jalon.portal.deposit.describe;

import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.Profile;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.portal.web.Messages;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From when to when the rows speak: what happened and is counted, decided, measured. The dates of
 * things that last (a birth, a plantation, a building) and those of the file itself (an update) say
 * nothing of it.
 *
 * @param whole true when only whole years are known
 */
record Period(LocalDate from, LocalDate to, boolean whole) {
  /** A table of things that happened before that has lasting things in it, or wrong dates. */
  private static final int EARLIEST = 1950;

  /** Years apart beyond which dates of no known sort are those of lasting things. */
  private static final int LONGEST_UNNAMED = 3;

  private static final Set<String> HAPPENS =
      Set.of(
          "date",
          "exercice",
          "annee",
          "an",
          "millesime",
          "seance",
          "conseil",
          "cm",
          "decision",
          "convention",
          "deliberation",
          "vote",
          "attribution",
          "versement",
          "arrete",
          "acte",
          "jour",
          "semaine",
          "mois",
          "periode",
          "campagne",
          "saison",
          "scolaire",
          "rentree",
          "notification",
          "signature",
          "facture",
          "paiement",
          "comptage",
          "mesure",
          "releve",
          "observation",
          "evenement",
          "debut",
          "depot",
          "budget",
          "annees",
          "dates",
          "collecte",
          "mandat",
          "session",
          "horodatage",
          "day",
          "year");

  private static final Set<String> LASTS =
      Set.of(
          "naissance",
          "nee",
          "ne",
          "construction",
          "construit",
          "plantation",
          "plante",
          "creation",
          "cree",
          "ouverture",
          "fermeture",
          "fondation",
          "service",
          "installation",
          "pose",
          "immatriculation",
          "expiration",
          "echeance",
          "validite",
          "fin",
          "classement",
          "protection",
          "inscription",
          "renovation",
          "achevement",
          "birth",
          "edition",
          "maj",
          "modification",
          "modifie",
          "actualisation",
          "saisie",
          "verification",
          "controle",
          "derniere",
          "dernier",
          "export",
          "extraction",
          "version",
          "update",
          "updated",
          "created",
          "modified",
          "insertion",
          "integration");

  Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a period ends after it begins: " + from + ", " + to);
    }
  }

  static Period of(Years years) {
    return new Period(LocalDate.of(years.first(), 1, 1), LocalDate.of(years.last(), 12, 31), true);
  }

  /** What the columns of the table say; none when no column dates what its rows tell. */
  static Optional<Period> of(@Nullable Profile profile) {
    if (profile == null) {
      return Optional.empty();
    }
    return profile.columns().stream()
        .filter(column -> column.personal() == null)
        .filter(column -> rank(column.name()) > 0)
        .flatMap(column -> Stream.ofNullable(candidate(column)))
        .max(
            Comparator.comparingInt((Candidate one) -> rank(one.column().name()))
                .thenComparingLong(one -> one.column().filled()))
        .map(Candidate::period);
  }

  private record Candidate(ColumnProfile column, Period period) {}

  private static @Nullable Candidate candidate(ColumnProfile column) {
    Period period = period(column);
    boolean lasting =
        period != null
            && rank(column.name()) == 1
            && period.to().getYear() - period.from().getYear() > LONGEST_UNNAMED;
    return period == null || period.from().getYear() < EARLIEST || lasting
        ? null
        : new Candidate(column, period);
  }

  /** 2 when its name says that something happens, 1 when it says nothing, 0 when it lasts. */
  private static int rank(String name) {
    Words words = Words.of(name);
    if (words.hasAny(LASTS) || words.contains("misejour")) {
      return 0;
    }
    boolean plain = words.list().stream().allMatch(word -> word.startsWith("date"));
    return plain || words.hasAny(HAPPENS) ? 2 : 1;
  }

  private static @Nullable Period period(ColumnProfile column) {
    String minimum = column.minimum();
    String maximum = column.maximum();
    if (minimum == null || maximum == null) {
      return null;
    }
    Kind kind = column.asKind();
    try {
      if (kind == Kinds.YEAR) {
        int first = Integer.parseInt(minimum.strip());
        int last = Integer.parseInt(maximum.strip());
        return first <= last ? of(new Years(first, last)) : null;
      }
      if (column.type() != ValueType.DATE && kind != Kinds.DATETIME) {
        return null;
      }
      LocalDate from = day(minimum);
      LocalDate to = day(maximum);
      return to.isBefore(from) ? null : new Period(from, to, false);
    } catch (DateTimeParseException | NumberFormatException notCanonical) {
      return null;
    }
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
  }

  Years years() {
    return new Years(from.getYear(), to.getYear());
  }

  /** "2022" or "2019 à 2023". */
  String words() {
    return years().words();
  }

  /**
   * "Il porte sur la commune d’Olivet et sur l'année 2022.", with dates as they are in the table.
   */
  String sentence(Messages french, String where) {
    if (whole || (isFirstDay() && isLastDay())) {
      String when =
          french.text(
              from.getYear() == to.getYear()
                  ? "deposit.suggest.period.year"
                  : "deposit.suggest.period.years",
              String.valueOf(from.getYear()),
              String.valueOf(to.getYear()));
      return where.isEmpty()
          ? french.text("deposit.suggest.summary.about", when)
          : french.text("deposit.suggest.summary.about-both", where, when);
    }
    String dates =
        from.equals(to)
            ? french.text("deposit.suggest.period.day", from)
            : french.text("deposit.suggest.period.dates", from, to);
    return where.isEmpty()
        ? FileWords.capital(dates) + "."
        : french.text("deposit.suggest.summary.about-dates", where, dates);
  }

  private boolean isFirstDay() {
    return from.getDayOfYear() == 1;
  }

  private boolean isLastDay() {
    return to.plusDays(1).getDayOfYear() == 1;
  }
}
