package fr.jalon.portal.catalog;

import fr.jalon.engine.profile.FrenchTerritories;
import fr.jalon.engine.profile.Territory;
import fr.jalon.engine.profile.Territory.Level;
import fr.jalon.portal.organization.LocalAuthority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a search reads of one published dataset.
 *
 * @param places it lies in, the smallest first
 * @param title its words, as all texts here
 * @param subject the words of its keywords and of its model
 * @param where the words and codes of its publisher, of its place and of its period
 * @param rest the words of its summary, of its columns and of their labels
 */
record SearchEntry(
    UUID datasetId,
    Version version,
    LocalAuthority publisher,
    List<Territory> places,
    String title,
    String subject,
    String where,
    String rest) {
  /** PostgreSQL searches a megabyte of words at most, and of a thousand columns few say more. */
  private static final int LONGEST_REST = 20_000;

  SearchEntry {
    places = List.copyOf(places);
  }

  static SearchEntry of(Dataset dataset, LocalAuthority publisher) {
    Version version = Objects.requireNonNull(dataset.published());
    Description said = version.description();
    Territory own = said.territory() == null ? territory(publisher) : said.territory();
    List<Territory> around =
        own == null
            ? List.of()
            : FrenchTerritories.all().around(own).stream()
                .filter(place -> place.level() != Level.COUNTRY || place.equals(own))
                .toList();
    return new SearchEntry(
        dataset.id(),
        version,
        publisher,
        around,
        SearchWords.joined(said.title()),
        SearchWords.joined(String.join(" ", said.keywords()) + " " + model(version)),
        SearchWords.joined(where(publisher, own, said.period())),
        bounded(SearchWords.joined(rest(version, around))));
  }

  /** Each of its words once, but those that say nothing. */
  Set<String> words() {
    Set<String> words = new LinkedHashSet<>();
    Stream.of(title, subject, where, rest)
        .flatMap(text -> Stream.of(text.split(" ")))
        .filter(word -> !word.isEmpty())
        .forEach(words::add);
    return words;
  }

  @Nullable Instant lateAt() {
    return Timeliness.lateAt(version.publishedAt(), version.description().frequency()).orElse(null);
  }

  private static String model(Version version) {
    Conformity conformity = version.conformity();
    return conformity == null ? "" : conformity.title();
  }

  private static String where(
      LocalAuthority publisher, @Nullable Territory own, @Nullable String period) {
    List<String> words = new ArrayList<>(List.of(publisher.name(), publisher.siren()));
    if (publisher.insee() != null) {
      words.add(publisher.insee());
      words.addAll(FrenchTerritories.all().postalCodesOf(publisher.insee()));
    }
    if (own != null && own.level() != Level.COUNTRY && !own.code().equals(publisher.insee())) {
      words.add(own.name());
      words.add(own.code());
      if (own.level() == Level.COMMUNE) {
        words.addAll(FrenchTerritories.all().postalCodesOf(own.code()));
      }
    }
    if (period != null) {
      words.add(period);
    }
    return String.join(" ", words);
  }

  private static String rest(Version version, List<Territory> around) {
    List<String> texts = new ArrayList<>();
    texts.add(version.description().summary());
    for (ColumnDescription column : version.columns()) {
      texts.add(column.title());
      texts.addAll(column.labels());
    }
    around.stream()
        .filter(place -> place.level() == Level.DEPARTEMENT || place.level() == Level.REGION)
        .forEach(place -> texts.add(place.name()));
    return String.join(" ", texts);
  }

  private static String bounded(String words) {
    return words.length() <= LONGEST_REST
        ? words
        : words.substring(0, words.lastIndexOf(' ', LONGEST_REST));
  }

  private static @Nullable Territory territory(LocalAuthority publisher) {
    String insee = publisher.insee();
    if (insee != null) {
      return new Territory(Level.COMMUNE, insee, publisher.name());
    }
    FrenchTerritories all = FrenchTerritories.all();
    return switch (publisher.kind()) {
      case EPCI -> new Territory(Level.EPCI, publisher.siren(), publisher.name());
      case COMMUNE, DEPARTEMENT, SYNDICAT, GIP ->
          all.find(Level.DEPARTEMENT, publisher.department()).orElse(null);
      case REGION ->
          all.find(Level.DEPARTEMENT, publisher.department())
              .flatMap(
                  place ->
                      all.around(place).stream()
                          .filter(one -> one.level() == Level.REGION)
                          .findFirst())
              .orElse(null);
    };
  }
}
