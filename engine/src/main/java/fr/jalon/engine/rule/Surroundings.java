package fr.jalon.engine.rule;

import fr.jalon.engine.profile.Distinct;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Blanks;
import fr.jalon.engine.profile.kind.Countries;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.rule.mend.Code;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.Whereabouts;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The columns of a table that say where its rows lie. */
final class Surroundings {
  private static final Set<String> COUNTRY =
      Set.of("pays", "country", "nation", "nationalite", "nationality");
  private static final Set<String> LIVED_IN =
      Set.of("pays", "country", "code", "nom", "libelle", "iso", "adresse", "residence");
  private static final Set<String> TOWN = Set.of("ville", "commune", "localite", "city", "town");
  private static final Set<String> DEPARTEMENT = Set.of("departement", "dep", "dept", "nomdep");
  private static final Set<String> ADDRESS =
      Set.of("adresse", "adr", "address", "siege", "domicile", "voie");

  private final Facts facts;

  Surroundings(Facts facts) {
    this.facts = facts;
  }

  /** The columns beside that one, as its mend is to know them. */
  Whereabouts beside(ColumnFacts column, boolean franceProves) {
    List<ColumnFacts> codes =
        facts.columns().stream()
            .filter(
                other ->
                    Set.of(Kinds.INSEE, Kinds.POSTAL, Kinds.DEPARTEMENT).contains(other.kind()))
            .filter(other -> other.kind() != column.kind())
            .toList();
    List<ColumnFacts> homes =
        countries().stream().filter(country -> isLivedIn(country.header())).toList();
    return new Whereabouts(
        references(countries()),
        references(column.kind() == Kinds.DEPARTEMENT ? named() : towns()),
        references(codes),
        references(addresses()),
        references(franceProves ? homes : List.of()));
  }

  private static List<ColumnRef> references(List<ColumnFacts> columns) {
    return columns.stream().map(column -> ColumnRef.of(column.column())).toList();
  }

  /** "Pays", but neither "Nationalité" nor "Pays de naissance". */
  private static boolean isLivedIn(Words header) {
    return LIVED_IN.containsAll(header.list());
  }

  private List<ColumnFacts> countries() {
    return that(column -> column.header().hasAny(COUNTRY) || holdsCountries(column));
  }

  /** True when every value is a country, France and another at least. */
  private static boolean holdsCountries(ColumnFacts column) {
    Distinct values = column.values();
    boolean france = false;
    boolean abroad = false;
    for (int index = 0; index < values.size(); index++) {
      String text = values.value(index).toString().strip();
      Countries.Place place = text.length() < 2 ? Countries.Place.UNKNOWN : Countries.of(text);
      if (place == Countries.Place.UNKNOWN && !Blanks.isBlankWord(text)) {
        return false;
      }
      france |= place == Countries.Place.FRANCE;
      abroad |= place == Countries.Place.ABROAD;
    }
    return france && abroad;
  }

  /** The columns that name a town. */
  List<ColumnFacts> towns() {
    return that(column -> column.header().hasAny(TOWN));
  }

  private List<ColumnFacts> named() {
    return that(column -> column.header().hasAny(TOWN) || column.header().hasAny(DEPARTEMENT));
  }

  private List<ColumnFacts> addresses() {
    return that(
        column ->
            column.kind() == Kinds.TEXT
                && (column.header().hasAny(ADDRESS) || any(column, Countries::endsAbroad)));
  }

  private List<ColumnFacts> that(Predicate<ColumnFacts> test) {
    return facts.columns().stream()
        .filter(column -> column.profile().filled() > 0 && Code.of(column.kind()) == null)
        .filter(test)
        .toList();
  }

  private static boolean any(ColumnFacts column, Predicate<String> test) {
    Distinct values = column.values();
    for (int index = 0; index < values.size(); index++) {
      if (test.test(values.value(index).toString())) {
        return true;
      }
    }
    return false;
  }

  /** True when some row of the table lies in another country. */
  boolean mayBeAbroad() {
    return countries().stream().anyMatch(column -> any(column, Surroundings::isAbroad))
        || addresses().stream().anyMatch(column -> any(column, Countries::endsAbroad));
  }

  private static boolean isAbroad(String country) {
    return Countries.of(country) != Countries.Place.FRANCE && !Blanks.isBlankWord(country);
  }
}
