package fr.jalon.portal.deposit;

import fr.jalon.engine.Export;
import fr.jalon.engine.Inspection;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.FrenchTerritories;
import fr.jalon.engine.profile.Territory;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.deposit.DescriptionView.ColumnLine;
import fr.jalon.portal.deposit.describe.Answer;
import fr.jalon.portal.deposit.describe.Origin;
import fr.jalon.portal.web.Page;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the page of the description. */
final class DescriptionViews {
  private final Page page;

  DescriptionViews(Page page) {
    this.page = page;
  }

  DescriptionView of(Outcome outcome, Suggestions suggestions, Draft draft) {
    return new DescriptionView(
        draft,
        sources(suggestions, draft),
        themes(),
        territories(suggestions, draft),
        draft.territory() == null ? "" : option(draft.territory()),
        licenses(),
        frequencies(),
        columns(outcome.export(), draft),
        !TextsOfPeople.of(draft).isEmpty());
  }

  private Map<String, String> sources(Suggestions suggestions, Draft draft) {
    Map<String, String> sources = new HashMap<>();
    suggestions
        .origins(draft)
        .forEach(
            (answer, origin) -> sources.put(answer.key(), source(suggestions, answer, origin)));
    return sources;
  }

  /** A sentence of its own for an answer where there is one, else the one of its origin. */
  private String source(Suggestions suggestions, Answer answer, Origin origin) {
    if (origin == Origin.TYPED) {
      String proposed = proposed(suggestions.draft(), answer);
      return proposed.isEmpty()
          ? page.t("deposit.source.typed")
          : page.t("deposit.source.typed.instead", proposed);
    }
    String own = "deposit.source." + answer.key() + "." + origin.key();
    return page.t(page.messages().has(own) ? own : "deposit.source." + origin.key());
  }

  /** In the words of the form; "" for what would be too long beside the answer. */
  private String proposed(Draft draft, Answer answer) {
    return switch (answer) {
      case TITLE -> draft.title();
      case SUMMARY -> "";
      case KEYWORDS -> String.join(", ", draft.keywords());
      case THEME -> draft.theme() == null ? "" : page.t("deposit.theme." + draft.theme().name());
      case TERRITORY -> draft.territory() == null ? "" : label(draft.territory());
      case PERIOD -> draft.period();
      case FREQUENCY -> page.t("deposit.frequency." + draft.frequency().name());
      case LICENSE ->
          draft.license() == null ? "" : page.t("deposit.license." + draft.license().name());
      case CONTACT -> draft.contact();
    };
  }

  private Map<String, String> themes() {
    Map<String, String> themes = new LinkedHashMap<>();
    themes.put("", page.t("deposit.theme.none"));
    for (Theme theme : Theme.values()) {
      themes.put(theme.name(), page.t("deposit.theme." + theme.name()));
    }
    return themes;
  }

  /** The territory proposed, the one chosen, and those around them. */
  private Map<String, String> territories(Suggestions suggestions, Draft draft) {
    Map<String, String> territories = new LinkedHashMap<>();
    if (draft.territory() == null) {
      territories.put("", page.t("deposit.territory.none"));
    }
    Stream.of(suggestions.draft().territory(), draft.territory())
        .filter(Objects::nonNull)
        .flatMap(place -> FrenchTerritories.all().around(place).stream())
        .sorted(Comparator.comparing(Territory::level))
        .forEach(place -> territories.put(option(place), label(place)));
    return territories;
  }

  private static String option(Territory place) {
    return place.level().name() + " " + place.code();
  }

  private String label(Territory place) {
    return label(page, place);
  }

  /** "Olivet (commune, 45232)". */
  static String label(Page page, Territory place) {
    return page.t("deposit.territory." + place.level().name(), place.name(), place.code());
  }

  private Map<String, String> licenses() {
    Map<String, String> licenses = new LinkedHashMap<>();
    licenses.put("", page.t("deposit.license.none"));
    for (License license : License.values()) {
      licenses.put(license.name(), page.t("deposit.license." + license.name()));
    }
    return licenses;
  }

  private Map<String, String> frequencies() {
    Map<String, String> frequencies = new LinkedHashMap<>();
    for (UpdateFrequency frequency : UpdateFrequency.values()) {
      frequencies.put(frequency.name(), page.t("deposit.frequency." + frequency.name()));
    }
    return frequencies;
  }

  private List<ColumnLine> columns(Export export, Draft draft) {
    Sentences sentences = Sentences.in(page.messages().locale());
    Map<String, ColumnProfile> profiles = profiles(export.after());
    return export.columns().stream()
        .map(
            column -> {
              ColumnProfile profile = profiles.get(column.name());
              return new ColumnLine(
                  column.name(),
                  profile == null ? "" : profile.letters(),
                  sentences.kind(column.kind()),
                  profile == null || profile.examples().isEmpty() || profile.personal() != null
                      ? ""
                      : shortened(profile.examples().get(0)),
                  draft.columns().getOrDefault(column.name(), ""));
            })
        .toList();
  }

  private static Map<String, ColumnProfile> profiles(@Nullable Inspection table) {
    Map<String, ColumnProfile> profiles = new HashMap<>();
    if (table != null && table.profile() != null) {
      table.profile().columns().forEach(column -> profiles.putIfAbsent(column.name(), column));
    }
    return profiles;
  }

  private static String shortened(String value) {
    return value.length() <= 40 ? value : value.substring(0, 39) + "…";
  }
}
